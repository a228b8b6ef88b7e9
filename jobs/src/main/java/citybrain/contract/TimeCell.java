package citybrain.contract;

import citybrain.contract.CellReading.Failure;
import citybrain.contract.CellReading.Value;
import citybrain.period.Period;
import citybrain.unit.ChineseNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days and moments as departments and spreadsheets write them. */
final class TimeCell {
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})[日号])");
  private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern CHINESE_DAY = Pattern.compile("(.{4})年(.{1,2})月(.{1,3})[日号]");

  /** What parts the day from the time is a blank, a T, or nothing after 日. */
  private static final Pattern MOMENT = Pattern.compile("(.{8,11}?)(?:[T ]|(?<=[日号]))(\\d{1,2}.*)");

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:\\.0{1,9})?)?|[时点](?:(\\d{1,2})分(?:(\\d{1,2})秒)?)?)");

  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.\\d+)?");
  private static final DateTimeFormatter CANONICAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  /** Day 0 of Excel's 1900 date system, as it counts from March 1900 on. */
  private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);

  /**
   * A bare serial number is taken for a date within 1950–2099 only; anything else is more likely a
   * slip.
   */
  private static final int FIRST_SERIAL = 18264;

  private static final int LAST_SERIAL = 73050;
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(24 * 60 * 60);

  private TimeCell() {}

  /** A day; a moment only where it is midnight, as exports write a day. */
  static CellReading day(ContractColumn column, String plain) {
    try {
      Optional<LocalDate> day = day(plain.replace(" ", ""));
      if (day.isEmpty()) {
        day =
            moment(plain)
                .filter(moment -> moment.toLocalTime().equals(LocalTime.MIDNIGHT))
                .map(LocalDateTime::toLocalDate);
      }
      if (day.isPresent()) {
        return new Value(day.get().toString());
      }
    } catch (DateTimeException e) {
      return new Failure("type.date", "“%s”中的“%s”不是存在的日期".formatted(column.header(), plain), true);
    }
    return new Failure(
        "type.date", "“%s”中的“%s”不是日期，应写作2020-09-01".formatted(column.header(), plain), true);
  }

  /** The month that a day begins or ends, as tables name months by a day; empty for other days. */
  static Optional<Period> monthOfDay(ContractColumn column, String plain) {
    if (!(day(column, plain) instanceof Value value)) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.parse(value.canonical());
    boolean isBoundary = day.getDayOfMonth() == 1 || day.getDayOfMonth() == day.lengthOfMonth();
    return isBoundary
        ? Optional.of(Period.month(day.getYear(), day.getMonthValue()))
        : Optional.empty();
  }

  /** A day and its time; a day alone is none: midnight and not known are two things. */
  static CellReading timestamp(ContractColumn column, String plain) {
    try {
      Optional<LocalDateTime> moment = moment(plain);
      if (moment.isPresent()) {
        return new Value(CANONICAL.format(moment.get()));
      }
    } catch (DateTimeException e) {
      return new Failure(
          "type.timestamp", "“%s”中的“%s”不是存在的时间".formatted(column.header(), plain), true);
    }
    return new Failure(
        "type.timestamp",
        "“%s”中的“%s”不是时间，应写作2020-09-01 08:30".formatted(column.header(), plain),
        true);
  }

  private static Optional<LocalDate> day(String text) {
    if (isIso(text)) {
      return Optional.of(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)));
    }
    Matcher separated = DAY.matcher(text);
    if (separated.matches()) {
      boolean isChinese = separated.group(2) == null;
      return Optional.of(
          day(
              separated.group(1),
              separated.group(isChinese ? 5 : 3),
              separated.group(isChinese ? 6 : 4)));
    }
    Matcher compact = COMPACT_DAY.matcher(text);
    if (compact.matches()) {
      return Optional.of(day(compact.group(1), compact.group(2), compact.group(3)));
    }
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches() && isWholeDay(serial.group(2)) && isSerial(serial.group(1))) {
      return Optional.of(EXCEL_DAY_ZERO.plusDays(Integer.parseInt(serial.group(1))));
    }
    return chineseDay(text);
  }

  /** The form that most cells have, told without a pattern. */
  private static boolean isIso(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = text.charAt(i);
      if (i != 4 && i != 7 && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  /** 二〇二〇年九月一日. */
  private static Optional<LocalDate> chineseDay(String text) {
    Matcher chinese = CHINESE_DAY.matcher(text);
    if (!chinese.matches()) {
      return Optional.empty();
    }
    Optional<BigDecimal> year = ChineseNumber.read(chinese.group(1));
    Optional<BigDecimal> month = ChineseNumber.read(chinese.group(2));
    Optional<BigDecimal> day = ChineseNumber.read(chinese.group(3));
    boolean isRead =
        year.filter(y -> y.precision() == 4).isPresent() && month.isPresent() && day.isPresent();
    return isRead
        ? Optional.of(
            LocalDate.of(
                year.get().intValueExact(), month.get().intValueExact(), day.get().intValueExact()))
        : Optional.empty();
  }

  private static Optional<LocalDateTime> moment(String plain) {
    Matcher serial = SERIAL.matcher(plain);
    if (serial.matches()) {
      return serial.group(2) != null && isSerial(serial.group(1))
          ? Optional.of(moment(Integer.parseInt(serial.group(1)), new BigDecimal(serial.group(2))))
          : Optional.empty();
    }
    Matcher written = MOMENT.matcher(plain.replaceAll(" ?([年月日号时点分秒:]) ?", "$1"));
    if (!written.matches()) {
      return Optional.empty();
    }
    Matcher time = TIME.matcher(written.group(2));
    return time.matches()
        ? day(written.group(1))
            .map(
                day ->
                    day.atTime(
                        Integer.parseInt(time.group(1)),
                        part(time.group(2), time.group(4)),
                        part(time.group(3), time.group(5))))
        : Optional.empty();
  }

  /** A spreadsheet's moment, to the second. */
  private static LocalDateTime moment(int serial, BigDecimal fraction) {
    long seconds =
        fraction.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return EXCEL_DAY_ZERO.plusDays(serial).atStartOfDay().plusSeconds(seconds);
  }

  private static boolean isSerial(String digits) {
    int serial = Integer.parseInt(digits);
    return serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
  }

  private static boolean isWholeDay(@Nullable String fraction) {
    return fraction == null || new BigDecimal(fraction).signum() == 0;
  }

  private static int part(@Nullable String colon, @Nullable String chinese) {
    String digits = colon != null ? colon : chinese;
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
