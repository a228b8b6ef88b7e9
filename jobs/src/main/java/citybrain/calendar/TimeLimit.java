package citybrain.calendar;

import java.time.LocalDate;

/**
 * A number of days, months or years after an event, or before it.
 *
 * <p>Months and years end on the day of the same number, or on the last day of a month that has no
 * such day (民法典第二百零二条). Before an event the count runs backwards by the same rules: the event is
 * not counted, and the day reached is the last on which the duty is done in time.
 *
 * @param amount units after the event; before it when negative; zero is the event's own day, in
 *     natural days only
 * @param unit what is counted
 * @param eventDay whether the first day is one of those counted; counted only forwards
 * @param restDays what becomes of a last day that is a rest day. Working days never end on one, and
 *     no law moves the end of a backward count, so both stay.
 */
public record TimeLimit(int amount, CountUnit unit, EventDay eventDay, RestDayRule restDays) {
  public TimeLimit {
    if (amount == 0 && (unit != CountUnit.DAY || eventDay == EventDay.COUNTED)) {
      throw new IllegalArgumentException("No time at all is zero natural days after the event");
    }
    if (amount < 0 && eventDay == EventDay.COUNTED) {
      throw new IllegalArgumentException("Backwards the event's day is not counted: " + amount);
    }
    if (restDays == RestDayRule.EXTENDS && (amount < 0 || unit == CountUnit.WORKDAY)) {
      throw new IllegalArgumentException(
          "Only natural time that runs forwards is extended over rest days, not "
              + amount
              + " "
              + unit);
    }
  }

  /** Working days; the day of the event is not counted. */
  public static TimeLimit workdays(int amount) {
    return of(amount, CountUnit.WORKDAY);
  }

  /** Natural days that end where they end; the day of the event is not counted. */
  public static TimeLimit days(int amount) {
    return of(amount, CountUnit.DAY);
  }

  /** Months that end where they end. */
  public static TimeLimit months(int amount) {
    return of(amount, CountUnit.MONTH);
  }

  /** Years that end where they end. */
  public static TimeLimit years(int amount) {
    return of(amount, CountUnit.YEAR);
  }

  private static TimeLimit of(int amount, CountUnit unit) {
    return new TimeLimit(amount, unit, EventDay.NOT_COUNTED, RestDayRule.STAYS);
  }

  /** The same limit, extended to a working day where it ends on a rest day. */
  public TimeLimit extendedOverRestDays() {
    return new TimeLimit(amount, unit, eventDay, RestDayRule.EXTENDS);
  }

  /** The same length as a term that begins on the day it is given. */
  public TimeLimit withFirstDayCounted() {
    return new TimeLimit(amount, unit, EventDay.COUNTED, restDays);
  }

  /** Whether holiday notices bear on the last day; if not, it is exact whatever is announced. */
  public boolean dependsOnNotices() {
    return unit == CountUnit.WORKDAY || restDays == RestDayRule.EXTENDS;
  }

  /**
   * The last day of the time that starts with {@code event}.
   *
   * @throws citybrain.problem.ProblemException CALENDAR_OUT_OF_RANGE if it depends on notices and
   *     leaves the covered days
   */
  public DateInterval lastDay(LocalDate event, WorkdayCalendar calendar) {
    if (unit == CountUnit.WORKDAY) {
      return lastWorkday(event, calendar);
    }
    LocalDate counted =
        eventDay == EventDay.COUNTED ? lastDayOfTerm(event) : plus(event, amount, unit);
    return restDays.lastDay(counted, calendar);
  }

  private DateInterval lastWorkday(LocalDate event, WorkdayCalendar calendar) {
    if (amount < 0) {
      return calendar.subtractWorkdays(event, -amount);
    }
    return eventDay == EventDay.COUNTED
        ? calendar.nthWorkdayFrom(event, amount)
        : calendar.addWorkdays(event, amount);
  }

  /**
   * The eve of the day of the same number; where the month has none, its last day already is before
   * that day.
   */
  private LocalDate lastDayOfTerm(LocalDate first) {
    LocalDate next = plus(first, amount, unit);
    boolean isShortened = unit != CountUnit.DAY && next.getDayOfMonth() != first.getDayOfMonth();
    return isShortened ? next : next.minusDays(1);
  }

  private static LocalDate plus(LocalDate date, int amount, CountUnit unit) {
    return switch (unit) {
      case DAY -> date.plusDays(amount);
      case MONTH -> date.plusMonths(amount);
      case YEAR -> date.plusYears(amount);
      case WORKDAY -> throw new IllegalStateException("Working days are counted by the calendar");
    };
  }
}
