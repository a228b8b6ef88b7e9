package citybrain.simulation.city;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a task is at the end of a month.
 *
 * @param percent done; null where a task goes on for good
 * @param completedOn null before
 */
public record TaskProgress(String status, @Nullable Long percent, @Nullable LocalDate completedOn) {
  private static final double WHOLE = 100;

  /**
   * The progress of a task that takes from the start to some months around the planned one.
   *
   * @param planned {@code 2020-11}, {@code continuous} or {@code conditional}
   * @param rank 0 for a task that ends five months early, 1 for one three months late
   */
  public static TaskProgress of(LocalDate startedOn, String planned, double rank, YearMonth month) {
    if (!Character.isDigit(planned.charAt(0))) {
      return new TaskProgress(planned, null, null);
    }
    YearMonth due = YearMonth.parse(planned);
    YearMonth start = YearMonth.from(startedOn);
    YearMonth end = due.plusMonths(Math.round(8 * rank) - 5);
    end = end.isAfter(start) ? end : start.plusMonths(1);
    if (!month.isBefore(end)) {
      return new TaskProgress("completed", 100L, end.atDay(20));
    }
    if (month.isBefore(start)) {
      return new TaskProgress("not_started", 0L, null);
    }
    double done =
        (double) (ChronoUnit.MONTHS.between(start, month) + 1)
            / (ChronoUnit.MONTHS.between(start, end) + 1);
    return new TaskProgress(
        month.isAfter(due) ? "delayed" : "in_progress", (long) (WHOLE * done), null);
  }
}
