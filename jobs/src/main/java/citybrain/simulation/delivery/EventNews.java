package citybrain.simulation.delivery;

import citybrain.simulation.city.City;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is told of an event on a day; an event that goes on is told again, whole, as it is known
 * then.
 *
 * @param record gives the same record each time
 */
public record EventNews(LocalDate day, Supplier<ExtractRecord> record) {

  /**
   * One delivery for each day with news, ascending. Events before the span are told of too, when
   * their news falls into it.
   *
   * @param monthsOpen months after the one in which an event begins that may still bring news of it
   * @param newsOfMonth all news, whenever told, of the events that begin in a month
   */
  public static Stream<Delivery> deliveries(
      City city, int monthsOpen, Function<YearMonth, Stream<EventNews>> newsOfMonth) {
    return city.months().flatMap(month -> toldIn(month, monthsOpen, newsOfMonth));
  }

  private static Stream<Delivery> toldIn(
      YearMonth month, int monthsOpen, Function<YearMonth, Stream<EventNews>> newsOfMonth) {
    TreeMap<LocalDate, List<EventNews>> byDay =
        LongStream.rangeClosed(-monthsOpen, 0)
            .mapToObj(month::plusMonths)
            .flatMap(newsOfMonth)
            .filter(news -> YearMonth.from(news.day()).equals(month))
            .collect(Collectors.groupingBy(EventNews::day, TreeMap::new, Collectors.toList()));
    return byDay.entrySet().stream()
        .map(
            told ->
                Delivery.on(told.getKey())
                    .records(() -> told.getValue().stream().map(news -> news.record().get())));
  }
}
