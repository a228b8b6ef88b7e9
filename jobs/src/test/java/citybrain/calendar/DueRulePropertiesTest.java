package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

/** What holds of every time limit and every recurring duty. */
class DueRulePropertiesTest {
  /** 2026 is announced, 2027 and 2028 are not: both kinds of years are counted. */
  private static final WorkdayCalendar CALENDAR = WorkdayCalendar.asOf(LocalDate.of(2026, 3, 1));

  private static final WorkdayCalendar EARLIER = WorkdayCalendar.asOf(LocalDate.of(2025, 3, 1));

  @Property(tries = 500)
  void laterEventNeverFallsDueEarlier(
      @ForAll("limits") TimeLimit limit,
      @ForAll @DateRange(min = "2024-01-01", max = "2027-06-30") LocalDate event,
      @ForAll @IntRange(max = 40) int daysLater) {
    DateInterval first = limit.lastDay(event, CALENDAR);
    DateInterval second = limit.lastDay(event.plusDays(daysLater), CALENDAR);
    assertThat(second.earliest()).isAfterOrEqualTo(first.earliest());
    assertThat(second.latest()).isAfterOrEqualTo(first.latest());
  }

  @Property(tries = 500)
  void longerLimitNeverFallsDueEarlier(
      @ForAll("limits") TimeLimit limit,
      @ForAll @DateRange(min = "2024-01-01", max = "2027-06-30") LocalDate event,
      @ForAll @IntRange(min = 1, max = 20) int more) {
    Assume.that(limit.amount() > 0 && limit.unit() != CountUnit.YEAR);
    TimeLimit longer =
        new TimeLimit(limit.amount() + more, limit.unit(), limit.eventDay(), limit.restDays());
    Assume.that(limit.unit() != CountUnit.MONTH || event.getYear() < 2026);
    DateInterval first = limit.lastDay(event, CALENDAR);
    DateInterval second = longer.lastDay(event, CALENDAR);
    assertThat(second.earliest()).isAfterOrEqualTo(first.earliest());
    assertThat(second.latest()).isAfterOrEqualTo(first.latest());
  }

  @Property(tries = 300)
  void workingAndNaturalDaysAddUp(
      @ForAll @DateRange(min = "2024-01-01", max = "2027-12-31") LocalDate event,
      @ForAll @IntRange(min = 1, max = 60) int first,
      @ForAll @IntRange(min = 1, max = 60) int second) {
    DateInterval together = TimeLimit.workdays(first + second).lastDay(event, CALENDAR);
    DateInterval step = TimeLimit.workdays(first).lastDay(event, CALENDAR);
    assertThat(TimeLimit.workdays(second).lastDay(step.earliest(), CALENDAR).earliest())
        .isEqualTo(together.earliest());
    assertThat(TimeLimit.workdays(second).lastDay(step.latest(), CALENDAR).latest())
        .isEqualTo(together.latest());
    LocalDate naturally = TimeLimit.days(first).lastDay(event, CALENDAR).latest();
    assertThat(TimeLimit.days(second).lastDay(naturally, CALENDAR))
        .isEqualTo(TimeLimit.days(first + second).lastDay(event, CALENDAR));
  }

  /** From 31 January, a month and a month end on 28 March; two months end on 31 March. */
  @Property(tries = 300)
  void monthsInStepsNeverEndLaterThanAtOnceAndAtMostThreeDaysEarlier(
      @ForAll @DateRange(min = "2000-01-01", max = "2050-12-31") LocalDate event,
      @ForAll @IntRange(min = 1, max = 24) int first,
      @ForAll @IntRange(min = 1, max = 24) int second) {
    LocalDate step = TimeLimit.months(first).lastDay(event, CALENDAR).latest();
    LocalDate inSteps = TimeLimit.months(second).lastDay(step, CALENDAR).latest();
    LocalDate atOnce = TimeLimit.months(first + second).lastDay(event, CALENDAR).latest();
    assertThat(inSteps).isBetween(atOnce.minusDays(3), atOnce);
    if (event.getDayOfMonth() <= 28) {
      assertThat(inSteps).isEqualTo(atOnce);
    }
  }

  /** A term of n months and the next one of the same length, begun the day after, fill 2n. */
  @Property(tries = 300)
  void termsThatFollowEachOtherAddUp(
      @ForAll @DateRange(min = "2000-01-01", max = "2050-12-31") LocalDate first,
      @ForAll("naturalUnits") CountUnit unit,
      @ForAll @IntRange(min = 1, max = 30) int amount) {
    Assume.that(first.getDayOfMonth() <= 28);
    LocalDate end = term(amount, unit).lastDay(first, CALENDAR).latest();
    assertThat(term(amount, unit).lastDay(end.plusDays(1), CALENDAR))
        .isEqualTo(term(2 * amount, unit).lastDay(first, CALENDAR));
  }

  @Property(tries = 500)
  void workingDaysUsedUpToTheDueDayAreTheLimit(
      @ForAll @DateRange(min = "2024-01-01", max = "2027-12-31") LocalDate event,
      @ForAll @IntRange(min = 1, max = 60) int workdays) {
    DateInterval due = CALENDAR.addWorkdays(event, workdays);
    WorkdayCount atEarliest = CALENDAR.countWorkdays(event, due.earliest());
    WorkdayCount atLatest = CALENDAR.countWorkdays(event, due.latest());
    assertThat(atEarliest.most()).isEqualTo(workdays);
    assertThat(atLatest.fewest()).isEqualTo(workdays);
    assertThat(due.isSettled()).isEqualTo(atLatest.isSettled() && atEarliest.isSettled());
    assertThat(CALENDAR.countWorkdays(event, due.earliest().minusDays(1)).most())
        .isEqualTo(workdays - 1);
    assertThat(CALENDAR.countWorkdays(event, due.latest().minusDays(1)).fewest())
        .isEqualTo(workdays - 1);
  }

  @Property(tries = 500)
  void countingBackMirrorsCountingForwards(
      @ForAll @DateRange(min = "2024-01-01", max = "2028-12-31") LocalDate event,
      @ForAll @IntRange(min = 1, max = 60) int workdays) {
    DateInterval due = CALENDAR.subtractWorkdays(event, workdays);
    assertThat(due.latest()).isBefore(event);
    LocalDate eve = event.minusDays(1);
    assertThat(CALENDAR.countWorkdays(due.latest().minusDays(1), eve).most()).isEqualTo(workdays);
    assertThat(CALENDAR.countWorkdays(due.latest(), eve).most()).isEqualTo(workdays - 1);
    assertThat(CALENDAR.countWorkdays(due.earliest().minusDays(1), eve).fewest())
        .isEqualTo(workdays);
    assertThat(CALENDAR.countWorkdays(due.earliest(), eve).fewest()).isEqualTo(workdays - 1);
    assertThat(CALENDAR.nthWorkdayUpTo(eve, workdays)).isEqualTo(due);
  }

  @Property(tries = 300)
  void eventOnAWorkingDayIsReachedAgainFromTheDayCountedBack(
      @ForAll @DateRange(min = "2007-06-01", max = "2026-12-20") LocalDate event,
      @ForAll @IntRange(min = 1, max = 60) int workdays) {
    Assume.that(CALENDAR.isWorkday(event));
    LocalDate before = CALENDAR.subtractWorkdays(event, workdays).latest();
    assertThat(CALENDAR.addWorkdays(before, workdays)).isEqualTo(DateInterval.on(event));
  }

  @Property(tries = 500)
  void extensionGoesToTheFirstDayThatIsWorked(
      @ForAll @DateRange(min = "2024-01-01", max = "2028-11-30") LocalDate counted) {
    DateInterval extended = new FixedDate(counted, RestDayRule.EXTENDS).due(CALENDAR);
    assertThat(extended.earliest()).isEqualTo(firstFrom(CALENDAR.mostWorkdays(), counted));
    assertThat(extended.latest()).isEqualTo(firstFrom(CALENDAR.fewestWorkdays(), counted));
    assertThat(extended.latest()).isBefore(counted.plusDays(16));
  }

  @Property(tries = 500)
  void limitThatDoesNotDependOnNoticesIsOneDayWhateverIsKnown(
      @ForAll("limits") TimeLimit limit,
      @ForAll @DateRange(min = "2024-01-01", max = "2026-06-30") LocalDate event) {
    DateInterval due = limit.lastDay(event, CALENDAR);
    if (!limit.dependsOnNotices()) {
      assertThat(due.isSettled()).isTrue();
      assertThat(limit.lastDay(event, EARLIER)).isEqualTo(due);
    }
  }

  /** Between the two as-of days the notice for 2026 was published. */
  @Property(tries = 500)
  void laterNoticeOnlyNarrowsTheInterval(
      @ForAll("limits") TimeLimit limit,
      @ForAll @DateRange(min = "2024-01-01", max = "2026-06-30") LocalDate event) {
    DateInterval before = limit.lastDay(event, EARLIER);
    DateInterval after = limit.lastDay(event, CALENDAR);
    assertThat(before.contains(after.earliest())).as("%s in %s", after, before).isTrue();
    assertThat(before.contains(after.latest())).as("%s in %s", after, before).isTrue();
  }

  @Property(tries = 300)
  void timeFromTheMinuteAddsUp(
      @ForAll @DateRange(min = "2007-01-01", max = "2050-12-31") LocalDate day,
      @ForAll @IntRange(max = 1439) int minute,
      @ForAll @IntRange(min = 1, max = 6000) int first,
      @ForAll @IntRange(min = 1, max = 6000) int second) {
    LocalDateTime event = day.atStartOfDay().plusMinutes(minute);
    LocalDateTime step = within(first).due(event);
    assertThat(Duration.between(event, step)).isEqualTo(Duration.ofMinutes(first));
    assertThat(within(second).due(step)).isEqualTo(within(first + second).due(event));
  }

  @Property(tries = 500)
  void periodsFollowWithoutGapOrOverlap(
      @ForAll Cycle cycle,
      @ForAll @DateRange(min = "1990-01-01", max = "2060-12-31") LocalDate day,
      @ForAll @IntRange(min = 2000, max = 2030) int firstYear) {
    CyclePeriod period = cycle.periodWith(day, firstYear);
    assertThat(day).isBetween(period.first(), period.last());
    assertThat(cycle.periodWith(period.first(), firstYear)).isEqualTo(period);
    assertThat(cycle.periodWith(period.last(), firstYear)).isEqualTo(period);
    assertThat(cycle.periodWith(period.last().plusDays(1), firstYear)).isEqualTo(period.next());
    assertThat(period.next().code()).isNotEqualTo(period.code());
  }

  @Property(tries = 300)
  void rangesThatAdjoinHaveEveryPeriodOnce(
      @ForAll Cycle cycle,
      @ForAll @DateRange(min = "2024-01-01", max = "2026-09-30") LocalDate from,
      @ForAll @DateRange(min = "2024-01-01", max = "2026-12-31") LocalDate first,
      @ForAll @IntRange(max = 400) int days,
      @ForAll @IntRange(max = 400) int cut) {
    Schedule schedule =
        new Schedule(cycle, AfterPeriodEnd.onLastDay(), from, LocalDate.of(2026, 9, 30));
    LocalDate last = first.plusDays(days);
    LocalDate middle = first.plusDays(Math.min(cut, days));
    List<CyclePeriod> parts = new ArrayList<>(schedule.periodsEnding(first, middle));
    parts.addAll(schedule.periodsEnding(middle.plusDays(1), last));
    assertThat(parts).isEqualTo(schedule.periodsEnding(first, last));
    assertThat(parts)
        .allSatisfy(
            period ->
                assertThat(period.last())
                    .isBetween(first, last)
                    .isBetween(from, LocalDate.of(2026, 9, 30)));
  }

  @Property(tries = 300)
  void laterPeriodNeverFallsDueEarlier(
      @ForAll("monthCycles") Cycle cycle,
      @ForAll("periodRules") PeriodRule rule,
      @ForAll @DateRange(min = "2015-01-01", max = "2019-12-31") LocalDate day) {
    CyclePeriod period = cycle.periodWith(day, 2015);
    DateInterval first = rule.due(period, CALENDAR);
    DateInterval second = rule.due(period.next(), CALENDAR);
    assertThat(second.earliest()).isAfterOrEqualTo(first.earliest());
    assertThat(second.latest()).isAfterOrEqualTo(first.latest());
  }

  @Provide
  Arbitrary<TimeLimit> limits() {
    Arbitrary<TimeLimit> workdays =
        Arbitraries.integers().between(-60, 60).filter(n -> n != 0).map(TimeLimit::workdays);
    Arbitrary<TimeLimit> terms =
        Combinators.combine(
                naturalUnits(),
                Arbitraries.integers().between(1, 12),
                Arbitraries.of(RestDayRule.class))
            .as(
                (unit, amount, restDays) ->
                    new TimeLimit(
                        unit == CountUnit.YEAR ? 1 : amount, unit, EventDay.COUNTED, restDays));
    Arbitrary<TimeLimit> forwards =
        Combinators.combine(
                naturalUnits(),
                Arbitraries.integers().between(1, 12),
                Arbitraries.of(RestDayRule.class))
            .as(
                (unit, amount, restDays) ->
                    new TimeLimit(
                        unit == CountUnit.YEAR ? 1 : amount, unit, EventDay.NOT_COUNTED, restDays));
    Arbitrary<TimeLimit> backwards =
        Combinators.combine(naturalUnits(), Arbitraries.integers().between(-12, -1))
            .as((unit, n) -> new TimeLimit(n, unit, EventDay.NOT_COUNTED, RestDayRule.STAYS));
    return Arbitraries.oneOf(workdays, forwards, terms, backwards);
  }

  @Provide
  Arbitrary<CountUnit> naturalUnits() {
    return Arbitraries.of(CountUnit.DAY, CountUnit.MONTH, CountUnit.YEAR);
  }

  @Provide
  Arbitrary<Cycle> monthCycles() {
    return Arbitraries.of(Cycle.class).filter(Cycle::isOfMonths);
  }

  @Provide
  Arbitrary<PeriodRule> periodRules() {
    Arbitrary<RestDayRule> restDays = Arbitraries.of(RestDayRule.class);
    return Arbitraries.oneOf(
        limits().map(AfterPeriodEnd::new),
        limits().map(AfterPeriodStart::new),
        Combinators.combine(
                Arbitraries.integers().between(1, 14),
                Arbitraries.integers().between(1, 31),
                restDays)
            .as(DayOfPeriod::new),
        Combinators.combine(
                Arbitraries.of(Month.class),
                Arbitraries.integers().between(1, 28),
                Arbitraries.integers().between(0, 2),
                restDays)
            .as(DayOfYear::new),
        Arbitraries.integers().between(-20, 20).filter(n -> n != 0).map(WorkdayOfPeriod::new));
  }

  private static TimeLimit term(int amount, CountUnit unit) {
    return new TimeLimit(amount, unit, EventDay.COUNTED, RestDayRule.STAYS);
  }

  private static WithinTime within(int minutes) {
    return new WithinTime(Duration.ofMinutes(minutes));
  }

  private static LocalDate firstFrom(int[] workdays, LocalDate day) {
    return Arrays.stream(workdays)
        .mapToObj(LocalDate::ofEpochDay)
        .filter(workday -> !workday.isBefore(day))
        .findFirst()
        .orElseThrow();
  }
}
