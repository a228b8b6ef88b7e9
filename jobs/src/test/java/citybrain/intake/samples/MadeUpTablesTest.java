package citybrain.intake.samples;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.WholeFile;
import citybrain.intake.reading.WholeFile.Accepted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The mess of the four real sample files, with numbers made up: each shape once, small enough to be
 * asserted whole. All figures here are invented.
 */
class MadeUpTablesTest {
  @TempDir private static Path folder;
  private static ContractRegistry contracts;

  @BeforeAll
  static void loadContracts() {
    contracts = NationalTables.registry(folder);
  }

  /** One sheet under construction; rows as a person counts them, null for no cell. */
  private record Draft(Sheet sheet) {
    Draft row(int row, @Nullable Object... cells) {
      Row target = sheet.createRow(row - 1);
      for (int i = 0; i < cells.length; i++) {
        Object content = cells[i];
        if (content == null) {
          continue;
        }
        Cell cell = target.createCell(i);
        if (content instanceof Number number) {
          cell.setCellValue(number.doubleValue());
        } else if (content instanceof LocalDate day) {
          cell.setCellValue(day);
          cell.setCellStyle(style("m/d/yy"));
        } else if (content instanceof Share share) {
          cell.setCellValue(share.fraction());
          cell.setCellStyle(style("0.00%"));
        } else {
          cell.setCellValue((String) content);
        }
      }
      return this;
    }

    Draft merge(String... ranges) {
      for (String range : ranges) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(range));
      }
      return this;
    }

    private CellStyle style(String format) {
      CellStyle style = sheet.getWorkbook().createCellStyle();
      style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
      return style;
    }
  }

  /** A cell that shows a fraction as a percentage. */
  private record Share(double fraction) {}

  private static Object share(double fraction) {
    return new Share(fraction);
  }

  private static LocalDate month(int year, int month) {
    return LocalDate.of(year, month, 1);
  }

  private static byte[] bytes(Workbook workbook, String sheet, Consumer<Draft> content)
      throws IOException {
    try (workbook) {
      content.accept(new Draft(workbook.createSheet(sheet)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static Accepted macro(String sheet, Consumer<Draft> content) throws IOException {
    return NationalTables.read(
        "macro_monthly", bytes(new XSSFWorkbook(), sheet, content), contracts);
  }

  @Test
  void csvNamesIndicatorMeasureAndUnitInOneHeader() {
    String text =
        """
        数据库：月度数据,,,,
        时间：2001-2002,,,,
        时间,货币和准货币(M2)供应量期末值(亿元),货币和准货币(M2)供应量同比增长(%),货币(M1)供应量期末值(亿元),货币(M1)供应量同比增长(%)
        2002年2月,300.25,8.5,100.5,
        2002年1月,290,0,90.75,-3.5
        注：数值系编造。2001年6月起，口径有变，含在其他项内。,,,,
        数据来源：编造,,,,""";
    Accepted accepted =
        NationalTables.read("money_supply", text.getBytes(Charset.forName("GB18030")), contracts);

    assertThat(NationalTables.dispositions(accepted, ""))
        .isEqualTo("TITLE 1-2, HEADER 3, DATA 4-5, FOOTNOTE 6-7");
    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "!4 m2 000000 2002-02 level _T = 30025000000 yuan",
            "!4 m2 000000 2002-02 yoy _T = 8.5 percent",
            "!4 m1 000000 2002-02 level _T = 10050000000 yuan",
            "!5 m2 000000 2002-01 level _T = 29000000000 yuan",
            "!5 m2 000000 2002-01 yoy _T = 0 percent",
            "!5 m1 000000 2002-01 level _T = 9075000000 yuan",
            "!5 m1 000000 2002-01 yoy _T = -3.5 percent");
  }

  @Test
  void titleNamesIndicatorAndUnitOfYearsSideBySide() throws IOException {
    byte[] content =
        bytes(
            new HSSFWorkbook(),
            "主要城市年度数据",
            sheet ->
                sheet
                    .row(1, "数据库：主要城市年度数据", "", "")
                    .row(2, "指标：国内生产总值(亿元)", "", "")
                    .row(3, "时间：最近2年", "", "")
                    .row(4, "地区", "2002年", "2001年")
                    .row(5, "北京", 11.5, 10.25)
                    .row(6, "青岛", "", 4)
                    .row(7, "数据来源：编造", "", ""));
    Accepted accepted = NationalTables.read("cities_annual", content, contracts);

    assertThat(NationalTables.dispositions(accepted, "主要城市年度数据"))
        .isEqualTo("TITLE 1-3, HEADER 4, DATA 5-6, FOOTNOTE 7");
    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "主要城市年度数据!B5 gdp 110000 2002 level _T = 1150000000 yuan",
            "主要城市年度数据!C5 gdp 110000 2001 level _T = 1025000000 yuan",
            "主要城市年度数据!C6 gdp 370200 2001 level _T = 400000000 yuan");
  }

  @Test
  void nameOfTheRowHoldsMeasureAndUnit() throws IOException {
    byte[] content =
        bytes(
            new HSSFWorkbook(),
            "月度数据",
            sheet ->
                sheet
                    .row(1, "数据库：月度数据", "", "")
                    .row(2, "指标", "2002年3月", "2002年2月")
                    .row(3, "工业增加值同比增长(%)", -1.5, "")
                    .row(4, "工业增加值累计增长(%)", -7.25, -12.5)
                    .row(5, "注：1.自2001年起，口径有变，参见编造的标准。", "", "")
                    .row(6, "　　　2.1-2月份数据一起发布。", "", "")
                    .row(7, "数据来源：编造", "", ""));
    Accepted accepted = NationalTables.read("industrial_growth", content, contracts);

    assertThat(NationalTables.dispositions(accepted, "月度数据"))
        .isEqualTo("TITLE 1, HEADER 2, DATA 3-4, FOOTNOTE 5-7");
    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "月度数据!B3 industrial_value_added 000000 2002-03 yoy _T = -1.5 percent",
            "月度数据!B4 industrial_value_added 000000 2002-03 ytd_yoy _T = -7.25 percent",
            "月度数据!C4 industrial_value_added 000000 2002-02 ytd_yoy _T = -12.5 percent");
  }

  @Test
  void nameOfARowWithoutItsMeasureIsHeldBack() throws IOException {
    byte[] content =
        bytes(
            new HSSFWorkbook(),
            "月度数据",
            sheet -> sheet.row(1, "指标", "2002年3月").row(2, "工业增加值(%)", 1).row(3, "工业增加值加速增长(%)", 2));
    WholeFile outcome =
        WholeFile.read(
            "市统计局", "industrial_growth", LocalDate.of(2002, 5, 1), "文件", content, contracts);

    assertThat(((Accepted) outcome).cellProblems())
        .extracting(p -> p.cell() + " " + p.checkId() + " " + p.reasonZh())
        .containsExactly(
            "A2 required “指标”中的“工业增加值(%)”未写明“口径”",
            "A3 code.indicator “指标”中的“工业增加值加速增长(%)”不在“指标”代码表中");
  }

  @Test
  void unitOfTheUpperHeaderHoldsForTheLowerOnes() throws IOException {
    Accepted accepted =
        macro(
            "社会融资规模增量统计",
            sheet ->
                sheet
                    .row(1, "社会融资规模增量统计")
                    .row(2, "月份", "社会融资规模增量\n(亿元)", "其中(亿元)")
                    .row(3, null, null, "人民币贷款(亿元)", "外币贷款(折合人民币)")
                    .row(4, "", "", "", "")
                    .merge("A1:D1", "A2:A4", "B2:B4", "C2:D2", "C3:C4", "D3:D4")
                    .row(5, month(2002, 2), 90, 80.5, -1.5));

    assertThat(NationalTables.dispositions(accepted, "社会融资规模增量统计"))
        .isEqualTo("TITLE 1, HEADER 2-4, DATA 5");
    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "社会融资规模增量统计!B5 social_financing 000000 2002-02 level _T = 9000000000 yuan",
            "社会融资规模增量统计!C5 yuan_loans 000000 2002-02 level _T = 8050000000 yuan",
            "社会融资规模增量统计!D5 foreign_loans 000000 2002-02 level _T = -150000000 yuan");
  }

  @Test
  void percentageCellsStandBesideAmounts() throws IOException {
    Accepted accepted =
        macro(
            "M2",
            sheet ->
                sheet
                    .row(1, "月\u00a0\u00a0\u00a0份", "货币和准货币(M2)", "", "货币(M1)", "")
                    .row(2, "", "数量(亿元)", "同比增长", "数量(亿元)", "同比增长")
                    .merge("A1:A2", "B1:C1", "D1:E1")
                    .row(3, month(2002, 2), 300.5, share(0.081), 100, "-")
                    .row(4, month(2002, 1), 299, share(-0.0007), 99, share(0))
                    .row(5, "", "\u00a0")
                    .row(6, ""));

    assertThat(NationalTables.dispositions(accepted, "M2"))
        .isEqualTo("HEADER 1-2, DATA 3-4, BLANK 5-6");
    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "M2!B3 m2 000000 2002-02 level _T = 30050000000 yuan",
            "M2!C3 m2 000000 2002-02 yoy _T = 8.1 percent",
            "M2!D3 m1 000000 2002-02 level _T = 10000000000 yuan",
            "M2!E3 m1 000000 2002-02 yoy _T = - -",
            "M2!B4 m2 000000 2002-01 level _T = 29900000000 yuan",
            "M2!C4 m2 000000 2002-01 yoy _T = -0.07 percent",
            "M2!D4 m1 000000 2002-01 level _T = 9900000000 yuan",
            "M2!E4 m1 000000 2002-01 yoy _T = 0 percent");
  }

  @Test
  void percentSignBelowAnAmountIsNoAmount() throws IOException {
    byte[] content =
        bytes(
            new XSSFWorkbook(),
            "M2",
            sheet -> sheet.row(1, "月份", "货币(M1)数量(亿元)").row(2, month(2002, 2), share(0.081)));
    WholeFile outcome =
        WholeFile.read("市统计局", "macro_monthly", LocalDate.of(2002, 5, 1), "文件", content, contracts);

    assertThat(outcome).isInstanceOf(WholeFile.Refused.class);
    assertThat(((WholeFile.Refused) outcome).problem().message())
        .contains("1 of 1 values that are no number, first \"8.1%\" in M2!B2");
  }

  @Test
  void monthsAsDatesStandAcrossAndEndInABlankHeader() throws IOException {
    Accepted accepted =
        macro(
            "固投月度增长",
            sheet ->
                sheet
                    .row(1, "指标", month(2002, 2), month(2002, 1), "  ")
                    .row(2, "制造业固定资产投资额累计增长(%)", 1.5, "")
                    .row(3, "汽车制造业固定资产投资额累计增长(%)", -2, 3.25));

    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "固投月度增长!B2 manufacturing_investment 000000 2002-02 ytd_yoy _T = 1.5 percent",
            "固投月度增长!B3 automotive_investment 000000 2002-02 ytd_yoy _T = -2 percent",
            "固投月度增长!C3 automotive_investment 000000 2002-01 ytd_yoy _T = 3.25 percent");
  }

  @Test
  void figuresWithoutAHeaderAreSaidToBeUnread() throws IOException {
    byte[] content =
        bytes(
            new XSSFWorkbook(),
            "固投月度增长",
            sheet ->
                sheet
                    .row(1, "指标", month(2002, 2), "  ", "幸福")
                    .row(2, "制造业固定资产投资额累计增长(%)", 1.5, 2.5, "")
                    .row(3, "汽车制造业固定资产投资额累计增长(%)", -2, 3.25, 4));
    Accepted accepted = NationalTables.readWithProblems("macro_monthly", content, contracts);

    assertThat(accepted.count(ConformedRow.Outcome.ACCEPTED)).isEqualTo(2);
    assertThat(accepted.cellProblems()).isEmpty();
    assertThat(accepted.warnings())
        .extracting(p -> p.cell() + " " + p.value() + " " + p.reasonZh())
        .containsExactly("C2 2.5 该列没有表头，其中的数值未入库", "D3 4 表头“幸福”不在数据规范中，其下的数值未入库");
  }

  @Test
  void measureStandsInTheBracketsOfAHeader() throws IOException {
    Accepted accepted =
        macro(
            "消费（没有1-2月）",
            sheet ->
                sheet
                    .row(1, "月份", "月度社会消费品零售总额（亿元）", "服务业生产指数(当月同比增速%)\u00a0")
                    .row(2, month(2002, 3), 40.5, 5.5)
                    .row(3, month(2001, 12), 39, ""));

    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "消费（没有1-2月）!B2 retail_sales 000000 2002-03 level _T = 4050000000 yuan",
            "消费（没有1-2月）!C2 services_production 000000 2002-03 yoy _T = 5.5 percent",
            "消费（没有1-2月）!B3 retail_sales 000000 2001-12 level _T = 3900000000 yuan");
  }

  @Test
  void columnOfMonthsMayHaveNoHeader() throws IOException {
    Accepted accepted =
        macro(
            "PMI",
            sheet ->
                sheet
                    .row(1, "", "PMI", "新订单")
                    .row(2, "", "", "")
                    .merge("A1:A2", "B1:B2", "C1:C2")
                    .row(3, month(2002, 1), 50.5, 49));

    assertThat(NationalTables.dispositions(accepted, "PMI")).isEqualTo("HEADER 1-2, DATA 3");
    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "PMI!B3 pmi 000000 2002-01 level _T = 50.5 index",
            "PMI!C3 pmi_orders 000000 2002-01 level _T = 49 index");
  }

  @Test
  void sheetNamesTheIndicatorAndAHeaderStandsTwice() throws IOException {
    Accepted accepted =
        macro(
            "新增信贷数据（亿元）",
            sheet ->
                sheet
                    .row(1, "月\u00a0份", "当月(亿元)", "同比增长", "环比增长", "累计(亿元)", "同比增长")
                    .row(2, month(2002, 2), -4, share(-1.052), share(27.6), 20, share(0.05)));

    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "新增信贷数据（亿元）!B2 new_loans 000000 2002-02 level _T = -400000000 yuan",
            "新增信贷数据（亿元）!C2 new_loans 000000 2002-02 yoy _T = -105.2 percent",
            "新增信贷数据（亿元）!D2 new_loans 000000 2002-02 mom _T = 2760 percent",
            "新增信贷数据（亿元）!E2 new_loans 000000 2002-02 cumulative _T = 2000000000 yuan",
            "新增信贷数据（亿元）!F2 new_loans 000000 2002-02 ytd_yoy _T = 5 percent");
  }

  @Test
  void twoYearsStandSideBySideBelowFiveHeaderRows() throws IOException {
    Accepted accepted =
        macro(
            "出口",
            sheet ->
                sheet
                    .row(1, 2002, null, null, null, 2001)
                    .row(2, null, null, null, null, null, "单位：万元人民币")
                    .row(
                        3,
                        "\u00a0进口原产国（地）出口最终目的国（地）",
                        "出口",
                        null,
                        "累计比去年同期±％",
                        "出口",
                        null,
                        "累计比去年同期±％")
                    .row(4, "", "")
                    .row(5, null, "11月", "1至11月", "出口", "11月", "1至11月", "出口")
                    .merge("A1:D1", "E1:G1", "F2:G2", "A3:A4", "B3:C4", "D3:D4", "E3:F4", "G3:G4")
                    .row(6, "总值", "2,500\u00a0", "20,000\u00a0", 6.5, "2,000\u00a0", "-", "-")
                    .row(7, "美国", "500\u00a0", "4,000\u00a0", -8, 400, 3500, 1.5));

    assertThat(NationalTables.dispositions(accepted, "出口")).isEqualTo("HEADER 1-5, DATA 6-7");
    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "出口!B6 exports 000000 2002-11 level _T = 25000000 yuan",
            "出口!C6 exports 000000 2002-01/2002-11 level _T = 200000000 yuan",
            "出口!D6 exports 000000 2002-01/2002-11 ytd_yoy _T = 6.5 percent",
            "出口!E6 exports 000000 2001-11 level _T = 20000000 yuan",
            "出口!F6 exports 000000 2001-01/2001-11 level _T = - -",
            "出口!G6 exports 000000 2001-01/2001-11 ytd_yoy _T = - -",
            "出口!B7 exports 000000 2002-11 level USA = 5000000 yuan",
            "出口!C7 exports 000000 2002-01/2002-11 level USA = 40000000 yuan",
            "出口!D7 exports 000000 2002-01/2002-11 ytd_yoy USA = -8 percent",
            "出口!E7 exports 000000 2001-11 level USA = 4000000 yuan",
            "出口!F7 exports 000000 2001-01/2001-11 level USA = 35000000 yuan",
            "出口!G7 exports 000000 2001-01/2001-11 ytd_yoy USA = 1.5 percent");
  }

  @Test
  void monthIsWrittenOnceForSeveralCitiesAndAsABareSerialNumber() throws IOException {
    Accepted accepted =
        macro(
            "新房价指数",
            sheet ->
                sheet
                    .row(1, "日期", "城市", "新建商品住宅价格指数", null, "二手住宅价格指数")
                    .row(2, null, null, "环比", "定基", "环比")
                    .merge("A1:A2", "B1:B2", "C1:D1")
                    .row(3, 37288, "北京", 99.5, "-", 98)
                    .row(4, null, "上海", 100.5, "-", 97)
                    .row(5, 37257, "北京", 99, "-", 96));

    assertThat(NationalTables.figures(accepted))
        .containsExactly(
            "新房价指数!C3 new_home_prices 110000 2002-02 mom _T = 99.5 index",
            "新房价指数!D3 new_home_prices 110000 2002-02 fixed_base _T = - -",
            "新房价指数!E3 second_hand_prices 110000 2002-02 mom _T = 98 index",
            "新房价指数!C4 new_home_prices 310000 2002-02 mom _T = 100.5 index",
            "新房价指数!D4 new_home_prices 310000 2002-02 fixed_base _T = - -",
            "新房价指数!E4 second_hand_prices 310000 2002-02 mom _T = 97 index",
            "新房价指数!C5 new_home_prices 110000 2002-01 mom _T = 99 index",
            "新房价指数!D5 new_home_prices 110000 2002-01 fixed_base _T = - -",
            "新房价指数!E5 second_hand_prices 110000 2002-01 mom _T = 96 index");
  }

  @Test
  void workbookOfSeveralShapesIsReadSheetBySheet() throws IOException {
    byte[] content;
    try (Workbook workbook = new XSSFWorkbook()) {
      new Draft(workbook.createSheet("USD-CNY"))
          .row(1, "日期", "收盘", "涨跌幅")
          .row(2, month(2002, 2), 8.2, share(-0.0122));
      new Draft(workbook.createSheet("工业品出厂价格指数(PPI)"))
          .row(1, "月\u00a0份", "当月", "当月同比增长", "累计")
          .row(2, month(2002, 2), 97.5, share(-0.025), 98);
      new Draft(workbook.createSheet("工业增加值增长（没有一月）"))
          .row(1, "月\u00a0份", "同比增长", "累计增长")
          .row(2, month(2002, 2), "-", share(0.059));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      content = out.toByteArray();
    }

    assertThat(NationalTables.figures(NationalTables.read("macro_monthly", content, contracts)))
        .containsExactly(
            "USD-CNY!B2 usd_cny 000000 2002-02 close _T = 8.2 yuan",
            "USD-CNY!C2 usd_cny 000000 2002-02 change _T = -1.22 percent",
            "工业品出厂价格指数(PPI)!B2 ppi 000000 2002-02 level _T = 97.5 index",
            "工业品出厂价格指数(PPI)!C2 ppi 000000 2002-02 yoy _T = -2.5 percent",
            "工业品出厂价格指数(PPI)!D2 ppi 000000 2002-02 cumulative _T = 98 index",
            "工业增加值增长（没有一月）!B2 industrial_value_added 000000 2002-02 yoy _T = - -",
            "工业增加值增长（没有一月）!C2 industrial_value_added 000000 2002-02 ytd_yoy _T = 5.9 percent");
  }

  private static byte[] flash(String sheet, String title) throws IOException {
    return bytes(
        new XSSFWorkbook(),
        sheet,
        draft ->
            draft
                .row(1, title)
                .merge("A1:C1")
                .row(2, "指标", "当月(亿元)", "同比增长(%)")
                .row(3, "月度社会消费品零售总额", 40.5, 5.5));
  }

  @ParameterizedTest(name = "sheet {0}, title {1}: {2}")
  @CsvSource({
    "Sheet1, 2020年9月主要经济指标, 2020-09",
    "2020年9月, 主要经济指标, 2020-09",
    "Sheet1, 全国二〇二〇年九月主要经济指标, 2020-09",
    "Sheet1, 2020年1-9月主要经济指标, 2020-01/2020-09",
    "Sheet1, 主要经济指标（2020年前三季度）, 2020-01/2020-09",
    "9月, 2020年度主要经济指标, 2020",
  })
  void titleOrSheetNamesThePeriod(String sheet, String title, String period) throws IOException {
    Accepted accepted = NationalTables.read("monthly_flash", flash(sheet, title), contracts);

    assertThat(accepted.records())
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.values()).containsEntry("period", period));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"主要经济指标", "2020年8月、2020年9月主要经济指标", "主要经济指标（1990-2021）"})
  void tableWithoutOnePeriodIsHeldBack(String title) throws IOException {
    WholeFile outcome =
        WholeFile.read(
            "市统计局",
            "monthly_flash",
            LocalDate.of(2020, 11, 1),
            "文件",
            flash("Sheet1", title),
            contracts);

    Accepted accepted = (Accepted) outcome;
    assertThat(accepted.count(ConformedRow.Outcome.QUARANTINED)).isEqualTo(2);
    assertThat(accepted.cellProblems())
        .extracting(p -> p.checkId() + " " + p.reasonZh())
        .containsExactly("required 标题和工作表名称中未写明“时期”");
  }
}
