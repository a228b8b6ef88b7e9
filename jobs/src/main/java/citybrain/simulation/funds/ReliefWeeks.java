package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.OfficeDays;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.ReliefCases.Numbered;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The relief fund's weekly deliveries.
 *
 * <p>What became known from Monday to Sunday is delivered on the first working day after; weeks
 * without one between them go together. A record is sent when something in it is new. Only weeks
 * that end within the span are sent, and only those in which something is new.
 *
 * <p>Cases are kept for as long as something may still happen to them.
 */
final class ReliefWeeks {
  /** From an application to the last thing that happens to it, holidays included. */
  private static final int LONGEST_CASE_DAYS = 150;

  private final OfficeDays officeDays;
  private final LocalDate end;
  private final Iterator<Numbered> cases;
  private final Deque<Numbered> open = new ArrayDeque<>();
  private @Nullable Numbered next;

  private ReliefWeeks(City city) {
    this.officeDays = city.officeDays();
    this.end = city.to().atEndOfMonth();
    this.cases = ReliefCases.of(city).iterator();
    advance();
  }

  /**
   * What one delivery tells.
   *
   * @param newFrom first day whose events are new
   * @param knownUntil last day whose events are known
   */
  record Week(LocalDate deliveredOn, LocalDate newFrom, LocalDate knownUntil) {
    /** Whether something of {@code days} is told for the first time. */
    boolean isNews(List<LocalDate> days) {
      return days.stream().anyMatch(day -> !day.isBefore(newFrom) && !day.isAfter(knownUntil));
    }
  }

  /**
   * Deliveries by what each tells of the cases that are open.
   *
   * @param records of a week, from its cases by day of application
   */
  static Stream<Delivery> deliveries(
      City city, BiFunction<List<Numbered>, Week, List<ExtractRecord>> records) {
    ReliefWeeks weeks = new ReliefWeeks(city);
    LocalDate first = city.from().atDay(1);
    return Stream.iterate(
            weeks.weekOf(first, first),
            week -> !week.knownUntil().isAfter(weeks.end),
            week -> {
              LocalDate from = week.knownUntil().plusDays(1);
              return weeks.weekOf(from, from);
            })
        .map(week -> new Told(week, records.apply(weeks.openIn(week), week)))
        .filter(told -> !told.records().isEmpty())
        .map(told -> Delivery.on(told.week().deliveredOn()).records(told.records()::stream));
  }

  private record Told(Week week, List<ExtractRecord> records) {}

  private Week weekOf(LocalDate day, LocalDate newFrom) {
    LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    LocalDate deliveredOn = officeDays.onOrAfter(sunday.plusDays(1));
    return new Week(
        deliveredOn, newFrom, deliveredOn.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)));
  }

  private List<Numbered> openIn(Week week) {
    while (next != null && !next.relief().appliedOn().isAfter(week.knownUntil())) {
      open.addLast(next);
      advance();
    }
    LocalDate oldest = week.newFrom().minusDays(LONGEST_CASE_DAYS);
    while (!open.isEmpty() && open.getFirst().relief().appliedOn().isBefore(oldest)) {
      open.removeFirst();
    }
    return List.copyOf(open);
  }

  private void advance() {
    next = cases.hasNext() ? cases.next() : null;
  }
}
