package citybrain.intake.anomaly;

import citybrain.period.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Periods and figures in the words of a reason. */
final class Wording {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final int QUARTER_MONTHS = 3;

  private Wording() {}

  static String of(Period period) {
    int year = period.first().getYear();
    int first = period.first().getMonthValue();
    int last = period.last().getMonthValue();
    return switch (period.type()) {
      case MONTH -> year + "年" + first + "月";
      case MERGED_MONTHS, CUMULATIVE -> year + "年" + first + "-" + last + "月";
      case QUARTER -> year + "年第" + last / QUARTER_MONTHS + "季度";
      case HALF_YEAR -> year + "年" + (first == 1 ? "上半年" : "下半年");
      case YEAR -> year + "年";
    };
  }

  /** All digits of a figure. */
  static String of(BigDecimal figure) {
    return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
  }

  /** Three digits of a computed figure. */
  static String about(double figure) {
    return new BigDecimal(figure).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** A factor read from the logarithm of it: 2.5倍. */
  static String times(double log) {
    return about(Math.exp(log)) + "倍";
  }

  /** A percentage with one decimal. */
  static String percent(BigDecimal figure) {
    return figure.setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
  }
}
