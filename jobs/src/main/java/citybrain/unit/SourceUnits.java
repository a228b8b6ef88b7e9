package citybrain.unit;

import citybrain.unit.Unit.SourceUnit;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads units as departments write them: a power of ten and a name (亿元, 万平方米), a name alone (所, %),
 * or the base of an index (上月=100). Full-width signs, blanks, surrounding brackets and the lead-in
 * 单位： do not matter.
 *
 * <p>无, an empty cell and anything not listed is no unit: a figure of unknown unit is not converted
 * by guess.
 */
public final class SourceUnits {
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern LEAD_IN = Pattern.compile("^单位:?");
  private static final Pattern BRACKETED = Pattern.compile("^[(\\[【](.*)[)\\]】]$");
  private static final Pattern INDEX_BASE = Pattern.compile("(?:以)?(?:上月|上年|上年同月|上年同期)(?:=|为)100");

  private static final Map<String, BigDecimal> POWERS =
      Map.of(
          "", BigDecimal.ONE,
          "百", new BigDecimal("100"),
          "千", new BigDecimal("1000"),
          "万", new BigDecimal("10000"),
          "十万", new BigDecimal("100000"),
          "百万", new BigDecimal("1000000"),
          "千万", new BigDecimal("10000000"),
          "亿", new BigDecimal("100000000"),
          "万亿", new BigDecimal("1000000000000"));

  /** Units that are never written with a power of ten before them. */
  private static final Set<Unit> PLAIN =
      EnumSet.of(
          Unit.PERCENT,
          Unit.PERCENTAGE_POINT,
          Unit.INDEX,
          Unit.RATIO,
          Unit.WORKDAY,
          Unit.DAY,
          Unit.HOUR);

  private static final Map<String, Unit> NAMES = names();

  private SourceUnits() {}

  /** The unit {@code verbatim} means and its factor; empty if it is none of the known ones. */
  public static Optional<SourceUnit> of(String verbatim) {
    String name = plain(verbatim);
    if (INDEX_BASE.matcher(name).matches()) {
      return Optional.of(new SourceUnit(Unit.INDEX, BigDecimal.ONE));
    }
    for (Map.Entry<String, BigDecimal> power : POWERS.entrySet()) {
      Unit unit =
          name.startsWith(power.getKey())
              ? NAMES.get(name.substring(power.getKey().length()))
              : null;
      if (unit != null && (power.getKey().isEmpty() || !PLAIN.contains(unit))) {
        return Optional.of(new SourceUnit(unit, power.getValue()));
      }
    }
    return Optional.empty();
  }

  private static String plain(String verbatim) {
    String halfWidth = Normalizer.normalize(verbatim, Normalizer.Form.NFKC);
    String dense = BLANK.matcher(halfWidth).replaceAll("");
    String bare = BRACKETED.matcher(dense).replaceAll("$1");
    String named = LEAD_IN.matcher(bare).replaceAll("");
    return named.replace('萬', '万').replace('億', '亿');
  }

  private static Map<String, Unit> names() {
    Map<String, Unit> names = new HashMap<>();
    for (Unit unit : Unit.values()) {
      names.put(unit.zh(), unit);
    }
    // What departments write beside the name shown to readers.
    names.put("百分点", Unit.PERCENTAGE_POINT);
    names.put("家", Unit.COUNT);
    names.put("户", Unit.COUNT);
    names.put("项", Unit.COUNT);
    names.put("件", Unit.COUNT);
    names.put("度", Unit.KILOWATT_HOUR);
    names.put("m2", Unit.SQUARE_METRE);
    names.put("人民币元", Unit.YUAN);
    names.put("元人民币", Unit.YUAN);
    names.put("天", Unit.DAY);
    names.put("个工作日", Unit.WORKDAY);
    return Map.copyOf(names);
  }
}
