package citybrain.services;

import java.math.BigDecimal;
import java.util.Locale;

/** The facts that plans grade by; the code of each is its column in silver/emergency_event. */
enum EventFact {
  DEATHS("死亡", "人"),
  SERIOUS_INJURIES("重伤", "人"),
  /** Stored in yuan. */
  DIRECT_LOSS("直接经济损失", "元"),
  INTERRUPTION_HOURS("连续中断行车", "小时");

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  private final String zh;
  private final String unitZh;

  EventFact(String zh, String unitZh) {
    this.zh = zh;
    this.unitZh = unitZh;
  }

  /**
   * The fact of a code.
   *
   * @throws IllegalArgumentException for a fact that events.schema.json does not list
   */
  static EventFact ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String zh() {
    return zh;
  }

  /** The fact with its value in the words of the plans: 死亡3人, 直接经济损失500万元. */
  String words(BigDecimal value) {
    boolean isLarge = this == DIRECT_LOSS && value.compareTo(TEN_THOUSAND) >= 0;
    return isLarge ? zh + plain(value.movePointLeft(4)) + "万元" : zh + plain(value) + unitZh;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
