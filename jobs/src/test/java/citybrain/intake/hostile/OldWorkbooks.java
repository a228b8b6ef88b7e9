package citybrain.intake.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Workbooks of Excel 97–2003, and other OLE2 containers. */
final class OldWorkbooks {
  private OldWorkbooks() {}

  static byte[] payments(String csvRows) throws IOException {
    return of(workbook -> fill(workbook.createSheet("拨付"), csvRows));
  }

  static byte[] of(Consumer<HSSFWorkbook> content) throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      content.accept(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  /** The table of payments; amounts as numbers. */
  static void fill(Sheet sheet, String csvRows) {
    int at = 0;
    for (String line : (Payments.HEADER + csvRows).strip().split("\r\n", -1)) {
      Row row = sheet.createRow(at);
      String[] cells = line.split(",", -1);
      for (int column = 0; column < cells.length; column++) {
        if (at > 0 && column == 3) {
          row.createCell(column).setCellValue(Double.parseDouble(cells[column]));
        } else {
          row.createCell(column).setCellValue(cells[column]);
        }
      }
      at++;
    }
  }

  /** A container with one stream. */
  static byte[] container(String stream, byte[] content) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new java.io.ByteArrayInputStream(content), stream);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      container.writeFilesystem(out);
      return out.toByteArray();
    }
  }
}
