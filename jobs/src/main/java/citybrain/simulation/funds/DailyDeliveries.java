package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.OfficeDays;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Deliveries of what became known since the one before, on each morning that offices work: a
 * Monday's file has three days. A day on which nothing happened has no file.
 */
final class DailyDeliveries {
  private DailyDeliveries() {}

  /**
   * The days one delivery tells of.
   *
   * @param from first
   * @param to last
   */
  record Days(LocalDate from, LocalDate to) {
    boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }

    Stream<LocalDate> each() {
      return from.datesUntil(to.plusDays(1));
    }
  }

  static Stream<Delivery> of(City city, Function<Days, List<ExtractRecord>> records) {
    return city.days()
        .filter(day -> isFollowedByWork(day, city.officeDays()))
        .map(day -> new Told(day, records.apply(daysUntil(day, city))))
        .filter(told -> !told.records().isEmpty())
        .map(told -> Delivery.ofDay(told.lastDay()).records(told.records()::stream));
  }

  private record Told(LocalDate lastDay, List<ExtractRecord> records) {}

  private static boolean isFollowedByWork(LocalDate day, OfficeDays officeDays) {
    return officeDays.onOrAfter(day.plusDays(1)).equals(day.plusDays(1));
  }

  private static Days daysUntil(LocalDate last, City city) {
    LocalDate from = last;
    while (from.isAfter(city.from().atDay(1))
        && !isFollowedByWork(from.minusDays(1), city.officeDays())) {
      from = from.minusDays(1);
    }
    return new Days(from, last);
  }
}
