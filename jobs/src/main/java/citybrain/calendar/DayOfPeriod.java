package citybrain.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A day of a month counted within the period: 每季度最后一个月20日前 is day 20 of month 3.
 *
 * <p>Only for cycles of whole months.
 *
 * @param month 1 is the period's first month; past its last one the count goes on, so that 次月15日前
 *     of a monthly duty is day 15 of month 2
 * @param dayOfMonth 1 to 31; in a shorter month its last day
 * @param restDays what becomes of it if it is a rest day
 */
public record DayOfPeriod(int month, int dayOfMonth, RestDayRule restDays) implements PeriodRule {
  private static final int LONGEST_MONTH = 31;

  public DayOfPeriod {
    if (month < 1) {
      throw new IllegalArgumentException("The first month of a period is 1, not " + month);
    }
    if (dayOfMonth < 1 || dayOfMonth > LONGEST_MONTH) {
      throw new IllegalArgumentException("No month has a day " + dayOfMonth);
    }
  }

  @Override
  public DateInterval due(CyclePeriod period, WorkdayCalendar calendar) {
    if (!period.cycle().isOfMonths()) {
      throw new IllegalArgumentException(period.cycle() + " has no months");
    }
    return restDays.lastDay(
        dayIn(YearMonth.from(period.first()).plusMonths(month - 1L), dayOfMonth), calendar);
  }

  @Override
  public boolean dependsOnNotices() {
    return restDays == RestDayRule.EXTENDS;
  }

  static LocalDate dayIn(YearMonth month, int dayOfMonth) {
    return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
  }
}
