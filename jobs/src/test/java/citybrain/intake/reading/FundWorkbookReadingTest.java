package citybrain.intake.reading;

import static citybrain.intake.reading.FileReadingFixture.accepted;
import static citybrain.intake.reading.FileReadingFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.WholeFile.Accepted;
import citybrain.intake.reading.Workbooks.Draft;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The fund extracts that are made for print, held against the project's own contracts. */
class FundWorkbookReadingTest {

  /**
   * 青政办发〔2020〕16号: the state pays 30 percent; of the rest the city and the district pay 4:6, in 平度
   * and 莱西 5:5. 100,000 persons at 74 yuan need 7.4 million.
   */
  @Test
  void programmeIsNamedInTheTitleAndLevelsStandUnderMergedHeaders() throws IOException {
    Accepted accepted =
        accepted(
            read(
                "市卫生健康委",
                "health_programmes",
                Workbooks.xlsx("基本公共卫生服务", FundWorkbookReadingTest::programme)));

    assertThat(accepted.records())
        .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(Outcome.ACCEPTED))
        .extracting(
            r -> r.values().get("programme_code"),
            r -> r.values().get("area_code"),
            r -> r.values().get("period"),
            r -> r.values().get("recipient_count"),
            r -> r.values().get("local_standard"),
            r -> r.values().get("total_due"),
            r -> r.values().get("central_due"),
            r -> r.values().get("city_due"),
            r -> r.values().get("district_due"),
            r -> r.values().get("district_spent"))
        .containsExactly(
            tuple(
                "basic_public_health",
                "370202",
                "2020",
                "100000",
                "74",
                "7400000",
                "2220000",
                "2072000",
                "3108000",
                "3108000"),
            tuple(
                "basic_public_health",
                "370283",
                "2020",
                "100000",
                "74",
                "7400000",
                "2220000",
                "2590000",
                "2590000",
                null));
    assertThat(Workbooks.dispositions(accepted))
        .contains("4 HEADER", "5 DATA", "6 DATA", "7 TOTAL", "8 FOOTNOTE");
  }

  private static void programme(Draft sheet) {
    sheet
        .row(1, "2020年医疗卫生财政事权项目执行情况（基本公共卫生服务）")
        .merge("A1:R1")
        .row(2, "填报单位：市卫生健康委")
        .merge("A2:R2")
        .row(
            3,
            "序号",
            "区（市）",
            "年度",
            "服务或补助人口(人)",
            "国家基础标准(元/人)",
            "上年执行标准(元/人)",
            "执行标准(元/人)",
            "应安排资金",
            "",
            "",
            "",
            "",
            "实际支出",
            "",
            "",
            "",
            "")
        .row(
            4,
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "应安排资金合计（万元）",
            "中央应承担（万元）",
            "省级应承担（万元）",
            "市级应承担（万元）",
            "区（市）应承担（万元）",
            "实际支出合计（万元）",
            "中央支出（万元）",
            "省级支出（万元）",
            "市级支出（万元）",
            "区（市）支出（万元）")
        .merge("H3:L3")
        .merge("M3:Q3");
    for (char column = 'A'; column <= 'G'; column++) {
      sheet.merge("%c3:%c4".formatted(column, column));
    }
    sheet
        .row(
            5, 1, "市南区", "2020年", 100000, 74, 69, 74, 740, 222, "—", 207.2, 310.8, 740, 222, "—",
            207.2, 310.8)
        .row(
            6, 2, "平度市", "2020年", 100000, 74, 69, 74, 740, 222, "—", 259, 259, 481, 222, "—", 259,
            "…")
        .row(
            7, "", "合计", "2020年", 200000, "", "", "", 1480, 444, "—", 466.2, 569.8, 1221, 444, "—",
            466.2, 310.8)
        .row(8, "注：中央、市与区（市）按比例分担。")
        .merge("A8:Q8");
  }

  @Test
  void levelsSideBySideGiveOneRecordEach() throws IOException {
    Accepted accepted =
        accepted(
            read(
                "市财政局",
                "fiscal_transfers",
                Workbooks.xlsx("执行情况", FundWorkbookReadingTest::transfers)));

    assertThat(accepted.records())
        .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(Outcome.ACCEPTED))
        .extracting(
            r -> r.values().get("document_no"),
            r -> r.values().get("level"),
            r -> r.values().get("due_amount"),
            r -> r.values().get("paid_amount"),
            r -> r.values().get("paid_on"),
            ConformedRow::cell)
        .containsExactly(
            tuple("青财社指〔2020〕8号", "central", "2220000", "2220000", "2020-04-15", "G5"),
            tuple("青财社指〔2020〕8号", "city", "2072000", "1000000", "2020-07-20", "J5"),
            tuple("青财社指〔2020〕8号", "district", "3108000", null, null, "M5"));
    assertThat(accepted.records())
        .allSatisfy(
            r ->
                assertThat(r.values())
                    .containsEntry("programme_code", "basic_public_health")
                    .containsEntry("area_code", "370202")
                    .containsEntry("period", "2020")
                    .containsEntry("issued_on", "2020-04-10"));
  }

  private static void transfers(Draft sheet) {
    sheet
        .row(1, "医疗卫生转移支付执行情况")
        .merge("A1:O1")
        .row(
            3, "序号", "指标文号", "项目", "区（市）", "所属年度", "下达日期", "中央", "", "", "市级", "", "", "区（市）级", "",
            "", "分配因素")
        .row(
            4, "", "", "", "", "", "", "应拨（万元）", "实拨（万元）", "拨付日期", "应拨（万元）", "实拨（万元）", "拨付日期",
            "应拨（万元）", "实拨（万元）", "拨付日期", "")
        .merge("G3:I3")
        .merge("J3:L3")
        .merge("M3:O3")
        .merge("P3:P4");
    for (char column = 'A'; column <= 'F'; column++) {
      sheet.merge("%c3:%c4".formatted(column, column));
    }
    sheet
        .row(
            5,
            1,
            "青财社指〔2020〕8号",
            "基本公共卫生服务",
            "市南区",
            "2020年",
            "2020年4月10日",
            222,
            222,
            "2020-04-15",
            207.2,
            100,
            "2020/7/20",
            310.8,
            "—",
            "—",
            "")
        .row(6, "", "合计", "", "", "", "", 222, 222, "", 207.2, 100, "", 310.8, "", "", "");
  }

  @Test
  void statementsAndReportsOfADistrictStandOnSheetsOfTheirOwn() throws IOException {
    byte[] content;
    try (Workbook workbook = new XSSFWorkbook()) {
      statements(new Draft(workbook.createSheet("崂山区")));
      reports(new Draft(workbook.createSheet("报告报送情况")));
      content = Workbooks.bytes(workbook);
    }
    Accepted accepted = accepted(read("市国资委", "state_assets", content));

    assertThat(accepted.records())
        .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(Outcome.ACCEPTED))
        .extracting(
            ConformedRow::sheet,
            r -> r.values().get("report_kind"),
            r -> r.values().get("area_code"),
            r -> r.values().get("period"),
            r -> r.values().get("handed_in_on"),
            r -> r.values().get("assets"),
            r -> r.values().get("debt_ratio"),
            r -> r.values().get("state_assets"))
        .containsExactly(
            tuple(
                "崂山区",
                "enterprise_monthly",
                "370212",
                "2020-07",
                "2020-08-10",
                "1200000000",
                "62.5",
                null),
            tuple("报告报送情况", "totals", "370215", "2020", "2021-02-01", null, null, "35000000000"),
            tuple("报告报送情况", "scope", "370215", "2020-07", null, null, null, null));
  }

  private static final List<String> STATEMENT_LEAVES =
      List.of(
          "资产总额（万元）",
          "负债总额（万元）",
          "所有者权益（万元）",
          "年初所有者权益（万元）",
          "资产负债率(%)",
          "有息负债（万元）",
          "一年内到期债务（万元）",
          "逾期债务（万元）",
          "货币资金（万元）",
          "政府性项目债务（万元）",
          "自营性项目债务（万元）",
          "营业收入（万元）",
          "利润总额（万元）",
          "上缴税费（万元）");

  private static void statements(Draft sheet) {
    List<String> left =
        List.of("序号", "报告类型", "统一社会信用代码", "企业名称", "所属时期", "报送日期", "是否投融资平台", "是否纳入统一监管", "是否经审计");
    Object[] upper = new Object[left.size() + STATEMENT_LEAVES.size()];
    Object[] lower = new Object[upper.length];
    for (int i = 0; i < upper.length; i++) {
      boolean isLeft = i < left.size();
      upper[i] = isLeft ? left.get(i) : i == left.size() ? "主要指标" : "";
      lower[i] = isLeft ? "" : STATEMENT_LEAVES.get(i - left.size());
    }
    sheet.row(1, "崂山区所出资企业财务情况").merge("A1:W1").row(3, upper).row(4, lower).merge("J3:W3");
    for (char column = 'A'; column <= 'I'; column++) {
      sheet.merge("%c3:%c4".formatted(column, column));
    }
    sheet
        .row(
            5,
            1,
            "企业月度财务情况",
            "91370212MA3C0TEXTR",
            "青岛模拟投资集团有限公司",
            "2020年7月",
            "2020-08-10",
            "是",
            "是",
            "—",
            120000,
            75000,
            45000,
            44000,
            62.5,
            50000,
            12000,
            0,
            8000,
            30000,
            20000,
            9000,
            "(350)",
            420)
        .row(6, "合计", "", "", "", "", "", "", "", "", 120000, 75000, 45000);
  }

  private static void reports(Draft sheet) {
    sheet
        .row(1, "区（市）国资监管报告报送情况")
        .merge("A1:M1")
        .row(
            3,
            "序号",
            "报告事项",
            "区（市）",
            "填报单位统一社会信用代码",
            "所属时期",
            "填报单位",
            "报送日期",
            "所出资企业户数(户)",
            "纳入统一监管户数(户)",
            "国有资产总量（亿元）",
            "上期国有资产总量（亿元）",
            "变动情况",
            "重大事项")
        .row(
            4,
            1,
            "国有资产总量",
            "即墨区",
            "11370282MB2888888C",
            "2020年",
            "即墨区国有资产监督管理机构",
            "2021-02-01",
            24,
            21,
            350,
            320.5,
            "",
            "")
        .row(
            5,
            2,
            "监管范围变动",
            "即墨区",
            "11370282MB2888888C",
            "2020年7月",
            "即墨区国有资产监督管理机构",
            "",
            "",
            "",
            "",
            "",
            "",
            "");
  }
}
