package citybrain.simulation.delivery;

import citybrain.contract.ContractColumn;
import citybrain.contract.DeliveryForm.Format;
import citybrain.contract.Layout.Place;
import citybrain.contract.UnitSource;
import citybrain.period.Period;
import citybrain.simulation.file.WorkbookFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A table made for print, .xlsx or .xls: merged title, a line naming who reports, headers over one
 * or two rows with merged cells, a row of units, sections, sub-totals, a total, notes.
 *
 * <p>An .xlsx goes to disk row by row; an .xls is held in memory, and its format ends at 65,536
 * rows.
 */
final class PrintWriter implements TableWriter {
  private static final int ROWS_IN_MEMORY = 100;
  private static final int LONGEST_SHEET_NAME = 31;
  private static final String SUBTOTAL = "小计";
  private static final String TOTAL = "合计";
  private static final List<String> SECTION_NUMBERS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

  private final PaperTable table;
  private final Path path;
  private final List<PaperColumn> columns;
  private final int[] positions;
  private final Workbook workbook;
  private final Sheet sheet;
  private final SheetCells cells;
  private final int lastColumn;
  private int next;

  private String section = "";
  private int sections;
  private @Nullable String subtotalValue;
  private final Map<Integer, BigDecimal> subtotals = new HashMap<>();
  private final Map<Integer, BigDecimal> totals = new HashMap<>();

  /**
   * Columns whose equal texts one below another are one merged cell, with the row they began in.
   */
  private final Map<Integer, Run> runs = new HashMap<>();

  private record Run(String text, int firstRow) {}

  PrintWriter(PaperTable table, Path path, List<PaperColumn> columns) {
    this.table = table;
    this.path = path;
    this.columns = columns;
    this.positions = table.positions(columns);
    this.workbook =
        table.form().format() == Format.XLS
            ? new HSSFWorkbook()
            : new SXSSFWorkbook(ROWS_IN_MEMORY);
    this.sheet = workbook.createSheet(sheetName());
    this.cells = new SheetCells(workbook, false);
    this.lastColumn = columns.size() - 1;
    for (ContractColumn column : table.layout().columns()) {
      int year = column.yearFrom() == null ? -1 : position(column.yearFrom());
      if (year >= 0) {
        runs.put(year, new Run("", -1));
      }
    }
  }

  private String sheetName() {
    String heading = headingNames();
    String name = heading.isEmpty() ? table.titleZh() : heading;
    String plain = name.replaceAll("[\\[\\]:*?/\\\\]", "");
    return plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME));
  }

  private String headingNames() {
    return table.layout().at(Place.HEADING).stream()
        .map(column -> table.headingText(column))
        .collect(Collectors.joining());
  }

  private int position(String columnName) {
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isMeasure() && columns.get(i).name().equals(columnName)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void begin(String part) {
    String heading = headingNames();
    merged((heading.isEmpty() ? "青岛市" : heading) + table.titleZh() + "（模拟数据）");
    Period period = table.delivery().period();
    String about = period == null ? "" : "　　" + table.hand().period(period);
    merged("填报单位：" + table.contract().department() + about);
    if (table.hasMeasures()) {
      measureHeader();
    } else {
      listHeader();
    }
  }

  private boolean hasSoleMeasure() {
    return table.layout().at(Place.BELOW_ACROSS).size() == 1;
  }

  private void measureHeader() {
    int top = next++;
    Row upper = sheet.createRow(top);
    Row lower = hasSoleMeasure() ? upper : sheet.createRow(next++);
    List<String> units = unitRow();
    for (int i = 0; i <= lastColumn; i++) {
      PaperColumn column = columns.get(i);
      if (!column.isMeasure()) {
        upper.createCell(i).setCellValue(column.header() + bracketed(column.unit()));
        if (lower != upper) {
          sheet.addMergedRegionUnsafe(new CellRangeAddress(top, top + 1, i, i));
        }
      } else if (lower == upper) {
        upper.createCell(i).setCellValue(column.acrossText());
      } else {
        mergedAbove(upper, i);
        String unit = units.isEmpty() ? bracketed(column.unit()) : "";
        lower.createCell(i).setCellValue(column.header() + unit);
      }
    }
    if (!units.isEmpty()) {
      Row row = sheet.createRow(next++);
      for (int i = 0; i <= lastColumn; i++) {
        if (!units.get(i).isEmpty()) {
          row.createCell(i).setCellValue(units.get(i));
        }
      }
    }
  }

  /** The value across stands once, merged over the figures below it. */
  private void mergedAbove(Row upper, int position) {
    String across = columns.get(position).across();
    boolean isFirst =
        position == 0 || !String.valueOf(across).equals(columns.get(position - 1).across());
    if (isFirst) {
      upper.createCell(position).setCellValue(columns.get(position).acrossText());
      int last = position;
      while (last < lastColumn && String.valueOf(across).equals(columns.get(last + 1).across())) {
        last++;
      }
      if (last > position) {
        sheet.addMergedRegionUnsafe(
            new CellRangeAddress(upper.getRowNum(), upper.getRowNum(), position, last));
      }
    }
  }

  /** A unit below every figure's header; empty when no unit is stated in the header. */
  private List<String> unitRow() {
    boolean isStated = columns.stream().anyMatch(c -> c.isMeasure() && !c.unit().isEmpty());
    if (!isStated) {
      return List.of();
    }
    List<String> units = new ArrayList<>();
    for (PaperColumn column : columns) {
      UnitSource source = column.column().unit();
      String unit = column.unit();
      if (source != null && source.place() == UnitSource.Place.FIXED) {
        unit = source.text();
      }
      if (column.isMeasure() && unit.isEmpty()) {
        return List.of();
      }
      units.add(column.isMeasure() ? unit : "");
    }
    return units;
  }

  /** Two rows: what the columns are about, merged, and their headers. */
  private void listHeader() {
    int firstFigure = 0;
    while (firstFigure <= lastColumn && !columns.get(firstFigure).isNumber()) {
      firstFigure++;
    }
    if (firstFigure >= 2 && firstFigure < lastColumn) {
      Row groups = sheet.createRow(next);
      groups.createCell(0).setCellValue("基本情况");
      sheet.addMergedRegionUnsafe(new CellRangeAddress(next, next, 0, firstFigure - 1));
      groups.createCell(firstFigure).setCellValue("数据");
      sheet.addMergedRegionUnsafe(new CellRangeAddress(next, next, firstFigure, lastColumn));
      next++;
    }
    Row header = sheet.createRow(next++);
    for (int i = 0; i <= lastColumn; i++) {
      PaperColumn column = columns.get(i);
      header.createCell(i).setCellValue(column.header() + bracketed(column.unit()));
    }
  }

  private static String bracketed(String unit) {
    return unit.isEmpty() ? "" : "（" + unit + "）";
  }

  @Override
  public String sheet() {
    return sheet.getSheetName();
  }

  @Override
  public int write(PaperRow row) {
    subtotalBefore(row);
    sectionBefore(row);
    Row out = sheet.createRow(next);
    for (int i = 0; i <= lastColumn; i++) {
      int index = positions[i];
      String text = row.texts().get(index);
      if (!isContinued(i, text)) {
        cells.write(out, i, columns.get(i), text, row.isAsMeant(index));
      }
      String canonical = row.canonical().get(index);
      if (canonical != null && columns.get(i).isSummable()) {
        subtotals.merge(i, new BigDecimal(canonical), BigDecimal::add);
        totals.merge(i, new BigDecimal(canonical), BigDecimal::add);
      }
    }
    return ++next;
  }

  /** Whether the text is that of the merged cell above. */
  private boolean isContinued(int position, String text) {
    Run run = runs.get(position);
    if (run == null) {
      return false;
    }
    if (run.text().equals(text) && run.firstRow() >= 0) {
      return true;
    }
    endRun(position);
    runs.put(position, new Run(text, next));
    return false;
  }

  private void endRuns() {
    for (int position : List.copyOf(runs.keySet())) {
      endRun(position);
      runs.put(position, new Run("", -1));
    }
  }

  private void endRun(int position) {
    Run run = runs.get(position);
    if (run != null && run.firstRow() >= 0 && next - 1 > run.firstRow()) {
      sheet.addMergedRegionUnsafe(
          new CellRangeAddress(run.firstRow(), next - 1, position, position));
    }
  }

  private void sectionBefore(PaperRow row) {
    String column = table.delivery().sectionColumn();
    if (column.isEmpty()) {
      return;
    }
    String value = row.texts().get(table.indexOf(column));
    if (!value.equals(section)) {
      section = value;
      endRuns();
      String number = sections < SECTION_NUMBERS.size() ? SECTION_NUMBERS.get(sections) + "、" : "";
      sections++;
      merged(number + value);
    }
  }

  private void subtotalBefore(PaperRow row) {
    String column = table.delivery().subtotalColumn();
    if (column.isEmpty()) {
      return;
    }
    String value = String.valueOf(row.canonical().get(table.indexOf(column)));
    if (subtotalValue != null && !value.equals(subtotalValue)) {
      sums(SUBTOTAL, subtotals);
    }
    subtotalValue = value;
  }

  private void sums(String word, Map<Integer, BigDecimal> sums) {
    endRuns();
    Row row = sheet.createRow(next++);
    row.createCell(totalColumn()).setCellValue(word);
    sums.forEach((position, sum) -> row.createCell(position).setCellValue(sum.doubleValue()));
    sums.clear();
  }

  /** Where the word of a total stands: the first key below its own header. */
  private int totalColumn() {
    for (int i = 0; i <= lastColumn; i++) {
      ContractColumn column = columns.get(i).column();
      boolean isWord = column.isKey() || column.isHeaderOptional();
      if (isWord && !columns.get(i).isMeasure() && !columns.get(i).isNumber()) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        table.contract().path() + " has no key column to write a total beside");
  }

  @Override
  public void end() throws IOException {
    if (subtotalValue != null) {
      sums(SUBTOTAL, subtotals);
    }
    if (table.delivery().isTotalled() && !totals.isEmpty()) {
      sums(TOTAL, totals);
    }
    endRuns();
    next++;
    merged("注1：本表为模拟数据，不代表任何实际情况。");
    merged("注2：“—”表示未报送或无数据；以前数据如有订正，以最近一次报送为准。");
    merged("资料来源：" + table.contract().department());
    if (workbook instanceof HSSFWorkbook biff8) {
      WorkbookFile.write(biff8, path);
    } else {
      WorkbookFile.write((SXSSFWorkbook) workbook, path, table.deliveredOn());
    }
  }

  private void merged(String text) {
    sheet.createRow(next).createCell(0).setCellValue(text);
    if (lastColumn > 0) {
      sheet.addMergedRegionUnsafe(new CellRangeAddress(next, next, 0, lastColumn));
    }
    next++;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
