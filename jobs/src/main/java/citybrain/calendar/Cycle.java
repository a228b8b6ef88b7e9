package citybrain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;

/** How time is cut into the periods of a recurring duty. */
public enum Cycle {
  /** Every day. */
  DAY(0, 0),
  /** Monday to Sunday (GB/T 7408). */
  WEEK(0, 0),
  MONTH(1, 1),
  QUARTER(3, 1),
  HALF_YEAR(6, 1),
  YEAR(12, 1),
  /** September to August. */
  SCHOOL_YEAR(12, 9),
  /** Two calendar years; which ones go together is said by the duty's first year. */
  TWO_YEARS(24, 1),
  /** Three calendar years, as above. */
  THREE_YEARS(36, 1),
  /** Five calendar years, as above. */
  FIVE_YEARS(60, 1);

  private static final int YEAR_MONTHS = 12;

  private final int months;
  private final int startMonth;

  Cycle(int months, int startMonth) {
    this.months = months;
    this.startMonth = startMonth;
  }

  /** Whether its periods are whole months. */
  public boolean isOfMonths() {
    return months > 0;
  }

  /**
   * The period that {@code day} lies in.
   *
   * @param firstYear a year in which a period of several years starts; for the others it makes no
   *     difference
   */
  public CyclePeriod periodWith(LocalDate day, int firstYear) {
    return new CyclePeriod(this, firstDay(day, firstYear));
  }

  LocalDate firstDay(LocalDate day, int firstYear) {
    if (!isOfMonths()) {
      return this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
    YearMonth origin = YearMonth.of(firstYear, startMonth);
    long since =
        YearMonth.from(day).getLong(ChronoField.PROLEPTIC_MONTH)
            - origin.getLong(ChronoField.PROLEPTIC_MONTH);
    return origin.plusMonths(since - Math.floorMod(since, months)).atDay(1);
  }

  LocalDate lastDay(LocalDate first) {
    return switch (this) {
      case DAY -> first;
      case WEEK -> first.with(DayOfWeek.SUNDAY);
      default -> first.plusMonths(months).minusDays(1);
    };
  }

  String code(LocalDate first) {
    YearMonth month = YearMonth.from(first);
    int year = first.getYear();
    return switch (this) {
      case DAY -> first.toString();
      case WEEK -> first + "/" + lastDay(first);
      case MONTH -> month.toString();
      case QUARTER, HALF_YEAR ->
          year + (this == QUARTER ? "-Q" : "-H") + ((first.getMonthValue() - 1) / months + 1);
      case YEAR -> Integer.toString(year);
      case SCHOOL_YEAR -> month + "/" + month.plusMonths(months - 1L);
      case TWO_YEARS, THREE_YEARS, FIVE_YEARS -> year + "/" + (year + months / YEAR_MONTHS - 1);
    };
  }
}
