package citybrain.policy;

import citybrain.unit.ChineseNumber;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The numbers that printed words stand for: 10万元 is 100 000, 三年 is 3, 减半 is 50 %, 全部 is 100 %. A
 * value that is none of them was misread or slipped in its unit.
 */
final class PrintedNumbers {
  private static final Pattern ARABIC =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(百[万萬]|千[万萬]|[万萬]|[亿億]|千|百)?");
  private static final Pattern CHINESE = Pattern.compile("[〇零一二三四五六七八九十百千万亿两兩萬億]+");

  private static final Map<String, BigDecimal> POWERS =
      Map.of(
          "百", new BigDecimal("100"),
          "千", new BigDecimal("1000"),
          "万", new BigDecimal("10000"),
          "百万", new BigDecimal("1000000"),
          "千万", new BigDecimal("10000000"),
          "亿", new BigDecimal("100000000"));

  /** Words that stand for a share: 减半 is half, 免征 and 全部 are the whole. */
  private static final Map<Pattern, List<BigDecimal>> SHARES =
      Map.of(
          Pattern.compile("半"), List.of(BigDecimal.valueOf(50), new BigDecimal("0.5")),
          Pattern.compile("全|所有|均|一律|都|每|免|[应應]接[尽盡]接"), List.of(BigDecimal.valueOf(100)));

  private static final Set<Unit> OF_SHARES = EnumSet.of(Unit.PERCENT, Unit.RATIO);

  /** Words that stand for nothing at all. */
  private static final Pattern NOTHING = Pattern.compile("免|不|[无無]|零|基本|根治|杜[绝絕]");

  /** Printed 平方公里 and 公顷 are stored in square metres. */
  private static final List<BigDecimal> OF_AREAS =
      List.of(new BigDecimal("1000000"), new BigDecimal("10000"));

  private PrintedNumbers() {}

  /** Whether the words can stand for the value; its sign is in words such as 下降. */
  static boolean canMean(String printed, BigDecimal value, Unit unit) {
    Set<BigDecimal> numbers = in(printed, unit);
    BigDecimal size = value.abs();
    return holds(numbers, size)
        || (unit == Unit.SQUARE_METRE
            && OF_AREAS.stream()
                .anyMatch(
                    factor ->
                        numbers.stream().anyMatch(n -> n.multiply(factor).compareTo(size) == 0)));
  }

  private static boolean holds(Set<BigDecimal> numbers, BigDecimal value) {
    return numbers.stream().anyMatch(number -> number.compareTo(value) == 0);
  }

  private static Set<BigDecimal> in(String printed, Unit unit) {
    Set<BigDecimal> numbers = new LinkedHashSet<>();
    for (MatchResult found : ARABIC.matcher(printed).results().toList()) {
      BigDecimal number = new BigDecimal(found.group(1));
      String power = found.group(2);
      // 10 of 10万元 is no value of its own: so a slip by ten thousand shows.
      if (power == null) {
        numbers.add(number);
      } else {
        numbers.add(number.multiply(POWERS.get(power.replace('萬', '万').replace('億', '亿'))));
      }
    }
    CHINESE
        .matcher(ARABIC.matcher(printed).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        // 千亿级 means 一千亿.
        .map(run -> ChineseNumber.read(run).or(() -> ChineseNumber.read("一" + run)))
        .forEach(number -> number.ifPresent(numbers::add));
    if (OF_SHARES.contains(unit)) {
      SHARES.forEach(
          (word, shares) -> {
            if (word.matcher(printed).find()) {
              numbers.addAll(shares);
            }
          });
    }
    if (NOTHING.matcher(printed).find()) {
      numbers.add(BigDecimal.ZERO);
    }
    return numbers;
  }
}
