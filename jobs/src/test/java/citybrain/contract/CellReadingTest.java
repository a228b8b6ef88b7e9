package citybrain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.CellReading.Failure;
import citybrain.contract.CellReading.Missing;
import citybrain.contract.CellReading.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.time.api.constraints.DateRange;
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
  })
  void dateIsReadAsDepartmentsWriteIt(String written, LocalDate day) {
    assertThat(APPLIED_ON.read(written)).isEqualTo(new Value(day.toString()));
  }

  @ParameterizedTest(name = "{0} is no date")
  @ValueSource(strings = {"2020/13/01", "2019-02-29", "9月1日", "2020-09", "1234", "99999", "昨天"})
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
      })
  void numberIsReadAsDepartmentsWriteIt(String written, String canonical) {
    assertThat(LEVEL.read(written)).isEqualTo(new Value(canonical));
  }

  @ParameterizedTest(name = "{0} is no number")
  @ValueSource(strings = {"12,34", "约12", "12万", "1.2.3", "..", "#DIV/0!", "5.2%", "E5", "+", "()"})
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
          java.math.BigDecimal number) {
    Value expected =
        new Value(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    assertThat(LEVEL.read(number.toPlainString())).isEqualTo(expected);
    assertThat(LEVEL.read(new java.text.DecimalFormat("#,##0.0000").format(number)))
        .isEqualTo(expected);
  }

  @Property
  void noTextMakesTheReadingFail(@ForAll String text) {
    for (ContractColumn column :
        new ContractColumn[] {LEVEL, APPLIED_ON, PERIOD, DISTRICT, GROWTH}) {
      assertThat(column.read(text)).isNotNull();
    }
  }
}
