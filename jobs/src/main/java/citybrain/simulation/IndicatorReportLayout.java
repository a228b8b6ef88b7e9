package citybrain.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The bureau's own form: merged title, merged line naming the sender, header, a merged heading
 * before each section, footnotes. A value that is not reported is a dash.
 */
record IndicatorReportLayout(String sheet) implements TableLayout {
  /** The column whose change opens a section. */
  static final String SECTION = "分类";

  static final String MISSING = "—";

  /** Other text in an amount column is a planted fault and is written as text. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private static final int SECTION_COLUMN = 1;
  private static final int HEADER_ROW = 2;
  private static final List<String> SECTION_NUMBERS = List.of("一", "二", "三", "四", "五", "六");
  private static final List<String> FOOTNOTES =
      List.of("注：1. 本表为模拟数据，不代表任何实际情况。", "2. “—”表示未报送。以前年度数据如有订正，以最近一次报送为准。");

  @Override
  public int rowNumber(ExtractTable table, int index) {
    return HEADER_ROW + 2 + index + sectionsUpTo(table, index);
  }

  @Override
  public void write(ExtractTable table, Path file) throws IOException {
    int lastColumn = table.fields().size() - 1;
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Sheet out = workbook.createSheet(sheet);
      writeMerged(out, 0, "青岛市职业教育提质培优指标完成情况表（模拟数据）", lastColumn);
      writeMerged(out, 1, "填报单位：市教育局", lastColumn);
      Row header = out.createRow(HEADER_ROW);
      for (int column = 0; column <= lastColumn; column++) {
        header.createCell(column).setCellValue(table.fields().get(column).name());
      }
      for (int index = 0; index < table.rows().size(); index++) {
        int row = rowNumber(table, index) - 1;
        if (opensSection(table, index)) {
          String number = SECTION_NUMBERS.get(sectionsUpTo(table, index) - 1);
          writeMerged(out, row - 1, number + "、" + section(table, index), lastColumn);
        }
        writeCells(out.createRow(row), table.fields(), table.rows().get(index));
      }
      int next = rowNumber(table, table.rows().size() - 1) + 1;
      for (String footnote : FOOTNOTES) {
        writeMerged(out, next++, footnote, lastColumn);
      }
      WorkbookFile.write(workbook, file, table.deliveredOn());
    }
  }

  private static void writeCells(Row row, List<Field> fields, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      String text = cells.get(column);
      boolean isAmount = fields.get(column).kind() == Field.Kind.AMOUNT;
      if (isAmount && NUMBER.matcher(text).matches()) {
        row.createCell(column).setCellValue(Double.parseDouble(text));
      } else if (isAmount && text.isEmpty()) {
        row.createCell(column).setCellValue(MISSING);
      } else if (!text.isEmpty()) {
        row.createCell(column).setCellValue(text);
      }
    }
  }

  /** Headings that stand above data row {@code index}. */
  private static int sectionsUpTo(ExtractTable table, int index) {
    int sections = 0;
    for (int i = 0; i <= index; i++) {
      if (opensSection(table, i)) {
        sections++;
      }
    }
    return sections;
  }

  private static boolean opensSection(ExtractTable table, int index) {
    return index == 0 || !section(table, index).equals(section(table, index - 1));
  }

  private static String section(ExtractTable table, int index) {
    return table.rows().get(index).get(SECTION_COLUMN);
  }

  private static void writeMerged(Sheet sheet, int row, String text, int lastColumn) {
    sheet.createRow(row).createCell(0).setCellValue(text);
    sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
  }
}
