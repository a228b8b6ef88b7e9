package citybrain.intake.reading;

import static citybrain.intake.reading.FileReadingFixture.accepted;
import static citybrain.intake.reading.FileReadingFixture.annual;
import static citybrain.intake.reading.FileReadingFixture.monthly;
import static citybrain.intake.reading.FileReadingFixture.payments;
import static citybrain.intake.reading.FileReadingFixture.read;
import static citybrain.intake.reading.FileReadingFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.FileEvidence.FileFormat;
import citybrain.intake.reading.WholeFile.Accepted;
import citybrain.intake.reading.WholeFile.Refused;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookFileReadingTest {

  @Test
  void yearsSideBySideGiveOneRecordPerFigure() throws IOException {
    Accepted accepted = accepted(annual(Workbooks.xls("历年主要指标", Workbooks::annual)));

    assertThat(accepted.evidence().format()).isEqualTo(FileFormat.BIFF8);
    assertThat(accepted.records())
        .extracting(
            r -> r.values().get("indicator_code"),
            r -> r.values().get("period"),
            r -> r.values().get("level"),
            r -> r.values().get("unit"),
            ConformedRow::cell)
        .containsExactly(
            tuple("gdp", "1990", null, "yuan", "C4"),
            tuple("gdp", "1991", "25016000000", "yuan", "D4"),
            tuple("commercial_housing_sales_area", "1990", "4269000", "square_metre", "C5"),
            tuple("residential_housing_sales_area", "1990", "3663000", "square_metre", "C6"),
            tuple("residential_housing_sales_area", "1991", "10000", "square_metre", "D6"));
    assertThat(accepted.records())
        .allSatisfy(r -> assertThat(r.values()).containsEntry("area_code", "370200"));
    assertThat(accepted.records().get(3).values()).containsEntry("indicator_name", "住宅商品房销售面积");
    assertThat(Workbooks.dispositions(accepted))
        .containsExactly(
            "1 TITLE", "3 HEADER", "4 DATA", "5 DATA", "6 DATA", "8 FOOTNOTE", "9 FOOTNOTE");
  }

  @Test
  void mergedHeadersYearsAndMonthsAreUnderstood() throws IOException {
    Accepted accepted = accepted(monthly(Workbooks.xlsx("全国", Workbooks::monthly)));

    assertThat(accepted.evidence().format()).isEqualTo(FileFormat.OOXML);
    assertThat(accepted.records())
        .extracting(
            r -> r.values().get("period"),
            r -> r.values().get("period_type"),
            r -> r.values().get("level"),
            r -> r.values().get("yoy_published"),
            ConformedRow::cell)
        .containsExactly(
            tuple("2011-11", "month", "1612890000000", "17.3", "C6"),
            tuple("2011-12", "month", "1773970000000", null, "C7"),
            tuple("2012-01/2012-02", "merged_months", "3366860000000", "14.7", "C8"),
            tuple("2012-03", "month", "1565020000000", "15.2", "C9"));
    assertThat(accepted.records())
        .allSatisfy(
            r ->
                assertThat(r.values())
                    .containsEntry("indicator_code", "retail_sales")
                    .containsEntry("area_code", "000000")
                    .containsEntry("unit", "yuan"));
    assertThat(Workbooks.dispositions(accepted))
        .containsExactly(
            "1 TITLE",
            "3 HEADER",
            "4 HEADER",
            "5 UNIT",
            "6 DATA",
            "7 DATA",
            "8 DATA",
            "9 DATA",
            "11 FOOTNOTE");
  }

  @Test
  void sectionsTotalsAndRepeatedHeadersAreNoRecords() throws IOException {
    byte[] content =
        Workbooks.xlsx(
            "指标完成情况",
            sheet ->
                sheet
                    .row(1, "青岛市职业教育提质培优指标完成情况表")
                    .merge("A1:F1")
                    .row(2, "填报单位：市教育局")
                    .merge("A2:F2")
                    .row(3, "序号", "分类", "指标", "产业", "单位", "2020年")
                    .row(4, "一、规模与布局")
                    .merge("A4:F4")
                    .row(5, 1, "规模与布局", "中职学校数量", "", "所", 52)
                    .row(6, 2, "规模与布局", "高中阶段招生职普比", "", "%", "42.5%")
                    .row(7, "序号", "分类", "指标", "产业", "单位", "2020年")
                    .row(8, 3, "专业布局", "专业点数", "现代海洋", "个", 26)
                    .row(9, "", "专业布局", "合计", "", "个", 78)
                    .row(10, 4, "经费投入", "财政性职业教育经费总投入", "", "万元", "—")
                    .row(12, "注：模拟数据")
                    .merge("A12:F12"));

    Accepted accepted = accepted(read("市教育局", "indicator_report", content));

    assertThat(Workbooks.dispositions(accepted))
        .containsExactly(
            "1 TITLE",
            "2 TITLE",
            "3 HEADER",
            "4 SECTION",
            "5 DATA",
            "6 DATA",
            "7 HEADER",
            "8 DATA",
            "9 TOTAL",
            "10 DATA",
            "12 FOOTNOTE");
    assertThat(accepted.records())
        .extracting(
            r -> r.values().get("indicator_code"),
            r -> r.values().get("breakdown"),
            r -> r.values().get("year"),
            r -> r.values().get("value"),
            r -> r.values().get("unit"))
        .containsExactly(
            tuple("secondary_school_count", "_T", "2020", "52", "school"),
            tuple("vocational_enrolment_share", "_T", "2020", "42.5", "percent"),
            tuple("industry_major_point_count", "现代海洋", "2020", "26", "count"),
            tuple("public_funding_total", "_T", "2020", null, "yuan"));
  }

  @Test
  void storedValueCountsAndNotItsDisplay() throws IOException {
    byte[] content =
        Workbooks.xls(
            "历年主要指标",
            sheet ->
                sheet
                    .row(1, "青岛市")
                    .row(2, "指标", "单位", "2019年", "2020年")
                    .row(3, "社会消费品零售总额", "亿元", 1234.56789, 0.1 + 0.2)
                    .format(3, 3, "#,##0.0")
                    .row(4, "住户存款余额", "亿元", 1e-7, 12345678.9)
                    .format(4, 4, "0.00E+00"));
    assertThat(
            accepted(annual(content)).rows().stream()
                .filter(r -> r.row() >= 3)
                .map(DeliveredRow::cells))
        .containsExactly(
            List.of("社会消费品零售总额", "亿元", "1234.56789", "0.3"),
            List.of("住户存款余额", "亿元", "0.0000001", "12345678.9"));
  }

  @Test
  void dateCellIsIsoAndPercentCellIsPercent() throws IOException {
    byte[] content =
        Workbooks.xlsx(
            "表",
            sheet ->
                sheet
                    .row(1, "拨付编号", "申请编号", "拨付日期", "拨付金额(元)", "收款单位")
                    .row(2, "BF1", "JZ1", 44046, 100.5, "医院")
                    .format(2, 3, "yyyy\"年\"m\"月\"d\"日\"")
                    .row(3, "BF2", "JZ2", 44047, 0.25, "医院")
                    .format(3, 4, "0%"));
    Refused refused = refused(payments(content));
    assertThat(refused.rows().get(1).cells())
        .containsExactly("BF1", "JZ1", "2020-08-03", "100.5", "医院");
    assertThat(refused.cellProblems())
        .containsExactly(
            CellProblem.error(
                "表", 3, "D3", "拨付金额(元)", "25%", "type.number", "“拨付金额(元)”中的“25%”不是数字"));
  }

  @Test
  void unknownUnitHoldsEveryFigureOfItsRowBackAndIsNamedOnce() throws IOException {
    byte[] content =
        Workbooks.xls(
            "青岛",
            sheet ->
                sheet
                    .row(1, "指标", "单位", "2019年", "2020年")
                    .row(2, "社会消费品零售总额", "亿贯", 1, 2)
                    .row(3, "医院数", "个", 1, 2));
    Accepted accepted = accepted(annual(content));
    assertThat(accepted.count(Outcome.QUARANTINED)).isEqualTo(2);
    assertThat(accepted.count(Outcome.ACCEPTED)).isEqualTo(2);
    assertThat(accepted.cellProblems())
        .extracting(CellProblem::cell, CellProblem::checkId, CellProblem::value)
        .containsExactly(tuple("B2", "unit.unknown", "亿贯"));
  }

  @Test
  void unknownIndicatorIsOneCellProblemForAllItsYears() throws IOException {
    byte[] content =
        Workbooks.xls(
            "青岛", sheet -> sheet.row(1, "指标", "单位", "2019年", "2020年").row(2, "幸福指数", "个", 1, 2));
    Accepted accepted = accepted(annual(content));
    assertThat(accepted.count(Outcome.QUARANTINED)).isEqualTo(2);
    assertThat(accepted.cellProblems())
        .extracting(CellProblem::cell, CellProblem::checkId)
        .containsExactly(tuple("A2", "code.statistical_indicator"));
  }

  @Test
  void badFigureIsNamedByTheHeaderAboveIt() throws IOException {
    byte[] content =
        Workbooks.xlsx(
            "指标完成情况",
            sheet ->
                sheet
                    .row(1, "指标", "产业", "单位", "2020年", "2021年")
                    .row(2, "中职学校数量", "", "所", 52, -53));
    assertThat(accepted(read("市教育局", "indicator_report", content)).cellProblems())
        .extracting(CellProblem::cell, CellProblem::column, CellProblem::checkId)
        .containsExactly(tuple("E2", "2021年", "range.minimum"));
  }

  @Test
  void tableOfAnUnnamedAreaIsHeldBack() throws IOException {
    byte[] content =
        Workbooks.xls("Sheet1", sheet -> sheet.row(1, "指标", "单位", "2019年").row(2, "医院数", "个", 1));
    assertThat(accepted(annual(content)).cellProblems())
        .extracting(CellProblem::column, CellProblem::checkId)
        .containsExactly(tuple("地区", "required"));
  }

  @Test
  void missingColumnOfATableIsNamed() throws IOException {
    byte[] content =
        Workbooks.xls("青岛", sheet -> sheet.row(1, "指标", "数量", "2019年").row(2, "医院数", "个", 1));
    assertThat(refused(annual(content)).problem().message())
        .contains("column 单位 is missing (found 数量) in the header of row 1");
  }

  @Test
  void sheetWithoutTheTableIsKeptUnread() throws IOException {
    byte[] content;
    try (var workbook = new org.apache.poi.xssf.usermodel.XSSFWorkbook()) {
      new Workbooks.Draft(workbook.createSheet("说明")).row(1, "填表说明");
      Workbooks.monthly(new Workbooks.Draft(workbook.createSheet("全国")));
      content = Workbooks.bytes(workbook);
    }
    Accepted accepted = accepted(monthly(content));
    assertThat(accepted.records()).hasSize(4);
    assertThat(Workbooks.dispositions(accepted)).startsWith("1 UNREAD", "1 TITLE");
  }

  @ParameterizedTest(name = "the first {0} % of an xlsx")
  @ValueSource(ints = {5, 50, 99})
  void truncatedXlsxIsRefused(int percent) throws IOException {
    byte[] whole = Workbooks.xlsx("全国", Workbooks::monthly);
    byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
    assertThat(refused(monthly(cut)).problem().code()).isEqualTo("FILE_TRUNCATED");
  }

  @ParameterizedTest(name = "the first {0} % of an xls")
  @ValueSource(ints = {5, 50, 90, 99})
  void truncatedXlsIsRefused(int percent) throws IOException {
    byte[] whole = Workbooks.xls("青岛", Workbooks::annual);
    byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
    assertThat(refused(annual(cut)).problem().code()).isEqualTo("FILE_TRUNCATED");
  }

  @Test
  void zipOfSomethingElseIsNamedWithItsMember() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("a.txt"));
      zip.write(1);
    }
    assertThat(refused(monthly(bytes.toByteArray())).problem().toString())
        .startsWith("ENCODING_UNKNOWN")
        .contains("a zip whose member a.txt is neither a spreadsheet nor text");
  }

  @Test
  void fileNameAndEndingDoNotMatter() throws IOException {
    byte[] content = Workbooks.xls("青岛", Workbooks::annual);
    WholeFile outcome =
        WholeFile.read(
            "市统计局",
            "stat_annual",
            FileReadingFixture.DELIVERED_ON,
            "a.csv",
            content,
            FileReadingFixture.CONTRACTS);
    assertThat(accepted(outcome).evidence().format()).isEqualTo(FileFormat.BIFF8);
  }

  @Test
  void everyRecordOfAFileIsCountedOnce() throws IOException {
    Accepted accepted = accepted(annual(Workbooks.xls("青岛", Workbooks::annual)));
    long counted =
        accepted.count(Outcome.ACCEPTED)
            + accepted.count(Outcome.QUARANTINED)
            + accepted.count(Outcome.SUPERSEDED);
    assertThat(counted).isEqualTo(accepted.records().size()).isEqualTo(5);
  }
}
