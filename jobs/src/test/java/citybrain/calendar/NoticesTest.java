package citybrain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.calendar.Notices.Notice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class NoticesTest {
  @Test
  void everyYearFrom2007HasItsNotice() {
    assertThat(Notices.byYear().keySet())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(2007, Notices.byYear().lastKey()).boxed().toList());
    assertThat(Notices.byYear().lastKey()).isGreaterThanOrEqualTo(2026);
  }

  @Test
  void noticeNamesDaysOfItsYearAndTheWeekBefore() {
    for (Notice notice : Notices.byYear().values()) {
      assertThat(notice.offByDay().firstKey()).isAfter(LocalDate.of(notice.year() - 1, 12, 24));
      assertThat(notice.offByDay().lastKey()).isBefore(LocalDate.of(notice.year(), 12, 25));
    }
  }

  /**
   * The statute gives 11 days since 2008 (10 before) and 13 since 2025: what is taken beyond them
   * is worked elsewhere.
   */
  @Test
  void everyDayTakenBeyondTheStatuteIsWorkedElsewhere() {
    for (Notice notice : Notices.byYear().values()) {
      long weekdaysOff = count(notice, true);
      long makeUpDays = count(notice, false);
      long statutory = notice.year() >= 2025 ? 13 : notice.year() >= 2008 ? 11 : 10;
      long extraordinary =
          switch (notice.year()) {
            case 2015 -> 1; // the memorial day
            case 2020 -> 2; // the epidemic: 31 January, and 1 February was to be worked
            default -> 0;
          };
      assertThat(weekdaysOff - makeUpDays)
          .as("%d: %d weekdays off, %d make-up days", notice.year(), weekdaysOff, makeUpDays)
          .isEqualTo(statutory + extraordinary);
    }
  }

  @Test
  void publicationDayIsTheAddressesOrOfTheQuarterBeforeTheYear() {
    for (CSVRecord paper : PackedTable.rows("notices.csv")) {
      LocalDate publishedOn = LocalDate.parse(paper.get("published_on"));
      String url = paper.get("url");
      if (paper.get("date_from").equals("url")) {
        assertThat(url).contains(publishedOn.toString().replaceFirst("-(\\d\\d)$", "/$1"));
      } else {
        assertThat(paper.get("date_from")).isEqualTo("press");
        LocalDate newYear = LocalDate.of(Integer.parseInt(paper.get("year")), 1, 1);
        assertThat(ChronoUnit.DAYS.between(publishedOn, newYear)).isBetween(1L, 92L);
      }
    }
  }

  private static long count(Notice notice, boolean off) {
    return notice.offByDay().entrySet().stream()
        .filter(entry -> entry.getValue() == off)
        .filter(entry -> entry.getKey().getDayOfWeek().getValue() <= 5 == off)
        .count();
  }
}
