package citybrain.intake.anomaly;

import citybrain.period.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Published growth that the levels do not give.
 *
 * <p>Growth over the same period of the year before is computed from the levels and held against
 * the published one. They may differ by {@code gap} percentage points and by what the rounding of
 * the two levels makes. When more than half of a year's periods disagree, its base was revised:
 * that is one doubt, at the first of them. A level that published growth contradicts is not held
 * against the year after it: where that year's growth fits the level that the published growth
 * implies, it is not doubted.
 *
 * @param gap percentage points
 */
record PublishedGrowth(BigDecimal gap) implements SeriesFinder {
  private static final MathContext PRECISION = MathContext.DECIMAL64;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private record Gap(int at, BigDecimal computed, BigDecimal published) {}

  private static final class Year {
    private final List<Gap> gaps = new ArrayList<>();
    private int compared;
  }

  @Override
  public List<Doubt> in(List<Point> series) {
    Map<Period, BigDecimal> levels = new HashMap<>();
    for (Point point : series) {
      if (point.isPositive()) {
        levels.put(point.period(), Objects.requireNonNull(point.value()));
      }
    }
    BigDecimal rounding = LastDigit.of(levels.values()).multiply(HALF);
    Map<Period, BigDecimal> implied = new HashMap<>();
    TreeMap<Integer, Year> years = new TreeMap<>();
    for (int i = 0; i < series.size(); i++) {
      Point point = series.get(i);
      BigDecimal level = levels.get(point.period());
      BigDecimal base = levels.get(point.period().previousYear());
      BigDecimal published = point.against();
      if (level == null || base == null || published == null) {
        continue;
      }
      Year year = years.computeIfAbsent(point.period().first().getYear(), number -> new Year());
      year.compared++;
      BigDecimal impliedBase = implied.get(point.period().previousYear());
      if (!agrees(level, base, published, rounding)) {
        implied.put(
            point.period(),
            base.multiply(BigDecimal.ONE.add(published.divide(HUNDRED, PRECISION)), PRECISION));
        if (impliedBase == null || !agrees(level, impliedBase, published, rounding)) {
          year.gaps.add(new Gap(i, growth(level, base), published));
        }
      }
    }
    List<Doubt> doubts = new ArrayList<>();
    years.forEach((number, year) -> doubts.addAll(doubts(series, number, year)));
    return doubts;
  }

  private static BigDecimal growth(BigDecimal level, BigDecimal base) {
    return level.subtract(base).multiply(HUNDRED).divide(base, PRECISION);
  }

  private boolean agrees(
      BigDecimal level, BigDecimal base, BigDecimal published, BigDecimal rounding) {
    if (base.signum() <= 0) {
      return false;
    }
    BigDecimal ofRounding =
        rounding
            .multiply(HUNDRED)
            .divide(base, PRECISION)
            .multiply(BigDecimal.ONE.add(level.divide(base, PRECISION)));
    BigDecimal difference = growth(level, base).subtract(published).abs();
    return difference.compareTo(gap.add(ofRounding)) <= 0;
  }

  private static List<Doubt> doubts(List<Point> series, int number, Year year) {
    if (year.gaps.size() > 1 && 2 * year.gaps.size() > year.compared) {
      Gap first = year.gaps.get(0);
      return List.of(
          new Doubt(
              first.at(),
              "%d年可比的%d期中有%d期公布增速与按数值计算的增速不一致，疑为上年基数已修订（首见于%s）"
                  .formatted(number, year.compared, year.gaps.size(), words(series, first))));
    }
    return year.gaps.stream()
        .map(found -> new Doubt(found.at(), words(series, found) + "，两者不一致"))
        .toList();
  }

  private static String words(List<Point> series, Gap found) {
    return "%s：公布%s，按本期与上年同期数值计算为%s"
        .formatted(
            Wording.of(series.get(found.at()).period()),
            Wording.percent(found.published()),
            Wording.percent(found.computed()));
  }
}
