package citybrain.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether growth computed from delivered amounts says what growth promises.
 *
 * <p>It does not when the department's growth is at constant prices (amounts are at current ones),
 * when a known break lies between the period and its base, or when the base was revised. A revision
 * shows in the figures themselves: the department computes growth on the revised base, we on the
 * one delivered a year before. Statistics revise whole years, so one month outside the tolerance
 * settles it for all of the year's growth in that area, also for months that happen to agree.
 */
final class Comparability {
  private static final int SHOWN_DIGITS = 2;

  private final SeriesMethod method;
  private final List<SeriesMethod.SeriesBreak> breaks;
  private final Map<Integer, BigDecimal> largestGapByYear = new HashMap<>();

  Comparability(SeriesMethod method, String areaCode) {
    this.method = method;
    this.breaks = method.breaks().stream().filter(known -> known.concerns(areaCode)).toList();
  }

  /** Takes note of a gap between computed and published growth. */
  void learn(MonthSpan span, BigDecimal gap) {
    largestGapByYear.merge(span.last().getYear(), gap.abs(), BigDecimal::max);
  }

  /** Why growth of {@code span} over the year before is not comparable; null if it is. */
  @Nullable String reasonAgainst(MonthSpan span) {
    List<String> reasons = new ArrayList<>();
    if (method.isGrowthAtConstantPrices()) {
      reasons.add("公布增速按不变价格计算，水平值按当年价格，计算增速含价格变动，应采用公布增速");
    }
    for (SeriesMethod.SeriesBreak known : breaks) {
      if (known.separates(span)) {
        reasons.add(known.reasonZh());
      }
    }
    int year = span.last().getYear();
    BigDecimal gap = largestGapByYear.get(year);
    if (gap != null && !method.isGrowthAtConstantPrices() && !method.tolerance().allows(gap)) {
      reasons.add(
          year
              + "年计算增速与公布增速最大相差"
              + gap.setScale(SHOWN_DIGITS, RoundingMode.HALF_UP).toPlainString()
              + "个百分点，超过"
              + method.tolerance().points().toPlainString()
              + "个百分点，表明上年基数已修订，应采用公布增速");
    }
    return reasons.isEmpty() ? null : String.join("；", reasons);
  }
}
