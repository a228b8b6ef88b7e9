package citybrain.simulation;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;

/** A cell of a workbook on disk, as Excel shows it. */
final class WorkbookCells {
  private WorkbookCells() {}

  static String shown(Path file, String sheet, String address) throws IOException {
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      CellReference reference = new CellReference(address);
      Row row = workbook.getSheet(sheet).getRow(reference.getRow());
      return new DataFormatter().formatCellValue(row.getCell(reference.getCol()));
    }
  }
}
