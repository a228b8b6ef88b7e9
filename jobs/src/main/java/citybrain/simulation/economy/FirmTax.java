package citybrain.simulation.economy;

import citybrain.simulation.city.Firm;
import citybrain.simulation.city.FirmSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Taxes that a firm paid for a month, yuan. Rates are effective ones and assumed. */
record FirmTax(BigDecimal vat, BigDecimal incomeTax, BigDecimal wageTax, BigDecimal surcharges) {
  private static final int MONTHS_A_QUARTER = 3;
  private static final double MARGIN = 0.055;
  private static final double INCOME_TAX = 0.2;
  private static final double SURCHARGES = 0.12;

  static FirmTax of(FirmMonth firmMonth) {
    Firm firm = firmMonth.firm();
    SplittableRandom random = firmMonth.random("tax");
    double rate = isSmallScale(firm) ? 0.01 : 0.018 + 0.012 * random.nextDouble();
    double vat = firmMonth.sales() * rate;
    double wageTax = firmMonth.staff() * (20 + 40 * random.nextDouble());
    return new FirmTax(
        yuan(vat), yuan(incomeTax(firmMonth)), yuan(wageTax), yuan(vat * SURCHARGES));
  }

  /** Paid by quarter, in the month after it, on the profit of its three months. */
  private static double incomeTax(FirmMonth firmMonth) {
    if (firmMonth.month().getMonthValue() % MONTHS_A_QUARTER != 1 || firmMonth.isClosing()) {
      return 0;
    }
    double sales =
        IntStream.rangeClosed(1, MONTHS_A_QUARTER)
            .mapToObj(
                back ->
                    new FirmMonth(
                        firmMonth.city(), firmMonth.firm(), firmMonth.month().minusMonths(back)))
            .filter(FirmMonth::exists)
            .mapToDouble(FirmMonth::sales)
            .sum();
    return sales * MARGIN * INCOME_TAX;
  }

  static boolean isSmallScale(Firm firm) {
    return firm.size() == FirmSize.MICRO;
  }

  BigDecimal total() {
    return vat.add(incomeTax).add(wageTax).add(surcharges);
  }

  /** Half of the value-added tax, two fifths of the income taxes and all surcharges. */
  BigDecimal local() {
    BigDecimal shared = incomeTax.add(wageTax).multiply(new BigDecimal("0.4"));
    return vat.multiply(new BigDecimal("0.5"))
        .add(shared)
        .add(surcharges)
        .setScale(2, RoundingMode.DOWN);
  }

  static BigDecimal yuan(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }
}
