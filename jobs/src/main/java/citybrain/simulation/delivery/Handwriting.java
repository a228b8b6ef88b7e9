package citybrain.simulation.delivery;

import citybrain.contract.CellText;
import citybrain.contract.CodeList;
import citybrain.contract.CodeList.CodeEntry;
import citybrain.period.Period;
import citybrain.period.PeriodType;
import citybrain.simulation.city.ResourceTable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/**
 * How a department writes dates, months, missing figures, names and large numbers.
 *
 * <p>Source: {@code citybrain/simulation/handwriting.csv}; a department that is not in it writes
 * ISO dates and official names.
 */
record Handwriting(
    String dateExample,
    String monthExample,
    String missing,
    boolean hasShortNames,
    boolean hasSeparators) {
  private static final Handwriting PLAIN =
      new Handwriting("2020-09-01", "2020-09", "", false, false);
  private static final Map<String, Handwriting> BY_DEPARTMENT = read();

  /** The written examples of the resource, each with the pattern that writes it. */
  private static final Map<String, DateTimeFormatter> DATES =
      Map.of(
          "2020-09-01", DateTimeFormatter.ISO_LOCAL_DATE,
          "2020/9/1", DateTimeFormatter.ofPattern("uuuu/M/d"),
          "2020.9.1", DateTimeFormatter.ofPattern("uuuu.M.d"),
          "2020年9月1日", DateTimeFormatter.ofPattern("uuuu年M月d日"),
          "20200901", DateTimeFormatter.BASIC_ISO_DATE);

  private static final Map<String, DateTimeFormatter> MONTHS =
      Map.of(
          "2020-09", DateTimeFormatter.ofPattern("uuuu-MM"),
          "2020.09", DateTimeFormatter.ofPattern("uuuu.MM"),
          "2020年9月", DateTimeFormatter.ofPattern("uuuu年M月"));

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter TIME_WITH_SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss");

  /** What a table for print has where no figure is, when the department leaves lists blank. */
  private static final String DASH = "—";

  private static final String[] CHINESE_DIGITS = {"〇", "一", "二", "三", "四"};

  static Handwriting of(String department) {
    return BY_DEPARTMENT.getOrDefault(department, PLAIN);
  }

  /** Whether spreadsheets of the department hold days as dates, which are shown as ISO. */
  boolean hasIsoDates() {
    return dateExample.equals("2020-09-01");
  }

  String date(LocalDate day) {
    return formatter(DATES, dateExample).format(day);
  }

  String timestamp(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    String written = dateExample.equals("20200901") ? day.toString() : date(day);
    return written + " " + (time.getSecond() == 0 ? TIME : TIME_WITH_SECONDS).format(time);
  }

  /** The period with its year. */
  String period(Period period) {
    int year = period.first().getYear();
    return switch (period.type()) {
      case MONTH -> formatter(MONTHS, monthExample).format(period.first());
      case QUARTER -> year + "年第" + CHINESE_DIGITS[period.last().getMonthValue() / 3] + "季度";
      case YEAR -> year + "年";
      case HALF_YEAR, MERGED_MONTHS, CUMULATIVE -> year + "年" + withoutYear(period);
    };
  }

  /** The period below its year, as a year column or a title states it. */
  static String withoutYear(Period period) {
    int first = period.first().getMonthValue();
    int last = period.last().getMonthValue();
    return switch (period.type()) {
      case MONTH -> first + "月";
      case MERGED_MONTHS -> first + "-" + last + "月";
      case CUMULATIVE -> "1-" + last + "月" + (last == 2 ? "累计" : "");
      case QUARTER -> "第" + CHINESE_DIGITS[last / 3] + "季度";
      case HALF_YEAR -> last == 6 ? "上半年" : "下半年";
      case YEAR -> "全年";
    };
  }

  /** Reads a period's code; 01/02 is the merged report of both, as statistics publish it. */
  static Period periodOf(String code) {
    PeriodType type;
    if (code.contains("/")) {
      boolean isMerged = !code.substring(5, 7).equals("01") || code.endsWith("-02");
      type = isMerged ? PeriodType.MERGED_MONTHS : PeriodType.CUMULATIVE;
    } else if (code.contains("Q")) {
      type = PeriodType.QUARTER;
    } else if (code.contains("H")) {
      type = PeriodType.HALF_YEAR;
    } else {
      type = code.length() == 4 ? PeriodType.YEAR : PeriodType.MONTH;
    }
    return Period.parse(code, type);
  }

  String name(CodeList codes, String code) {
    CodeEntry entry =
        codes.entries().stream()
            .filter(candidate -> candidate.code().equals(code))
            .findFirst()
            .orElseThrow();
    return hasShortNames && !entry.otherNames().isEmpty() ? entry.otherNames().get(0) : entry.zh();
  }

  /** A number in a text file. */
  String number(String plain) {
    if (!hasSeparators) {
      return plain;
    }
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    int start = plain.startsWith("-") ? 1 : 0;
    StringBuilder written = new StringBuilder(plain);
    for (int at = end - 3; at > start; at -= 3) {
      written.insert(at, ',');
    }
    return written.toString();
  }

  /** What stands in a list where a figure or date is not known. */
  String missing(Set<String> nullTokens) {
    return nullTokens.contains(CellText.key(missing)) ? missing : "";
  }

  /** What stands in a table for print where there is no figure. */
  String dash(Set<String> nullTokens) {
    String own = missing(nullTokens);
    return own.isEmpty() && nullTokens.contains(CellText.key(DASH)) ? DASH : own;
  }

  private static DateTimeFormatter formatter(
      Map<String, DateTimeFormatter> formatters, String example) {
    DateTimeFormatter formatter = formatters.get(example);
    if (formatter == null) {
      throw new IllegalStateException("handwriting.csv has an example nobody writes: " + example);
    }
    return formatter;
  }

  private static Map<String, Handwriting> read() {
    return ResourceTable.rows("/citybrain/simulation/handwriting.csv").stream()
        .collect(Collectors.toUnmodifiableMap(row -> row.get("department"), row -> of(row)));
  }

  private static Handwriting of(CSVRecord row) {
    return new Handwriting(
        row.get("date"),
        row.get("month"),
        row.get("missing"),
        row.get("names").equals("short"),
        row.get("separators").equals("yes"));
  }
}
