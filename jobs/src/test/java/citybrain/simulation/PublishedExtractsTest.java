package citybrain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedExtractsTest {
  private static final String ANNUAL = "市统计局/stat_annual/2025-03-20/青岛市历年统计资料.xls";
  private static final String RETAIL = "市统计局/stat_monthly/2018-01-20/社会消费品零售总额.xlsx";

  private static Path landing;

  @BeforeAll
  static void writeOnce(@TempDir Path folder) throws IOException {
    landing = folder;
    PublishedExtracts.write(landing);
  }

  @Test
  void writingTwiceGivesEqualBytes(@TempDir Path second) throws IOException {
    PublishedExtracts.write(second);
    assertThat(Fingerprints.of(second)).hasSize(8).isEqualTo(Fingerprints.of(landing));
  }

  @Test
  void noPublishedFileCallsItselfSimulated() throws IOException {
    assertThat(Fingerprints.of(landing).keySet()).noneMatch(name -> name.contains("模拟"));
  }

  @Test
  void annualWorkbookIsBiff8() throws IOException {
    Path file = landing.resolve(ANNUAL);
    assertThat(FileMagic.valueOf(file.toFile())).isEqualTo(FileMagic.OLE2);
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      assertThat(workbook).isInstanceOf(HSSFWorkbook.class);
    }
  }

  @Test
  void annualWorkbookHoldsExactlyThePublishedValues() throws IOException {
    Map<String, Double> published = new HashMap<>();
    for (CSVRecord row : PublishedSeries.QINGDAO_ANNUAL.rows()) {
      published.put(
          row.get("indicator") + " " + row.get("unit") + " " + row.get("year") + "年",
          Double.valueOf(row.get("value")));
    }
    Map<String, Double> written = new HashMap<>();
    try (Workbook workbook = WorkbookFactory.create(landing.resolve(ANNUAL).toFile(), null, true)) {
      Sheet sheet = workbook.getSheet(AnnualWorkbook.SHEET);
      Row header = sheet.getRow(AnnualWorkbook.HEADER_ROW);
      for (int index = AnnualWorkbook.HEADER_ROW + 1; sheet.getRow(index) != null; index++) {
        Row row = sheet.getRow(index);
        String name = row.getCell(0).getStringCellValue().replace("　", "").replace("其中：", "");
        for (int column = AnnualWorkbook.FIRST_YEAR_COLUMN;
            column < row.getLastCellNum();
            column++) {
          if (row.getCell(column).getCellType() == CellType.NUMERIC) {
            String key = name + " " + row.getCell(1) + " " + header.getCell(column);
            written.put(key, row.getCell(column).getNumericCellValue());
          }
        }
      }
    }
    assertThat(written).hasSize(347).isEqualTo(published);
  }

  @ParameterizedTest(name = "{0}: {1} shows {2}")
  @CsvSource({
    "GDP 1990 is not published,                     C4,   —",
    "GDP 2002 (National Bureau of Statistics),      O4,   1518.17",
    "GDP 2024 (National Bureau of Statistics),      AK4,  16719.46",
    "registered population has no figure for 2020,  AG15, ''",
    "a sub-item is indented,                        A10,  　　其中：房地产开发住宅投资额",
    "the unit has its own column,                   B14,  元/平方米",
  })
  void annualCellShowsWhatTheSourcePrints(String what, String cell, String shown)
      throws IOException {
    Path file = landing.resolve(ANNUAL);
    assertThat(WorkbookCells.shown(file, AnnualWorkbook.SHEET, cell)).isEqualTo(shown);
  }

  @ParameterizedTest(name = "{0} shows {1}")
  @CsvSource({
    "A1, '全国社会消费品零售总额（月度，2000—2017年）'",
    "C3, 社会消费品零售总额",
    "D4, 同比增长",
    "C5, 亿元",
    "A6, 2000年",
    "C6, 2962.9",
    "B138, 1月",
    "D138, …",
    "B150, 1-2月",
    "C150, 33668.6",
    "C215, 34734.1",
  })
  void retailCellShowsWhatTheSourcePrints(String cell, String shown) throws IOException {
    assertThat(WorkbookCells.shown(landing.resolve(RETAIL), RetailWorkbook.SHEET, cell))
        .isEqualTo(shown);
  }

  @Test
  void retailWorkbookHoldsExactlyThePublishedValues() throws IOException {
    List<String> published = new ArrayList<>();
    for (CSVRecord row : PublishedSeries.NATIONAL_RETAIL_SALES.rows()) {
      published.add(
          String.join(
              " ",
              row.get("year") + "年",
              row.get("period"),
              number(row.get("value")),
              number(row.get("yoy"))));
    }
    List<String> written = new ArrayList<>();
    try (Workbook workbook = WorkbookFactory.create(landing.resolve(RETAIL).toFile(), null, true)) {
      Sheet sheet = workbook.getSheet(RetailWorkbook.SHEET);
      String year = "";
      for (int index = RetailWorkbook.FIRST_DATA_ROW; sheet.getRow(index) != null; index++) {
        Row row = sheet.getRow(index);
        year = row.getCell(0) == null ? year : row.getCell(0).getStringCellValue();
        written.add(
            String.join(
                " ",
                year,
                row.getCell(1).toString(),
                row.getCell(2).toString(),
                row.getCell(3).toString()));
      }
      assertThat(sheet.getMergedRegions()).hasSize(1 + 3 + 18 + 2);
    }
    assertThat(written).hasSize(210).containsExactlyElementsOf(published);
  }

  @ParameterizedTest(name = "{0}/{1} has {2} rows and holds {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2018-01-20 | 出口总额.csv | 366 | 出口总额,全国,1983年7月,亿美元,18.14,,,,海关总署",
        "2018-01-20 | 规模以上工业增加值增速.csv | 204 | 规模以上工业增加值,全国,2017年1-2月,%,,,6.3,,国家统计局",
        "2018-07-27 | 青岛市经济运行情况.csv | 4 | 地区生产总值,青岛,2018年上半年,亿元,5985.43,,7.6,,\"青岛新闻网,2018-07-27\"",
        "2020-06-24 | 青岛市经济运行情况.csv | 3 | 规模以上工业增加值,青岛,2020年1-5月,%,,,,-4.0,\"半岛网,2020-06-24\"",
        "2020-07-29 | 青岛市经济运行情况.csv | 6 | 第二产业增加值,青岛,2020年上半年,亿元,,,-0.1,,\"网易,2020-07-29\"",
        "2026-03-20 | 青岛市住宅销售价格指数.csv | 45 | 新建商品住宅销售价格指数,青岛,2024年4月,上月=100,99.2,,,,国家统计局",
      })
  void longFormIsGb18030(String day, String name, int rows, String line) throws IOException {
    Path file = landing.resolve("市统计局/stat_monthly").resolve(day).resolve(name);
    String text = Files.readString(file, Charset.forName("GB18030"));
    assertThat(text.split("\r\n")).hasSize(rows + 1).contains(line);
    assertThat(Files.readAllBytes(file)).startsWith(new byte[] {(byte) 0xD6, (byte) 0xB8});
  }

  @Test
  void commaInsideAFieldSurvivesReading() throws IOException {
    Path file = landing.resolve("市统计局/stat_monthly/2018-07-27/青岛市经济运行情况.csv");
    try (CSVParser parser =
        CSVParser.parse(
            file,
            Charset.forName("GB18030"),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      assertThat(parser.getRecords())
          .allSatisfy(row -> assertThat(row.get("数据来源")).isEqualTo("青岛新闻网,2018-07-27"));
    }
  }

  private static String number(String published) {
    return published.isEmpty()
        ? RetailWorkbook.MISSING
        : Double.toString(Double.parseDouble(published));
  }
}
