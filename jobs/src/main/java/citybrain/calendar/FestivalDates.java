package citybrain.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/**
 * The festivals of one year that the sky decides, as days in Beijing.
 *
 * <p>A table and not ICU's Chinese calendar: that one is minutes off, and has the New Year of 2027
 * and of 2030 on the wrong side of midnight.
 *
 * <p>Source: {@code citybrain/calendar/festivals.csv}, see {@code SOURCE.md} beside it.
 *
 * @param springFestival first day of the first lunar month
 * @param qingming the day the sun reaches a longitude of 15°
 * @param dragonBoat fifth day of the fifth lunar month
 * @param midAutumn fifteenth day of the eighth lunar month
 */
record FestivalDates(
    LocalDate springFestival, LocalDate qingming, LocalDate dragonBoat, LocalDate midAutumn) {
  private static final Map<Integer, FestivalDates> BY_YEAR =
      PackedTable.rows("festivals.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> Integer.valueOf(row.get("year")), FestivalDates::of));

  /** The dates of {@code year}, 1949 to 2099. */
  static FestivalDates in(int year) {
    FestivalDates dates = BY_YEAR.get(year);
    if (dates == null) {
      throw new IllegalArgumentException("festivals.csv has no year " + year);
    }
    return dates;
  }

  private static FestivalDates of(CSVRecord row) {
    Function<String, LocalDate> date = column -> LocalDate.parse(row.get(column));
    return new FestivalDates(
        date.apply("spring_festival"),
        date.apply("qingming"),
        date.apply("dragon_boat"),
        date.apply("mid_autumn"));
  }
}
