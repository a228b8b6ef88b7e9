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

  /** 人民币亿元 is 亿元; 人民币元 has a name of its own. */
  private static final Pattern CURRENCY = Pattern.compile("^人民币(?=[百千万亿]+元$)");

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
          Unit.SCORE,
          Unit.WORKDAY,
          Unit.DAY,
          Unit.HOUR,
          Unit.METRE);

  /** Counting words: what is counted, the figure's own name says. */
  private static final Set<String> COUNTERS =
      Set.of(
          "家", "户", "项", "件", "起", "例", "宗", "次", "批", "批次", "处", "座", "套", "辆", "条", "只", "头", "场",
          "份", "笔", "张", "门");

  private static final Map<String, SourceUnit> NAMES = names();

  private SourceUnits() {}

  /** The unit {@code verbatim} means and its factor; empty if it is none of the known ones. */
  public static Optional<SourceUnit> of(String verbatim) {
    String name = plain(verbatim);
    if (INDEX_BASE.matcher(name).matches()) {
      return Optional.of(new SourceUnit(Unit.INDEX, BigDecimal.ONE));
    }
    for (Map.Entry<String, BigDecimal> power : POWERS.entrySet()) {
      SourceUnit unit =
          name.startsWith(power.getKey())
              ? NAMES.get(name.substring(power.getKey().length()))
              : null;
      if (unit != null && (power.getKey().isEmpty() || !PLAIN.contains(unit.unit()))) {
        return Optional.of(new SourceUnit(unit.unit(), unit.factor().multiply(power.getValue())));
      }
    }
    return Optional.empty();
  }

  private static String plain(String verbatim) {
    String halfWidth = Normalizer.normalize(verbatim, Normalizer.Form.NFKC);
    String dense = BLANK.matcher(halfWidth).replaceAll("");
    String bare = BRACKETED.matcher(dense).replaceAll("$1");
    String named = LEAD_IN.matcher(bare).replaceAll("");
    String simplified = named.replace('萬', '万').replace('億', '亿');
    return CURRENCY.matcher(simplified).replaceAll("");
  }

  private static Map<String, SourceUnit> names() {
    Map<String, SourceUnit> names = new HashMap<>();
    for (Unit unit : Unit.values()) {
      names.put(unit.zh(), new SourceUnit(unit, BigDecimal.ONE));
    }
    // What departments write beside the name shown to readers.
    COUNTERS.forEach(name -> names.put(name, new SourceUnit(Unit.COUNT, BigDecimal.ONE)));
    synonym(names, Unit.PERCENTAGE_POINT, "1", "百分点");
    synonym(names, Unit.PERCENT, "0.1", "‰");
    synonym(names, Unit.RATIO, "1", "倍");
    synonym(names, Unit.KILOWATT_HOUR, "1", "度");
    synonym(names, Unit.SQUARE_METRE, "1", "m2", "平米");
    synonym(names, Unit.SQUARE_METRE, "10000", "公顷");
    synonym(names, Unit.SQUARE_METRE, "1000000", "平方公里", "平方千米", "km2");
    synonym(names, Unit.KILOMETRE, "1", "km", "千米");
    synonym(names, Unit.METRE, "1", "m");
    synonym(names, Unit.TONNE, "0.001", "公斤", "千克", "kg");
    synonym(names, Unit.YUAN, "1", "人民币元", "元人民币");
    synonym(names, Unit.YUAN_PER_PERSON, "1", "元/人年", "元/人·年", "元/人/年");
    synonym(names, Unit.PERSON, "1", "名");
    synonym(names, Unit.DAY, "1", "天");
    synonym(names, Unit.WORKDAY, "1", "个工作日");
    return Map.copyOf(names);
  }

  private static void synonym(
      Map<String, SourceUnit> names, Unit unit, String factor, String... written) {
    for (String name : written) {
      names.put(name, new SourceUnit(unit, new BigDecimal(factor)));
    }
  }
}
