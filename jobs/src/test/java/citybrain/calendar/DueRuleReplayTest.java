package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.calendar.Notices.Notice;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays the notices 2008–2026 one by one: every due day foreseen on the eve of a notice, for the
 * notice's year and the one after, holds the day that it was in the end. Only counts over the
 * memorial day of 2015, which no statute foresaw, do not.
 */
class DueRuleReplayTest {
  private static final int NOTICES = 19;
  private static final Set<String> NONE = Set.of();

  @ParameterizedTest(name = "{0} working days")
  @ValueSource(ints = {1, 3, 5, 10, 30, -1, -3, -10})
  void workingDaysFromEveryDay(int workdays) {
    Set<LocalDate> surprised = surprisedEvents(TimeLimit.workdays(workdays));
    assertThat(surprised).isNotEmpty().allMatch(event -> event.getYear() == 2015);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void naturalTimeExtendedOverRestDaysFromEveryDay(TimeLimit limit) {
    Set<LocalDate> surprised = surprisedEvents(limit);
    assertThat(surprised).isNotEmpty().allMatch(event -> event.getYear() >= 2014);
    assertThat(surprised).allMatch(event -> event.getYear() <= 2015);
  }

  static Stream<TimeLimit> naturalTimeExtendedOverRestDaysFromEveryDay() {
    return Stream.of(
            TimeLimit.days(15), TimeLimit.days(60), TimeLimit.months(1), TimeLimit.years(1))
        .map(TimeLimit::extendedOverRestDays);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource
  void recurringRules(Cycle cycle, PeriodRule rule, Set<String> surprises) {
    Schedule schedule = new Schedule(cycle, rule, LocalDate.of(2007, 1, 1), null);
    Set<String> surprised = new TreeSet<>();
    int counted = 0;
    for (Notice notice : Replay.notices()) {
      WorkdayCalendar eve = Replay.eveOf(notice);
      for (CyclePeriod period :
          schedule.periodsEnding(
              LocalDate.of(notice.year() - 1, 11, 1), eve.lastDay().minusMonths(3))) {
        DateInterval last = rule.due(period, Replay.TODAY);
        if (!last.isSettled()) {
          continue;
        }
        counted++;
        DateInterval foreseen = rule.due(period, eve);
        if (!foreseen.contains(last.earliest())) {
          surprised.add(period.code());
        }
      }
    }
    assertThat(counted).isGreaterThanOrEqualTo(NOTICES);
    assertThat(surprised).isEqualTo(surprises);
  }

  static Stream<Arguments> recurringRules() {
    return Stream.of(
        Arguments.of(Cycle.QUARTER, new AfterPeriodEnd(TimeLimit.workdays(10)), NONE),
        Arguments.of(Cycle.QUARTER, new AfterPeriodEnd(TimeLimit.workdays(-5)), NONE),
        Arguments.of(Cycle.QUARTER, new DayOfPeriod(3, 20, RestDayRule.EXTENDS), NONE),
        Arguments.of(Cycle.HALF_YEAR, new AfterPeriodEnd(TimeLimit.workdays(15)), NONE),
        Arguments.of(Cycle.YEAR, new DayOfYear(Month.FEBRUARY, 31, 1, RestDayRule.EXTENDS), NONE),
        Arguments.of(Cycle.YEAR, new DayOfYear(Month.JANUARY, 31, 1, RestDayRule.EXTENDS), NONE),
        Arguments.of(Cycle.YEAR, new DayOfYear(Month.DECEMBER, 20, 0, RestDayRule.EXTENDS), NONE),
        Arguments.of(Cycle.SCHOOL_YEAR, new AfterPeriodEnd(TimeLimit.workdays(2)), NONE),
        // The third working day of September 2015 was foreseen on the memorial day.
        Arguments.of(
            Cycle.SCHOOL_YEAR,
            new AfterPeriodEnd(TimeLimit.workdays(3)),
            Set.of("2014-09/2015-08")),
        Arguments.of(Cycle.MONTH, new WorkdayOfPeriod(1), NONE),
        Arguments.of(Cycle.MONTH, new WorkdayOfPeriod(3), Set.of("2015-09")),
        Arguments.of(Cycle.MONTH, new WorkdayOfPeriod(10), Set.of("2015-09")),
        Arguments.of(Cycle.MONTH, new WorkdayOfPeriod(-1), NONE),
        // The last working day of that week was foreseen on Friday, and was Sunday.
        Arguments.of(Cycle.WEEK, new WorkdayOfPeriod(-1), Set.of("2015-08-31/2015-09-06")),
        Arguments.of(Cycle.WEEK, new WorkdayOfPeriod(1), NONE));
  }

  private static Set<LocalDate> surprisedEvents(TimeLimit limit) {
    int monthsLeft = limit.unit() == CountUnit.YEAR ? 15 : 4;
    Set<LocalDate> surprised = new TreeSet<>();
    int counted = 0;
    for (Notice notice : Replay.notices()) {
      WorkdayCalendar eve = Replay.eveOf(notice);
      for (LocalDate event : Replay.daysFrom(notice, eve, monthsLeft).toList()) {
        DateInterval last = limit.lastDay(event, Replay.TODAY);
        if (!last.isSettled()) {
          continue;
        }
        counted++;
        DateInterval foreseen = limit.lastDay(event, eve);
        if (!foreseen.contains(last.earliest())) {
          LocalDate start = limit.unit() == CountUnit.WORKDAY ? event : naturalEnd(limit, event);
          assertUnforeseeable(start, foreseen, last.earliest());
          surprised.add(event);
        }
      }
    }
    assertThat(counted).isGreaterThan(NOTICES * 330);
    return surprised;
  }

  private static LocalDate naturalEnd(TimeLimit limit, LocalDate event) {
    return new TimeLimit(limit.amount(), limit.unit(), limit.eventDay(), RestDayRule.STAYS)
        .lastDay(event, Replay.TODAY)
        .latest();
  }

  /** A surprise is one only where the count goes over a day that nobody could foresee. */
  private static void assertUnforeseeable(LocalDate start, DateInterval foreseen, LocalDate was) {
    List<LocalDate> days =
        Stream.of(start, foreseen.earliest(), foreseen.latest(), was).sorted().toList();
    assertThat(Replay.isUnforeseeableBetween(days.get(0), days.get(days.size() - 1)))
        .as("from %s: foreseen %s, was %s", start, foreseen, was)
        .isTrue();
  }
}
