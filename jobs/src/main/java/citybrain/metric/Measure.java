package citybrain.metric;

import java.util.Optional;

/** What is said about a metric in a period. */
public enum Measure {
  /** The amount of the period itself, in the metric's unit. */
  LEVEL("level", "当期值", "报送的当期值，换算为统一计量单位"),
  /** The amount from January to the end of the period, in the metric's unit. */
  YTD("ytd", "累计值", "报送的累计值优先；没有时为自1月起各月（合并月份整体计入）当期值之和，缺一月则不计算"),
  /** Growth of the level over the same period a year before, in percent. */
  YOY("yoy", "同比增长", "（当期值 ÷ 上年同期值 − 1）× 100；合并月份与上年同月份之和相比"),
  /** Growth of the year to date over the same span a year before, in percent. */
  YTD_YOY("ytd_yoy", "累计同比增长", "（累计值 ÷ 上年同期累计值 − 1）× 100"),
  /** Geometric mean of the period's growth and that of a year before, in percent. */
  TWO_YEAR_AVERAGE(
      "two_year_average", "两年平均增长", "（√((1 + 本年同比 ÷ 100) × (1 + 上年同比 ÷ 100)) − 1）× 100");

  private final String code;
  private final String titleZh;
  private final String formulaZh;

  Measure(String code, String titleZh, String formulaZh) {
    this.code = code;
    this.titleZh = titleZh;
    this.formulaZh = formulaZh;
  }

  /** The code stored in tables and written in YAML. */
  public String code() {
    return code;
  }

  public String titleZh() {
    return titleZh;
  }

  /** How this system computes it, where no department published it. */
  public String formulaZh() {
    return formulaZh;
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
