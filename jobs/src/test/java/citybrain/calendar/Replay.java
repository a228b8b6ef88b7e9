package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.calendar.Notices.Notice;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The calendar on the eve of every notice from 2008 to 2026, and what came of it. */
final class Replay {
  /** All notices are out: what was settled in the end. */
  static final WorkdayCalendar TODAY = WorkdayCalendar.asOf(LocalDate.of(2026, 11, 1));

  /**
   * 70 years of victory: three days off by a notice of May 2015, in no statute. The Covid days of
   * 2020 lie in reach.
   */
  static final Set<LocalDate> UNFORESEEABLE =
      Set.of(LocalDate.of(2015, 9, 3), LocalDate.of(2015, 9, 4), LocalDate.of(2015, 9, 6));

  private Replay() {}

  /** The notice for 2007 is older than the calendar. */
  static List<Notice> notices() {
    return List.copyOf(Notices.byYear().tailMap(2008).values());
  }

  static WorkdayCalendar eveOf(Notice notice) {
    WorkdayCalendar eve = WorkdayCalendar.asOf(notice.publishedOn().minusDays(1));
    assertThat(eve.isAnnounced(notice.year())).isFalse();
    return eve;
  }

  /** From two months before a notice's year until some months before its eve's calendar ends. */
  static Stream<LocalDate> daysFrom(Notice notice, WorkdayCalendar eve, int monthsLeft) {
    return LocalDate.of(notice.year() - 1, 11, 1).datesUntil(eve.lastDay().minusMonths(monthsLeft));
  }

  /** Whether one of the days that nobody could foresee lies between two days, both included. */
  static boolean isUnforeseeableBetween(LocalDate first, LocalDate last) {
    return UNFORESEEABLE.stream().anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
  }
}
