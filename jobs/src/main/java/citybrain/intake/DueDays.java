package citybrain.intake;

import citybrain.calendar.DateInterval;
import citybrain.calendar.WorkdayCalendar;
import citybrain.period.Period;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day on which an extract is due: a number of working days after the end of the period that it
 * describes.
 *
 * <p>Counted with all holiday notices that this version knows, whatever the day of delivery, so
 * that every delivery for a period has the same due day. In a year without a notice it is an
 * interval.
 */
final class DueDays {
  private static final LocalDate AFTER_ALL_NOTICES = LocalDate.of(2096, 12, 31);

  private final WorkdayCalendar calendar = WorkdayCalendar.asOf(AFTER_ALL_NOTICES);

  /**
   * When a delivery for a period is due; empty when nothing is stated, or the calendar does not
   * reach back to the period.
   *
   * @param workdays as the contract states them; null when it states none
   */
  Optional<DateInterval> of(@Nullable Integer workdays, Period period) {
    if (workdays == null || period.end().isBefore(calendar.firstDay())) {
      return Optional.empty();
    }
    return Optional.of(calendar.addWorkdays(period.end(), workdays));
  }

  /** Whether a delivery was on time; empty while the due day may still be before or after it. */
  static Optional<Boolean> isOnTime(DateInterval due, LocalDate deliveredOn) {
    if (!deliveredOn.isAfter(due.earliest())) {
      return Optional.of(true);
    }
    return deliveredOn.isAfter(due.latest()) ? Optional.of(false) : Optional.empty();
  }
}
