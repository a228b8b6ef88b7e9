package citybrain.simulation;

import citybrain.simulation.file.WorkbookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The annual series of Qingdao as a yearbook table in BIFF8: one row per indicator, one column per
 * year.
 *
 * <p>Null rule: a year without a figure is a dash before the series begins and inside it, and an
 * empty cell after its end, as hand-kept tables have it.
 */
final class AnnualWorkbook {
  static final String SHEET = "历年主要指标";
  static final int HEADER_ROW = 2;
  static final int FIRST_YEAR_COLUMN = 2;
  static final String MISSING = "—";

  /** A sub-item is indented by ideographic spaces; the first of its parent also says 其中. */
  private static final Map<String, String> INDENTS =
      Map.of(
          "房地产开发住宅投资额", "　　其中：",
          "房地产开发办公楼投资额", "　　",
          "住宅商品房销售面积", "　　其中：");

  private static final List<String> FOOTNOTES =
      List.of(
          "注：1. “—”表示该年度无公布数据，空格表示数据尚未更新。",
          "2. 1990—2005年地方一般公共预算支出与住户存款余额在来源中数值相同，疑为来源录入错误，使用时请核实。",
          "资料来源：国家统计局");

  private AnnualWorkbook() {}

  /** Writes the series; returns the number of indicator rows. */
  static int write(Path file, List<CSVRecord> series) throws IOException {
    Map<String, Indicator> indicators = indicatorsOf(series);
    int firstYear = Integer.MAX_VALUE;
    int lastYear = Integer.MIN_VALUE;
    for (Indicator indicator : indicators.values()) {
      firstYear = Math.min(firstYear, indicator.values().firstKey());
      lastYear = Math.max(lastYear, indicator.values().lastKey());
    }
    int lastColumn = FIRST_YEAR_COLUMN + lastYear - firstYear;
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet(SHEET);
      writeMerged(sheet, 0, "青岛市历年主要统计资料（" + firstYear + "—" + lastYear + "年）", lastColumn);
      Row header = sheet.createRow(HEADER_ROW);
      header.createCell(0).setCellValue("指标");
      header.createCell(1).setCellValue("单位");
      for (int year = firstYear; year <= lastYear; year++) {
        header.createCell(FIRST_YEAR_COLUMN + year - firstYear).setCellValue(year + "年");
      }
      int next = HEADER_ROW + 1;
      for (Map.Entry<String, Indicator> entry : indicators.entrySet()) {
        Row row = sheet.createRow(next++);
        row.createCell(0).setCellValue(INDENTS.getOrDefault(entry.getKey(), "") + entry.getKey());
        row.createCell(1).setCellValue(entry.getValue().unit());
        writeValues(row, entry.getValue().values(), firstYear, lastYear);
      }
      next++;
      for (String footnote : FOOTNOTES) {
        writeMerged(sheet, next++, footnote, lastColumn);
      }
      WorkbookFile.write(workbook, file);
    }
    return indicators.size();
  }

  private static void writeValues(
      Row row, SortedMap<Integer, Double> values, int firstYear, int lastYear) {
    for (int year = firstYear; year <= lastYear; year++) {
      int column = FIRST_YEAR_COLUMN + year - firstYear;
      Double value = values.get(year);
      if (value != null) {
        row.createCell(column).setCellValue(value);
      } else if (year < values.lastKey()) {
        row.createCell(column).setCellValue(MISSING);
      }
    }
  }

  private static void writeMerged(Sheet sheet, int row, String text, int lastColumn) {
    sheet.createRow(row).createCell(0).setCellValue(text);
    sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
  }

  private static Map<String, Indicator> indicatorsOf(List<CSVRecord> series) {
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    for (CSVRecord row : series) {
      indicators
          .computeIfAbsent(
              row.get("indicator"), name -> new Indicator(row.get("unit"), new TreeMap<>()))
          .values()
          .put(Integer.valueOf(row.get("year")), Double.valueOf(row.get("value")));
    }
    return indicators;
  }

  private record Indicator(String unit, SortedMap<Integer, Double> values) {}
}
