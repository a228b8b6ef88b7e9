package citybrain.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * The State Council's yearly holiday notices packed with this program.
 *
 * <p>Source: {@code citybrain/calendar/holidays.csv} and {@code notices.csv}, see {@code SOURCE.md}
 * beside them.
 */
final class Notices {
  private static final NavigableMap<Integer, Notice> BY_YEAR = read();

  private Notices() {}

  /** The notices by the year they are for, ascending, without gaps. */
  static NavigableMap<Integer, Notice> byYear() {
    return BY_YEAR;
  }

  private static NavigableMap<Integer, Notice> read() {
    NavigableMap<Integer, LocalDate> lastPaper = new TreeMap<>();
    for (CSVRecord paper : PackedTable.rows("notices.csv")) {
      lastPaper.merge(
          Integer.valueOf(paper.get("year")),
          LocalDate.parse(paper.get("published_on")),
          (a, b) -> a.isAfter(b) ? a : b);
    }
    NavigableMap<Integer, NavigableMap<LocalDate, Boolean>> days = new TreeMap<>();
    for (CSVRecord day : PackedTable.rows("holidays.csv")) {
      days.computeIfAbsent(Integer.valueOf(day.get("year")), year -> new TreeMap<>())
          .put(LocalDate.parse(day.get("date")), Boolean.valueOf(day.get("is_off")));
    }
    NavigableMap<Integer, Notice> notices = new TreeMap<>();
    lastPaper.forEach(
        (year, publishedOn) -> {
          NavigableMap<LocalDate, Boolean> named = days.get(year);
          if (named == null) {
            throw new IllegalStateException(
                "notices.csv names " + year + ", holidays.csv has no day of it");
          }
          notices.put(year, new Notice(year, publishedOn, named));
        });
    return Collections.unmodifiableNavigableMap(notices);
  }

  /**
   * What the papers for one year say in the end.
   *
   * @param publishedOn day of the year's last paper
   * @param offByDay the days named: true is off, false is a make-up working day; a few lie in the
   *     December before
   */
  record Notice(int year, LocalDate publishedOn, NavigableMap<LocalDate, Boolean> offByDay) {
    Notice {
      offByDay = Collections.unmodifiableNavigableMap(new TreeMap<>(offByDay));
    }
  }
}
