package citybrain.simulation.delivery;

import citybrain.simulation.file.WorkbookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A tidy .xlsx: headers in row 1, one record per row below; rows go to disk as they come. */
final class ListWriter implements TableWriter {
  private static final int ROWS_IN_MEMORY = 100;
  private static final String SHEET = "Sheet1";

  private final PaperTable table;
  private final Path path;
  private final List<PaperColumn> columns;
  private final int[] positions;
  private final SXSSFWorkbook workbook;
  private final Sheet sheet;
  private final SheetCells cells;
  private int next;

  ListWriter(PaperTable table, Path path, List<PaperColumn> columns) {
    if (table.hasMeasures()) {
      throw new IllegalArgumentException(
          table.contract().path() + " has values across its header: its presentation is print");
    }
    this.table = table;
    this.path = path;
    this.columns = columns;
    this.positions = table.positions(columns);
    this.workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    this.sheet = workbook.createSheet(SHEET);
    this.cells = new SheetCells(workbook, table.hand().hasIsoDates());
  }

  @Override
  public void begin(String part) {
    Row header = sheet.createRow(next++);
    for (int i = 0; i < columns.size(); i++) {
      PaperColumn column = columns.get(i);
      String unit = column.unit().isEmpty() ? "" : "（" + column.unit() + "）";
      header.createCell(i).setCellValue(column.header() + unit);
    }
  }

  @Override
  public String sheet() {
    return SHEET;
  }

  @Override
  public int write(PaperRow row) {
    Row out = sheet.createRow(next++);
    for (int i = 0; i < columns.size(); i++) {
      int index = positions[i];
      cells.write(out, i, columns.get(i), row.texts().get(index), row.isAsMeant(index));
    }
    return next;
  }

  @Override
  public void end() throws IOException {
    WorkbookFile.write(workbook, path, table.deliveredOn());
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
