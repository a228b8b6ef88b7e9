package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.calendar.Notices.Notice;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FestivalTest {
  /**
   * {@code chinese-new-year.csv} is a list of New Years made by other hands than {@code
   * festivals.csv}.
   */
  @Test
  void springFestivalIsTheListedChineseNewYear() {
    List<LocalDate> listed =
        PackedTable.rows("chinese-new-year.csv").stream()
            .map(row -> LocalDate.parse(row.get("date")))
            .toList();
    assertThat(IntStream.rangeClosed(1949, 2030).mapToObj(Festival.SPRING_FESTIVAL::in))
        .isEqualTo(listed);
  }

  /**
   * ICU's new moons are some minutes off, so that now and then a month of its begins a day beside
   * the true one.
   */
  @Test
  void lunarDatesAreAtMostOneDayFromIcus() {
    int apart = 0;
    for (int year = 1949; year <= 2099; year++) {
      for (LunarDay lunar : LunarDay.values()) {
        long days = ChronoUnit.DAYS.between(lunar.inIcu(year), lunar.festival.in(year));
        assertThat(days).as("%s %d", lunar, year).isBetween(-1L, 1L);
        apart += days == 0 ? 0 : 1;
      }
    }
    assertThat(apart).isPositive().isLessThan(3 * 151 / 20);
  }

  @ParameterizedTest(name = "{0}: {1} was {2}")
  @CsvSource({
    "notice for 2008 (端午节 6月8日 农历五月初五), DRAGON_BOAT, 2008-06-08",
    "notice for 2008 (中秋节 9月14日 农历八月十五), MID_AUTUMN, 2008-09-14",
    "notice for 2008 (清明节 4月4日), QINGMING, 2008-04-04",
    "notice for 2013 (single days 2013-04-04 06-12 09-19), DRAGON_BOAT, 2013-06-12",
    "notice for 2014 (端午节 6月2日), DRAGON_BOAT, 2014-06-02",
    "notice for 2014 (中秋节 9月8日), MID_AUTUMN, 2014-09-08",
    "notice for 2014 (清明节 4月5日), QINGMING, 2014-04-05",
    "notice for 2023 (清明节 4月5日), QINGMING, 2023-04-05",
    "国庆节 and 中秋节 on one day, MID_AUTUMN, 2020-10-01",
    "notice for 2020 with a leap fourth month, DRAGON_BOAT, 2020-06-25",
    "State Council notice for 2026 (腊月二十八 is 15 February), SPRING_FESTIVAL, 2026-02-17",
  })
  void festivalIsTheDayTheNoticeNames(String source, Festival festival, LocalDate expected) {
    assertThat(festival.in(expected.getYear())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Festival.class)
  void statutoryDaysAreOffInEveryNoticeSince2008(Festival festival) {
    for (Notice notice : Notices.byYear().tailMap(2008).values()) {
      int year = notice.year();
      IntStream.rangeClosed(festival.firstStatutoryDay(year), festival.lastStatutoryDay(year))
          .mapToObj(festival.in(year)::plusDays)
          .forEach(day -> assertThat(notice.offByDay()).containsEntry(day, true));
    }
  }

  private enum LunarDay {
    SPRING_FESTIVAL(Festival.SPRING_FESTIVAL, 1, 1),
    DRAGON_BOAT(Festival.DRAGON_BOAT, 5, 5),
    MID_AUTUMN(Festival.MID_AUTUMN, 8, 15);

    /** ICU numbers the Chinese year that begins in 2020 as 4657. */
    private static final int FIRST_YEAR = -2637;

    private final Festival festival;
    private final int month;
    private final int day;

    LunarDay(Festival festival, int month, int day) {
      this.festival = festival;
      this.month = month;
      this.day = day;
    }

    LocalDate inIcu(int year) {
      ChineseCalendar calendar = new ChineseCalendar();
      calendar.clear();
      calendar.set(Calendar.EXTENDED_YEAR, year - FIRST_YEAR);
      calendar.set(Calendar.MONTH, month - 1);
      calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
      calendar.set(Calendar.DAY_OF_MONTH, day);
      return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, calendar.get(Calendar.JULIAN_DAY));
    }
  }
}
