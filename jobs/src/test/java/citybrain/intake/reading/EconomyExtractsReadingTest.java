package citybrain.intake.reading;

import static citybrain.intake.reading.FileReadingFixture.accepted;
import static citybrain.intake.reading.FileReadingFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.WholeFile.Accepted;
import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * The economy's tables for print, each as its department lays it out, and one list with every type
 * of cell; figures are made up.
 */
class EconomyExtractsReadingTest {

  @Test
  void quarterlyAccountsKeepPriceBasesApart() throws IOException {
    Accepted accepted =
        accepted(
            read(
                "市统计局",
                "stat_quarterly",
                Workbooks.xlsx(
                    "前三季度",
                    sheet ->
                        sheet
                            .row(1, "2020年各区市生产总值核算表")
                            .merge("A1:G1")
                            .row(2, "区（市）", "时期", "地区生产总值", "", "第二产业", "", "地区生产总值（2015年价格）")
                            .row(3, "", "", "绝对额", "增速", "绝对额", "增速", "绝对额")
                            .row(4, "", "", "亿元", "%", "亿元", "%", "亿元")
                            .merge("A2:A3")
                            .merge("B2:B3")
                            .merge("C2:D2")
                            .merge("E2:F2")
                            .row(5, "市南区", "2020年前三季度", 1000.5, 1.2, 100, "-3.4", 900)
                            .row(6, "　　胶州市", "2020年第三季度", 310, 5.5, "—", "—", 280)
                            .row(8, "注：增速按不变价格计算。")
                            .merge("A8:G8"))));

    assertRecords(accepted, "indicator_code", "area_code", "period", "level", "cumulative", "unit")
        .containsExactly(
            tuple("gdp", "370202", "2020-01/2020-09", null, "100050000000", "yuan"),
            tuple("gdp_secondary", "370202", "2020-01/2020-09", null, "10000000000", "yuan"),
            tuple("gdp_prices_2015", "370202", "2020-01/2020-09", null, "90000000000", "yuan"),
            tuple("gdp", "370281", "2020-Q3", "31000000000", null, "yuan"),
            tuple("gdp_secondary", "370281", "2020-Q3", null, null, null),
            tuple("gdp_prices_2015", "370281", "2020-Q3", "28000000000", null, "yuan"));
    assertThat(accepted.records().get(0).values()).containsEntry("ytd_yoy_published", "1.2");
  }

  @Test
  void industriesHaveTheirIndicatorsSideBySide() throws IOException {
    Accepted accepted =
        accepted(
            read(
                "市统计局",
                "industry_monthly",
                Workbooks.xls(
                    "青岛市",
                    sheet ->
                        sheet
                            .row(1, "规模以上工业企业主要经济指标")
                            .merge("A1:F1")
                            .row(2, "行业名称", "月份", "营业收入", "", "平均用工人数", "工业增加值")
                            .row(3, "", "", "累计(亿元)", "累计同比增长(%)", "累计(万人)", "累计同比增长(%)")
                            .merge("A2:A3")
                            .merge("B2:B3")
                            .merge("C2:D2")
                            .row(4, "总计", "2020年1-2月", 1000, 3.1, 60, 4)
                            .row(5, "　其中：纺织业", "2020年1-2月", 12.5, "(3.1)", 0.8, -7.25))));

    assertRecords(
            accepted,
            "indicator_code",
            "industry_code",
            "area_code",
            "period",
            "cumulative",
            "ytd_yoy_published",
            "unit",
            "source_extract")
        .containsExactly(
            tuple(
                "operating_revenue",
                "C17",
                "370200",
                "2020-01/2020-02",
                "1250000000",
                "-3.1",
                "yuan",
                "industry_monthly"),
            tuple(
                "average_employees",
                "C17",
                "370200",
                "2020-01/2020-02",
                "8000",
                null,
                "person",
                "industry_monthly"),
            tuple(
                "value_added",
                "C17",
                "370200",
                "2020-01/2020-02",
                null,
                "-7.25",
                null,
                "industry_monthly"));
  }

  @Test
  void traditionalIndustriesStandSideBySideAndStoreTheUnitOfTheFigure() throws IOException {
    Accepted accepted =
        accepted(
            read(
                "市工业和信息化局",
                "traditional_industry",
                Workbooks.xlsx(
                    "即墨区",
                    sheet ->
                        sheet
                            .row(1, "传统产业高质量发展情况表")
                            .merge("A1:G1")
                            .row(2, "序号", "指标", "单位", "时期", "分行业", "", "合计")
                            .row(3, "", "", "", "", "纺织服装、服饰业", "文教工美体育娱乐用品制造业", "")
                            .merge("E2:F2")
                            .merge("A2:A3")
                            .merge("B2:B3")
                            .merge("C2:C3")
                            .merge("D2:D3")
                            .merge("G2:G3")
                            .row(4, 1, "规上工业增加值", "亿元", "2020年前三季度", 10.5, 2, 30)
                            .row(5, 2, "劳动生产率", "万元/人", "2020年前三季度", 21.5, "—", "")
                            .row(6, 3, "在用工业机器人数", "台", "2020年前三季度", 40, 12, 90)
                            .row(7, 4, "线上销售占销售收入比重", "%", "2020年前三季度", "6.5%", 3, ""))));

    assertRecords(accepted, "indicator_code", "industry_code", "period", "value", "unit")
        .contains(
            tuple("value_added", "C18", "2020-01/2020-09", "1050000000", "yuan"),
            tuple("value_added", "_T", "2020-01/2020-09", "3000000000", "yuan"),
            tuple("labour_productivity", "C18", "2020-01/2020-09", "215000", "yuan_per_person"),
            tuple("labour_productivity", "C24", "2020-01/2020-09", null, "yuan_per_person"),
            tuple("robots", "C24", "2020-01/2020-09", "12", "machine"),
            tuple("online_sales_share", "C18", "2020-01/2020-09", "6.5", "percent"))
        .hasSize(10);
    assertThat(accepted.records())
        .allSatisfy(r -> assertThat(r.values()).containsEntry("area_code", "370215"));
  }

  @Test
  void budgetIsNamedBySheetAndItsHeadersAreJoined() throws IOException {
    Accepted accepted =
        accepted(
            read(
                "市财政局",
                "budget_execution",
                Workbooks.xlsx(
                    "一般公共预算",
                    sheet ->
                        sheet
                            .row(1, "青岛市一般公共预算执行情况")
                            .merge("A1:I1")
                            .row(2, "地区", "时期", "口径", "科目", "调整预算数(万元)", "本月", "累计", "", "")
                            .row(3, "", "", "", "", "", "完成(万元)", "完成(万元)", "占预算(%)", "同比增长(%)")
                            .merge("A2:A3")
                            .merge("B2:B3")
                            .merge("C2:C3")
                            .merge("D2:D3")
                            .merge("E2:E3")
                            .merge("G2:I2")
                            .row(4, "青岛市", "2020年1-2月", "全市", "税收收入", 1000, 200, 200, 20.0, -1.5)
                            .row(5, "", "", "市本级", "　其中：契税", 50, 4, 4, "8.0", "—")
                            .merge("A4:A5")
                            .merge("B4:B5"))));

    assertRecords(
            accepted,
            "budget_book",
            "area_code",
            "budget_scope",
            "account_code",
            "period",
            "annual_budget",
            "month_amount",
            "cumulative_amount",
            "budget_share",
            "ytd_yoy_published")
        .containsExactly(
            tuple(
                "general",
                "370200",
                "whole_area",
                "101",
                "2020-01/2020-02",
                "10000000",
                "2000000",
                "2000000",
                "20",
                "-1.5"),
            tuple(
                "general",
                "370200",
                "own_level",
                "10119",
                "2020-01/2020-02",
                "500000",
                "40000",
                "40000",
                "8",
                null));
  }

  @Test
  void monthsOfTheCreditBalanceStandSideBySide() throws IOException {
    Accepted accepted =
        accepted(
            read(
                "人行青岛中心支行",
                "finance_monthly",
                Workbooks.xlsx(
                    "人民币",
                    sheet ->
                        sheet
                            .row(1, "青岛市金融机构信贷收支表")
                            .merge("A1:E1")
                            .row(2, "项目", "2020年8月", "", "2020年9月", "")
                            .row(3, "", "余额", "同比增长", "余额", "同比增长")
                            .row(4, "", "亿元", "%", "亿元", "%")
                            .merge("A2:A3")
                            .merge("B2:C2")
                            .merge("D2:E2")
                            .row(5, "一、各项存款", 20000, 10.1, 20100.5, 10.3)
                            .row(6, "　　1.住户存款", 8000, 12, "…", ""))));

    assertRecords(accepted, "item_code", "currency_scope", "period", "balance", "yoy_published")
        .containsExactly(
            tuple("deposits", "yuan", "2020-08", "2000000000000", "10.1"),
            tuple("deposits", "yuan", "2020-09", "2010050000000", "10.3"),
            tuple("deposits.domestic.households", "yuan", "2020-08", "800000000000", "12"),
            tuple("deposits.domestic.households", "yuan", "2020-09", null, null));
    assertThat(accepted.records())
        .allSatisfy(r -> assertThat(r.values()).containsEntry("area_code", "370200"));
  }

  @Test
  void registerTakesCodesDaysAndYesOrNo() {
    String header =
        "统一社会信用代码,企业名称,曾用名,企业类型,行业代码,企业规模,登记机关所在区市,住所,所在园区,法定代表人,注册资本(万元),"
            + "是否外商投资,成立日期,核准日期,营业期限至,登记状态,状态变更日期,最近变更事项,最近变更日期,迁入前区市,"
            + "是否列入经营异常名录,列入异常名录日期\r\n";
    String good =
        "91350100M000100Y43,示例纺织有限公司,,有限责任公司（自然人投资或控股）,C17,小型企业,崂山区,某路1号,,某某,500,"
            + "否,2015-03-02,2020/7/1,,吊销，未注销,2020年7月1日,吊销,2020-07-01,市南,是,2020-06-30\r\n";
    String wrong = good.replace("91350100M000100Y43", "91350100M000100Y44");
    // The department's list holds 吊销，未注销 with a full-width comma, which divides no cells.
    Accepted accepted =
        accepted(
            read(
                "市市场监管局",
                "enterprise_register",
                (header + good + wrong).getBytes(FileReadingFixture.GB18030)));

    assertThat(accepted.records().get(0).values())
        .containsEntry("credit_code", "91350100M000100Y43")
        .containsEntry("enterprise_type", "limited_liability")
        .containsEntry("industry_code", "C17")
        .containsEntry("enterprise_size", "small")
        .containsEntry("area_code", "370212")
        .containsEntry("previous_area_code", "370202")
        .containsEntry("registered_capital", "5000000")
        .containsEntry("is_foreign_invested", "false")
        .containsEntry("is_listed_as_abnormal", "true")
        .containsEntry("registration_status", "revoked")
        .containsEntry("status_changed_on", "2020-07-01")
        .doesNotContainKey("term_ends_on");
    assertThat(accepted.records())
        .extracting(ConformedRow::outcome)
        .containsExactly(Outcome.ACCEPTED, Outcome.QUARANTINED);
  }

  /** The values of these columns, record by record; all records are accepted. */
  private static ListAssert<Tuple> assertRecords(Accepted accepted, String... columns) {
    assertThat(accepted.records())
        .allSatisfy(
            r ->
                assertThat(r.outcome())
                    .as("%s %s", r.values(), r.problems())
                    .isEqualTo(Outcome.ACCEPTED));
    return assertThat(
        accepted.records().stream()
            .map(r -> tuple(Arrays.stream(columns).map(r.values()::get).toArray()))
            .toList());
  }
}
