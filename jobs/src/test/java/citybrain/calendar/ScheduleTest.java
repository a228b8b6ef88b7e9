package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  private static final WorkdayCalendar CALENDAR = WorkdayCalendar.asOf(LocalDate.of(2026, 11, 1));
  private static final LocalDate FROM = LocalDate.of(2020, 8, 1);

  @ParameterizedTest(name = "{0} of {1} from {2} on is {3}: {4} to {5}")
  @CsvSource({
    "DAY, 2020-09-10, 2020, 2020-09-10, 2020-09-10, 2020-09-10",
    "WEEK, 2020-09-10, 2020, 2020-09-07/2020-09-13, 2020-09-07, 2020-09-13",
    "WEEK, 2021-01-01, 2020, 2020-12-28/2021-01-03, 2020-12-28, 2021-01-03",
    "WEEK, 2020-09-13, 2020, 2020-09-07/2020-09-13, 2020-09-07, 2020-09-13",
    "MONTH, 2020-02-10, 2020, 2020-02, 2020-02-01, 2020-02-29",
    "MONTH, 2021-12-31, 2020, 2021-12, 2021-12-01, 2021-12-31",
    "QUARTER, 2020-09-30, 2020, 2020-Q3, 2020-07-01, 2020-09-30",
    "QUARTER, 2020-10-01, 2020, 2020-Q4, 2020-10-01, 2020-12-31",
    "HALF_YEAR, 2020-06-30, 2020, 2020-H1, 2020-01-01, 2020-06-30",
    "HALF_YEAR, 2020-07-01, 2020, 2020-H2, 2020-07-01, 2020-12-31",
    "YEAR, 2020-07-01, 2020, 2020, 2020-01-01, 2020-12-31",
    "SCHOOL_YEAR, 2020-08-31, 2020, 2019-09/2020-08, 2019-09-01, 2020-08-31",
    "SCHOOL_YEAR, 2020-09-01, 2020, 2020-09/2021-08, 2020-09-01, 2021-08-31",
    "TWO_YEARS, 2021-07-01, 2020, 2020/2021, 2020-01-01, 2021-12-31",
    "TWO_YEARS, 2021-07-01, 2021, 2021/2022, 2021-01-01, 2022-12-31",
    "TWO_YEARS, 2019-12-31, 2020, 2018/2019, 2018-01-01, 2019-12-31",
    "THREE_YEARS, 2023-01-01, 2020, 2023/2025, 2023-01-01, 2025-12-31",
    "FIVE_YEARS, 2025-12-31, 2021, 2021/2025, 2021-01-01, 2025-12-31",
  })
  void dayLiesInItsPeriod(
      Cycle cycle, LocalDate day, int firstYear, String code, LocalDate first, LocalDate last) {
    CyclePeriod period = cycle.periodWith(day, firstYear);
    assertThat(period.code()).isEqualTo(code);
    assertThat(period.first()).isEqualTo(first);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period.next().first()).isEqualTo(last.plusDays(1));
  }

  @ParameterizedTest(name = "{0} does not start on {1}")
  @CsvSource({
    "WEEK, 2020-09-08",
    "MONTH, 2020-09-02",
    "QUARTER, 2020-08-01",
    "HALF_YEAR, 2020-04-01",
    "SCHOOL_YEAR, 2020-01-01",
    "TWO_YEARS, 2020-07-01",
  })
  void periodStartsWhereItsCycleDoes(Cycle cycle, LocalDate first) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CyclePeriod(cycle, first));
  }

  /** 青政办发〔2020〕12号 is in force from 2020-08-01 to 2025-07-31, both days included. */
  @Test
  void dutyIsOwedForThePeriodsThatEndInForce() {
    Schedule schedule =
        new Schedule(
            Cycle.QUARTER,
            new AfterPeriodEnd(TimeLimit.workdays(10)),
            FROM,
            LocalDate.of(2025, 7, 31));
    List<String> codes =
        schedule.periodsEnding(LocalDate.of(2007, 1, 1), LocalDate.of(2030, 12, 31)).stream()
            .map(CyclePeriod::code)
            .toList();
    assertThat(codes).hasSize(20).startsWith("2020-Q3", "2020-Q4").endsWith("2025-Q1", "2025-Q2");
  }

  @Test
  void periodThatEndsOnTheFirstOrLastDayInForceIsOwed() {
    LocalDate end = LocalDate.of(2020, 9, 30);
    Schedule onlyThatDay = new Schedule(Cycle.QUARTER, AfterPeriodEnd.onLastDay(), end, end);
    LocalDate first = LocalDate.of(2020, 1, 1);
    LocalDate last = LocalDate.of(2021, 1, 1);
    assertThat(onlyThatDay.periodsEnding(first, last))
        .containsExactly(new CyclePeriod(Cycle.QUARTER, LocalDate.of(2020, 7, 1)));
    assertThat(onlyThatDay.periodsEnding(end, end)).hasSize(1);
    assertThat(onlyThatDay.periodsEnding(first, end.minusDays(1))).isEmpty();
    assertThat(onlyThatDay.periodsEnding(end.plusDays(1), last)).isEmpty();
    assertThat(onlyThatDay.periodsEnding(last, first)).isEmpty();
  }

  @ParameterizedTest(name = "day {2} of month {1} of {0} {3} is {4}")
  @CsvSource({
    "QUARTER, 3, 20, 2020-07-01, 2020-09-20, the 20th of the last month",
    "QUARTER, 4, 15, 2020-10-01, 2021-01-15, the 15th of the month after the quarter",
    "MONTH, 1, 25, 2020-09-01, 2020-09-25, the 25th of the month",
    "MONTH, 1, 31, 2020-09-01, 2020-09-30, the last day of a shorter month",
    "MONTH, 1, 30, 2021-02-01, 2021-02-28, the last day of February",
    "MONTH, 2, 10, 2020-12-01, 2021-01-10, the 10th of the next month",
    "HALF_YEAR, 6, 20, 2020-07-01, 2020-12-20, the 20th of its last month",
    "SCHOOL_YEAR, 1, 31, 2020-09-01, 2020-09-30, the end of its first month",
  })
  void dayOfAMonthWithinThePeriod(
      Cycle cycle, int month, int day, LocalDate first, LocalDate expected, String words) {
    assertThat(
            new DayOfPeriod(month, day, RestDayRule.STAYS)
                .due(new CyclePeriod(cycle, first), CALENDAR))
        .as(words)
        .isEqualTo(DateInterval.on(expected));
  }

  @ParameterizedTest(name = "{1} {2}, {3} years after the {0} of {4}, is {5}")
  @CsvSource({
    "YEAR, FEBRUARY, 31, 1, 2020-01-01, 2021-02-28, before the end of February",
    "YEAR, FEBRUARY, 31, 1, 2023-01-01, 2024-02-29, before the end of February in a leap year",
    "YEAR, JANUARY, 31, 1, 2020-01-01, 2021-01-31, by 31 January of the next year",
    "YEAR, DECEMBER, 20, 0, 2020-01-01, 2020-12-20, by 20 December",
    "YEAR, FEBRUARY, 29, 0, 2021-01-01, 2021-02-28, 29 February in a common year",
    "SCHOOL_YEAR, AUGUST, 31, 0, 2020-09-01, 2021-08-31, the end of the school year",
    "SCHOOL_YEAR, OCTOBER, 31, 0, 2020-09-01, 2021-10-31, after the school year",
    "TWO_YEARS, MARCH, 31, 1, 2020-01-01, 2022-03-31, by March after two years",
    "QUARTER, DECEMBER, 31, 2, 2020-07-01, 2022-12-31, two years later",
  })
  void dayOfTheYearInWhichThePeriodEnds(
      Cycle cycle,
      Month month,
      int day,
      int yearsLater,
      LocalDate first,
      LocalDate expected,
      String words) {
    assertThat(
            new DayOfYear(month, day, yearsLater, RestDayRule.STAYS)
                .due(new CyclePeriod(cycle, first), CALENDAR))
        .as(words)
        .isEqualTo(DateInterval.on(expected));
  }

  /** Counted by hand on 国办发明电〔2019〕16号 as amended, and 〔2020〕27号. */
  @ParameterizedTest(name = "working day {0} of {1} {2} is {3}: {4}")
  @CsvSource({
    "1, MONTH, 2020-10-01, 2020-10-09, 1 to 8 October off",
    "5, MONTH, 2020-10-01, 2020-10-14, Fri 9 - Sat 10 worked - Mon 12 - Tue 13 - Wed 14",
    "1, MONTH, 2020-09-01, 2020-09-01, the first day is counted",
    "-1, MONTH, 2020-09-01, 2020-09-30, the last day is counted",
    "-2, MONTH, 2020-10-01, 2020-10-29, Fri 30 - Thu 29",
    "-1, MONTH, 2021-01-01, 2021-01-29, 30 and 31 January are a weekend",
    "-1, WEEK, 2020-09-21, 2020-09-27, the Sunday is worked",
    "1, WEEK, 2020-01-27, 2020-02-03, a week wholly off: the first after it",
    "-1, WEEK, 2020-01-27, 2020-01-23, a week wholly off: the last before it",
    "10, QUARTER, 2021-01-01, 2021-01-15, 4 to 8 and 11 to 15",
  })
  void workingDayOfThePeriod(int n, Cycle cycle, LocalDate first, LocalDate expected, String how) {
    assertThat(new WorkdayOfPeriod(n).due(new CyclePeriod(cycle, first), CALENDAR))
        .isEqualTo(DateInterval.on(expected));
  }

  /** Within 30 days of the school year's start: 1 October 2020, extended over the long holiday. */
  @Test
  void limitRunsFromTheStartOfThePeriod() {
    CyclePeriod schoolYear = Cycle.SCHOOL_YEAR.periodWith(LocalDate.of(2020, 9, 1), 2020);
    assertThat(new AfterPeriodStart(TimeLimit.days(30)).due(schoolYear, CALENDAR))
        .isEqualTo(DateInterval.on(LocalDate.of(2020, 10, 1)));
    assertThat(
            new AfterPeriodStart(TimeLimit.days(30).extendedOverRestDays())
                .due(schoolYear, CALENDAR))
        .isEqualTo(DateInterval.on(LocalDate.of(2020, 10, 9)));
  }

  /** The last day of October 2020 is a Saturday. */
  @Test
  void lastDayOfAPeriodIsExtendedOnlyWhereTheRuleSaysSo() {
    CyclePeriod october = Cycle.MONTH.periodWith(LocalDate.of(2020, 10, 1), 2020);
    assertThat(AfterPeriodEnd.onLastDay().due(october, CALENDAR))
        .isEqualTo(DateInterval.on(LocalDate.of(2020, 10, 31)));
    assertThat(new AfterPeriodEnd(TimeLimit.days(0).extendedOverRestDays()).due(october, CALENDAR))
        .isEqualTo(DateInterval.on(LocalDate.of(2020, 11, 2)));
  }

  @Test
  void extensionOfAPeriodsDayIsAChoice() {
    CyclePeriod quarter = Cycle.QUARTER.periodWith(FROM, 2020);
    CyclePeriod year = Cycle.YEAR.periodWith(FROM, 2020);
    DayOfPeriod twentieth = new DayOfPeriod(3, 20, RestDayRule.EXTENDS);
    DayOfYear endOfFebruary = new DayOfYear(Month.FEBRUARY, 31, 1, RestDayRule.EXTENDS);
    assertThat(twentieth.due(quarter, CALENDAR))
        .as("20 September 2020 is a Sunday")
        .isEqualTo(DateInterval.on(LocalDate.of(2020, 9, 21)));
    assertThat(endOfFebruary.due(year, CALENDAR))
        .as("28 February 2021 is a Sunday")
        .isEqualTo(DateInterval.on(LocalDate.of(2021, 3, 1)));
    assertThat(List.of(twentieth.dependsOnNotices(), endOfFebruary.dependsOnNotices()))
        .containsOnly(true);
    assertThat(new DayOfPeriod(3, 20, RestDayRule.STAYS).dependsOnNotices()).isFalse();
    assertThat(new DayOfYear(Month.MAY, 1, 0, RestDayRule.STAYS).dependsOnNotices()).isFalse();
    assertThat(new FixedDate(FROM, RestDayRule.STAYS).dependsOnNotices()).isFalse();
    assertThat(new FixedDate(FROM, RestDayRule.EXTENDS).dependsOnNotices()).isTrue();
    assertThat(new WorkdayOfPeriod(1).dependsOnNotices()).isTrue();
  }

  /**
   * As known on 2020-10-20, when 2021 was not announced: the notices may have the weekend of 2 and
   * 3 January worked, and then 4 to 8 and 11 to 13 make ten working days after 31 December. If not,
   * 4 to 8 and 11 to 15 do.
   */
  @Test
  void occurrencesOfAYearNotAnnouncedAreIntervals() {
    Schedule schedule =
        new Schedule(Cycle.QUARTER, new AfterPeriodEnd(TimeLimit.workdays(10)), FROM, null);
    WorkdayCalendar before = WorkdayCalendar.asOf(LocalDate.of(2020, 10, 20));
    LocalDate first = LocalDate.of(2020, 9, 1);
    LocalDate last = LocalDate.of(2020, 12, 31);
    CyclePeriod third = new CyclePeriod(Cycle.QUARTER, LocalDate.of(2020, 7, 1));
    DateInterval thirdDue = DateInterval.on(LocalDate.of(2020, 10, 21));
    assertThat(schedule.occurrences(first, last, before))
        .containsExactly(
            new Schedule.Occurrence(third, thirdDue),
            new Schedule.Occurrence(
                third.next(),
                new DateInterval(LocalDate.of(2021, 1, 13), LocalDate.of(2021, 1, 15))));
    assertThat(schedule.occurrences(first, last, CALENDAR))
        .containsExactly(
            new Schedule.Occurrence(third, thirdDue),
            new Schedule.Occurrence(third.next(), DateInterval.on(LocalDate.of(2021, 1, 15))));
  }

  @Test
  void ruleThatCannotBeMeantIsRefused() {
    CyclePeriod week = Cycle.WEEK.periodWith(FROM, 2020);
    DayOfPeriod monthly = new DayOfPeriod(1, 25, RestDayRule.STAYS);
    assertThatIllegalArgumentException().isThrownBy(() -> monthly.due(week, CALENDAR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule(Cycle.WEEK, monthly, FROM, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule(Cycle.MONTH, monthly, FROM, FROM.minusDays(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayOfPeriod(0, 25, RestDayRule.STAYS));
    assertThatIllegalArgumentException().isThrownBy(() -> new DayOfPeriod(1, 0, RestDayRule.STAYS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayOfPeriod(1, 32, RestDayRule.STAYS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayOfYear(Month.FEBRUARY, 30, 1, RestDayRule.STAYS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayOfYear(Month.FEBRUARY, 0, 1, RestDayRule.STAYS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayOfYear(Month.APRIL, 32, 1, RestDayRule.STAYS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayOfYear(Month.APRIL, 1, -1, RestDayRule.STAYS));
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkdayOfPeriod(0));
  }
}
