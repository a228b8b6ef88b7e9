package citybrain.serving.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class CorrectionWorkbookTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final LocalDate DAY = LocalDate.of(2020, 9, 7);
  private static final String FUND = "救助基金运行管理机构";
  private static final List<String> HEADER = List.of("拨付编号", "申请编号", "拨付日期", "拨付金额(元)", "收款单位");

  private static Delivery delivery(String department, String extract, String name) {
    return new Delivery(
        department,
        extract,
        null,
        DAY,
        department + "/" + extract + "/" + DAY + "/" + name,
        "ab".repeat(32),
        "loaded",
        null);
  }

  private static final Delivery PAYMENTS = delivery(FUND, "relief_payments", "拨付.csv");

  private static ReportedProblem problem(int row, String column, String value, boolean isError) {
    return new ReportedProblem(
        "", row, null, column, value, "type.date", isError, "“" + value + "”不是存在的日期", "改为实际日期");
  }

  private static CopyRow row(
      int row, String disposition, List<String> cells, ReportedProblem... p) {
    return new CopyRow("", row, cells, List.of(), disposition, List.of(p));
  }

  private static byte[] copy(Delivery delivery, boolean isExcerpt, List<CopyRow> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<ReportedProblem> problems = rows.stream().flatMap(r -> r.problems().stream()).toList();
    try (CorrectionWorkbook workbook =
        new CorrectionWorkbook(
            delivery,
            CONTRACTS.extract(delivery.department(), delivery.extract()).orElse(null),
            isExcerpt)) {
      rows.forEach(workbook::add);
      workbook.write(problems, problems.size(), out);
    }
    return out.toByteArray();
  }

  private static XSSFWorkbook opened(byte[] copy) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(copy));
  }

  private static Cell cell(Sheet sheet, String address) {
    CellReference place = new CellReference(address);
    return sheet.getRow(place.getRow()).getCell(place.getCol());
  }

  /** Types over a cell: the library leaves an inline text as it was when it is only set. */
  private static void correct(Sheet sheet, String address, String value) {
    CellReference place = new CellReference(address);
    sheet.getRow(place.getRow()).createCell(place.getCol()).setCellValue(value);
  }

  private static String fill(Cell cell) {
    XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
    return style.getFillPattern() == FillPatternType.NO_FILL
        ? ""
        : style.getFillForegroundColorColor().getARGBHex();
  }

  /** The same bytes read as an original and as a delivery of their own. */
  private static WholeFile read(Delivery delivery, byte[] content) {
    return WholeFile.read(
        delivery.department(), delivery.extract(), DAY.plusDays(1), "x", content, CONTRACTS);
  }

  /** Rows as bronze would have them, without a problem. */
  private static List<CopyRow> rows(WholeFile.Accepted outcome) {
    return outcome.rows().stream()
        .map(
            r ->
                new CopyRow(
                    r.sheet(),
                    r.row(),
                    r.cells(),
                    r.merged(),
                    r.disposition().name().toLowerCase(Locale.ROOT),
                    List.of()))
        .toList();
  }

  @Test
  void markedCellsStandWhereTheyStoodAndSayWhatIsWrong() throws IOException {
    byte[] copy =
        copy(
            PAYMENTS,
            false,
            List.of(
                row(1, "header", HEADER),
                row(2, "data", List.of("BF1", "JZ1", "2020-09-01", "1200.5", "医院")),
                row(
                    3,
                    "data",
                    List.of("BF2", "JZ2", "2020-09-31", "-5", "=cmd"),
                    problem(3, "拨付日期", "2020-09-31", true),
                    problem(3, "拨付金额(元)", "-5", false)),
                row(4, "data", List.of("BF3", "", "2020-09-02"), problem(4, "收款单位", "", true)),
                row(5, "data", List.of("BF4", "JZ4"), problem(5, "拨付编号、申请编号", "BF4", true))));

    try (XSSFWorkbook workbook = opened(copy)) {
      assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("更正说明");
      Sheet data = workbook.getSheet("数据");
      assertThat(cell(data, "D2").getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(cell(data, "D3").getNumericCellValue()).as("numbers untouched").isEqualTo(-5);
      assertThat(cell(data, "E3").getStringCellValue()).isEqualTo("'=cmd");
      assertThat(((XSSFCellStyle) cell(data, "E3").getCellStyle()).getQuotePrefixed()).isTrue();
      assertThat(fill(cell(data, "C3"))).as("error").isEqualTo("FFFFC7CE");
      assertThat(fill(cell(data, "D3"))).as("warning").isEqualTo("FFFFEB9C");
      assertThat(fill(cell(data, "E4"))).as("a cell that was not there").isEqualTo("FFFFC7CE");
      assertThat(fill(cell(data, "A5"))).as("a whole row").isEqualTo("FFFFC7CE");
      assertThat(fill(cell(data, "C2"))).isEmpty();
      assertThat(cell(data, "C3").getCellComment().getString().getString())
          .isEqualTo(
              "【错误】“2020-09-31”不是存在的日期\n【怎么改】改为实际日期\n"
                  + "【依据】检查 type.date，数据合同 schemas/extracts/救助基金运行管理机构/relief_payments.yaml");
      assertThat(data.getCellComments()).hasSize(4);
      Sheet note = workbook.getSheetAt(0);
      List<String> links = note.getHyperlinkList().stream().map(link -> link.getAddress()).toList();
      assertThat(links).containsExactly("'数据'!C3", "'数据'!D3", "'数据'!E4", "'数据'!A5");
    }
  }

  @Test
  void aliasOfAHeaderIsFoundFromItsFirstDay() throws IOException {
    Delivery monthly = delivery("市统计局", "stat_monthly", "月报.csv");
    byte[] copy =
        copy(
            monthly,
            false,
            List.of(
                row(1, "header", List.of("指标名称", "地区", "时期", "计量单位", "当期值")),
                row(
                    2,
                    "data",
                    List.of("出口总额", "青岛市", "2020年8月", "斤", "1"),
                    problem(2, "单位", "斤", true))));
    try (XSSFWorkbook workbook = opened(copy)) {
      assertThat(fill(cell(workbook.getSheet("数据"), "D2"))).isEqualTo("FFFFC7CE");
    }
  }

  @Test
  void copyOfATextFileIsReadAsTheFileWas() throws IOException {
    String csv =
        String.join(",", HEADER)
            + "\r\nBF1,JZ1,2020-09-01,1200.50,\"第一行\r\n第二行\"\r\n007,370202199001011234,2020-09-02,800,＝医院\r\n"
            + "BF3,JZ3,20200903,\"1,200\",-\r\n";
    byte[] original = ("\uFEFF" + csv).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    WholeFile.Accepted read = (WholeFile.Accepted) read(PAYMENTS, original);
    assertThat(read.count(citybrain.intake.reading.ConformedRow.Outcome.QUARANTINED)).isOne();

    WholeFile again = read(PAYMENTS, copy(PAYMENTS, false, rows(read)));

    assertThat(again).isInstanceOf(WholeFile.Accepted.class);
    assertThat(values((WholeFile.Accepted) again)).isEqualTo(values(read));
  }

  private static List<String> values(WholeFile.Accepted outcome) {
    return outcome.records().stream()
        .map(r -> r.row() + " " + r.outcome() + " " + new java.util.TreeMap<>(r.values()))
        .toList();
  }

  @Test
  void copyOfAPrintedTableKeepsItsMergedCellsAndIsReadAsTheTableWas() throws IOException {
    byte[] original;
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("全国");
      Object[][] cells = {
        {"社会消费品零售总额（月度）"},
        {},
        {"年份", "时期", "社会消费品零售总额", ""},
        {"", "", "当期值", "同比增长"},
        {"", "单位", "亿元", "%"},
        {"2011年", "11月", 16128.9, 17.3},
        {"", "12月", 17739.7, "…"},
        {"2012年", "1-2月", 33668.6, 14.7},
        {"", "3月", 15650.2, "-"},
        {},
        {"注：自2012年起1月与2月数据合并公布。"}
      };
      for (int i = 0; i < cells.length; i++) {
        for (int j = 0; j < cells[i].length; j++) {
          Cell cell = (j == 0 ? sheet.createRow(i) : sheet.getRow(i)).createCell(j);
          if (cells[i][j] instanceof Double number) {
            cell.setCellValue(number);
          } else {
            cell.setCellValue((String) cells[i][j]);
          }
        }
      }
      Stream.of("A1:D1", "A3:A4", "B3:B4", "C3:D3", "A6:A7", "A8:A9", "A11:D11")
          .forEach(range -> sheet.addMergedRegion(CellRangeAddress.valueOf(range)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      original = out.toByteArray();
    }
    Delivery monthly = delivery("市统计局", "stat_monthly", "月报.xls");
    WholeFile.Accepted read = (WholeFile.Accepted) read(monthly, original);
    assertThat(read.records()).hasSize(4);

    byte[] copy = copy(monthly, false, rows(read));
    WholeFile.Accepted again = (WholeFile.Accepted) read(monthly, copy);

    assertThat(values(again)).isEqualTo(values(read));
    try (XSSFWorkbook workbook = opened(copy)) {
      assertThat(workbook.getSheet("全国").getMergedRegions()).hasSize(7);
    }
  }

  @Test
  void markOfARowIsNotHiddenUnderAMergedCell() throws IOException {
    Delivery monthly = delivery("市统计局", "stat_monthly", "月报.xls");
    ReportedProblem whole =
        new ReportedProblem("全国", 3, null, "时期", "", "key.conflict", true, "重复", "只留一条");
    byte[] copy =
        copy(
            monthly,
            false,
            List.of(
                new CopyRow("全国", 2, List.of("2011年", "11月"), List.of("A2:A3"), "data", List.of()),
                new CopyRow("全国", 3, List.of("", "12月"), List.of(), "data", List.of(whole))));
    try (XSSFWorkbook workbook = opened(copy)) {
      assertThat(fill(cell(workbook.getSheet("全国"), "B3"))).isEqualTo("FFFFC7CE");
      assertThat(cell(workbook.getSheet("全国"), "B3").getCellComment()).isNotNull();
      assertThat(workbook.getSheetAt(0).getHyperlinkList().get(0).getAddress())
          .isEqualTo("'全国'!B3");
    }
  }

  @Test
  void copyOfACopyHasOneSheetOfNotes() throws IOException {
    List<CopyRow> rows =
        List.of(
            row(1, "header", HEADER),
            row(
                2,
                "data",
                List.of("BF1", "JZ1", "2020-09-31", "1", "医院"),
                problem(2, "拨付日期", "", true)));
    byte[] copy = copy(PAYMENTS, false, rows);
    WholeFile.Accepted delivered = (WholeFile.Accepted) readAnyway(copy);
    assertThat(delivered.rows()).anyMatch(r -> r.sheet().equals("更正说明"));

    try (XSSFWorkbook workbook = opened(copy(PAYMENTS, false, rows(delivered)))) {
      assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
          .containsExactly("更正说明", "数据");
    }
  }

  /** One bad cell of two would refuse the file: the good one is made the rule. */
  private static WholeFile readAnyway(byte[] copy) throws IOException {
    try (XSSFWorkbook workbook = opened(copy)) {
      correct(workbook.getSheet("数据"), "C2", "2020-09-30");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return read(PAYMENTS, out.toByteArray());
    }
  }

  @Test
  void sheetOfTheDepartmentWithOurNameIsKept() throws IOException {
    CopyRow theirs = new CopyRow("更正说明", 1, List.of("本月口径调整"), List.of(), "unread", List.of());
    try (XSSFWorkbook workbook = opened(copy(PAYMENTS, false, List.of(theirs)))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
      assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
          .isEqualTo(NoteSheet.TITLE);
      assertThat(workbook.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("本月口径调整");
    }
  }

  @Test
  void refusedFileIsSaidFirstAndNoReaderTakesTheNotesForATable() throws IOException {
    Delivery refused =
        new Delivery(
            FUND,
            "relief_payments",
            null,
            DAY,
            FUND + "/relief_payments/" + DAY + "/x.csv",
            "ab",
            "refused",
            "SCHEMA_MISMATCH: x.csv does not fit y.yaml: column 拨付金额(元) is missing (found 拨付额) in the header"
                + " of row 1. Nothing was loaded. Correct the extract.");
    ReportedProblem whole =
        new ReportedProblem(
            "",
            1,
            null,
            "",
            "",
            "SCHEMA_MISMATCH",
            true,
            java.util.Objects.requireNonNull(refused.reason()),
            "按数据合同改正");
    byte[] copy = copy(refused, false, List.of(row(1, "unread", List.of("拨付编号", "拨付额"), whole)));

    try (XSSFWorkbook workbook = opened(copy)) {
      List<String> notes =
          IntStream.rangeClosed(0, workbook.getSheetAt(0).getLastRowNum())
              .mapToObj(workbook.getSheetAt(0)::getRow)
              .filter(r -> r != null && r.getCell(0) != null)
              .map(r -> r.getCell(0).getStringCellValue())
              .toList();
      assertThat(notes).contains("★ 该文件未被接收，其中的数据都没有入库：文件的表头、列数或数据类型与数据合同不符。", "　　· 缺少列“拨付金额(元)”");
      assertThat(workbook.getSheet("数据").getCellComments()).isEmpty();
    }
  }

  @Test
  void notesHoldNoHeaderOfAnyContractWhateverIsListed() throws IOException {
    // One problem per header of every extract, with headers for values: the worst list of notes.
    for (var contract : CONTRACTS.extracts()) {
      List<ReportedProblem> problems =
          contract.layouts().stream()
              .flatMap(layout -> layout.columns().stream())
              .map(
                  c ->
                      new ReportedProblem(
                          "", 2, null, c.header(), c.header(), "x", true, c.header(), c.header()))
              .toList();
      Delivery delivery = delivery(contract.department(), contract.name(), "a.csv");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (CorrectionWorkbook workbook = new CorrectionWorkbook(delivery, contract, false)) {
        workbook.write(problems, problems.size(), out);
      }
      WholeFile outcome = read(delivery, out.toByteArray());
      assertThat(outcome)
          .isInstanceOfSatisfying(
              WholeFile.Refused.class,
              refused ->
                  assertThat(refused.problem().toString())
                      .contains("SCHEMA_MISMATCH", "no row has any of its headers"));
    }
  }

  @Test
  void whatNoSheetCanHoldIsLeftOutAndSaid() throws IOException {
    byte[] copy =
        copy(
            PAYMENTS,
            false,
            List.of(
                row(1, "header", HEADER),
                row(2, "data", Collections.nCopies(16_385, "x")),
                row(3, "data", List.of("长".repeat(32_768)), problem(3, "拨付编号", "", true)),
                row(4, "data", List.of("BF4")),
                row(1_048_577, "data", List.of("BF5"))));
    try (XSSFWorkbook workbook = opened(copy)) {
      Sheet data = workbook.getSheet("数据");
      assertThat(data.getLastRowNum()).isEqualTo(3);
      assertThat(data.getRow(1)).isNull();
      String notes = texts(workbook.getSheetAt(0));
      assertThat(notes)
          .contains(
              "以下3行电子表格放不下", "第2行：共16385列", "第3行：第1列的文字超过32767个字符", "第1048577行：超出工作表的最大行数1048576");
    }
  }

  private static String texts(Sheet sheet) {
    StringBuilder texts = new StringBuilder();
    sheet.forEach(r -> r.forEach(c -> texts.append(c.getStringCellValue()).append('\n')));
    return texts.toString();
  }

  @Test
  void largeDeliveryIsGivenBackAsItsBadRowsAndTheseAreReadAlone() throws IOException {
    byte[] copy =
        copy(
            PAYMENTS,
            true,
            List.of(
                row(1, "header", HEADER),
                row(
                    500_000,
                    "data",
                    List.of("BF2", "JZ2", "2020-09-31", "5", "医院"),
                    problem(500_000, "拨付日期", "2020-09-31", true)),
                row(
                    1_500_000,
                    "data",
                    List.of("BF3", "JZ3", "2020-09-02", "-5", "医院"),
                    problem(1_500_000, "拨付金额(元)", "-5", true))));
    try (XSSFWorkbook workbook = opened(copy)) {
      Sheet data = workbook.getSheet("数据");
      assertThat(cell(data, "A1").getStringCellValue()).isEqualTo("原行号");
      assertThat(cell(data, "A2").getNumericCellValue()).isEqualTo(500_000);
      assertThat(cell(data, "A3").getNumericCellValue()).isEqualTo(1_500_000);
      assertThat(fill(cell(data, "D2"))).isEqualTo("FFFFC7CE");
      assertThat(fill(cell(data, "E3"))).isEqualTo("FFFFC7CE");
      assertThat(texts(workbook.getSheetAt(0))).contains("原行号");
      assertThat(workbook.getSheetAt(0).getHyperlinkList().get(1).getAddress())
          .isEqualTo("'数据'!E3");
      correct(data, "D2", "2020-09-30");
      correct(data, "E3", "5");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      WholeFile.Accepted corrected = (WholeFile.Accepted) read(PAYMENTS, out.toByteArray());
      assertThat(values(corrected))
          .containsExactly(
              "2 ACCEPTED {amount=5, application_id=JZ2, paid_on=2020-09-30, payee=医院, payment_id=BF2}",
              "3 ACCEPTED {amount=5, application_id=JZ3, paid_on=2020-09-02, payee=医院, payment_id=BF3}");
    }
  }

  @Test
  void controlCharactersAndEscapesComeBackAsTheyWent() throws IOException {
    List<String> cells =
        List.of("a\u0001b", "_x0041_", "a\r\nb", " 前后 ", "\uD83D\uDE00", "a\uFFFFb");
    try (XSSFWorkbook workbook = opened(copy(PAYMENTS, false, List.of(row(1, "data", cells))))) {
      assertThat(
              IntStream.range(0, cells.size())
                  .mapToObj(workbook.getSheet("数据").getRow(0)::getCell)
                  .map(Cell::getStringCellValue))
          .containsExactlyElementsOf(cells);
    }
  }

  @Test
  void namesOfSheetsAreThoseAWorkbookAllows() throws IOException {
    List<String> names =
        List.of("a/b:c*?[d]\\e", "账单/2020-01.csv", "x".repeat(40), "x".repeat(41), "'q'", "更正说明");
    List<CopyRow> rows =
        names.stream()
            .map(n -> new CopyRow(n, 1, List.of("t"), List.of(), "unread", List.of()))
            .toList();
    try (XSSFWorkbook workbook = opened(copy(PAYMENTS, false, rows))) {
      assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
          .containsExactly(
              "更正说明",
              "a_b_c___d__e",
              "账单_2020-01.csv",
              "x".repeat(31),
              "x".repeat(28) + "(2)",
              "_q_",
              "更正说明(2)");
    }
  }
}
