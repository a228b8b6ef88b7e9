package citybrain.serving.feedback;

import citybrain.contract.ContractRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** One department's scorecard as a workbook: a summary, the months, and what is still open. */
final class ScorecardWorkbook {
  static final String FILE_NAME = "报送质量记分卡.xlsx";

  private static final String NO_FIGURE = "—";
  private static final int WIDTH_UNIT = 256;
  private static final int KEY_WIDTH = 30;
  private static final int FIGURE_WIDTH = 13;

  /** Columns of figures: heading, column of the scorecard, whether it is a share. */
  private enum Figure {
    DUE("应报次数", "deliveries_due", false),
    RECEIVED("已报次数", "deliveries_received", false),
    ON_TIME("按时次数", "deliveries_on_time", false),
    COMPLETENESS("完整率(%)", "completeness", true),
    ON_TIME_SHARE("按时率(%)", "on_time_share", true),
    DELIVERED("报送记录数", "records_delivered", false),
    FIRST_PASS("首次通过记录数", "records_first_pass", false),
    FIRST_PASS_YIELD("首次通过率(%)", "first_pass_yield", true),
    HELD("被退记录数", "records_held", false),
    CORRECTED("已更正记录数", "records_corrected", false),
    DAYS("更正天数(中位数)", "median_days_to_correct", true);

    private final String heading;
    private final String column;
    private final boolean isDecimal;

    Figure(String heading, String column, boolean isDecimal) {
      this.heading = heading;
      this.column = column;
      this.isDecimal = isDecimal;
    }
  }

  private static final List<String> NOTES =
      List.of(
          "完整率 = 已报次数 ÷ 应报次数。应报次数按数据合同规定的周期和截止日计算，自首次报送的时期起，截止日在统计日之后的不计；被整体退回的文件不算已报。",
          "按时率 = 在截止日（含）之前报送的次数 ÷ 应报次数；未报的不算按时。",
          "首次通过率 = 首次报送即入库的记录数 ÷ 报送的记录数；被整体退回的文件，其记录计入报送、不计入通过。",
          "更正天数 = 从记录首次被退到同一主键的记录入库所隔的自然日，取中位数。",
          "“—”表示没有可以计算的数据：没有应报的、没有报送的或没有更正的，不等于0，也不等于100%。",
          "月份为截止日所在月份；没有截止日的报表为报送日期所在月份。");

  private final ContractRegistry contracts;
  private final String department;
  private final LocalDate asOf;

  ScorecardWorkbook(ContractRegistry contracts, String department, LocalDate asOf) {
    this.contracts = contracts;
    this.department = department;
    this.asOf = asOf;
  }

  /**
   * Writes the workbook into a folder and returns where it is.
   *
   * @param total one row or none
   * @param copies of this department
   */
  Path write(
      Path folder,
      List<org.apache.spark.sql.Row> byMonth,
      List<org.apache.spark.sql.Row> byExtract,
      List<org.apache.spark.sql.Row> total,
      List<CorrectionCopies.Copy> copies)
      throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(FILE_NAME);
    Path unfinished = folder.resolve(".unfinished.xlsx");
    try (Workbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(unfinished)) {
      CopyStyles styles = new CopyStyles(workbook);
      summary(workbook.createSheet("汇总"), styles, byExtract, total);
      months(workbook.createSheet("分月"), styles, byMonth);
      open(workbook.createSheet("待更正文件"), styles, folder, copies);
      workbook.write(out);
    }
    return Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
  }

  private void summary(
      Sheet sheet,
      CopyStyles styles,
      List<org.apache.spark.sql.Row> byExtract,
      List<org.apache.spark.sql.Row> total) {
    int next = title(sheet, styles, "报送质量记分卡：" + department);
    headings(sheet.createRow(next++), styles, List.of("报表"));
    for (org.apache.spark.sql.Row row : byExtract) {
      Row target = sheet.createRow(next++);
      target.createCell(0).setCellValue(CellContent.escaped(extract(row.getAs("extract"))));
      figures(target, 1, row, styles);
    }
    for (org.apache.spark.sql.Row row : total) {
      Row target = sheet.createRow(next++);
      target.createCell(0).setCellValue("合计");
      figures(target, 1, row, styles);
    }
    next++;
    CellStyle wrapped = styles.wrapped();
    for (String note : neverDelivered(byExtract)) {
      next = note(sheet, next, note, wrapped);
    }
    for (String note : NOTES) {
      next = note(sheet, next, note, wrapped);
    }
    widths(sheet, 1);
  }

  /** Extracts of which nothing is known have no figures, and must not be overlooked for that. */
  private List<String> neverDelivered(List<org.apache.spark.sql.Row> byExtract) {
    List<String> delivered = byExtract.stream().map(row -> row.<String>getAs("extract")).toList();
    List<String> missing =
        contracts.extracts().stream()
            .filter(contract -> contract.department().equals(department))
            .filter(contract -> !delivered.contains(contract.name()))
            .map(contract -> contract.titleZh() + "（" + contract.name() + "）")
            .toList();
    return missing.isEmpty() ? List.of() : List.of("从未报送：" + String.join("、", missing) + "。");
  }

  private static int note(Sheet sheet, int row, String text, CellStyle style) {
    Cell cell = sheet.createRow(row).createCell(0);
    cell.setCellValue(text);
    cell.setCellStyle(style);
    sheet.addMergedRegion(new CellRangeAddress(row, row, 0, Figure.values().length));
    return row + 1;
  }

  private void months(Sheet sheet, CopyStyles styles, List<org.apache.spark.sql.Row> byMonth) {
    int next = title(sheet, styles, "分报表、分月：" + department);
    headings(sheet.createRow(next++), styles, List.of("报表", "月份"));
    sheet.createFreezePane(2, next);
    for (org.apache.spark.sql.Row row : byMonth) {
      Row target = sheet.createRow(next++);
      target.createCell(0).setCellValue(CellContent.escaped(extract(row.getAs("extract"))));
      target.createCell(1).setCellValue(row.<String>getAs("month"));
      figures(target, 2, row, styles);
    }
    widths(sheet, 2);
  }

  private void open(
      Sheet sheet, CopyStyles styles, Path folder, List<CorrectionCopies.Copy> copies) {
    int next = title(sheet, styles, "待更正文件：" + department);
    Row headings = sheet.createRow(next++);
    List<String> names = List.of("报表", "报送日期", "错误", "需核对", "更正用副本");
    for (int i = 0; i < names.size(); i++) {
      cell(headings, i, names.get(i), styles.columnHeading());
    }
    for (CorrectionCopies.Copy copy : copies) {
      Row row = sheet.createRow(next++);
      row.createCell(0).setCellValue(CellContent.escaped(extract(copy.delivery().extract())));
      row.createCell(1).setCellValue(copy.delivery().deliveredOn().toString());
      row.createCell(2).setCellValue((double) copy.errors());
      row.createCell(3).setCellValue((double) copy.warnings());
      row.createCell(4)
          .setCellValue(CellContent.escaped(folder.relativize(copy.path()).toString()));
    }
    if (copies.isEmpty()) {
      sheet.createRow(next).createCell(0).setCellValue("没有待更正的文件。");
    }
    int[] widths = {KEY_WIDTH, FIGURE_WIDTH, FIGURE_WIDTH, FIGURE_WIDTH, 3 * KEY_WIDTH};
    for (int i = 0; i < widths.length; i++) {
      sheet.setColumnWidth(i, widths[i] * WIDTH_UNIT);
    }
  }

  private int title(Sheet sheet, CopyStyles styles, String text) {
    CopyStyles.printOnePageWide(sheet);
    cell(sheet.createRow(0), 0, CellContent.escaped(text), styles.heading());
    sheet.createRow(1).createCell(0).setCellValue("统计截至 " + asOf);
    return 3;
  }

  private static void headings(Row row, CopyStyles styles, List<String> keys) {
    CellStyle style = styles.columnHeading();
    List<String> names =
        Stream.concat(keys.stream(), Stream.of(Figure.values()).map(figure -> figure.heading))
            .toList();
    for (int i = 0; i < names.size(); i++) {
      cell(row, i, names.get(i), style);
    }
  }

  private static void figures(
      Row target, int first, org.apache.spark.sql.Row row, CopyStyles styles) {
    int next = first;
    for (Figure figure : Figure.values()) {
      Cell cell = target.createCell(next++);
      @Nullable Object value = row.getAs(figure.column);
      if (value == null) {
        cell.setCellValue(NO_FIGURE);
      } else if (figure.isDecimal) {
        cell.setCellValue(((BigDecimal) value).doubleValue());
        cell.setCellStyle(styles.of(CopyStyles.Mark.NONE, "0.0", false));
      } else {
        cell.setCellValue(((Long) value).doubleValue());
      }
    }
  }

  private static void cell(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  private static void widths(Sheet sheet, int keys) {
    for (int i = 0; i < keys + Figure.values().length; i++) {
      sheet.setColumnWidth(i, (i == 0 ? KEY_WIDTH : FIGURE_WIDTH) * WIDTH_UNIT);
    }
  }

  private String extract(String name) {
    return contracts
        .extract(department, name)
        .map(contract -> contract.titleZh() + "（" + name + "）")
        .orElse(Objects.requireNonNull(name));
  }
}
