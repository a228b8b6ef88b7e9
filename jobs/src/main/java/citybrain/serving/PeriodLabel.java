package citybrain.serving;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A period code as officials read it: {@code 2020-01/2020-05} is 2020年1—5月. */
final class PeriodLabel {
  private static final Pattern MONTHS = Pattern.compile("(\\d{4})-(\\d{2})(?:/\\1-(\\d{2}))?");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final Pattern HALF = Pattern.compile("(\\d{4})-H([12])");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private PeriodLabel() {}

  /** The Chinese label; a code of another form is shown as it is. */
  static String zh(String code) {
    Matcher months = MONTHS.matcher(code);
    if (months.matches()) {
      String last = months.group(3) == null ? "" : "—" + Integer.valueOf(months.group(3));
      return months.group(1) + "年" + Integer.valueOf(months.group(2)) + last + "月";
    }
    Matcher quarter = QUARTER.matcher(code);
    if (quarter.matches()) {
      return quarter.group(1) + "年第" + "一二三四".charAt(Integer.parseInt(quarter.group(2)) - 1) + "季度";
    }
    Matcher half = HALF.matcher(code);
    if (half.matches()) {
      return half.group(1) + (half.group(2).equals("1") ? "年上半年" : "年下半年");
    }
    return YEAR.matcher(code).matches() ? code + "年" : code;
  }
}
