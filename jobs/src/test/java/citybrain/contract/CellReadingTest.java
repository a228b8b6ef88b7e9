package citybrain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.CellReading.Failure;
import citybrain.contract.CellReading.Missing;
import citybrain.contract.CellReading.Value;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.time.api.constraints.DateRange;
import net.jqwik.time.api.constraints.DateTimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReadingTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final ContractColumn APPLIED_ON = relief("applied_on");
  private static final ContractColumn AMOUNT = relief("requested_amount");
  private static final ContractColumn DISTRICT = relief("area_code");
  private static final ContractColumn LEVEL = monthly("level");
  private static final ContractColumn GROWTH = monthly("yoy_published");
  private static final ContractColumn PERIOD = monthly("period");
  private static final ContractColumn INDICATOR = monthly("indicator_code");

  private static ContractColumn relief(String name) {
    return column("救助基金运行管理机构", "relief_applications", name);
  }

  private static ContractColumn monthly(String name) {
    return column("市统计局", "stat_monthly", name);
  }

  private static ContractColumn column(String department, String extract, String name) {
    return CONTRACTS.extract(department, extract).orElseThrow().column(name).orElseThrow();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2020-09-01, 2020-09-01",
    "2020/9/1, 2020-09-01",
    "2020.9.1, 2020-09-01",
    "2020年9月1日, 2020-09-01",
    "２０２０年９月１日, 2020-09-01",
    "20200901, 2020-09-01",
    "44075, 2020-09-01",
    "2020-02-29, 2020-02-29",
    "2020年9月1号, 2020-09-01",
    "2020 年 9 月 1 日, 2020-09-01",
    "二〇二〇年九月一日, 2020-09-01",
    "二零二零年十二月三十一日, 2020-12-31",
    "2020-09-01 00:00:00, 2020-09-01",
    "2020-09-01T00:00:00, 2020-09-01",
    "44075.0, 2020-09-01",
  })
  void dateIsReadAsDepartmentsWriteIt(String written, LocalDate day) {
    assertThat(APPLIED_ON.read(written)).isEqualTo(new Value(day.toString()));
  }

  @ParameterizedTest(name = "{0} is no date")
  @ValueSource(
      strings = {
        "2020/13/01",
        "2019-02-29",
        "9月1日",
        "2020-09",
        "1234",
        "99999",
        "昨天",
        "2020-09/01",
        "2020-09-01 08:30",
        "44075.5",
        "二〇年九月一日"
      })
  void whatNamesNoDayIsAWrongType(String written) {
    assertThat(APPLIED_ON.read(written))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.checkId()).isEqualTo("type.date");
              assertThat(failure.isWrongType()).isTrue();
              assertThat(failure.reasonZh()).contains("申请日期").contains(written);
            });
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.50       | 1234.5",
        "1,234,567.89  | 1234567.89",
        "１，２３４．５ | 1234.5",
        "(12.3)        | -12.3",
        "（12.3）      | -12.3",
        "−4.0          | -4",
        "+5            | 5",
        "1.2E3         | 1200",
        "0.00          | 0",
        "007           | 7",
        "1 234 567.8   | 1234567.8",
        "- 4.0         | -4",
        "–4.0          | -4",
        "( 12.3 )      | -12.3",
        "三百二十        | 320",
        "十二            | 12",
        "一十二          | 12",
        "〇              | 0",
        "零              | 0",
        "二百零五        | 205",
        "两千零二十      | 2020",
        "二〇二〇        | 2020",
        "叁佰贰拾        | 320",
        "一亿二千万      | 120000000",
        "三点一四        | 3.14",
        "负五            | -5",
      })
  void numberIsReadAsDepartmentsWriteIt(String written, String canonical) {
    assertThat(LEVEL.read(written)).isEqualTo(new Value(canonical));
  }

  @ParameterizedTest(name = "{0} is no number")
  @ValueSource(
      strings = {
        "12,34", "约12", "12万", "1.2.3", "12 34", "(-5)", "▲5", "三万五", "三百二十五人", "百", "点五", "..",
        "#DIV/0!", "5.2%", "E5", "+", "()"
      })
  void whatIsNoNumberIsAWrongType(String written) {
    assertThat(LEVEL.read(written))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.checkId()).isEqualTo("type.number"));
  }

  @ParameterizedTest(name = "''{0}'' is missing, not zero")
  @ValueSource(strings = {"", "  ", "\u00a0", "\u3000", "—", "——", "－", "-", "/", "／", "…", " — "})
  void nullTokenIsMissingAndNeverZero(String written) {
    assertThat(LEVEL.read(written)).isEqualTo(new Missing());
  }

  @ParameterizedTest(name = "{0} is {1} percent")
  @CsvSource({"5.2, 5.2", "5.2%, 5.2", "５．２％, 5.2", "-1.1%, -1.1"})
  void percentIsStoredAsPercent(String written, String canonical) {
    assertThat(GROWTH.read(written)).isEqualTo(new Value(canonical));
  }

  @ParameterizedTest(name = "{0} is {1} percent where bare numbers are fractions")
  @CsvSource({
    "0.052, 5.2",
    "-0.011, -1.1",
    "5.2%, 5.2",
    "5.2 %, 5.2",
    "５．２％, 5.2",
    "(5.2%), -5.2",
    "(5.2)%, -5.2",
    "5.2‰, 0.52",
    "百分之五点二, 5.2",
    "1, 100",
    "0, 0",
  })
  void percentSignWinsOverTheContractsFraction(String written, String canonical) {
    assertThat(ColumnFixture.fraction().read(written)).isEqualTo(new Value(canonical));
  }

  @Test
  void percentWrittenWhereAFractionIsExpectedBreaksTheMaximum() {
    assertThat(ColumnFixture.fraction().read("5.2"))
        .isEqualTo(new Failure("range.maximum", "“数值”为5.2，不应大于100", false));
  }

  @ParameterizedTest(name = "{0} is no percentage")
  @ValueSource(strings = {"%", "5%2", "5%%", "约5%"})
  void whatIsNoPercentageIsAWrongType(String written) {
    assertThat(GROWTH.read(written))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.checkId()).isEqualTo("type.number"));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"▲5.2, -5.2", "△ 1，234, -1234", "5.2, 5.2", "-5.2, -5.2"})
  void markThatTheContractNamesMakesANumberNegative(String written, String canonical) {
    assertThat(ColumnFixture.marked("▲", "△").read(written)).isEqualTo(new Value(canonical));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      quoteCharacter = '"',
      value = {"'-5.2, -5.2", "'+5, 5", "＇-5, -5"})
  void apostropheBeforeASignIsNoPartOfTheNumber(String written, String canonical) {
    assertThat(LEVEL.read(written)).isEqualTo(new Value(canonical));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      quoteCharacter = '"',
      value = {"'=SUM(A1), =SUM(A1)", "'@名, @名", "'青岛, '青岛", "', '", "O'Neill, O'Neill"})
  void onlyTheApostropheOfAFormulaGuardIsTakenAway(String written, String plain) {
    assertThat(ColumnFixture.of(ColumnType.TEXT).read(written)).isEqualTo(new Value(plain));
  }

  @Test
  void guardedNullTokenIsStillMissing() {
    assertThat(LEVEL.read("'-")).isEqualTo(new Missing());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2020-09-01 08:30, 2020-09-01T08:30:00",
    "2020-09-01 08:30:15, 2020-09-01T08:30:15",
    "2020-09-01T08:30:15, 2020-09-01T08:30:15",
    "2020-09-01 08:30:15.000, 2020-09-01T08:30:15",
    "2020/9/1 8:30, 2020-09-01T08:30:00",
    "2020年9月1日8时30分, 2020-09-01T08:30:00",
    "2020年9月1日 8时30分15秒, 2020-09-01T08:30:15",
    "２０２０年９月１日８时, 2020-09-01T08:00:00",
    "2020 年 9 月 1 日 8 时 30 分, 2020-09-01T08:30:00",
    "20200901 08:30, 2020-09-01T08:30:00",
    "2020-09-01 00:00, 2020-09-01T00:00:00",
    "44075.354166667, 2020-09-01T08:30:00",
    "44075.5, 2020-09-01T12:00:00",
    "44075.0, 2020-09-01T00:00:00",
  })
  void momentIsReadAsDepartmentsWriteIt(String written, String moment) {
    assertThat(ColumnFixture.of(ColumnType.TIMESTAMP).read(written)).isEqualTo(new Value(moment));
  }

  @ParameterizedTest(name = "{0} is no moment")
  @ValueSource(
      strings = {
        "2020-09-01",
        "44075",
        "08:30",
        "2020-09-01 25:00",
        "2020-02-30 08:30",
        "2020-09-01 8",
        "2020-09-01 08:30 左右",
        "上午八点"
      })
  void whatNamesNoMomentIsAWrongType(String written) {
    assertThat(ColumnFixture.of(ColumnType.TIMESTAMP).read(written))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.checkId()).isEqualTo("type.timestamp");
              assertThat(failure.isWrongType()).isTrue();
            });
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "是, true", "有, true", "√, true", "TRUE, true", "１, true", "Y, true",
    "否, false", "无, false", "×, false", "false, false", "0, false", "N, false",
  })
  void yesAndNoAreReadAsDepartmentsWriteThem(String written, String canonical) {
    assertThat(ColumnFixture.of(ColumnType.BOOLEAN).read(written)).isEqualTo(new Value(canonical));
  }

  @ParameterizedTest(name = "{0} is neither yes nor no")
  @ValueSource(strings = {"不详", "是否", "2", "部分"})
  void whatIsNeitherYesNorNoIsAWrongType(String written) {
    assertThat(ColumnFixture.of(ColumnType.BOOLEAN).read(written))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.checkId()).isEqualTo("type.boolean"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1                   | range.maximum",
        "-0.1                   | range.minimum",
      })
  void boundsAreHeldAndNamed(String written, String checkId) {
    assertThat(ColumnFixture.between(ColumnType.DECIMAL, "0", "10").read(written))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.checkId()).isEqualTo(checkId);
              assertThat(failure.isWrongType()).isFalse();
            });
    assertThat(ColumnFixture.between(ColumnType.DECIMAL, "0", "10").read("10.0"))
        .isEqualTo(new Value("10"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "INTEGER, 999999999999999999, true",
    "INTEGER, 1000000000000000000, false",
    "DECIMAL, 99999999999999999999.5, true",
    "DECIMAL, 1E+21, false",
  })
  void numberThatTheTableCannotHoldIsRefused(ColumnType type, String written, boolean fits) {
    CellReading reading = ColumnFixture.of(type).read(written);
    if (fits) {
      assertThat(reading).isInstanceOf(Value.class);
    } else {
      assertThat(reading)
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.checkId()).isEqualTo("range.digits"));
    }
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2020年5月, 2020-05",
    "2020年1-5月, 2020-01/2020-05",
    "2012年1-2月, 2012-01/2012-02",
    "2018年上半年, 2018-H1",
  })
  void periodIsReadAsItsCode(String written, String code) {
    assertThat(PERIOD.read(written)).isEqualTo(new Value(code));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "青岛西海岸新区, 370211",
    "黄岛区, 370211",
    "即墨区, 370215",
    "即墨市, 370282",
    "四方区, 370205",
    "370202, 370202",
    "市 南 区, 370202",
  })
  void districtIsReadByAnyOfItsNames(String written, String code) {
    assertThat(DISTRICT.read(written)).isEqualTo(new Value(code));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "'　　其中：房地产开发住宅投资额', residential_investment",
    "地区生产总值（当年价格）, gdp",
    "地区生产总值(当年价格), gdp",
  })
  void subItemMarkIsNoPartOfAName(String written, String code) {
    assertThat(INDICATOR.read(written)).isEqualTo(new Value(code));
  }

  @Test
  void unknownCodeBreaksARuleAndHasNoWrongType() {
    assertThat(DISTRICT.read("浦东新区"))
        .isEqualTo(new Failure("code.area", "“事故发生地”中的“浦东新区”不在“行政区划”代码表中", false));
  }

  @Test
  void negativeAmountBreaksARuleAndHasNoWrongType() {
    assertThat(AMOUNT.read("-1"))
        .isEqualTo(new Failure("range.minimum", "“申请金额(元)”为-1，不应小于0", false));
  }

  @Property
  void everyDayIsReadBackFromEveryForm(
      @ForAll @DateRange(min = "1950-01-01", max = "2099-12-31") LocalDate day) {
    long serial = day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    Value expected = new Value(day.toString());
    assertThat(APPLIED_ON.read(day.toString())).isEqualTo(expected);
    assertThat(
            APPLIED_ON.read(
                day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"))
        .isEqualTo(expected);
    assertThat(APPLIED_ON.read(Long.toString(serial))).isEqualTo(expected);
  }

  @Property
  void everyNumberIsReadBackWithAndWithoutSeparators(
      @ForAll @BigRange(min = "-1000000000000", max = "1000000000000") @Scale(4)
          BigDecimal number) {
    Value expected =
        new Value(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    assertThat(LEVEL.read(number.toPlainString())).isEqualTo(expected);
    String separated = new DecimalFormat("#,##0.0000").format(number);
    assertThat(LEVEL.read(separated)).isEqualTo(expected);
    assertThat(LEVEL.read(fullWidth(separated))).isEqualTo(expected);
    assertThat(LEVEL.read("'" + (number.signum() < 0 ? "" : "+") + separated)).isEqualTo(expected);
    if (number.signum() < 0) {
      String magnitude = separated.substring(1);
      assertThat(LEVEL.read("(" + magnitude + ")")).isEqualTo(expected);
      assertThat(LEVEL.read("（" + fullWidth(magnitude) + "）")).isEqualTo(expected);
      assertThat(ColumnFixture.marked("▲").read("▲" + magnitude)).isEqualTo(expected);
    }
  }

  /** The short way of plain cells and the long way of all others end at the same. */
  @Property
  void numberReadsTheSameWithAndWithoutBounds(
      @ForAll
          @CharRange(from = '0', to = '9')
          @Chars({'-', '.', '.', '0', '0', ','})
          @StringLength(min = 1, max = 20)
          String text) {
    for (ColumnType type : List.of(ColumnType.DECIMAL, ColumnType.INTEGER, ColumnType.PERCENT)) {
      assertThat(ColumnFixture.of(type).read(text))
          .isEqualTo(ColumnFixture.between(type, "-1E30", "1E30").read(text));
    }
  }

  private static String fullWidth(String ascii) {
    StringBuilder wide = new StringBuilder();
    ascii.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
    return wide.toString();
  }

  @Property
  void everyWholeNumberIsReadBackFromChinese(
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long number) {
    RuleBasedNumberFormat spelled =
        new RuleBasedNumberFormat(ULocale.CHINESE, RuleBasedNumberFormat.SPELLOUT);
    Value expected = new Value(Long.toString(number));
    for (String rules : List.of("%spellout-numbering", "%spellout-cardinal-financial")) {
      assertThat(LEVEL.read(spelled.format(number, rules))).isEqualTo(expected);
    }
  }

  @Property
  void fractionAndPercentOfOneNumberReadTheSame(
      @ForAll @BigRange(min = "-1", max = "1") @Scale(6) BigDecimal fraction) {
    String percent = fraction.movePointRight(2).toPlainString() + "%";
    assertThat(ColumnFixture.fraction().read(fraction.toPlainString()))
        .isEqualTo(ColumnFixture.fraction().read(percent))
        .isEqualTo(GROWTH.read(percent));
  }

  @Property
  void everyMomentIsReadBackFromEveryForm(
      @ForAll @DateTimeRange(min = "1950-01-01T00:00:00", max = "2099-12-31T23:59:59")
          LocalDateTime moment) {
    ContractColumn column = ColumnFixture.of(ColumnType.TIMESTAMP);
    LocalDateTime second = moment.truncatedTo(ChronoUnit.SECONDS);
    Value expected = new Value(pattern("uuuu-MM-dd'T'HH:mm:ss", second));
    for (String form : List.of("uuuu-MM-dd HH:mm:ss", "uuuu/M/d H:mm:ss", "uuuu年M月d日H时m分s秒")) {
      assertThat(column.read(pattern(form, second))).isEqualTo(expected);
    }
    BigDecimal day =
        BigDecimal.valueOf(second.toLocalTime().toSecondOfDay())
            .divide(BigDecimal.valueOf(86_400), 9, RoundingMode.HALF_UP);
    long serial = second.toLocalDate().toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    assertThat(column.read(day.add(BigDecimal.valueOf(serial)).toPlainString()))
        .isEqualTo(expected);
  }

  private static String pattern(String pattern, LocalDateTime moment) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(moment);
  }

  /** Texts of what cells are made of come near to values more often than texts of anything. */
  @Property
  void noTextOfUsualSignsMakesTheReadingFail(
      @ForAll
          @CharRange(from = '0', to = '9')
          @Chars({
            '-', '/', '.', ',', ':', ' ', '年', '月', '日', '时', '分', '十', '一', '〇', '点', '负', '万',
            '亿', '(', ')', '%', '‰', '+', 'E', 'T', 'Q', 'X', '至', '前', '季', '度', '百', '之', '\''
          })
          @StringLength(max = 20)
          String text) {
    noTextMakesTheReadingFail(text);
  }

  @Property
  void noTextMakesTheReadingFail(@ForAll String text) {
    for (ContractColumn column :
        new ContractColumn[] {
          LEVEL, APPLIED_ON, PERIOD, DISTRICT, GROWTH, ColumnFixture.fraction()
        }) {
      assertThat(column.read(text)).isNotNull();
    }
    for (ColumnType type : ColumnType.values()) {
      if (type != ColumnType.CODE && type != ColumnType.ARRAY) {
        assertThat(ColumnFixture.of(type).read(text)).isNotNull();
      }
    }
  }
}
