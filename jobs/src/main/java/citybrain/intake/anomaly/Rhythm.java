package citybrain.intake.anomaly;

import citybrain.period.Period;
import citybrain.period.PeriodType;
import citybrain.problem.ProblemException;
import java.util.Optional;

/**
 * How often a series comes: figures of different rhythms are never held against each other. Months
 * and months reported as one are of one rhythm, but each is compared with its own like.
 */
enum Rhythm {
  MONTHLY,
  QUARTERLY,
  HALF_YEARLY,
  YEARLY,
  CUMULATIVE;

  private static final int LENGTH_OF_MONTH_CODE = 7;

  static Rhythm of(Period period) {
    return switch (period.type()) {
      case MONTH, MERGED_MONTHS -> MONTHLY;
      case QUARTER -> QUARTERLY;
      case HALF_YEAR -> HALF_YEARLY;
      case YEAR -> YEARLY;
      case CUMULATIVE -> CUMULATIVE;
    };
  }

  /**
   * The period of a code.
   *
   * @param type as {@link PeriodType#code()}; empty where only the code says it: then {@code
   *     2020-01/2020-02} is the merged report of two months and a longer span from January is
   *     cumulative
   * @return empty for what is no period
   */
  static Optional<Period> period(String code, String type) {
    try {
      return (type.isEmpty() ? typeOf(code) : PeriodType.ofCode(type))
          .map(known -> Period.parse(code, known));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private static Optional<PeriodType> typeOf(String code) {
    if (code.matches("\\d{4}")) {
      return Optional.of(PeriodType.YEAR);
    }
    if (code.matches("\\d{4}-Q\\d")) {
      return Optional.of(PeriodType.QUARTER);
    }
    if (code.matches("\\d{4}-H\\d")) {
      return Optional.of(PeriodType.HALF_YEAR);
    }
    if (code.length() == LENGTH_OF_MONTH_CODE) {
      return Optional.of(PeriodType.MONTH);
    }
    boolean isFromJanuary = code.matches("\\d{4}-01/\\d{4}-\\d{2}");
    return Optional.of(
        isFromJanuary && !code.endsWith("-02") ? PeriodType.CUMULATIVE : PeriodType.MERGED_MONTHS);
  }
}
