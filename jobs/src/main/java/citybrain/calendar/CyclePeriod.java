package citybrain.calendar;

import java.time.LocalDate;

/**
 * One period of a recurring duty. Unlike a statistical period it may be a day, a week, a school
 * year or several years.
 *
 * @param first its first day
 */
public record CyclePeriod(Cycle cycle, LocalDate first) {
  public CyclePeriod {
    if (!cycle.firstDay(first, first.getYear()).equals(first)) {
      throw new IllegalArgumentException("No " + cycle + " starts on " + first);
    }
  }

  /** Its last day, included. */
  public LocalDate last() {
    return cycle.lastDay(first);
  }

  /** The one that follows without a gap. */
  public CyclePeriod next() {
    return new CyclePeriod(cycle, last().plusDays(1));
  }

  /**
   * How it is called: {@code 2020-09-07}, {@code 2020-09-07/2020-09-13} (a week), {@code 2020-09},
   * {@code 2020-Q3}, {@code 2020-H2}, {@code 2020}, {@code 2020-09/2021-08} (a school year), {@code
   * 2020/2021}.
   */
  public String code() {
    return cycle.code(first);
  }
}
