package citybrain.calendar;

import java.time.LocalDate;

/** A time limit counted from the day of an event: 自道路交通事故发生之日起30个工作日内. */
public record AfterEvent(TimeLimit limit) implements DueRule {
  /** The last day for an event on {@code event}. */
  public DateInterval due(LocalDate event, WorkdayCalendar calendar) {
    return limit.lastDay(event, calendar);
  }

  @Override
  public boolean dependsOnNotices() {
    return limit.dependsOnNotices();
  }
}
