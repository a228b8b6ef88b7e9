package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

/** What holds of every deadline, whatever the as-of day, the start and the length. */
class WorkdayCalendarPropertiesTest {
  private static final LocalDate MEMORIAL_NOTICE = LocalDate.of(2015, 5, 13);
  private static final LocalDate MEMORIAL_DAY = LocalDate.of(2015, 9, 3);

  @Property(tries = 300)
  void laterStartNeverFallsDueEarlier(
      @ForAll @DateRange(min = "2008-01-01", max = "2030-12-31") LocalDate asOf,
      @ForAll @IntRange(max = 700) int daysBefore,
      @ForAll @IntRange(max = 40) int daysLater,
      @ForAll @IntRange(min = 1, max = 60) int workdays) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    LocalDate start = startNear(asOf, daysBefore);
    DateInterval first = calendar.addWorkdays(start, workdays);
    DateInterval second = calendar.addWorkdays(start.plusDays(daysLater), workdays);
    assertThat(second.earliest()).isAfterOrEqualTo(first.earliest());
    assertThat(second.latest()).isAfterOrEqualTo(first.latest());
  }

  @Property(tries = 300)
  void oneMoreWorkingDayIsAlwaysLater(
      @ForAll @DateRange(min = "2008-01-01", max = "2030-12-31") LocalDate asOf,
      @ForAll @IntRange(max = 700) int daysBefore,
      @ForAll @IntRange(min = 1, max = 60) int workdays) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    LocalDate start = startNear(asOf, daysBefore);
    DateInterval shorter = calendar.addWorkdays(start, workdays);
    DateInterval longer = calendar.addWorkdays(start, workdays + 1);
    assertThat(shorter.earliest()).isAfter(start);
    assertThat(longer.earliest()).isAfter(shorter.earliest());
    assertThat(longer.latest()).isAfter(shorter.latest());
  }

  @Property(tries = 300)
  void laterNoticeOnlyNarrowsTheInterval(
      @ForAll @DateRange(min = "2008-01-01", max = "2026-12-31") LocalDate asOf,
      @ForAll @IntRange(max = 800) int daysLearned,
      @ForAll @IntRange(max = 700) int daysBefore,
      @ForAll @IntRange(min = 1, max = 60) int workdays) {
    LocalDate learnedOn = asOf.plusDays(daysLearned);
    LocalDate start = startNear(asOf, daysBefore);
    DateInterval before = WorkdayCalendar.asOf(asOf).addWorkdays(start, workdays);
    DateInterval after = WorkdayCalendar.asOf(learnedOn).addWorkdays(start, workdays);
    boolean crossesMemorialDay =
        asOf.isBefore(MEMORIAL_NOTICE)
            && !learnedOn.isBefore(MEMORIAL_NOTICE)
            && start.isBefore(MEMORIAL_DAY.plusDays(3))
            && !after.latest().isBefore(MEMORIAL_DAY);
    Assume.that(!crossesMemorialDay);
    assertThat(before.contains(after.earliest())).as("%s in %s", after, before).isTrue();
    assertThat(before.contains(after.latest())).as("%s in %s", after, before).isTrue();
  }

  @Property(tries = 300)
  void deadlineInAnnouncedYearsIsSettled(
      @ForAll @DateRange(min = "2008-01-01", max = "2030-12-31") LocalDate asOf,
      @ForAll @IntRange(max = 1400) int daysBefore,
      @ForAll @IntRange(min = 1, max = 60) int workdays) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    LocalDate start = startNear(asOf, daysBefore);
    DateInterval due = calendar.addWorkdays(start, workdays);
    // Late December waits for the next year's notice, so the year a week on must be announced too.
    Assume.that(
        IntStream.rangeClosed(start.getYear(), due.latest().plusDays(7).getYear())
            .allMatch(calendar::isAnnounced));
    assertThat(due.isSettled()).isTrue();
  }

  @Property(tries = 300)
  void deadlineIsSettledExactlyWhenNoOpenDayLiesOnTheWay(
      @ForAll @DateRange(min = "2008-01-01", max = "2030-12-31") LocalDate asOf,
      @ForAll @IntRange(max = 700) int daysBefore,
      @ForAll @IntRange(min = 1, max = 60) int workdays) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    LocalDate start = startNear(asOf, daysBefore);
    DateInterval due = calendar.addWorkdays(start, workdays);
    int[] fewest = calendar.fewestWorkdays();
    List<LocalDate> open =
        Arrays.stream(calendar.mostWorkdays())
            .filter(day -> Arrays.binarySearch(fewest, day) < 0)
            .mapToObj(LocalDate::ofEpochDay)
            .filter(day -> day.isAfter(start) && !day.isAfter(due.earliest()))
            .toList();
    assertThat(due.isSettled()).isEqualTo(open.isEmpty());
    assertThat(open).noneMatch(day -> calendar.isAnnounced(day.plusDays(7).getYear()));
  }

  /**
   * Counts day by day over the sequences, as a Spark literal is used: the rank of a day is its
   * place in the array.
   */
  @Property(tries = 300)
  void deadlineIsTheNthDayOfTheSequences(
      @ForAll @DateRange(min = "2008-01-01", max = "2030-12-31") LocalDate asOf,
      @ForAll @IntRange(max = 700) int daysBefore,
      @ForAll @IntRange(min = 1, max = 60) int workdays) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    LocalDate start = startNear(asOf, daysBefore);
    assertThat(calendar.addWorkdays(start, workdays))
        .isEqualTo(
            new DateInterval(
                nth(calendar.mostWorkdays(), start, workdays),
                nth(calendar.fewestWorkdays(), start, workdays)));
  }

  @Property(tries = 300)
  void sequencesAgreeWithTheSingleDay(
      @ForAll @DateRange(min = "2008-01-01", max = "2030-12-31") LocalDate asOf,
      @ForAll @IntRange(max = 2000) int daysBefore) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    LocalDate date = startNear(asOf, daysBefore);
    Assume.that(
        calendar.isAnnounced(date.getYear()) && calendar.isAnnounced(date.plusDays(7).getYear()));
    int day = Math.toIntExact(date.toEpochDay());
    assertThat(Arrays.binarySearch(calendar.fewestWorkdays(), day) >= 0)
        .isEqualTo(calendar.isWorkday(date));
    assertThat(Arrays.binarySearch(calendar.mostWorkdays(), day) >= 0)
        .isEqualTo(calendar.isWorkday(date));
  }

  /**
   * From 2007-01-01 to a year and a half after the as-of day, so that starts lie on both sides of
   * it.
   */
  private static LocalDate startNear(LocalDate asOf, int daysBefore) {
    LocalDate start = asOf.plusDays(500).minusDays(daysBefore);
    return start.isBefore(LocalDate.of(2007, 1, 1)) ? LocalDate.of(2007, 1, 1) : start;
  }

  private static LocalDate nth(int[] workdays, LocalDate start, int n) {
    return IntStream.of(workdays)
        .filter(day -> day > start.toEpochDay())
        .skip(n - 1L)
        .mapToObj(LocalDate::ofEpochDay)
        .findFirst()
        .orElseThrow();
  }
}
