package citybrain.period;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTextTest {
  @ParameterizedTest(name = "{0} is {1} ({2})")
  @CsvSource({
    "2020年9月, 2020-09, MONTH",
    "2020年09月份, 2020-09, MONTH",
    "2020.9, 2020-09, MONTH",
    "2020.10, 2020-10, MONTH",
    "2020.01, 2020-01, MONTH",
    "2020.1月, 2020-01, MONTH",
    "2020-09, 2020-09, MONTH",
    "2020/9, 2020-09, MONTH",
    "202009, 2020-09, MONTH",
    "2012年1-2月, 2012-01/2012-02, MERGED_MONTHS",
    "2012年1—2月, 2012-01/2012-02, MERGED_MONTHS",
    "2012年1－2月份, 2012-01/2012-02, MERGED_MONTHS",
    "2012年1月至2月, 2012-01/2012-02, MERGED_MONTHS",
    "2012年11-12月, 2012-11/2012-12, MERGED_MONTHS",
    "2020年1-5月, 2020-01/2020-05, CUMULATIVE",
    "2020年1～5月, 2020-01/2020-05, CUMULATIVE",
    "2020年1-12月, 2020-01/2020-12, CUMULATIVE",
    "2020年1-2月累计, 2020-01/2020-02, CUMULATIVE",
    "2020年前三季度, 2020-01/2020-09, CUMULATIVE",
    "2020年一至三季度, 2020-01/2020-09, CUMULATIVE",
    "2020年前两季度, 2020-01/2020-06, CUMULATIVE",
    "2020年前9个月, 2020-01/2020-09, CUMULATIVE",
    "2020年前十一个月, 2020-01/2020-11, CUMULATIVE",
    "2020年一至二月, 2020-01/2020-02, MERGED_MONTHS",
    "2020年9月末, 2020-09, MONTH",
    "2020年9月底, 2020-09, MONTH",
    "2020年三季度末, 2020-Q3, QUARTER",
    "2020年末, 2020, YEAR",
    "2020年上半年, 2020-H1, HALF_YEAR",
    "2018年下半年, 2018-H2, HALF_YEAR",
    "2020-H1, 2020-H1, HALF_YEAR",
    "2020年第三季度, 2020-Q3, QUARTER",
    "2020年3季度, 2020-Q3, QUARTER",
    "2020年一季度, 2020-Q1, QUARTER",
    "2020Q3, 2020-Q3, QUARTER",
    "2020年, 2020, YEAR",
    "2020年度, 2020, YEAR",
    "2020, 2020, YEAR",
    "２０２０年９月, 2020-09, MONTH",
    "' 2020 年\u00a0９ 月\u3000', 2020-09, MONTH",
    "二〇二〇年九月, 2020-09, MONTH",
    "二○二○年十二月, 2020-12, MONTH",
    "二零二零年十月, 2020-10, MONTH",
    "二〇二〇年一至五月, 2020-01/2020-05, CUMULATIVE",
    "一九九九年, 1999, YEAR",
  })
  void writtenPeriodIsRead(String text, String code, PeriodType type) {
    assertThat(PeriodText.parse(text)).contains(Period.parse(code, type));
  }

  @ParameterizedTest(name = "{0}: {1} is {2} ({3})")
  @CsvSource({
    "2012, 1-2月, 2012-01/2012-02, MERGED_MONTHS",
    "2012, 1—2月, 2012-01/2012-02, MERGED_MONTHS",
    "2012, 3月, 2012-03, MONTH",
    "2012, 十一月, 2012-11, MONTH",
    "2012, 7, 2012-07, MONTH",
    "2012, 1-7月, 2012-01/2012-07, CUMULATIVE",
    "2012, 二季度, 2012-Q2, QUARTER",
    "2012, 上半年, 2012-H1, HALF_YEAR",
    "2012, 全年, 2012, YEAR",
    "2012, 一至二月, 2012-01/2012-02, MERGED_MONTHS",
    "2012, 前三季度, 2012-01/2012-09, CUMULATIVE",
  })
  void periodWithinAKnownYearIsRead(int year, String text, String code, PeriodType type) {
    assertThat(PeriodText.parse(year, text)).contains(Period.parse(code, type));
  }

  @ParameterizedTest(name = "\"{0}\" is no period")
  @ValueSource(
      strings = {
        "",
        " ",
        "9月",
        "1-2月",
        "2020年13月",
        "2020年0月",
        "202013",
        "2020年5-1月",
        "2020年3-3月",
        "2020年3-5月累计",
        "2020年第五季度",
        "2020年6月30日",
        "2020-06-30",
        "20200630",
        "2020年和2021年",
        "2020年1月、2月",
        "1820年",
        "2020.1",
        "2020年前1个月",
        "2020年前13个月",
        "2020年前五季度",
        "2020年2-3季度",
        "2020年1-5月末",
        "合计",
        "2020年9月（初步）",
        "2019-2020年"
      })
  void textThatIsNotSurelyOnePeriodIsNone(String text) {
    assertThat(PeriodText.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "within 2012, \"{0}\" is no period")
  @ValueSource(strings = {"", " ", "13月", "2012年3月", "合计", "0"})
  void textThatIsNoPeriodOfTheYearIsNone(String text) {
    assertThat(PeriodText.parse(2012, text)).isEmpty();
  }

  @Property
  void everyMonthReadsTheSameInEveryForm(
      @ForAll @IntRange(min = 1900, max = 2099) int year,
      @ForAll @IntRange(min = 1, max = 12) int month) {
    Period expected = Period.month(year, month);
    assertThat(PeriodText.parse("%d年%d月".formatted(year, month))).contains(expected);
    assertThat(PeriodText.parse("%d-%02d".formatted(year, month))).contains(expected);
    assertThat(PeriodText.parse("%d%02d".formatted(year, month))).contains(expected);
    assertThat(PeriodText.parse("%d.%02d".formatted(year, month))).contains(expected);
    assertThat(PeriodText.parse(year, "%d月".formatted(month))).contains(expected);
    assertThat(PeriodText.parse(expected.code())).contains(expected);
  }
}
