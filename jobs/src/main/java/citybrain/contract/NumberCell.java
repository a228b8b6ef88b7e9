package citybrain.contract;

import citybrain.contract.CellReading.Failure;
import citybrain.contract.CellReading.Value;
import citybrain.unit.ChineseNumber;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers as departments write them: separators, brackets or an agreed mark for negative
 * ones, Chinese numerals.
 *
 * <p>A percent column takes a cell with % as percent, whatever the contract says of bare numbers;
 * minimum and maximum hold for the percent.
 */
final class NumberCell {
  /** Far more than any figure; reading a number takes the square of its digits. */
  private static final int LONGEST_NUMBER = 200;

  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)"
              + "(?:[eE][+-]?\\d{1,2})?");

  private static final String OF_A_HUNDRED = "百分之";

  /** As tables hold numbers: BIGINT and DECIMAL(28,8). */
  private static final int WHOLE_DIGITS_OF_INTEGER = 18;

  private static final int WHOLE_DIGITS_OF_DECIMAL = 20;

  private NumberCell() {}

  static CellReading read(ContractColumn column, String plain) {
    boolean isWhole = column.type() == ColumnType.INTEGER;
    boolean isFree =
        column.minimum() == null && column.maximum() == null && !column.isWrittenAsFraction();
    if (isFree) {
      int end = canonicalEnd(plain);
      if (end > 0 && !(isWhole && plain.lastIndexOf('.', end - 1) >= 0)) {
        return new Value(plain.substring(0, end));
      }
    }
    Optional<BigDecimal> number =
        column.type() == ColumnType.PERCENT ? percent(column, plain) : signed(column, plain);
    if (number.isEmpty()) {
      return new Failure(
          isWhole ? "type.integer" : "type.number",
          "“%s”中的“%s”不是数字".formatted(column.header(), plain),
          true);
    }
    BigDecimal value = number.get();
    if (isWhole && value.stripTrailingZeros().scale() > 0) {
      return new Failure("type.integer", "“%s”应为整数，收到“%s”".formatted(column.header(), plain), true);
    }
    return bounded(column, plain, value);
  }

  /**
   * Most cells are canonical but for zeros at the end, and are millions: these are told without
   * pattern and arithmetic. Where the canonical text ends; 0 for any other text.
   */
  private static int canonicalEnd(String text) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    int point = start;
    while (point < text.length() && isDigit(text.charAt(point))) {
      point++;
    }
    int wholeDigits = point - start;
    boolean isWholeCanonical =
        wholeDigits > 0
            && wholeDigits <= WHOLE_DIGITS_OF_INTEGER
            && (text.charAt(start) != '0' || (wholeDigits == 1 && start == 0));
    if (!isWholeCanonical) {
      return 0;
    }
    if (point == text.length()) {
      return point;
    }
    int end = point + 1;
    int lastSignificant = point;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
      if (text.charAt(end - 1) != '0') {
        lastSignificant = end;
      }
    }
    boolean isFraction = text.charAt(point) == '.' && end == text.length() && end > point + 1;
    return isFraction ? lastSignificant : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static CellReading bounded(ContractColumn column, String plain, BigDecimal value) {
    BigDecimal minimum = column.minimum();
    if (minimum != null && value.compareTo(minimum) < 0) {
      return new Failure(
          "range.minimum",
          "“%s”为%s，不应小于%s".formatted(column.header(), plain, minimum.toPlainString()),
          false);
    }
    BigDecimal maximum = column.maximum();
    if (maximum != null && value.compareTo(maximum) > 0) {
      return new Failure(
          "range.maximum",
          "“%s”为%s，不应大于%s".formatted(column.header(), plain, maximum.toPlainString()),
          false);
    }
    int wholeDigits =
        column.type() == ColumnType.INTEGER ? WHOLE_DIGITS_OF_INTEGER : WHOLE_DIGITS_OF_DECIMAL;
    if (value.precision() - value.scale() > wholeDigits) {
      return new Failure(
          "range.digits", "“%s”超过%d位整数".formatted(column.header(), wholeDigits), false);
    }
    return new Value(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
  }

  /** In percent, also where bare numbers are fractions. */
  private static Optional<BigDecimal> percent(ContractColumn column, String plain) {
    if (plain.startsWith(OF_A_HUNDRED)) {
      return ChineseNumber.read(plain.substring(OF_A_HUNDRED.length()));
    }
    int sign = Math.max(plain.lastIndexOf('%'), plain.lastIndexOf('‰'));
    if (sign < 0) {
      Optional<BigDecimal> bare = signed(column, plain);
      return column.isWrittenAsFraction() ? bare.map(value -> value.movePointRight(2)) : bare;
    }
    String end = plain.substring(sign + 1);
    if (!end.isEmpty() && !end.equals(")")) {
      return Optional.empty();
    }
    Optional<BigDecimal> value = signed(column, plain.substring(0, sign).stripTrailing() + end);
    return plain.charAt(sign) == '‰' ? value.map(v -> v.movePointLeft(1)) : value;
  }

  private static Optional<BigDecimal> signed(ContractColumn column, String plain) {
    if (plain.length() > 2 && plain.startsWith("(") && plain.endsWith(")")) {
      return magnitude(plain.substring(1, plain.length() - 1).strip()).map(BigDecimal::negate);
    }
    if (!plain.isEmpty() && column.negativeMarks().contains(plain.substring(0, 1))) {
      return magnitude(plain.substring(1).strip()).map(BigDecimal::negate);
    }
    return number(plain);
  }

  /** A number that brings no sign of its own: brackets around −5 say nothing certain. */
  private static Optional<BigDecimal> magnitude(String text) {
    return number(text).filter(value -> value.signum() >= 0 && !text.startsWith("+"));
  }

  private static Optional<BigDecimal> number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    String signed = withPlainSign(text);
    if (!NUMBER.matcher(signed).matches()) {
      return ChineseNumber.read(text);
    }
    return Optional.of(new BigDecimal(signed.replace(",", "").replace(" ", "")));
  }

  /** A minus sign or an en dash before a number is a hyphen; a blank after a sign is nothing. */
  private static String withPlainSign(String text) {
    if (text.isEmpty()) {
      return text;
    }
    char first = text.charAt(0);
    if (first == '-' || first == '+' || first == '\u2212' || first == '\u2013') {
      return (first == '+' ? "+" : "-") + text.substring(1).stripLeading();
    }
    return text;
  }
}
