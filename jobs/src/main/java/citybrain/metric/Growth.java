package citybrain.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Growth in percent, in exact decimals.
 *
 * <p>Rounding: once, at the end, half up to {@value #SCALE} digits.
 */
final class Growth {
  /** Digits after the point that the tables keep. */
  static final int SCALE = 8;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Growth() {}

  /**
   * {@code (current − base) / base × 100}; empty for a base of zero or less, over which growth
   * means nothing.
   */
  static Optional<BigDecimal> over(BigDecimal base, BigDecimal current) {
    if (base.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal change = current.subtract(base).multiply(HUNDRED);
    return Optional.of(change.divide(base, SCALE, RoundingMode.HALF_UP));
  }

  /**
   * {@code (√((1 + g₁)(1 + g₂)) − 1) × 100}, growths in percent; empty when either loses more than
   * everything.
   */
  static Optional<BigDecimal> twoYearAverage(BigDecimal earlier, BigDecimal later) {
    BigDecimal earlierIndex = earlier.add(HUNDRED);
    BigDecimal laterIndex = later.add(HUNDRED);
    if (earlierIndex.signum() < 0 || laterIndex.signum() < 0) {
      return Optional.empty();
    }
    // √((100 + g₁)(100 + g₂)) is the mean index on 100 already.
    BigDecimal index = earlierIndex.multiply(laterIndex).sqrt(MathContext.DECIMAL128);
    return Optional.of(index.subtract(HUNDRED).setScale(SCALE, RoundingMode.HALF_UP));
  }
}
