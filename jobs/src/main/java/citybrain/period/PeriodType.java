package citybrain.period;

import java.util.Locale;
import java.util.Optional;

/** How a period is cut out of its year. */
public enum PeriodType {
  /** One month. */
  MONTH,
  /**
   * Several months reported as one figure because the single months are not, as January and
   * February are.
   */
  MERGED_MONTHS,
  /** From January to the end of a later month: a year-to-date figure. */
  CUMULATIVE,
  /** A quarter alone, not the year up to it. */
  QUARTER,
  /** A half year. */
  HALF_YEAR,
  /** A calendar year. */
  YEAR;

  /** The code stored in tables, for example {@code merged_months}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PeriodType> ofCode(String code) {
    for (PeriodType type : values()) {
      if (type.code().equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
