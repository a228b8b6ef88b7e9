package citybrain.simulation.delivery;

import citybrain.contract.ColumnType;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Writes the cells of a workbook's rows: figures as numbers, days of a list as dates, everything
 * else as text, as clerks' spreadsheets have it.
 */
final class SheetCells {
  /** More digits than a spreadsheet keeps of a number are written as text. */
  private static final int MOST_DIGITS = 15;

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** A day as the department writes it; what stands for a missing day is text. */
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final CellStyle dayStyle;
  private final boolean hasDateCells;

  /**
   * @param hasDateCells whether days are stored as dates and not as text
   */
  SheetCells(Workbook workbook, boolean hasDateCells) {
    this.hasDateCells = hasDateCells;
    this.dayStyle = workbook.createCellStyle();
    dayStyle.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
  }

  /** Writes a cell of a paper row; nothing for empty text. */
  void write(Row row, int position, PaperColumn column, String text, boolean isAsMeant) {
    if (text.isEmpty()) {
      return;
    }
    Cell cell = row.createCell(position);
    if (column.isNumber() && isStorable(text)) {
      cell.setCellValue(Double.parseDouble(text));
    } else if (isAsMeant && isStoredAsDay(column, text)) {
      cell.setCellValue(LocalDate.parse(text));
      cell.setCellStyle(dayStyle);
    } else {
      cell.setCellValue(text);
    }
  }

  private boolean isStoredAsDay(PaperColumn column, String text) {
    return hasDateCells && column.column().type() == ColumnType.DATE && DAY.matcher(text).matches();
  }

  static boolean isStorable(String text) {
    return NUMBER.matcher(text).matches()
        && text.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
  }
}
