package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.calendar.Notices.Notice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plays the notices 2008–2026 one by one: what was said of a year before its notice must hold after
 * it.
 */
class NoticeReplayTest {
  @Test
  void everyDayEndsAsItCouldBeForeseenButForTheMemorialDayOf2015() {
    Set<LocalDate> surprises = new TreeSet<>();
    for (Notice notice : Replay.notices()) {
      WorkdayCalendar before = Replay.eveOf(notice);
      Set<Integer> fewest = setOf(before.fewestWorkdays());
      Set<Integer> most = setOf(before.mostWorkdays());
      LocalDate.of(notice.year() - 1, 12, 1)
          .datesUntil(LocalDate.of(notice.year(), 12, 1))
          .filter(
              day ->
                  Replay.TODAY.isWorkday(day)
                      ? !most.contains(epochDay(day))
                      : fewest.contains(epochDay(day)))
          .forEach(surprises::add);
    }
    assertThat(surprises).containsExactlyInAnyOrderElementsOf(Replay.UNFORESEEABLE);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Festival.class)
  void noReachIsWiderThanTheNoticesNeed(Festival festival) {
    List<Festival> alike =
        Stream.of(Festival.values())
            .filter(other -> other.reach().equals(festival.reach()))
            .toList();
    // Spring Festival has one weekday of margin on either side.
    int margin = festival == Festival.SPRING_FESTIVAL ? 1 : 0;
    Festival.Reach reach = festival.reach();
    Festival.Reach seen =
        new Festival.Reach(
            IntStream.rangeClosed(reach.firstOff(), 0)
                    .filter(at -> isNamed(alike, at, true))
                    .min()
                    .orElse(0)
                - margin,
            IntStream.rangeClosed(0, reach.lastOff())
                    .filter(at -> isNamed(alike, at, true))
                    .max()
                    .orElse(0)
                + margin,
            IntStream.rangeClosed(reach.firstMakeUp(), 0)
                .filter(at -> isNamed(alike, at, false))
                .min()
                .orElse(0),
            IntStream.rangeClosed(0, reach.lastMakeUp())
                .filter(at -> isNamed(alike, at, false))
                .max()
                .orElse(0));
    assertThat(reach).isEqualTo(seen);
  }

  /**
   * Whether a notice moved a weekday ({@code off}) or a weekend day so far from a festival, out of
   * the others' reach.
   */
  private static boolean isNamed(List<Festival> festivals, int distance, boolean off) {
    return Notices.byYear().values().stream()
        .filter(notice -> notice.year() > 2007)
        .anyMatch(
            notice ->
                festivals.stream()
                    .map(festival -> festival.in(notice.year()).plusDays(distance))
                    .filter(day -> Boolean.valueOf(off).equals(notice.offByDay().get(day)))
                    .filter(day -> isWeekend(day) != off)
                    .anyMatch(day -> !isInReachOfOthers(day, festivals, off)));
  }

  private static boolean isInReachOfOthers(LocalDate day, List<Festival> festivals, boolean off) {
    ToIntFunction<Festival> distance =
        festival -> (int) (day.toEpochDay() - festival.in(day.getYear()).toEpochDay());
    return Stream.of(Festival.values())
        .filter(other -> !festivals.contains(other))
        .anyMatch(
            other -> {
              int at = distance.applyAsInt(other);
              return off
                  ? at >= other.reach().firstOff() && at <= other.reach().lastOff()
                  : at >= other.reach().firstMakeUp() && at <= other.reach().lastMakeUp();
            });
  }

  private static Set<Integer> setOf(int[] days) {
    Set<Integer> set = new HashSet<>();
    IntStream.of(days).forEach(set::add);
    return set;
  }

  private static int epochDay(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
