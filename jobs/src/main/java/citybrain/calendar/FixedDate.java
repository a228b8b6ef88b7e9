package citybrain.calendar;

import java.time.LocalDate;

/**
 * A printed day: 2020年10月底前.
 *
 * @param on the last day; a month or a year printed alone ends with its last day
 * @param restDays what becomes of it if it is a rest day
 */
public record FixedDate(LocalDate on, RestDayRule restDays) implements DueRule {
  /** The last day. */
  public DateInterval due(WorkdayCalendar calendar) {
    return restDays.lastDay(on, calendar);
  }

  @Override
  public boolean dependsOnNotices() {
    return restDays == RestDayRule.EXTENDS;
  }
}
