package citybrain.calendar;

/**
 * A time limit counted from the first day of the period: within 30 days of the start of the school
 * year (开学后30日内). Before that day when it is negative.
 */
public record AfterPeriodStart(TimeLimit limit) implements PeriodRule {
  @Override
  public DateInterval due(CyclePeriod period, WorkdayCalendar calendar) {
    return limit.lastDay(period.first(), calendar);
  }

  @Override
  public boolean dependsOnNotices() {
    return limit.dependsOnNotices();
  }
}
