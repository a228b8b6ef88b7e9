package citybrain.metric;

import java.util.Optional;

/** What is said about a metric in a period. */
public enum Measure {
  /** The amount of the period itself, in the metric's unit. */
  LEVEL("level"),
  /** The amount from January to the end of the period, in the metric's unit. */
  YTD("ytd"),
  /** Growth of the level over the same period a year before, in percent. */
  YOY("yoy"),
  /** Growth of the year to date over the same span a year before, in percent. */
  YTD_YOY("ytd_yoy"),
  /** Geometric mean of the period's growth and that of a year before, in percent. */
  TWO_YEAR_AVERAGE("two_year_average");

  private final String code;

  Measure(String code) {
    this.code = code;
  }

  /** The code stored in tables and written in YAML. */
  public String code() {
    return code;
  }

  public static Optional<Measure> ofCode(String code) {
    for (Measure measure : values()) {
      if (measure.code.equals(code)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }
}
