package citybrain.calendar;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Working days (工作日) in China as they were known on a day.
 *
 * <p>Weekends are off unless a notice makes them working days; weekdays are working days unless a
 * notice gives them free. A year is announced once its <em>last</em> paper is published: the data
 * holds the final state of 2015, 2019 and 2020 only, so these years stay open until their amendment
 * (May 2015, March 2019, 27 January 2020) although a first notice was out. That is the careful
 * side: an interval is given where a day might have been.
 *
 * <p>The notice for a year may name days in the last week of the year before, so these stay open
 * until then too. In a year not announced, a day is <em>open</em> where a notice may move it, see
 * {@link Festival}; statutory days are off, by the decree in force in their own year, also where
 * the as-of day is before that decree. A holiday that no statute foresees, such as 3 September
 * 2015, cannot be foreseen here either: it is the only one that put a final day outside the
 * interval given before.
 *
 * <p>Source: {@code citybrain/calendar/SOURCE.md}.
 */
public final class WorkdayCalendar {
  private static final LocalDate FIRST_DAY = LocalDate.of(2007, 1, 1);

  /** The festival dates end with 2099, and the year after the last covered one is looked at. */
  private static final LocalDate LAST_AS_OF = LocalDate.of(2096, 12, 31);

  private static final int YEARS_AHEAD = 2;

  private final LocalDate asOf;
  private final LocalDate lastDay;
  private final DayState[] states;
  private final int[] fewestWorkdays;
  private final int[] mostWorkdays;

  private WorkdayCalendar(LocalDate asOf) {
    this.asOf = asOf;
    this.lastDay = LocalDate.of(asOf.getYear() + YEARS_AHEAD, 12, 31);
    this.states = weekdaysAndWeekends();
    int lastYear = lastDay.getYear() + 1;
    for (int year = FIRST_DAY.getYear(); year <= lastYear; year++) {
      if (!isAnnounced(year)) {
        openAroundFestivals(year);
      }
    }
    for (int year = FIRST_DAY.getYear(); year <= lastYear; year++) {
      if (!isAnnounced(year)) {
        closeOnStatutoryDays(year);
      }
    }
    for (Notices.Notice notice : Notices.byYear().values()) {
      if (isAnnounced(notice.year())) {
        notice.offByDay().forEach((day, off) -> set(day, off ? DayState.OFF : DayState.WORKING));
      }
    }
    this.fewestWorkdays = epochDays(state -> state == DayState.WORKING);
    this.mostWorkdays = epochDays(state -> state != DayState.OFF);
  }

  /**
   * What was announced by {@code asOf}: notices published on or before it.
   *
   * @param asOf from 2007-01-01 to 2096-12-31
   * @throws ProblemException CALENDAR_OUT_OF_RANGE for another day
   */
  public static WorkdayCalendar asOf(LocalDate asOf) {
    if (asOf.isBefore(FIRST_DAY) || asOf.isAfter(LAST_AS_OF)) {
      throw outOfRange(
          "as-of day " + asOf,
          "is outside the days the calendar can stand on, " + FIRST_DAY + " to " + LAST_AS_OF,
          "Give an as-of day within them.");
    }
    return new WorkdayCalendar(asOf);
  }

  /** Whether all papers for {@code year} were published by the as-of day. */
  public boolean isAnnounced(int year) {
    Notices.Notice notice = Notices.byYear().get(year);
    return notice != null && !notice.publishedOn().isAfter(asOf);
  }

  /**
   * Whether {@code date} is a working day.
   *
   * @throws ProblemException CALENDAR_NOT_ANNOUNCED if the year's notice, or for the last days of
   *     December the next year's, was not out by the as-of day; CALENDAR_OUT_OF_RANGE outside the
   *     covered days
   */
  public boolean isWorkday(LocalDate date) {
    requireCovered(date);
    DayState state = states[index(date)];
    if (!isAnnounced(date.getYear())) {
      throw notAnnounced(date, date.getYear());
    }
    if (state == DayState.OPEN) {
      throw notAnnounced(date, date.getYear() + 1);
    }
    return state == DayState.WORKING;
  }

  /**
   * The {@code workdays}-th working day after {@code start}; the day of the event is not counted,
   * whether it is a working day or not.
   *
   * @param workdays at least 1
   * @throws ProblemException CALENDAR_OUT_OF_RANGE if start or result lie outside the covered days
   */
  public DateInterval addWorkdays(LocalDate start, int workdays) {
    requireCounting(workdays);
    requireCovered(start);
    return new DateInterval(
        nthAfter(mostWorkdays, start, workdays), nthAfter(fewestWorkdays, start, workdays));
  }

  /**
   * The {@code workdays}-th working day before {@code event}; the day of the event is not counted.
   *
   * @param workdays at least 1
   * @throws ProblemException CALENDAR_OUT_OF_RANGE if event or result lie outside the covered days
   */
  public DateInterval subtractWorkdays(LocalDate event, int workdays) {
    requireCounting(workdays);
    requireCovered(event);
    return new DateInterval(
        nthBefore(fewestWorkdays, event, workdays), nthBefore(mostWorkdays, event, workdays));
  }

  /**
   * The {@code n}-th working day from {@code first} on, which is counted if it is one.
   *
   * @param n at least 1
   * @throws ProblemException CALENDAR_OUT_OF_RANGE if {@code first} or result lie outside the
   *     covered days
   */
  public DateInterval nthWorkdayFrom(LocalDate first, int n) {
    requireCounting(n);
    requireCovered(first);
    LocalDate eve = first.minusDays(1);
    return new DateInterval(nthAfter(mostWorkdays, eve, n), nthAfter(fewestWorkdays, eve, n));
  }

  /**
   * The {@code n}-th working day back from {@code last}, which is counted if it is one.
   *
   * @param n at least 1
   * @throws ProblemException CALENDAR_OUT_OF_RANGE if {@code last} or result lie outside the
   *     covered days
   */
  public DateInterval nthWorkdayUpTo(LocalDate last, int n) {
    requireCounting(n);
    requireCovered(last);
    LocalDate next = last.plusDays(1);
    return new DateInterval(nthBefore(fewestWorkdays, next, n), nthBefore(mostWorkdays, next, n));
  }

  /**
   * How many working days lie after {@code start} up to {@code end}, which is counted: the working
   * days used by a duty that began with {@code start} and was done on {@code end}.
   *
   * @param end not before {@code start}
   * @throws ProblemException CALENDAR_OUT_OF_RANGE if either lies outside the covered days
   */
  public WorkdayCount countWorkdays(LocalDate start, LocalDate end) {
    requireCovered(start);
    requireCovered(end);
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("Working days are counted from " + start + " to " + end);
    }
    return new WorkdayCount(
        firstAfter(fewestWorkdays, end) - firstAfter(fewestWorkdays, start),
        firstAfter(mostWorkdays, end) - firstAfter(mostWorkdays, start));
  }

  /** Epoch days, ascending, of the days that are working days whatever a later notice says. */
  public int[] fewestWorkdays() {
    return fewestWorkdays.clone();
  }

  /** Epoch days, ascending, of the days that are or may become working days. */
  public int[] mostWorkdays() {
    return mostWorkdays.clone();
  }

  /** First covered day, 2007-01-01. */
  public LocalDate firstDay() {
    return FIRST_DAY;
  }

  /** Last covered day, the end of the second year after the as-of day's. */
  public LocalDate lastDay() {
    return lastDay;
  }

  private DayState[] weekdaysAndWeekends() {
    return FIRST_DAY
        .datesUntil(lastDay.plusDays(1))
        .map(day -> isWeekend(day) ? DayState.OFF : DayState.WORKING)
        .toArray(DayState[]::new);
  }

  private void openAroundFestivals(int year) {
    for (Festival festival : Festival.values()) {
      LocalDate date = festival.in(year);
      Festival.Reach reach = festival.reach();
      date.plusDays(reach.firstOff())
          .datesUntil(date.plusDays(reach.lastOff() + 1L))
          .filter(day -> !isWeekend(day))
          .forEach(day -> set(day, DayState.OPEN));
      date.plusDays(reach.firstMakeUp())
          .datesUntil(date.plusDays(reach.lastMakeUp() + 1L))
          .filter(WorkdayCalendar::isWeekend)
          .forEach(day -> set(day, DayState.OPEN));
    }
  }

  private void closeOnStatutoryDays(int year) {
    for (Festival festival : Festival.values()) {
      LocalDate date = festival.in(year);
      date.plusDays(festival.firstStatutoryDay(year))
          .datesUntil(date.plusDays(festival.lastStatutoryDay(year) + 1L))
          .forEach(day -> set(day, DayState.OFF));
    }
  }

  /** A notice and a festival's reach may go over either end of the covered days. */
  private void set(LocalDate day, DayState state) {
    if (isCovered(day)) {
      states[index(day)] = state;
    }
  }

  private int[] epochDays(Predicate<DayState> counted) {
    int first = Math.toIntExact(FIRST_DAY.toEpochDay());
    return IntStream.range(0, states.length)
        .filter(index -> counted.test(states[index]))
        .map(index -> first + index)
        .toArray();
  }

  private LocalDate nthAfter(int[] workdays, LocalDate start, int n) {
    long wanted = (long) firstAfter(workdays, start) + n - 1;
    if (wanted >= workdays.length) {
      throw outOfRange(
          n + " working days after " + start,
          "end after the last covered day " + lastDay,
          "Count fewer days, or use an as-of day nearer to the event.");
    }
    return LocalDate.ofEpochDay(workdays[(int) wanted]);
  }

  private LocalDate nthBefore(int[] workdays, LocalDate event, int n) {
    long wanted = (long) firstAfter(workdays, event.minusDays(1)) - n;
    if (wanted < 0) {
      throw outOfRange(
          n + " working days before " + event,
          "lie before the first covered day " + FIRST_DAY,
          "Count fewer days, or a later event.");
    }
    return LocalDate.ofEpochDay(workdays[(int) wanted]);
  }

  /** The place of the first working day after {@code day}: how many lie up to it. */
  private static int firstAfter(int[] workdays, LocalDate day) {
    int found = Arrays.binarySearch(workdays, Math.toIntExact(day.toEpochDay()));
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static void requireCounting(int workdays) {
    if (workdays < 1) {
      throw new IllegalArgumentException("At least one working day is counted, not " + workdays);
    }
  }

  private void requireCovered(LocalDate date) {
    if (!isCovered(date)) {
      throw outOfRange(
          date.toString(),
          "is outside the covered days " + FIRST_DAY + " to " + lastDay,
          "Check the date; the calendar reaches "
              + YEARS_AHEAD
              + " years past the as-of day "
              + asOf
              + ".");
    }
  }

  private boolean isCovered(LocalDate date) {
    return !date.isBefore(FIRST_DAY) && !date.isAfter(lastDay);
  }

  private static int index(LocalDate date) {
    return Math.toIntExact(date.toEpochDay() - FIRST_DAY.toEpochDay());
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private ProblemException notAnnounced(LocalDate date, int year) {
    return new ProblemException(
        new Problem(
            "CALENDAR_NOT_ANNOUNCED",
            date.toString(),
            "may be moved by the holiday notice for " + year + ", not published in full by " + asOf,
            "Count with the interval of days, or run again with an as-of day after the notice; a notice newer than this"
                + " program is added to citybrain/calendar/holidays.csv and notices.csv."));
  }

  private static ProblemException outOfRange(String subject, String message, String remedy) {
    return new ProblemException(new Problem("CALENDAR_OUT_OF_RANGE", subject, message, remedy));
  }

  /** What is known of one day. */
  private enum DayState {
    WORKING,
    OFF,
    OPEN
  }
}
