package citybrain.unit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The closed list of units that figures are published in. Source units (亿元, 万元, 万美元 …) are read
 * with {@link SourceUnits} and converted to one of these.
 */
public enum Unit {
  YUAN("yuan", "元"),
  US_DOLLAR("us_dollar", "美元"),
  PERCENT("percent", "%"),
  PERCENTAGE_POINT("percentage_point", "个百分点"),
  INDEX("index", "指数"),
  RATIO("ratio", "比值"),
  COUNT("count", "个"),
  PERSON("person", "人"),
  PERSON_DAY("person_day", "人日"),
  /** One visit, ride or training of one person: 人次. */
  PERSON_TIME("person_time", "人次"),
  SCHOOL("school", "所"),
  MACHINE("machine", "台"),
  SQUARE_METRE("square_metre", "平方米"),
  /** A fifteenth of a hectare: no finite number of square metres, and so a unit of its own. */
  MU("mu", "亩"),
  KILOMETRE("kilometre", "公里"),
  TONNE("tonne", "吨"),
  YUAN_PER_SQUARE_METRE("yuan_per_square_metre", "元/平方米"),
  YUAN_PER_PERSON("yuan_per_person", "元/人"),
  KILOWATT_HOUR("kilowatt_hour", "千瓦时"),
  /** Points of an assessment. */
  SCORE("score", "分"),
  WORKDAY("workday", "工作日"),
  DAY("day", "日"),
  HOUR("hour", "小时"),
  MONTH("month", "个月"),
  YEAR("year", "年"),
  METRE("metre", "米"),
  CUBIC_METRE("cubic_metre", "立方米");

  private final String code;
  private final String zh;

  Unit(String code, String zh) {
    this.code = code;
    this.zh = zh;
  }

  /** The code stored in tables and written in YAML. */
  public String code() {
    return code;
  }

  /** The Chinese name shown to readers. */
  public String zh() {
    return zh;
  }

  public static Optional<Unit> ofCode(String code) {
    for (Unit unit : values()) {
      if (unit.code.equals(code)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /**
   * A unit as a department writes it, and its factor to the unit it is stored in.
   *
   * @param unit the unit stored
   * @param factor stored value = written value × factor
   */
  public record SourceUnit(Unit unit, BigDecimal factor) {
    public SourceUnit {
      if (factor.signum() <= 0) {
        throw new IllegalArgumentException("A factor is positive, not " + factor);
      }
    }

    /** {@code written} in the unit stored, exact. */
    public BigDecimal toStored(BigDecimal written) {
      return written.multiply(factor);
    }
  }
}
