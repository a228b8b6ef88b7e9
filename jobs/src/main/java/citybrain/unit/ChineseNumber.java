package citybrain.unit;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers written out in Chinese: 三百二十, 叁佰贰拾, 二〇二〇, 三点五, 负五.
 *
 * <p>Read is what ICU would write itself. What it takes and would write otherwise is no number,
 * such as 三万五, which one reads as 30 005 and another as 35 000.
 */
public final class ChineseNumber {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String VARIANTS = "零○Ｏ两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億";
  private static final String PLAIN = "〇〇〇二二一二二三三四五六六七八九十百千万亿";

  private static final Pattern WRITTEN =
      Pattern.compile("负?[" + DIGITS + "十百千万亿]+(?:点[" + DIGITS + "]+)?");
  private static final Pattern DIGIT_BY_DIGIT = Pattern.compile("[" + DIGITS + "]+");

  /** A format must not be shared between threads, and takes a tenth of a second to make. */
  private static final ThreadLocal<RuleBasedNumberFormat> FORMAT =
      ThreadLocal.withInitial(
          () -> {
            RuleBasedNumberFormat format =
                new RuleBasedNumberFormat(ULocale.CHINESE, RuleBasedNumberFormat.SPELLOUT);
            format.setDefaultRuleSet("%spellout-numbering");
            return format;
          });

  private ChineseNumber() {}

  /** Empty if {@code text} is not wholly such a number. */
  public static Optional<BigDecimal> read(String text) {
    if (text.isEmpty() || text.charAt(0) < '〇') {
      return Optional.empty();
    }
    String plain = plain(text);
    if (!WRITTEN.matcher(plain).matches()) {
      return Optional.empty();
    }
    boolean isNegative = plain.startsWith("负");
    String[] parts = plain.substring(isNegative ? 1 : 0).split("点", 2);
    Optional<BigDecimal> whole = whole(parts[0]);
    String fraction = parts.length == 1 ? "" : "." + arabic(parts[1]);
    return whole
        .map(w -> new BigDecimal(w.toPlainString() + fraction))
        .map(value -> isNegative ? value.negate() : value);
  }

  private static Optional<BigDecimal> whole(String text) {
    if (DIGIT_BY_DIGIT.matcher(text).matches()) {
      return Optional.of(new BigDecimal(arabic(text)));
    }
    String usual = text.startsWith("一十") ? text.substring(1) : text;
    RuleBasedNumberFormat format = FORMAT.get();
    ParsePosition position = new ParsePosition(0);
    Number number = format.parse(usual, position);
    boolean isOwnWriting =
        position.getIndex() == usual.length() && format.format(number.longValue()).equals(usual);
    return isOwnWriting ? Optional.of(BigDecimal.valueOf(number.longValue())) : Optional.empty();
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int variant = VARIANTS.indexOf(text.charAt(i));
      plain.append(variant < 0 ? text.charAt(i) : PLAIN.charAt(variant));
    }
    return plain.toString();
  }

  private static String arabic(String chinese) {
    StringBuilder arabic = new StringBuilder(chinese.length());
    chinese.chars().forEach(c -> arabic.append(DIGITS.indexOf(c)));
    return arabic.toString();
  }
}
