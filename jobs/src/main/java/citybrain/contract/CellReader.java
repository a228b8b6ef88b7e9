package citybrain.contract;

import citybrain.contract.CellReading.Failure;
import citybrain.contract.CellReading.Missing;
import citybrain.contract.CellReading.Value;
import citybrain.period.PeriodText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one verbatim cell as its column's type. */
final class CellReader {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,2})?");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日)");
  private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  /** Day 0 of Excel's 1900 date system, as it counts from March 1900 on. */
  private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);

  /**
   * A bare serial number is taken for a date within 1950–2099 only; anything else is more likely a
   * slip.
   */
  private static final int FIRST_SERIAL = 18264;

  private static final int LAST_SERIAL = 73050;

  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}(?:[-/.]\\d{1,2}[-/.]\\d{1,2}|年\\d{1,2}月\\d{1,2}日)|\\d{8})"
              + "(?:[ T]?(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:\\.0{1,9})?)?"
              + "|[时点](?:(\\d{1,2})分(?:(\\d{1,2})秒)?|整)?))?");
  private static final DateTimeFormatter MOMENT_CODE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final Pattern SERIAL_MOMENT = Pattern.compile("(\\d{5})(\\.\\d+)?");
  private static final BigDecimal SECONDS_A_DAY = new BigDecimal(24 * 60 * 60);

  private static final Set<String> YES = Set.of("是", "有", "√", "✓", "✔", "true", "1", "y", "yes");
  private static final Set<String> NO =
      Set.of("否", "无", "没有", "×", "✗", "✘", "x", "false", "0", "n", "no");

  /** As tables hold numbers: BIGINT and DECIMAL(28,8). */
  private static final int WHOLE_DIGITS_OF_INTEGER = 18;

  private static final int WHOLE_DIGITS_OF_DECIMAL = 20;

  private CellReader() {}

  static CellReading read(ContractColumn column, String verbatim) {
    String plain = CellText.plain(verbatim);
    if (plain.isEmpty() || column.nullTokens().contains(CellText.key(verbatim))) {
      return new Missing();
    }
    return switch (column.type()) {
      case TEXT -> new Value(plain);
      case UNIT -> new Value(plain);
      case INTEGER -> number(column, plain, true, false);
      case DECIMAL -> number(column, plain, false, false);
      case PERCENT -> number(column, plain, false, true);
      case DATE -> date(column, plain, verbatim);
      case PERIOD -> period(column, plain);
      case CODE -> code(column, verbatim);
      case TIMESTAMP -> timestamp(column, plain, verbatim);
      case BOOLEAN -> yesOrNo(column, plain);
      case CREDIT_CODE -> CheckDigits.creditCode(column, CellText.key(verbatim));
      case RESIDENT_ID -> CheckDigits.residentId(column, CellText.key(verbatim));
      case ARRAY ->
          throw new IllegalStateException("No extract has a column of this type: " + column.name());
    };
  }

  private static CellReading number(
      ContractColumn column, String plain, boolean isWhole, boolean isPercent) {
    String text = plain.replace(" ", "").replace('\u2212', '-');
    boolean isBracketed = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
    if (isBracketed) {
      text = "-" + text.substring(1, text.length() - 1);
    }
    if (isPercent && text.endsWith("%")) {
      text = text.substring(0, text.length() - 1);
    }
    if (!NUMBER.matcher(text).matches()) {
      return new Failure(
          isWhole ? "type.integer" : "type.number",
          "“%s”中的“%s”不是数字".formatted(column.header(), plain),
          true);
    }
    BigDecimal value = new BigDecimal(text.replace(",", ""));
    if (isWhole && value.stripTrailingZeros().scale() > 0) {
      return new Failure("type.integer", "“%s”应为整数，收到“%s”".formatted(column.header(), plain), true);
    }
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
    int wholeDigits = isWhole ? WHOLE_DIGITS_OF_INTEGER : WHOLE_DIGITS_OF_DECIMAL;
    if (value.precision() - value.scale() > wholeDigits) {
      return new Failure(
          "range.digits", "“%s”超过%d位整数".formatted(column.header(), wholeDigits), false);
    }
    return new Value(canonical(value));
  }

  private static String canonical(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static CellReading date(ContractColumn column, String plain, String verbatim) {
    String text = CellText.key(verbatim);
    Matcher separated = DATE.matcher(text);
    Matcher compact = COMPACT_DATE.matcher(text);
    try {
      if (separated.matches()) {
        String month = separated.group(2) != null ? separated.group(2) : separated.group(4);
        String day = separated.group(3) != null ? separated.group(3) : separated.group(5);
        return new Value(day(separated.group(1), month, day));
      }
      if (compact.matches()) {
        return new Value(day(compact.group(1), compact.group(2), compact.group(3)));
      }
    } catch (DateTimeException e) {
      return new Failure("type.date", "“%s”中的“%s”不是存在的日期".formatted(column.header(), plain), true);
    }
    if (text.matches("\\d{5}")) {
      int serial = Integer.parseInt(text);
      if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
        return new Value(EXCEL_DAY_ZERO.plusDays(serial).toString());
      }
    }
    return new Failure(
        "type.date", "“%s”中的“%s”不是日期，应写作2020-09-01".formatted(column.header(), plain), true);
  }

  /** A day alone is no moment: whether it was midnight or not known, nobody can say. */
  private static CellReading timestamp(ContractColumn column, String plain, String verbatim) {
    Matcher written = MOMENT.matcher(plain.replaceAll(" ?([年月日时点分秒:]) ?", "$1"));
    try {
      if (written.matches() && written.group(2) != null) {
        CellReading day = date(column, written.group(1), written.group(1));
        if (day instanceof Value value) {
          LocalTime time =
              LocalTime.of(
                  Integer.parseInt(written.group(2)),
                  part(written.group(3), written.group(5)),
                  part(written.group(4), written.group(6)));
          return new Value(MOMENT_CODE.format(LocalDate.parse(value.canonical()).atTime(time)));
        }
      }
    } catch (DateTimeException e) {
      return new Failure(
          "type.timestamp", "“%s”中的“%s”不是存在的时间".formatted(column.header(), plain), true);
    }
    Matcher serial = SERIAL_MOMENT.matcher(CellText.key(verbatim));
    if (serial.matches() && serial.group(2) != null) {
      int day = Integer.parseInt(serial.group(1));
      if (day >= FIRST_SERIAL && day <= LAST_SERIAL) {
        long seconds =
            new BigDecimal(serial.group(2))
                .multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Value(
            MOMENT_CODE.format(EXCEL_DAY_ZERO.plusDays(day).atStartOfDay().plusSeconds(seconds)));
      }
    }
    return new Failure(
        "type.timestamp",
        "“%s”中的“%s”不是时间，应写作2020-09-01 08:30".formatted(column.header(), plain),
        true);
  }

  private static int part(@Nullable String colon, @Nullable String chinese) {
    String digits = colon != null ? colon : chinese;
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static CellReading yesOrNo(ContractColumn column, String plain) {
    String text = plain.toLowerCase(Locale.ROOT);
    if (YES.contains(text)) {
      return new Value("true");
    }
    if (NO.contains(text)) {
      return new Value("false");
    }
    return new Failure(
        "type.boolean", "“%s”中的“%s”不是“是”或“否”".formatted(column.header(), plain), true);
  }

  private static String day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
        .toString();
  }

  private static CellReading code(ContractColumn column, String verbatim) {
    CodeList codes = column.codes();
    if (codes == null) {
      throw new IllegalStateException("A code column has a code list: " + column.name());
    }
    Optional<String> code = codes.code(CellText.name(verbatim));
    if (code.isPresent()) {
      return new Value(code.get());
    }
    return new Failure(
        "code." + codes.id(),
        "“%s”中的“%s”不在“%s”代码表中"
            .formatted(column.header(), CellText.plain(verbatim), codes.titleZh()),
        false);
  }

  private static CellReading period(ContractColumn column, String plain) {
    return PeriodText.parse(plain)
        .<CellReading>map(period -> new Value(period.code()))
        .orElseGet(
            () ->
                new Failure(
                    "type.period", "“%s”中的“%s”不是可识别的时期".formatted(column.header(), plain), true));
  }
}
