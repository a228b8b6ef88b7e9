package citybrain.simulation;

import citybrain.simulation.file.WorkbookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * National retail sales as a hand-made workbook: two header rows with merged cells, a unit row, one
 * merged year cell over the rows of a year, footnotes.
 *
 * <p>Units: 亿元 for the level, % for the published growth. Null rule: a missing figure is an
 * ellipsis.
 */
final class RetailWorkbook {
  static final String SHEET = "全国";
  static final int FIRST_DATA_ROW = 5;
  static final String MISSING = "…";

  private static final int LAST_COLUMN = 3;
  private static final List<String> FOOTNOTES =
      List.of("注：自2012年起，1月与2月数据合并公布。同比增长为公布数，与按当期值计算的结果可能不一致。", "资料来源：国家统计局");

  private RetailWorkbook() {}

  /** Writes the series; returns the number of data rows. */
  static int write(Path file, List<CSVRecord> series, LocalDate deliveredOn) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet(SHEET);
      String firstYear = series.get(0).get("year");
      String lastYear = series.get(series.size() - 1).get("year");
      write(sheet, 0, "全国社会消费品零售总额（月度，" + firstYear + "—" + lastYear + "年）");
      merge(sheet, 0, 0, 0, LAST_COLUMN);
      writeHeader(sheet);
      int next = writeData(sheet, series) + 1;
      for (String footnote : FOOTNOTES) {
        write(sheet, next, footnote);
        merge(sheet, next, next, 0, LAST_COLUMN);
        next++;
      }
      WorkbookFile.write(workbook, file, deliveredOn);
    }
    return series.size();
  }

  private static void writeHeader(Sheet sheet) {
    write(sheet, 2, "年份", "时期", "社会消费品零售总额");
    write(sheet, 3, "", "", "当期值", "同比增长");
    write(sheet, 4, "", "单位", "亿元", "%");
    merge(sheet, 2, 3, 0, 0);
    merge(sheet, 2, 3, 1, 1);
    merge(sheet, 2, 2, 2, 3);
  }

  /** Returns the first row after the data. */
  private static int writeData(Sheet sheet, List<CSVRecord> series) {
    int next = FIRST_DATA_ROW;
    int yearStart = next;
    String year = "";
    for (CSVRecord record : series) {
      boolean opensYear = !record.get("year").equals(year);
      if (opensYear && next > yearStart) {
        merge(sheet, yearStart, next - 1, 0, 0);
      }
      if (opensYear) {
        year = record.get("year");
        yearStart = next;
      }
      Row row = sheet.createRow(next++);
      if (opensYear) {
        row.createCell(0).setCellValue(year + "年");
      }
      row.createCell(1).setCellValue(record.get("period"));
      writeNumber(row, 2, record.get("value"));
      writeNumber(row, 3, record.get("yoy"));
    }
    merge(sheet, yearStart, next - 1, 0, 0);
    return next;
  }

  private static void writeNumber(Row row, int column, String text) {
    if (text.isEmpty()) {
      row.createCell(column).setCellValue(MISSING);
    } else {
      row.createCell(column).setCellValue(Double.parseDouble(text));
    }
  }

  private static void write(Sheet sheet, int row, String... texts) {
    Row cells = sheet.createRow(row);
    for (int column = 0; column < texts.length; column++) {
      if (!texts[column].isEmpty()) {
        cells.createCell(column).setCellValue(texts[column]);
      }
    }
  }

  private static void merge(
      Sheet sheet, int firstRow, int lastRow, int firstColumn, int lastColumn) {
    sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
  }
}
