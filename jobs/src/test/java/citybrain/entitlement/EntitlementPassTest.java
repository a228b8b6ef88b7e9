package citybrain.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.policy.Parameter;
import citybrain.policy.PolicyRegistry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The measures of the project over claims at the boundaries that the gazettes print. A claim is
 * named by what is asked of it; expected is its verdict and the sum by the law.
 */
@ExtendWith(SparkSessionExtension.class)
final class EntitlementPassTest {
  private static final PolicyRegistry POLICIES = PolicyRegistry.load(Path.of(".."));
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final ClaimNames NAMES =
      new ClaimNames(
          Map.of("basis_amount", "计算基数", "enterprise_size", "企业规模", "lpr", "市场报价利率"),
          Map.of("enterprise_size", Map.of("large", "大型")));

  /** Claims by name, and what is expected of each. */
  private final Map<String, Claim> claims = new LinkedHashMap<>();

  private final Map<String, String> expected = new LinkedHashMap<>();

  private void expect(String name, Claim claim, String outcome) {
    claims.put(name, claim.named(name));
    expected.put(name, outcome);
  }

  private void assertOutcomes(SparkSession spark) {
    assertThat(outcomes(spark, List.copyOf(claims.values())))
        .containsExactlyInAnyOrderEntriesOf(expected);
  }

  /** 青政发〔2020〕12号 第二部分（三）第7项: 展位费、特装费的50%，最高不超过10万元. */
  @Test
  void capItselfIsAllowedAndACentMoreIsNot(SparkSession spark) {
    expect("cap reached", booth("200000", "100000"), "entitled 100000.00");
    expect("a cent above the cap", booth("200000", "100000.01"), "overclaimed 100000.00");
    expect("basis above the cap", booth("200000.02", "100000"), "entitled 100000.00");
    expect("basis a cent below", booth("199999.98", "99999.99"), "entitled 99999.99");
    expect("half a cent is rounded up", booth("199999.97", "99999.99"), "entitled 99999.99");
    expect("paid at the cap", booth("200000", "100000").paid("100000"), "entitled 100000.00");
    expect("paid a cent above", booth("200000", "100000").paid("100000.01"), "overpaid 100000.00");
    expect(
        "approved a cent above",
        booth("200000", "100000.01").approved("100000.01"),
        "overapproved 100000.00");
    expect(
        "no manufacturer",
        booth("200000", "100000").with("industry_code", "H621"),
        "not_eligible 0.00");
    expect(
        "no manufacturer, paid",
        booth("200000", "100000").with("industry_code", "H621").paid("1"),
        "overpaid 0.00");

    assertOutcomes(spark);
  }

  @Test
  void graverFactIsTold(SparkSession spark) {
    expect("refused", booth("100000", "50000").approved("0"), "refused 50000.00");
    expect("cut", booth("100000", "50000").approved("40000"), "underpaid 50000.00");
    expect(
        "paid less than approved",
        booth("100000", "50000").paid("50000").with("paid_amount", "49999.99"),
        "underpaid 50000.00");
    expect(
        "claimed too little",
        booth("100000", "49999.99").paid("49999.99"),
        "underclaimed 50000.00");
    expect(
        "claimed too much, cut to the law",
        booth("100000", "60000").paid("50000"),
        "overclaimed 50000.00");
    expect("not decided", booth("100000", "50000"), "entitled 50000.00");

    assertOutcomes(spark);
  }

  /** 青政办字〔2020〕56号（四）: 2020年1月25日后的新增贷款; 有效期至2020年12月31日; 不超过6个月. */
  @Test
  void firstAndLastDayOfTheBenefitAreWithinIt(SparkSession spark) {
    // 980,000 * 3.85 % * 30 % * 6 / 12
    expect("day before", loan("2020-01-24"), "outside_window 0.00");
    expect("first day", loan("2020-01-25"), "entitled 5659.50");
    expect("last day", loan("2020-12-31"), "entitled 5659.50");
    expect("day after", loan("2021-01-01"), "outside_window 0.00");
    expect("day after, paid", loan("2021-01-01").paid("5659.50"), "overpaid 0.00");
    expect(
        "seven months count as six",
        loan("2020-07-01").with("period_from", "2020-07-01").with("period_to", "2021-01-31"),
        "entitled 5659.50");
    expect(
        "five months",
        loan("2020-07-01").with("period_from", "2020-07-10").with("period_to", "2020-12-09"),
        "overclaimed 4716.25");
    expect(
        "no whole months",
        loan("2020-07-01").with("period_from", "2020-07-10").with("period_to", "2020-12-15"),
        "not_assessable null");
    expect("old loan", loan("2020-07-01").with("is_new", "false"), "not_eligible 0.00");

    assertOutcomes(spark);
  }

  /** 青政办字〔2020〕54号 第一部分第1项: 执行期限延长至2020年12月31日; a first day is not printed. */
  @Test
  void periodMustLieWithinTheBenefit(SparkSession spark) {
    expect("before the document", relief("2020-06-01", "2020-06-30"), "not_assessable null");
    expect("first month", relief("2020-07-01", "2020-07-31"), "entitled 1000.00");
    expect("last month", relief("2020-12-01", "2020-12-31"), "entitled 1000.00");
    expect("one day too long", relief("2020-12-01", "2021-01-01"), "outside_window null");
    expect("the year after", relief("2021-01-01", "2021-01-31"), "outside_window 0.00");
    expect(
        "large firm",
        relief("2020-07-01", "2020-07-31").with("enterprise_size", "large"),
        "not_eligible 0.00");
    expect(
        "size not told",
        relief("2020-07-01", "2020-07-31").with("enterprise_size", null),
        "not_assessable null");
    expect(
        "sole trader",
        relief("2020-07-01", "2020-07-31")
            .with("applicant_kind", "sole_trader")
            .with("enterprise_size", null),
        "entitled 1000.00");
    expect(
        "no period",
        relief("2020-07-01", "2020-07-31").with("period_to", null),
        "not_assessable null");
    // 青政发〔2020〕12号 is in force from 2020-09-20.
    expect("design centre a day early", designCentre("2020-09-19"), "not_assessable null");
    expect("design centre on the first day", designCentre("2020-09-20"), "entitled 5000000.00");

    assertOutcomes(spark);
  }

  @Test
  void thresholdsAreInclusiveWhereThePrintSaysSo(SparkSession spark) {
    // 青政办字〔2020〕56号（十二）: 核定载客量150人以上，每天5000元; 5月、6月、11月、12月.
    expect("150 passengers", cruise("150", "2020-11-01", "2020-12-31", "61"), "entitled 305000.00");
    expect("149 passengers", cruise("149", "2020-11-01", "2020-12-31", "61"), "not_eligible 0.00");
    expect(
        "more days than there are",
        cruise("150", "2020-11-01", "2020-11-30", "31"),
        "overclaimed 150000.00");
    expect("October", cruise("150", "2020-10-31", "2020-11-30", "30"), "not_eligible 0.00");
    // （十四）: 100平方米以上, 每处20万元.
    expect("100 square metres", station("100"), "entitled 200000.00");
    expect("99.99 square metres", station("99.99"), "not_eligible 0.00");
    // （十七）: 总投资额超过500万元.
    expect("5 million", film("5000000"), "not_eligible 0.00");
    expect("5 million and a cent", film("5000000.01"), "entitled 500000.00");
    // （十五）: 3C以上.
    expect("3C", camper("camp_3c"), "entitled 500000.00");
    expect("5C", camper("camp_5c"), "entitled 500000.00");
    expect("another title", camper("listed_fair"), "not_eligible 0.00");
    // 青政办字〔2020〕64号 第二部分（六）: 不低于1000万美元，2%; 连续补助3年，30%.
    expect("10 million dollars", foreign("10000000"), "entitled 1380000.00");
    expect("a cent less", foreign("9999999.99"), "not_eligible 0.00");
    expect("third year", office("3"), "entitled 300000.00");
    expect("fourth year", office("4"), "not_eligible 0.00");
    // 青政发〔2020〕12号 第三部分（二）: 排名前6位，最高不超过200万元.
    expect("sixth", district("6", "2000000"), "entitled 2000000.00");
    expect(
        "seventh",
        district("7", "2000000").with("applicant_credit_code", "x"),
        "not_eligible 0.00");
    // （五）: 1000万元至1亿元.
    expect("10 million", team("10000000"), "entitled 100000000.00");
    expect("a cent below 10 million", team("9999999.99"), "underclaimed 100000000.00");
    expect("100 million", team("100000000"), "entitled 100000000.00");
    expect("a cent above 100 million", team("100000000.01"), "overclaimed 100000000.00");
    // 青政办字〔2020〕54号 第三部分第9项: 100元（含）以上; the sum is not printed.
    expect("invoice of 100", invoice("100"), "not_assessable null");
    expect("invoice of 99.99", invoice("99.99"), "not_eligible 0.00");

    assertOutcomes(spark);
  }

  /** 青政办字〔2020〕54号 第一部分第2项: 离校2年内, 每人每月最高500元. */
  @Test
  void ceilingIsTheMostAndNotTheSumDue(SparkSession spark) {
    expect("at the ceiling", flexible("1500"), "entitled 1500.00");
    expect("a cent above", flexible("1500.01"), "overclaimed 1500.00");
    expect("below", flexible("900").paid("900"), "entitled 1500.00");
    expect("approved less is for the department", flexible("900").paid("800"), "entitled 1500.00");
    expect(
        "more months than the period",
        flexible("2000").with("quantity", "4"),
        "overclaimed 1500.00");
    expect("two years to the day", graduate("2018-07-01"), "entitled 1500.00");
    expect("two years and a day", graduate("2018-06-30"), "not_eligible 0.00");

    assertOutcomes(spark);
  }

  /** 青政办字〔2020〕54号 第二部分第6项: 第一季度免收, 第二季度减半; 中小微企业减半至2020年12月31日. */
  @Test
  void rateIsThatOfThePeriod(SparkSession spark) {
    expect(
        "first quarter",
        rent("2020-01-01", "2020-03-31", "state_owned", "small"),
        "entitled 1000.00");
    expect(
        "second quarter",
        rent("2020-04-01", "2020-06-30", "state_owned", "large"),
        "overclaimed 500.00");
    expect("both", rent("2020-03-01", "2020-04-30", "state_owned", "small"), "not_assessable null");
    expect(
        "half before and after",
        rent("2020-05-01", "2020-07-31", "state_owned", "micro"),
        "overclaimed 500.00");
    expect(
        "large firm in July",
        rent("2020-07-01", "2020-07-31", "state_owned", "large"),
        "not_eligible 0.00");
    expect(
        "large firm over June",
        rent("2020-06-01", "2020-07-31", "state_owned", "large"),
        "not_eligible 0.00");
    expect(
        "public body", rent("2020-01-01", "2020-03-31", "government", "small"), "entitled 1000.00");
    expect(
        "large firm, public body",
        rent("2020-01-01", "2020-03-31", "government", "large"),
        "not_eligible 0.00");
    expect(
        "private lessor",
        rent("2020-01-01", "2020-03-31", "private", "small"),
        "not_eligible 0.00");

    assertOutcomes(spark);
  }

  /** 青政办字〔2020〕56号（四）: 每家企业最高贴息金额不超过30万元. */
  @Test
  void capOverAllClaimsOfAFirmIsTakenUpInTheirOrder(SparkSession spark) {
    // 30 million * 3.85 % * 30 % * 6 / 12 = 173,250; left of 300,000: 126,750.
    expect("first", big("A", "2020-07-01", "173250"), "entitled 173250.00");
    expect("second within what is left", big("A", "2020-08-01", "126750"), "entitled 126750.00");
    expect("third finds nothing left", big("A", "2020-09-01", "0.01"), "overclaimed 0.00");
    expect(
        "a cent more than is left: first", big("B", "2020-07-01", "173250"), "entitled 173250.00");
    expect(
        "a cent more than is left", big("B", "2020-08-01", "126750.01"), "overclaimed 126750.00");
    expect("refused first", big("C", "2020-07-01", "173250").approved("0"), "refused 173250.00");
    expect("after a refusal all is left", big("C", "2020-08-01", "173250"), "entitled 173250.00");
    expect(
        "same firm under another measure",
        booth("200000", "100000").with("applicant_credit_code", "A"),
        "entitled 100000.00");
    // The ranking is yearly: each year has its own two million.
    expect(
        "district 2021",
        district("1", "2000000").on("2021-03-01").with("claimed_on", "2021-04-01"),
        "entitled 2000000.00");
    expect(
        "district 2022",
        district("1", "2000000").on("2022-03-01").with("claimed_on", "2022-04-01"),
        "entitled 2000000.00");
    expect(
        "district 2022 again",
        district("1", "1").on("2022-05-01").with("claimed_on", "2022-06-01"),
        "overclaimed 0.00");

    assertOutcomes(spark);
  }

  @Test
  void missingFactIsNeverASum(SparkSession spark) {
    Map<String, Row> rows =
        rows(
            spark,
            List.of(
                booth("1", "1").with("basis_amount", null).named("no basis"),
                loan("2020-07-01").with("lpr", null).named("no rate of interest"),
                booth("1", "1").basis("rent", "1").named("another basis"),
                relief("2020-07-01", "2020-07-31").with("enterprise_size", null).named("no size"),
                relief("2020-07-01", "2020-07-31").with("enterprise_size", "large").named("large"),
                Claim.under("video-park.talent").on("2020-10-01").claimed("5").named("no rate"),
                Claim.under("no-such.measure").on("2020-10-01").claimed("5").named("no measure")));

    assertThat(rows.values())
        .filteredOn(row -> !row.getAs("claim_id").equals("large"))
        .allSatisfy(
            row -> {
              assertThat(row.<String>getAs("verdict")).isEqualTo("not_assessable");
              assertThat(row.<BigDecimal>getAs("computed")).isNull();
              assertThat(row.<BigDecimal>getAs("difference")).isNull();
            });
    assertThat(reason(rows, "no basis")).endsWith("缺少计算金额所需的数据：计算基数，无法评定");
    assertThat(reason(rows, "no rate of interest")).contains("缺少计算金额所需的数据：市场报价利率");
    assertThat(reason(rows, "another basis")).contains("计算基数应为booth_cost，申报为rent");
    assertThat(reason(rows, "no size")).contains("缺少判断是否符合条件所需的数据：企业规模");
    assertThat(reason(rows, "large")).contains("规模大型，不属中小微企业");
    assertThat(reason(rows, "no rate")).contains("标准本文未载，不能计算应得金额，申报5元，尚未核定");
    assertThat(reason(rows, "no measure")).contains("措施代码no-such.measure在政策库中没有可计算的措施");
    assertThat(row(rows, "no measure").<String>getAs("reference")).isNull();
  }

  @Test
  void reasonTellsNumbersClauseAndRow(SparkSession spark) {
    Row row = row(rows(spark, List.of(loan("2020-07-01").named("one").paid("5660"))), "one");

    assertThat(row.<String>getAs("reason_zh"))
        .isEqualTo(
            "文旅企业贷款贴息：2020-07-01，申报5659.5元，按条款应得5659.5元"
                + "（贷款980000元×年利率3.85%×贴息比例×6个月÷12）"
                + "（文旅企业贷款贴息比例30%、文旅企业贷款贴息期限上限6个月、每家文旅企业最高贴息金额300000元），已拨付5660元，多付0.5元");
    assertThat(row.<String>getAs("reference")).isEqualTo("青政办字〔2020〕56号 第二部分（四）");
    assertThat(row.<String>getAs("parameter_values"))
        .startsWith(
            "culture-tourism.loan-interest-rate = 30 percent from 2020-01-25 (青政办字〔2020〕56号 第二部分（四）)");
    assertThat(row.<BigDecimal>getAs("difference")).isEqualByComparingTo("0.5");
    assertThat(row.<Row>getList(row.fieldIndex("evidence")).get(0).getInt(3)).isEqualTo(7);
  }

  /** The sum is the exact quotient rounded once: no place is lost on the way. */
  @Test
  void interestIsExactToTheCent(SparkSession spark) {
    SplittableRandom random = new SplittableRandom(20_200_703);
    List<Claim> loans = new ArrayList<>();
    Map<String, BigDecimal> exact = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      // Below what the firm's cap would cut.
      BigDecimal basis = BigDecimal.valueOf(random.nextLong(1, 3_000_000_000L), 2);
      BigDecimal rate = BigDecimal.valueOf(random.nextLong(30_000, 50_000), 4);
      int months = random.nextInt(1, 7);
      String name = "loan " + i;
      loans.add(
          loan("2020-02-01")
              .named(name)
              .with("applicant_credit_code", name)
              .basis("loan", basis.toPlainString())
              .with("lpr", rate.toPlainString())
              .with("period_from", "2020-02-01")
              .with(
                  "period_to",
                  java.time.LocalDate.of(2020, 2, 1).plusMonths(months).minusDays(1).toString()));
      exact.put(
          name,
          basis
              .multiply(rate)
              .multiply(BigDecimal.valueOf(30L * months))
              .divide(BigDecimal.valueOf(120_000), 2, RoundingMode.HALF_UP));
    }

    Map<String, Row> rows = rows(spark, loans);

    assertThat(exact)
        .allSatisfy(
            (name, sum) ->
                assertThat(row(rows, name).<BigDecimal>getAs("computed"))
                    .isEqualByComparingTo(sum));
  }

  @Test
  void claimsAreReadOnceAndJoinedWithNothing(SparkSession spark) {
    String plan =
        computed(spark, List.of(loan("2020-07-01"), booth("1", "1")))
            .queryExecution()
            .executedPlan()
            .toString();

    assertThat(plan.split("LocalTableScan|FileScan|Scan ExistingRDD", -1)).hasSize(2);
    assertThat(plan).doesNotContain("Join").doesNotContain("Union");
    // The only shuffle is that of the cap over an applicant's claims.
    assertThat(plan.split("Exchange hashpartitioning", -1)).hasSize(2);
  }

  @Test
  void columnsAreThoseOfTheContract() {
    Contract contract = CONTRACTS.table("gold", "entitlement").orElseThrow();

    assertThat(contract.columns())
        .extracting(ContractColumn::name)
        .containsExactlyElementsOf(
            Stream.concat(EntitlementColumns.ALL.stream(), Stream.of("as_of", "release_id"))
                .toList());
  }

  private static Claim booth(String basis, String claimed) {
    return Claim.under("traditional-industry.fair-exhibitor")
        .on("2020-10-01")
        .with("industry_code", "C3511")
        .with("qualification", "listed_fair")
        .basis("booth_cost", basis)
        .claimed(claimed);
  }

  private static Claim loan(String event) {
    return Claim.under("culture-tourism.loan-interest")
        .on(event)
        .with("applicant_credit_code", "loan of " + event)
        .with("qualification", "hit_tourism_firm")
        .with("is_new", "true")
        .basis("loan", "980000")
        .with("lpr", "3.85")
        .with("period_from", "2020-07-01")
        .with("period_to", "2020-12-31")
        .claimed("5659.5");
  }

  private static Claim big(String firm, String claimedOn, String claimed) {
    return loan("2020-06-01")
        .with("applicant_credit_code", firm)
        .with("claimed_on", claimedOn)
        .basis("loan", "30000000")
        .claimed(claimed);
  }

  private static Claim relief(String from, String to) {
    return Claim.under("market-support.contribution-relief")
        .during(from, to)
        .with("enterprise_size", "small")
        .basis("insurance_contribution", "1000")
        .claimed("1000");
  }

  private static Claim designCentre(String event) {
    return Claim.under("traditional-industry.design-centre")
        .on(event)
        .with("qualification", "national_design_centre")
        .claimed("5000000");
  }

  private static Claim cruise(String capacity, String from, String to, String days) {
    return Claim.under("culture-tourism.night-cruise")
        .during(from, to)
        .with("passenger_capacity", capacity)
        .with("quantity", days)
        .with("quantity_unit", "day")
        .claimed(new BigDecimal(days).multiply(new BigDecimal(5000)).toPlainString());
  }

  private static Claim station(String area) {
    return Claim.under("culture-tourism.wedding-station")
        .on("2020-10-01")
        .with("applicant_kind", "district")
        .with("floor_area", area)
        .with("quantity", "1")
        .with("quantity_unit", "place")
        .claimed("200000");
  }

  private static Claim film(String investment) {
    return Claim.under("culture-tourism.film-project")
        .on("2020-10-01")
        .basis("investment", investment)
        .claimed("500000");
  }

  private static Claim camper(String grade) {
    return Claim.under("culture-tourism.camper-site")
        .on("2020-10-01")
        .with("is_new", "true")
        .with("qualification", grade)
        .claimed("500000");
  }

  private static Claim foreign(String dollars) {
    return Claim.under("investment-park.foreign-capital")
        .on("2020-10-01")
        .with("qualification", "global_500")
        .with("is_new", "true")
        .with("foreign_capital", dollars)
        .basis("foreign_capital", "69000000")
        .claimed("1380000");
  }

  private static Claim office(String year) {
    return Claim.under("investment-park.office-rent")
        .on("2020-10-01")
        .with("qualification", "global_500")
        .with("year_no", year)
        .basis("rent", "1000000")
        .claimed("300000");
  }

  private static Claim district(String rank, String claimed) {
    return Claim.under("traditional-industry.district-reward")
        .on("2020-12-01")
        .with("applicant_kind", "district")
        .with("rank", rank)
        .claimed(claimed);
  }

  private static Claim team(String claimed) {
    return Claim.under("investment-park.talent-team")
        .on("2020-10-01")
        .with("applicant_kind", "talent_team")
        .with("qualification", "talent_team")
        .claimed(claimed);
  }

  private static Claim invoice(String amount) {
    return Claim.under("market-support.consumption-reward")
        .on("2020-07-01")
        .with("applicant_kind", "person")
        .basis("invoice", amount)
        .claimed("10");
  }

  private static Claim flexible(String claimed) {
    return Claim.under("market-support.flexible-insurance")
        .during("2020-07-01", "2020-09-30")
        .with("applicant_kind", "person")
        .with("qualification", "hard_to_employ")
        .with("quantity", "3")
        .with("quantity_unit", "person_month")
        .claimed(claimed);
  }

  private static Claim graduate(String graduatedOn) {
    return flexible("1500")
        .with("qualification", "recent_graduate")
        .with("graduated_on", graduatedOn);
  }

  private static Claim rent(String from, String to, String lessor, String size) {
    return Claim.under("market-support.state-rent-relief")
        .during(from, to)
        .with("lessor_kind", lessor)
        .with("enterprise_size", size)
        .basis("rent", "1000")
        .claimed("1000");
  }

  private static Row row(Map<String, Row> rows, String name) {
    return Objects.requireNonNull(rows.get(name));
  }

  private static String reason(Map<String, Row> rows, String name) {
    return row(rows, name).getAs("reason_zh");
  }

  /** Verdict and computed sum in yuan and cents, by the name of the claim. */
  private static Map<String, String> outcomes(SparkSession spark, List<Claim> claims) {
    return rows(spark, claims).values().stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs("claim_id"),
                row -> {
                  BigDecimal sum = row.getAs("computed");
                  return row.<String>getAs("verdict")
                      + " "
                      + (sum == null
                          ? "null"
                          : sum.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
                }));
  }

  private static Map<String, Row> rows(SparkSession spark, List<Claim> claims) {
    return computed(spark, claims).collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getAs("claim_id"), Function.identity()));
  }

  private static Dataset<Row> computed(SparkSession spark, List<Claim> claims) {
    return EntitlementPass.of(
        Claim.table(spark, claims),
        POLICIES.provisions().measures(),
        POLICIES.parameters().stream()
            .collect(Collectors.toMap(Parameter::id, Function.identity())),
        POLICIES.documents(),
        NAMES);
  }
}
