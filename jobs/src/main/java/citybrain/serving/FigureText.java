package citybrain.serving;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as the page prints them. What is not known prints as a dash, never as zero. */
final class FigureText {
  static final String UNKNOWN = "—";

  private FigureText() {}

  /** A light's value as it was judged, with no less than one decimal: 4 is shown as 4.0. */
  static BigDecimal atLeastOneDecimal(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.setScale(Math.max(1, plain.scale()), RoundingMode.UNNECESSARY);
  }

  /** A growth rate with one decimal, as statistics offices publish it. */
  static String rate(@Nullable BigDecimal percent) {
    return percent == null ? UNKNOWN : percent.setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /** A difference of growth rates with its sign. */
  static String gap(@Nullable BigDecimal computed, @Nullable BigDecimal published) {
    if (computed == null || published == null) {
      return UNKNOWN;
    }
    BigDecimal gap = computed.subtract(published).setScale(1, RoundingMode.HALF_UP);
    return (gap.signum() > 0 ? "+" : "") + gap.toPlainString();
  }

  /** Grouped digits and no more decimals than the value has, two at most. */
  static String number(@Nullable BigDecimal value) {
    return value == null ? UNKNOWN : format("#,##0.##").format(value);
  }

  /** A sum of money to the fen. */
  static String yuan(@Nullable BigDecimal amount) {
    return amount == null ? UNKNOWN : format("#,##0.00").format(amount) + " 元";
  }

  static String count(long count) {
    return format("#,##0").format(count);
  }

  static String percent(@Nullable BigDecimal ratio) {
    return ratio == null ? UNKNOWN : format("0.#").format(ratio.movePointRight(2)) + "%";
  }

  static String day(@Nullable LocalDate day) {
    return day == null ? UNKNOWN : day.toString();
  }

  private static DecimalFormat format(String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
