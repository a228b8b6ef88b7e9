package citybrain.rule;

import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.Column;

/**
 * Counts working days of one calendar in column expressions, by two literal arrays: the working
 * days themselves, and for each day how many of them lie on or before it. No join, no function of
 * ours.
 *
 * <p>A day outside the calendar, and a deadline that ends beyond it, give null.
 */
final class WorkdayColumns {
  private final LocalDate firstDay;
  private final Column workdays;
  private final Column countOnOrBefore;

  /**
   * Counts within a span; its arrays travel in the plan, so it should be no longer than needed.
   *
   * @param workdays epoch days, ascending
   */
  WorkdayColumns(int[] workdays, LocalDate firstDay, LocalDate lastDay) {
    int[] within =
        Arrays.stream(workdays)
            .filter(day -> day >= firstDay.toEpochDay() && day <= lastDay.toEpochDay())
            .toArray();
    this.firstDay = firstDay;
    this.workdays = lit(within);
    this.countOnOrBefore = lit(counts(within, firstDay, lastDay));
  }

  /** The n-th working day after {@code event}; the day of the event is not counted. */
  Column due(Column event, Column n) {
    // Arrays start at 0, so the position of the first working day after the event is the count.
    return date_from_unix_date(get(workdays, count(event).plus(n).minus(1)));
  }

  /** Working days after {@code event} up to and including {@code day}. */
  Column elapsed(Column event, Column day) {
    return count(day).minus(count(event));
  }

  private Column count(Column day) {
    return get(countOnOrBefore, datediff(day, lit(firstDay)));
  }

  /** For each day of the span how many of the ascending {@code workdays} lie on or before it. */
  private static int[] counts(int[] workdays, LocalDate firstDay, LocalDate lastDay) {
    int first = Math.toIntExact(firstDay.toEpochDay());
    int[] counts = new int[Math.toIntExact(lastDay.toEpochDay()) - first + 1];
    int counted = 0;
    for (int offset = 0; offset < counts.length; offset++) {
      if (counted < workdays.length && workdays[counted] == first + offset) {
        counted++;
      }
      counts[offset] = counted;
    }
    return counts;
  }
}
