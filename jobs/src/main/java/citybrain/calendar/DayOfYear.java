package citybrain.calendar;

import java.time.Month;
import java.time.YearMonth;

/**
 * A day of the calendar year in which the period ends, or of a later one: 每年12月20日前, 每年2月底前 for the
 * year before, 次年1月31日前.
 *
 * @param month the calendar's month, also where the period is a school year
 * @param dayOfMonth a day the month can have; 31 is the last day of any month
 * @param yearsLater 0 is the year in which the period ends, 1 the next
 * @param restDays what becomes of it if it is a rest day
 */
public record DayOfYear(Month month, int dayOfMonth, int yearsLater, RestDayRule restDays)
    implements PeriodRule {
  /** Stands for the last day of any month. */
  public static final int LAST_DAY_OF_MONTH = 31;

  public DayOfYear {
    if (dayOfMonth < 1 || (dayOfMonth > month.maxLength() && dayOfMonth != LAST_DAY_OF_MONTH)) {
      throw new IllegalArgumentException(month + " has no day " + dayOfMonth);
    }
    if (yearsLater < 0) {
      throw new IllegalArgumentException("A year before the period's end: " + yearsLater);
    }
  }

  @Override
  public DateInterval due(CyclePeriod period, WorkdayCalendar calendar) {
    YearMonth due = YearMonth.of(period.last().getYear() + yearsLater, month);
    return restDays.lastDay(DayOfPeriod.dayIn(due, dayOfMonth), calendar);
  }

  @Override
  public boolean dependsOnNotices() {
    return restDays == RestDayRule.EXTENDS;
  }
}
