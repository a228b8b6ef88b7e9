package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import citybrain.problem.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkdayCalendarTest {
  private static final LocalDate AS_OF = LocalDate.of(2020, 10, 20);

  @ParameterizedTest(name = "{0}: {1} ({2}) is a working day: {3}")
  @CsvSource({
    "国办发明电〔2006〕49号, 2007-04-28, make-up Saturday, true",
    "国办发明电〔2006〕49号, 2007-05-07, seventh day of the golden week, false",
    "notice for 2008, 2007-12-29, make-up Saturday in the year before, true",
    "notice for 2008, 2007-12-31, Monday in the year before, false",
    "国办发明电〔2013〕28号, 2014-01-30, New Year's Eve was no holiday, true",
    "notice of 2015-05-13, 2015-09-03, memorial day, false",
    "notice of 2015-05-13, 2015-09-06, make-up Sunday, true",
    "notice of 2019-03-22, 2019-05-03, added by the amendment, false",
    "notice of 2020-01-27, 2020-01-31, longer for the epidemic, false",
    "notice of 2020-01-27, 2020-02-01, no make-up Saturday any more, false",
    "notice of 2020-01-27, 2020-02-03, first day of work, true",
    "notice of 2019-11-21, 2020-09-27, make-up Sunday, true",
    "notice of 2019-11-21, 2020-10-08, last day off, false",
    "notice of 2019-11-21, 2020-10-09, Friday, true",
    "notice of 2019-11-21, 2020-10-10, make-up Saturday, true",
    "no notice names it, 2020-08-14, Friday, true",
    "no notice names it, 2020-08-15, Saturday, false",
  })
  void dayIsWhatTheNoticeSays(String source, LocalDate date, String day, boolean isWorkday) {
    assertThat(WorkdayCalendar.asOf(AS_OF).isWorkday(date)).isEqualTo(isWorkday);
  }

  /**
   * Counted by hand on the notices; each row says the last working day reached in every stretch.
   */
  @ParameterizedTest(name = "{1} working days after {0} is {2}: {3}")
  @CsvSource({
    "2020-09-01, 30, 2020-10-19, 3 to 4 Sep - 8 to 11 - 13 to 18 - 18 to 25 - 19 on Sun 27 - 22 to 30 - 23 on 9 Oct - 24"
        + " on Sat 10 - 29 to 16 - 30 on Mon 19",
    "2020-10-01, 3, 2020-10-12, starts on a holiday: 9 Oct - 10 Oct - 12 Oct",
    "2020-10-10, 1, 2020-10-12, starts on a make-up Saturday",
    "2020-10-17, 1, 2020-10-19, starts on a Saturday",
    "2018-12-28, 3, 2019-01-03, over the year: Sat 29 Dec - 2 Jan - 3 Jan",
    "2020-01-16, 10, 2020-02-06, 1 on Fri 17 - 2 on Sun 19 - 6 to Thu 23 Jan - 10 on Thu 6 Feb as 24 Jan to 2 Feb are off"
  })
  void deadlineIsTheDayCountedByHand(
      LocalDate start, int workdays, LocalDate expected, String how) {
    DateInterval due = WorkdayCalendar.asOf(AS_OF).addWorkdays(start, workdays);
    assertThat(due).isEqualTo(new DateInterval(expected, expected));
    assertThat(due.isSettled()).isTrue();
  }

  /**
   * 2021 was announced on 2020-11-25. Before, 30 and 31 December may be free and 2 and 3 January
   * may be worked. Earliest: 12 to 31 Dec, 14 on 3 Jan, 19 to 8, 24 to 15, 29 to 22, 30 on 25 Jan.
   * Latest: 10 to 29 Dec, 15 to 8 Jan, 20 to 15, 25 to 22, 30 on 29 Jan. In the end: 12 to 31 Dec,
   * 17 to 8 Jan, 22 to 15, 27 to 22, 30 on 27 Jan.
   */
  @ParameterizedTest(name = "as of {0} the deadline lies between {1} and {2}")
  @CsvSource({
    "2020-10-20, 2021-01-25, 2021-01-29",
    "2020-11-24, 2021-01-25, 2021-01-29",
    "2020-11-25, 2021-01-27, 2021-01-27",
  })
  void deadlineIsAnIntervalUntilTheNoticeIsOut(
      LocalDate asOf, LocalDate earliest, LocalDate latest) {
    assertThat(WorkdayCalendar.asOf(asOf).addWorkdays(LocalDate.of(2020, 12, 15), 30))
        .isEqualTo(new DateInterval(earliest, latest));
  }

  @ParameterizedTest(name = "{0} is announced as of {1}: {2}")
  @CsvSource({
    "2006, 2020-10-20, false",
    "2007, 2007-01-01, true",
    "2008, 2007-12-17, false",
    "2008, 2007-12-18, true",
    "2015, 2015-05-12, false",
    "2015, 2015-05-13, true",
    "2020, 2019-11-21, false",
    "2020, 2020-01-26, false",
    "2020, 2020-01-27, true",
    "2021, 2020-11-24, false",
    "2021, 2020-11-25, true",
    "2026, 2025-11-03, false",
    "2026, 2025-11-04, true",
    "2027, 2030-01-01, false",
  })
  void yearIsAnnouncedFromItsLastPaperOn(int year, LocalDate asOf, boolean isAnnounced) {
    assertThat(WorkdayCalendar.asOf(asOf).isAnnounced(year)).isEqualTo(isAnnounced);
  }

  @ParameterizedTest(name = "{0} waits for the notice for {1}")
  @CsvSource({"2021-03-10, 2021", "2022-07-01, 2022", "2020-12-30, 2021", "2020-12-31, 2021"})
  void dayThatANoticeMayMoveIsNoYesOrNo(LocalDate date, int year) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> WorkdayCalendar.asOf(AS_OF).isWorkday(date))
        .withMessageStartingWith(
            "CALENDAR_NOT_ANNOUNCED: %s may be moved by the holiday notice for %d, not published in full by 2020-10-20.",
            date, year);
  }

  @Test
  void lateDecemberOutOfTheNewYearNoticesReachIsKnown() {
    assertThat(WorkdayCalendar.asOf(AS_OF).isWorkday(LocalDate.of(2020, 12, 29))).isTrue();
    assertThat(WorkdayCalendar.asOf(AS_OF).isWorkday(LocalDate.of(2020, 12, 27))).isFalse();
  }

  @Test
  void calendarCoversTheAsOfYearAndTwoMore() {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(AS_OF);
    assertThat(calendar.firstDay()).isEqualTo("2007-01-01");
    assertThat(calendar.lastDay()).isEqualTo("2022-12-31");
  }

  @ParameterizedTest(name = "{0} is not covered as of 2020-10-20")
  @CsvSource({"2006-12-31", "2023-01-01"})
  void dayOutsideTheCoveredDaysIsAProblem(LocalDate date) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(AS_OF);
    String message =
        "CALENDAR_OUT_OF_RANGE: %s is outside the covered days 2007-01-01 to 2022-12-31."
            .formatted(date);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> calendar.isWorkday(date))
        .withMessageStartingWith(message);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> calendar.addWorkdays(date, 1))
        .withMessageStartingWith(message);
  }

  @Test
  void deadlineAfterTheCoveredDaysIsAProblem() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> WorkdayCalendar.asOf(AS_OF).addWorkdays(LocalDate.of(2022, 12, 20), 30))
        .withMessageStartingWith(
            "CALENDAR_OUT_OF_RANGE: 30 working days after 2022-12-20 end after the last covered day 2022-12-31.");
  }

  @ParameterizedTest(name = "no calendar stands on {0}")
  @CsvSource({"2006-12-31", "2097-01-01"})
  void asOfDayOutsideTheCalendarIsAProblem(LocalDate asOf) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> WorkdayCalendar.asOf(asOf))
        .withMessageStartingWith("CALENDAR_OUT_OF_RANGE: as-of day %s", asOf);
  }

  @Test
  void deadlineOfNoWorkingDayIsRefused() {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(AS_OF);
    assertThatIllegalArgumentException().isThrownBy(() -> calendar.addWorkdays(AS_OF, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> calendar.subtractWorkdays(AS_OF, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> calendar.nthWorkdayFrom(AS_OF, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> calendar.nthWorkdayUpTo(AS_OF, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendar.countWorkdays(AS_OF, AS_OF.minusDays(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkdayCount(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkdayCount(-1, 1));
  }

  @ParameterizedTest(name = "{1} working days before {0} is {2}: {3}")
  @CsvSource({
    "2020-10-12, 3, 2020-09-30, Sat 10 worked - Fri 9 - then 8 to 1 October off - Wed 30",
    "2020-10-05, 1, 2020-09-30, event on a rest day",
    "2020-09-28, 2, 2020-09-25, Sun 27 worked - Fri 25",
    "2007-01-05, 1, 2007-01-04, first working day of the calendar",
  })
  void workingDaysAreCountedBack(LocalDate event, int workdays, LocalDate expected, String how) {
    assertThat(WorkdayCalendar.asOf(AS_OF).subtractWorkdays(event, workdays))
        .isEqualTo(DateInterval.on(expected));
  }

  /**
   * 2021 was announced on 2020-11-25. Before, 30 and 31 December may be off and 2 and 3 January
   * worked. Two working days before 4 January: 3 and 2 January at the latest, 29 and 28 December at
   * the earliest; in the end 31 and 30 December.
   */
  @ParameterizedTest(name = "as of {0} the day counted back lies between {1} and {2}")
  @CsvSource({"2020-11-24, 2020-12-28, 2021-01-02", "2020-11-25, 2020-12-30, 2020-12-30"})
  void dayCountedBackIsAnIntervalUntilTheNoticeIsOut(
      LocalDate asOf, LocalDate earliest, LocalDate latest) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    DateInterval expected = new DateInterval(earliest, latest);
    assertThat(calendar.subtractWorkdays(LocalDate.of(2021, 1, 4), 2)).isEqualTo(expected);
    assertThat(calendar.nthWorkdayUpTo(LocalDate.of(2021, 1, 3), 2)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "as of {0}: {3} to {4} working days after {1} up to {2}")
  @CsvSource({
    "2020-10-20, 2020-09-30, 2020-10-16, 7, 7",
    "2020-10-20, 2020-09-30, 2020-09-30, 0, 0",
    "2020-10-20, 2020-10-01, 2020-10-08, 0, 0",
    "2020-10-20, 2020-09-26, 2020-09-27, 1, 1",
    // 28 and 29 December and 4 January are worked, 30 and 31 December and 2 and 3 January open.
    "2020-11-24, 2020-12-27, 2021-01-04, 3, 7",
    "2020-11-25, 2020-12-27, 2021-01-04, 5, 5",
  })
  void workingDaysUsedAreCounted(
      LocalDate asOf, LocalDate start, LocalDate end, int fewest, int most) {
    WorkdayCount count = WorkdayCalendar.asOf(asOf).countWorkdays(start, end);
    assertThat(count).isEqualTo(new WorkdayCount(fewest, most));
    assertThat(count.isSettled()).isEqualTo(fewest == most);
  }

  @Test
  void firstAndLastCoveredDaysCanBeCountedFromAndTo() {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(AS_OF);
    assertThat(calendar.nthWorkdayFrom(calendar.firstDay(), 1))
        .as("1 to 3 January 2007 were off")
        .isEqualTo(DateInterval.on(LocalDate.of(2007, 1, 4)));
    assertThat(calendar.nthWorkdayUpTo(calendar.lastDay(), 1))
        .as("Saturday 31 and Friday 30 December 2022 are open")
        .isEqualTo(new DateInterval(LocalDate.of(2022, 12, 29), LocalDate.of(2022, 12, 31)));
  }

  @Test
  void countOutOfTheCoveredDaysIsAProblem() {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(AS_OF);
    LocalDate early = LocalDate.of(2006, 12, 31);
    LocalDate late = LocalDate.of(2023, 1, 1);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> calendar.subtractWorkdays(LocalDate.of(2007, 1, 5), 2))
        .withMessageStartingWith(
            "CALENDAR_OUT_OF_RANGE: 2 working days before 2007-01-05 lie before the first covered day 2007-01-01.");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> calendar.nthWorkdayFrom(LocalDate.of(2022, 12, 31), 2))
        .withMessageStartingWith("CALENDAR_OUT_OF_RANGE");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> calendar.nthWorkdayFrom(early, 1))
        .withMessageStartingWith("CALENDAR_OUT_OF_RANGE: 2006-12-31");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> calendar.nthWorkdayUpTo(late, 1))
        .withMessageStartingWith("CALENDAR_OUT_OF_RANGE: 2023-01-01");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> calendar.subtractWorkdays(late, 1))
        .withMessageStartingWith("CALENDAR_OUT_OF_RANGE: 2023-01-01");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> calendar.countWorkdays(early, AS_OF))
        .withMessageStartingWith("CALENDAR_OUT_OF_RANGE: 2006-12-31");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> calendar.countWorkdays(AS_OF, late))
        .withMessageStartingWith("CALENDAR_OUT_OF_RANGE: 2023-01-01");
  }

  @Test
  void sequencesHandedOutAreCopies() {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(AS_OF);
    calendar.fewestWorkdays()[0] = 0;
    assertThat(calendar.fewestWorkdays()[0]).isEqualTo((int) LocalDate.of(2007, 1, 4).toEpochDay());
  }
}
