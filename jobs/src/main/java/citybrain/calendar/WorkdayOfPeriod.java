package citybrain.calendar;

/**
 * The n-th working day of the period, its first day counted: 每月第5个工作日前.
 *
 * <p>Where the period has fewer (a week of a long holiday has none), the count goes on outside it.
 *
 * @param n 1 is the first, -1 the last one
 */
public record WorkdayOfPeriod(int n) implements PeriodRule {
  public WorkdayOfPeriod {
    if (n == 0) {
      throw new IllegalArgumentException("Working days are counted from 1, or back from -1");
    }
  }

  @Override
  public DateInterval due(CyclePeriod period, WorkdayCalendar calendar) {
    return n > 0
        ? calendar.nthWorkdayFrom(period.first(), n)
        : calendar.nthWorkdayUpTo(period.last(), -n);
  }

  @Override
  public boolean dependsOnNotices() {
    return true;
  }
}
