package citybrain.period;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole months of one calendar year that a figure describes.
 *
 * <p>The type is part of the period: {@code 2020-01/2020-02} is either January and February
 * reported as one, or the year up to February, and only the type says which.
 *
 * @param type how the months are meant
 * @param first first month
 * @param last last month, included
 */
public record Period(PeriodType type, YearMonth first, YearMonth last) implements Serializable {
  private static final int QUARTER_MONTHS = 3;
  private static final int HALF_YEAR_MONTHS = 6;
  private static final int YEAR_MONTHS = 12;

  private static final String YEAR = "(\\d{4})";
  private static final String MONTH = YEAR + "-(0[1-9]|1[0-2])";
  private static final Pattern MONTH_CODE = Pattern.compile(MONTH);
  private static final Pattern MONTHS_CODE = Pattern.compile(MONTH + "/" + MONTH);
  private static final Pattern QUARTER_CODE = Pattern.compile(YEAR + "-Q([1-4])");
  private static final Pattern HALF_YEAR_CODE = Pattern.compile(YEAR + "-H([12])");
  private static final Pattern YEAR_CODE = Pattern.compile(YEAR);

  public Period {
    boolean fits =
        first.getYear() == last.getYear()
            && first.getYear() >= 1000
            && first.getYear() <= 9999
            && hasMonthsOf(type, first.getMonthValue(), last.getMonthValue());
    if (!fits) {
      throw new IllegalArgumentException(first + " to " + last + " is no " + type.code());
    }
  }

  private static boolean hasMonthsOf(PeriodType type, int first, int last) {
    int months = last - first + 1;
    return switch (type) {
      case MONTH -> months == 1;
      case MERGED_MONTHS -> months > 1;
      case CUMULATIVE -> first == 1 && months > 1;
      case QUARTER -> months == QUARTER_MONTHS && last % QUARTER_MONTHS == 0;
      case HALF_YEAR -> months == HALF_YEAR_MONTHS && last % HALF_YEAR_MONTHS == 0;
      case YEAR -> months == YEAR_MONTHS;
    };
  }

  public static Period month(int year, int month) {
    return new Period(PeriodType.MONTH, YearMonth.of(year, month), YearMonth.of(year, month));
  }

  public static Period mergedMonths(int year, int firstMonth, int lastMonth) {
    return new Period(
        PeriodType.MERGED_MONTHS, YearMonth.of(year, firstMonth), YearMonth.of(year, lastMonth));
  }

  /** From January to the end of {@code lastMonth}, which is February or later. */
  public static Period cumulative(int year, int lastMonth) {
    return new Period(PeriodType.CUMULATIVE, YearMonth.of(year, 1), YearMonth.of(year, lastMonth));
  }

  public static Period quarter(int year, int quarter) {
    return ending(PeriodType.QUARTER, year, quarter * QUARTER_MONTHS, QUARTER_MONTHS);
  }

  public static Period halfYear(int year, int half) {
    return ending(PeriodType.HALF_YEAR, year, half * HALF_YEAR_MONTHS, HALF_YEAR_MONTHS);
  }

  public static Period year(int year) {
    return ending(PeriodType.YEAR, year, YEAR_MONTHS, YEAR_MONTHS);
  }

  private static Period ending(PeriodType type, int year, int lastMonth, int months) {
    YearMonth last = YearMonth.of(year, lastMonth);
    return new Period(type, last.minusMonths(months - 1L), last);
  }

  /**
   * Reads a code as {@link #code()} writes it.
   *
   * @throws ProblemException PERIOD_MALFORMED if the code is none of this type
   */
  public static Period parse(String code, PeriodType type) {
    return switch (type) {
      case MONTH -> {
        Matcher m = match(MONTH_CODE, code, type);
        yield month(number(m, 1), number(m, 2));
      }
      case MERGED_MONTHS, CUMULATIVE -> {
        Matcher m = match(MONTHS_CODE, code, type);
        YearMonth first = YearMonth.of(number(m, 1), number(m, 2));
        YearMonth last = YearMonth.of(number(m, 3), number(m, 4));
        if (first.getYear() != last.getYear()
            || !hasMonthsOf(type, first.getMonthValue(), last.getMonthValue())) {
          throw malformed(code, type);
        }
        yield new Period(type, first, last);
      }
      case QUARTER -> {
        Matcher m = match(QUARTER_CODE, code, type);
        yield quarter(number(m, 1), number(m, 2));
      }
      case HALF_YEAR -> {
        Matcher m = match(HALF_YEAR_CODE, code, type);
        yield halfYear(number(m, 1), number(m, 2));
      }
      case YEAR -> year(number(match(YEAR_CODE, code, type), 1));
    };
  }

  /**
   * The code stored in tables: {@code 2020-09}, {@code 2020-01/2020-05} (merged and cumulative),
   * {@code 2020-Q3}, {@code 2020-H1}, {@code 2020}.
   */
  public String code() {
    return switch (type) {
      case MONTH -> first.toString();
      case MERGED_MONTHS, CUMULATIVE -> first + "/" + last;
      case QUARTER -> first.getYear() + "-Q" + last.getMonthValue() / QUARTER_MONTHS;
      case HALF_YEAR -> first.getYear() + "-H" + last.getMonthValue() / HALF_YEAR_MONTHS;
      case YEAR -> Integer.toString(first.getYear());
    };
  }

  /** First day. */
  public LocalDate start() {
    return first.atDay(1);
  }

  /** Last day, included. */
  public LocalDate end() {
    return last.atEndOfMonth();
  }

  /** How many months it has. */
  public int months() {
    return Math.toIntExact(ChronoUnit.MONTHS.between(first, last)) + 1;
  }

  /** The same months of the year before, which year-on-year growth is measured against. */
  public Period previousYear() {
    return new Period(type, first.minusYears(1), last.minusYears(1));
  }

  private static Matcher match(Pattern pattern, String code, PeriodType type) {
    Matcher matcher = pattern.matcher(code);
    if (!matcher.matches()) {
      throw malformed(code, type);
    }
    return matcher;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static ProblemException malformed(String code, PeriodType type) {
    String example =
        switch (type) {
          case MONTH -> month(2020, 9).code();
          case MERGED_MONTHS -> mergedMonths(2020, 1, 2).code();
          case CUMULATIVE -> cumulative(2020, 5).code();
          case QUARTER -> quarter(2020, 3).code();
          case HALF_YEAR -> halfYear(2020, 1).code();
          case YEAR -> year(2020).code();
        };
    return new ProblemException(
        new Problem(
            "PERIOD_MALFORMED",
            "\"" + code + "\"",
            "is no period of type " + type.code(),
            "Write it as " + example + "."));
  }
}
