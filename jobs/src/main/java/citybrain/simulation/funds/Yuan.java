package citybrain.simulation.funds;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in yuan, to the cent. */
final class Yuan {
  static final BigDecimal NOTHING = new BigDecimal("0.00");
  private static final int YUAN_TO_TEN_THOUSANDS = 4;

  private Yuan() {}

  static BigDecimal of(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }

  /** A share of an amount. */
  static BigDecimal share(BigDecimal amount, double share) {
    return amount.multiply(BigDecimal.valueOf(share)).setScale(2, RoundingMode.HALF_UP);
  }

  /** In 万元, to the hundred yuan. */
  static BigDecimal inTenThousands(double amount) {
    return BigDecimal.valueOf(amount)
        .movePointLeft(YUAN_TO_TEN_THOUSANDS)
        .setScale(2, RoundingMode.HALF_UP);
  }
}
