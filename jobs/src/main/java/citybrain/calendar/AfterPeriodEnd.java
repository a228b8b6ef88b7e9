package citybrain.calendar;

/**
 * A time limit counted from the last day of the period: 每季度终了后10个工作日内. Before that day when it is
 * negative.
 */
public record AfterPeriodEnd(TimeLimit limit) implements PeriodRule {
  /** Once in every period and no later than its last day, worked or not: 至少每2年组织1次. */
  public static AfterPeriodEnd onLastDay() {
    return new AfterPeriodEnd(TimeLimit.days(0));
  }

  @Override
  public DateInterval due(CyclePeriod period, WorkdayCalendar calendar) {
    return limit.lastDay(period.last(), calendar);
  }

  @Override
  public boolean dependsOnNotices() {
    return limit.dependsOnNotices();
  }
}
