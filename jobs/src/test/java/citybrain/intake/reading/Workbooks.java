package citybrain.intake.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks made for one test, as bytes. */
final class Workbooks {
  private Workbooks() {}

  /** One sheet of a workbook under construction; rows and columns as a person counts them. */
  record Draft(Sheet sheet) {
    Draft row(int row, Object... cells) {
      Row target = sheet.createRow(row - 1);
      for (int i = 0; i < cells.length; i++) {
        Cell cell = target.createCell(i);
        if (cells[i] instanceof Number number) {
          cell.setCellValue(number.doubleValue());
        } else {
          cell.setCellValue((String) cells[i]);
        }
      }
      return this;
    }

    Draft merge(String range) {
      sheet.addMergedRegion(CellRangeAddress.valueOf(range));
      return this;
    }

    Draft format(int row, int column, String format) {
      Workbook workbook = sheet.getWorkbook();
      var style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat(format));
      sheet.getRow(row - 1).getCell(column - 1).setCellStyle(style);
      return this;
    }
  }

  static byte[] xlsx(String sheet, Consumer<Draft> content) throws IOException {
    try (Workbook workbook = new XSSFWorkbook()) {
      content.accept(new Draft(workbook.createSheet(sheet)));
      return bytes(workbook);
    }
  }

  static byte[] xls(String sheet, Consumer<Draft> content) throws IOException {
    try (Workbook workbook = new HSSFWorkbook()) {
      content.accept(new Draft(workbook.createSheet(sheet)));
      return bytes(workbook);
    }
  }

  static byte[] bytes(Workbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }

  /**
   * The annual table as the bureau of statistics lays it out: sub-items, a dash, a blank cell,
   * notes.
   */
  static void annual(Draft sheet) {
    sheet
        .row(1, "青岛市历年主要统计资料")
        .merge("A1:D1")
        .row(3, "指标", "单位", "1990年", "1991年")
        .row(4, "地区生产总值（当年价格）", "亿元", "—", 250.16)
        .row(5, "商品房销售面积", "万平方米", 426.9, "")
        .row(6, "　　其中：住宅商品房销售面积", "万平方米", 366.3, 1)
        .row(8, "注：1. “—”表示无公布数据。")
        .merge("A8:D8")
        .row(9, "资料来源：国家统计局")
        .merge("A9:D9");
  }

  /**
   * The monthly table: two header rows, a unit row, years merged over their months, 1-2月 in one
   * row.
   */
  static void monthly(Draft sheet) {
    sheet
        .row(1, "社会消费品零售总额（月度）")
        .merge("A1:D1")
        .row(3, "年份", "时期", "社会消费品零售总额", "")
        .row(4, "", "", "当期值", "同比增长")
        .merge("A3:A4")
        .merge("B3:B4")
        .merge("C3:D3")
        .row(5, "", "单位", "亿元", "%")
        .row(6, "2011年", "11月", 16128.9, 17.3)
        .row(7, "", "12月", 17739.7, "…")
        .merge("A6:A7")
        .row(8, "2012年", "1-2月", 33668.6, 14.7)
        .row(9, "", "3月", 15650.2, 15.2)
        .merge("A8:A9")
        .row(11, "注：自2012年起1月与2月数据合并公布。")
        .merge("A11:D11");
  }

  static List<String> dispositions(WholeFile.Accepted accepted) {
    return accepted.rows().stream().map(row -> row.row() + " " + row.disposition()).toList();
  }
}
