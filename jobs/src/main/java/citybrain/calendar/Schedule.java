package citybrain.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A duty that recurs while it is in force.
 *
 * <p>It is owed for the periods that end while it is in force: the first may have begun before, and
 * one that is cut off is not owed. Periods of several years are counted from the year of {@code
 * from}.
 *
 * @param cycle the periods it is owed for
 * @param rule when it is due for each
 * @param from first day in force
 * @param until last day in force, null if it has none
 */
public record Schedule(Cycle cycle, PeriodRule rule, LocalDate from, @Nullable LocalDate until) {
  public Schedule {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("In force from " + from + " to " + until);
    }
    if (rule instanceof DayOfPeriod && !cycle.isOfMonths()) {
      throw new IllegalArgumentException(cycle + " has no months for " + rule);
    }
  }

  /** One period and the day its duty is due. */
  public record Occurrence(CyclePeriod period, DateInterval due) {}

  /**
   * The periods it is owed for that end in a range of days, both included, ascending. Ranges that
   * adjoin have every period once.
   */
  public List<CyclePeriod> periodsEnding(LocalDate first, LocalDate last) {
    LocalDate start = first.isBefore(from) ? from : first;
    LocalDate end = until == null || last.isBefore(until) ? last : until;
    return Stream.iterate(
            cycle.periodWith(start, from.getYear()),
            period -> !period.last().isAfter(end),
            CyclePeriod::next)
        .toList();
  }

  /**
   * The periods it is owed for that end in a range of days, with their due days. These may lie
   * after the range, or before the period's end.
   */
  public List<Occurrence> occurrences(LocalDate first, LocalDate last, WorkdayCalendar calendar) {
    return periodsEnding(first, last).stream()
        .map(period -> new Occurrence(period, rule.due(period, calendar)))
        .toList();
  }
}
