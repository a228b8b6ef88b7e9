package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import citybrain.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counting rules of 民法典 chapter 10 and the procedural laws, counted by hand. */
class TimeLimitTest {
  private static final WorkdayCalendar CALENDAR = WorkdayCalendar.asOf(LocalDate.of(2026, 11, 1));

  @ParameterizedTest(name = "{0}: {2} {3} after {1} end on {4}")
  @CsvSource({
    "第二百零一条: the day of the event is not counted, 2020-09-01, 1, DAY, 2020-09-02",
    "第二百零一条: rest days within are counted, 2020-09-30, 10, DAY, 2020-10-10",
    "the event's own day, 2020-09-01, 0, DAY, 2020-09-01",
    "第二百零二条: day of the same number, 2020-09-15, 1, MONTH, 2020-10-15",
    "第二百零二条: a longer month does not end later, 2020-02-29, 1, MONTH, 2020-03-29",
    "第二百零二条: no such day, 2020-08-31, 1, MONTH, 2020-09-30",
    "第二百零二条: no such day in a leap year, 2020-01-31, 1, MONTH, 2020-02-29",
    "第二百零二条: no such day in a common year, 2021-01-29, 1, MONTH, 2021-02-28",
    "第二百零二条: over the year, 2020-08-31, 6, MONTH, 2021-02-28",
    "第二百零二条: year, 2020-09-07, 3, YEAR, 2023-09-07",
    "第二百零二条: 29 February, 2020-02-29, 1, YEAR, 2021-02-28",
    "第二百零二条: 29 February to the next, 2020-02-29, 4, YEAR, 2024-02-29",
    "before: the event is not counted, 2020-09-10, -3, DAY, 2020-09-07",
    "before: no such day, 2020-03-31, -1, MONTH, 2020-02-29",
    "before: year, 2020-02-29, -1, YEAR, 2019-02-28",
    "before: working days Wed 30 - Tue 29 - Mon 28 - Sun 27 worked, 2020-10-01, -4, WORKDAY, 2020-09-27",
    "before: event on a working day: Sat 10 worked - Fri 9 - Wed 30, 2020-10-12, -3, WORKDAY, 2020-09-30",
    "before: event on a rest day, 2020-10-05, -1, WORKDAY, 2020-09-30",
  })
  void limitEndsOnTheDayOfTheRule(
      String rule, LocalDate event, int amount, CountUnit unit, LocalDate expected) {
    TimeLimit limit = new TimeLimit(amount, unit, EventDay.NOT_COUNTED, RestDayRule.STAYS);
    assertThat(limit.lastDay(event, CALENDAR)).isEqualTo(DateInterval.on(expected));
  }

  @ParameterizedTest(name = "{0}: {2} {3} that begin with {1} end on {4}")
  @CsvSource({
    "青政字〔2020〕23号 聘期3年 2020年10月1日—2023年9月30日, 2020-10-01, 3, YEAR, 2023-09-30",
    "青政办发〔2020〕12号第三十四条 2020年8月1日 to 2025年7月31日, 2020-08-01, 5, YEAR, 2025-07-31",
    "a whole month, 2021-02-01, 1, MONTH, 2021-02-28",
    "ends with the month that follows a shorter one, 2021-03-01, 1, MONTH, 2021-03-31",
    "no eve of 30 February, 2021-01-30, 1, MONTH, 2021-02-28",
    "the first day alone, 2020-09-01, 1, DAY, 2020-09-01",
    "a month's number of days, 2020-01-31, 31, DAY, 2020-03-01",
    "a working day is its own first, 2020-09-30, 1, WORKDAY, 2020-09-30",
    "a rest day is not, 2020-10-01, 1, WORKDAY, 2020-10-09",
  })
  void termCountsItsFirstDay(
      String rule, LocalDate first, int amount, CountUnit unit, LocalDate expected) {
    TimeLimit limit =
        new TimeLimit(amount, unit, EventDay.NOT_COUNTED, RestDayRule.STAYS).withFirstDayCounted();
    assertThat(limit.lastDay(first, CALENDAR)).isEqualTo(DateInterval.on(expected));
  }

  /** Days of the notices 国办发明电〔2019〕16号 and 〔2020〕27号. */
  @ParameterizedTest(name = "{0} ({1}) is extended to {2}")
  @CsvSource({
    "2020-09-18, Friday, 2020-09-18",
    "2020-09-19, Saturday, 2020-09-21",
    "2020-09-26, Saturday before a worked Sunday, 2020-09-27",
    "2020-09-27, worked Sunday, 2020-09-27",
    "2020-10-01, first of eight days off, 2020-10-09",
    "2020-10-08, last of eight days off, 2020-10-09",
    "2020-10-10, worked Saturday, 2020-10-10",
    "2020-10-11, Sunday, 2020-10-12",
    "2020-10-31, Saturday, 2020-11-02",
    "2021-02-28, Sunday, 2021-03-01",
    "2021-02-11, first of seven days off, 2021-02-18",
  })
  void restDayIsExtendedToTheFirstWorkingDay(LocalDate counted, String day, LocalDate expected) {
    TimeLimit limit = TimeLimit.days(10);
    LocalDate event = counted.minusDays(10);
    assertThat(limit.lastDay(event, CALENDAR)).isEqualTo(DateInterval.on(counted));
    assertThat(limit.extendedOverRestDays().lastDay(event, CALENDAR))
        .isEqualTo(DateInterval.on(expected));
    assertThat(new FixedDate(counted, RestDayRule.EXTENDS).due(CALENDAR))
        .isEqualTo(DateInterval.on(expected));
    assertThat(new FixedDate(counted, RestDayRule.STAYS).due(CALENDAR))
        .isEqualTo(DateInterval.on(counted));
  }

  /**
   * A month after 2020-12-01 is New Year, a Friday. 2021 was announced on 2020-11-25, with the
   * weekend off; before, a notice might have had it worked.
   */
  @ParameterizedTest(name = "as of {0}, due {1} to {2}")
  @CsvSource({
    "2020-11-24, 2021-01-02, 2021-01-04",
    "2020-11-25, 2021-01-04, 2021-01-04",
  })
  void extensionIsAnIntervalUntilTheNoticeIsOut(
      LocalDate asOf, LocalDate earliest, LocalDate latest) {
    TimeLimit limit = TimeLimit.months(1).extendedOverRestDays();
    assertThat(limit.lastDay(LocalDate.of(2020, 12, 1), WorkdayCalendar.asOf(asOf)))
        .isEqualTo(new DateInterval(earliest, latest));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} depends on notices: {4}")
  @CsvSource({
    "5, WORKDAY, NOT_COUNTED, STAYS, true",
    "5, DAY, NOT_COUNTED, STAYS, false",
    "5, DAY, NOT_COUNTED, EXTENDS, true",
    "1, MONTH, COUNTED, STAYS, false",
    "1, YEAR, COUNTED, EXTENDS, true",
  })
  void noticesBearOnWorkingDaysAndExtensions(
      int amount, CountUnit unit, EventDay eventDay, RestDayRule restDays, boolean depends) {
    TimeLimit limit = new TimeLimit(amount, unit, eventDay, restDays);
    assertThat(limit.dependsOnNotices()).isEqualTo(depends);
    assertThat(new AfterEvent(limit).dependsOnNotices()).isEqualTo(depends);
    assertThat(new AfterPeriodEnd(limit).dependsOnNotices()).isEqualTo(depends);
    assertThat(new AfterPeriodStart(limit).dependsOnNotices()).isEqualTo(depends);
  }

  @Test
  void naturalTimeKnowsNoBoundsOfTheCalendar() {
    assertThat(TimeLimit.years(100).lastDay(LocalDate.of(1950, 1, 31), CALENDAR))
        .isEqualTo(DateInterval.on(LocalDate.of(2050, 1, 31)));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                TimeLimit.years(100)
                    .extendedOverRestDays()
                    .lastDay(LocalDate.of(1950, 1, 31), CALENDAR))
        .withMessageStartingWith("CALENDAR_OUT_OF_RANGE: 2050-01-31 is outside");
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
  @CsvSource({
    "0, WORKDAY, NOT_COUNTED, STAYS, no working day is no time",
    "0, MONTH, NOT_COUNTED, STAYS, no month is no time",
    "0, DAY, COUNTED, STAYS, a term has a first day",
    "-1, DAY, COUNTED, STAYS, backwards the event is not counted",
    "5, WORKDAY, NOT_COUNTED, EXTENDS, a working day is no rest day",
    "-5, DAY, NOT_COUNTED, EXTENDS, no law extends a backward count",
  })
  void limitThatNoLawKnowsIsRefused(
      int amount, CountUnit unit, EventDay eventDay, RestDayRule restDays, String reason) {
    assertThatIllegalArgumentException()
        .as(reason)
        .isThrownBy(() -> new TimeLimit(amount, unit, eventDay, restDays));
  }

  @Test
  void hoursAreMoreThanNoneAndWholeSeconds() {
    assertThat(WithinTime.hours(new BigDecimal("0.25")))
        .isEqualTo(new WithinTime(Duration.ofMinutes(15)));
    assertThatIllegalArgumentException().isThrownBy(() -> new WithinTime(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WithinTime.hours(BigDecimal.ONE.negate()));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> WithinTime.hours(new BigDecimal("0.0001")));
  }
}
