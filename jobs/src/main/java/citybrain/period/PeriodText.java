package citybrain.period;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads periods as Chinese departments write them: 2020年9月, 2012年1-2月, 2020年上半年, 2020年第三季度,
 * 二〇二〇年九月.
 *
 * <p>1-2月 is the merged report of two months; a range from January to a later month is cumulative,
 * as is one marked 累计, 前三季度 and 前9个月; a range from another month is merged. 末 and 底 name the period
 * whose end a stock is counted at. Years run from 1900 to 2099. Whatever is not surely one period
 * reads as none: {@code 2020.1} too, which a spreadsheet makes of 2020.10.
 */
public final class PeriodText {
  private static final String YEAR = "((?:19|20)\\d{2})";
  private static final int MONTHS_A_QUARTER = 3;
  private static final String MONTH = "(0?[1-9]|1[0-2])";

  private static final List<Form> FORMS =
      List.of(
          new Form(YEAR + "(?:年(?:度|全年|末|底)?)?", m -> found(Period.year(number(m, 1)))),
          new Form(YEAR + "(?:年|[-/.])" + MONTH + "月份?[末底]?", PeriodText::month),
          new Form(YEAR + "[年/-]" + MONTH, PeriodText::month),
          new Form(YEAR + "\\.(0[1-9]|[2-9]|1[0-2])", PeriodText::month),
          new Form(YEAR + "(0[1-9]|1[0-2])", PeriodText::month),
          new Form(YEAR + "[年.]" + MONTH + "月?-" + MONTH + "月份?(累计)?", PeriodText::range),
          new Form(YEAR + "(?:年第?|第)([1-4])季度?末?", PeriodText::quarter),
          new Form(YEAR + "[年-]?Q([1-4])", PeriodText::quarter),
          new Form(YEAR + "年?(?:前|第?1-)([2-4])个?季度", PeriodText::quarters),
          new Form(
              YEAR + "年?前([2-9]|1[0-2])个?月",
              m -> found(Period.cumulative(number(m, 1), number(m, 2)))),
          new Form(YEAR + "年?上半年", m -> found(Period.halfYear(number(m, 1), 1))),
          new Form(YEAR + "年?下半年", m -> found(Period.halfYear(number(m, 1), 2))),
          new Form(YEAR + "[年-]?H([12])", m -> found(Period.halfYear(number(m, 1), number(m, 2)))));

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern RANGE_SIGN = Pattern.compile("[\\p{Pd}\u2212~\u301C\u2500至到]+");
  private static final Pattern CHINESE_YEAR = Pattern.compile("^[〇○零一二三四五六七八九]{4}(?=年)");
  private static final Pattern CHINESE_NUMBER = Pattern.compile("十[一二]?|[一二两三四五六七八九]");
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  private PeriodText() {}

  /** The period {@code chinese} names, year included; empty if it names none or more than one. */
  public static Optional<Period> parse(String chinese) {
    String plain = plain(chinese);
    return FORMS.stream().flatMap(form -> form.read(plain).stream()).findFirst();
  }

  /**
   * The period {@code chinese} names within {@code year}, for example {@code 1-2月} or {@code 上半年}.
   */
  public static Optional<Period> parse(int year, String chinese) {
    String plain = plain(chinese);
    return plain.isEmpty() ? Optional.empty() : parse(year + "年" + plain);
  }

  private static Optional<Period> month(MatchResult m) {
    return found(Period.month(number(m, 1), number(m, 2)));
  }

  private static Optional<Period> quarter(MatchResult m) {
    return found(Period.quarter(number(m, 1), number(m, 2)));
  }

  /** The quarters from the first on. */
  private static Optional<Period> quarters(MatchResult m) {
    return found(Period.cumulative(number(m, 1), number(m, 2) * MONTHS_A_QUARTER));
  }

  private static Optional<Period> range(MatchResult m) {
    int year = number(m, 1);
    int first = number(m, 2);
    int last = number(m, 3);
    boolean isMarkedCumulative = m.group(4) != null;
    if (last <= first || (isMarkedCumulative && first != 1)) {
      return Optional.empty();
    }
    boolean isCumulative = isMarkedCumulative || (first == 1 && last > 2);
    return found(
        isCumulative ? Period.cumulative(year, last) : Period.mergedMonths(year, first, last));
  }

  private static Optional<Period> found(Period period) {
    return Optional.of(period);
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  /** Half-width, without blanks, one sign for ranges, Arabic digits. */
  private static String plain(String chinese) {
    String halfWidth = Normalizer.normalize(chinese, Normalizer.Form.NFKC);
    String dense = BLANK.matcher(halfWidth).replaceAll("");
    String ranges = RANGE_SIGN.matcher(dense).replaceAll("-");
    String arabicYear =
        CHINESE_YEAR
            .matcher(ranges)
            .replaceAll(
                year ->
                    year.group()
                        .codePoints()
                        .mapToObj(PeriodText::digit)
                        .collect(Collectors.joining()));
    return CHINESE_NUMBER.matcher(arabicYear).replaceAll(number -> upToTwelve(number.group()));
  }

  private static String digit(int chinese) {
    return Integer.toString(Math.max(0, CHINESE_DIGITS.indexOf(chinese)));
  }

  private static String upToTwelve(String chinese) {
    if (chinese.equals("两")) {
      return "2";
    }
    if (!chinese.startsWith("十")) {
      return digit(chinese.codePointAt(0));
    }
    return chinese.length() == 1 ? "10" : "1" + digit(chinese.codePointAt(1));
  }

  /**
   * One way to write a period.
   *
   * @param pattern what the whole text looks like
   * @param period the period of a match; empty if its numbers make none
   */
  private record Form(Pattern pattern, Function<MatchResult, Optional<Period>> period) {
    Form(String regex, Function<MatchResult, Optional<Period>> period) {
      this(Pattern.compile(regex), period);
    }

    Optional<Period> read(String plain) {
      Matcher matcher = pattern.matcher(plain);
      return matcher.matches() ? period.apply(matcher) : Optional.empty();
    }
  }
}
