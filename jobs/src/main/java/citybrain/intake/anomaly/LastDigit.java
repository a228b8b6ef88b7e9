package citybrain.intake.anomaly;

import java.math.BigDecimal;
import java.util.Collection;

/** How finely figures are printed, as far as the figures themselves show it. */
final class LastDigit {
  private LastDigit() {}

  /** The largest power of ten that all figures are multiples of; 1 where all are zero. */
  static BigDecimal of(Collection<BigDecimal> figures) {
    int scale = Integer.MIN_VALUE;
    for (BigDecimal figure : figures) {
      if (figure.signum() != 0) {
        scale = Math.max(scale, figure.stripTrailingZeros().scale());
      }
    }
    return scale == Integer.MIN_VALUE ? BigDecimal.ONE : BigDecimal.ONE.scaleByPowerOfTen(-scale);
  }
}
