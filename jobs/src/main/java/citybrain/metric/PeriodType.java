package citybrain.metric;

import java.util.Optional;

/**
 * Kinds of period an observation may have, in the order in which they are preferred when two
 * describe the same months.
 */
enum PeriodType {
  MONTH("month"),
  MERGED_MONTHS("merged_months"),
  QUARTER("quarter"),
  HALF_YEAR("half_year"),
  YEAR("year"),
  CUMULATIVE("cumulative");

  private final String code;

  PeriodType(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static Optional<PeriodType> ofCode(String code) {
    for (PeriodType type : values()) {
      if (type.code.equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
