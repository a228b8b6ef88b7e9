package citybrain.intake.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * One sheet as read, before anything in it is understood. A CSV is one sheet without a name.
 *
 * @param rows every row the file holds, in file order
 * @param merged merged regions of a spreadsheet
 */
record SourceSheet(String name, List<DeliveredRow> rows, List<MergedRegion> merged) {

  SourceSheet {
    rows = List.copyOf(rows);
    merged = List.copyOf(merged);
  }

  /**
   * A merged region; all bounds inclusive.
   *
   * @param firstRow 1-based
   * @param firstColumn 0-based
   */
  record MergedRegion(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean covers(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    boolean isWiderThanOneColumn() {
      return lastColumn > firstColumn;
    }
  }

  /** The rows with each merged region's text in all of its cells; positions as in {@link #rows}. */
  List<List<String>> filled() {
    List<List<String>> filled = new ArrayList<>(rows.size());
    List<MergedRegion> open = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (DeliveredRow row : rows) {
      for (int i = open.size() - 1; i >= 0; i--) {
        if (open.get(i).lastRow() < row.row()) {
          open.remove(i);
          texts.remove(i);
        }
      }
      for (MergedRegion region : startingIn(row.row())) {
        open.add(region);
        texts.add(cell(row.cells(), region.firstColumn()));
      }
      filled.add(open.isEmpty() ? row.cells() : fill(row.cells(), open, texts));
    }
    return filled;
  }

  private List<MergedRegion> startingIn(int row) {
    return merged.stream().filter(region -> region.firstRow() == row).toList();
  }

  private static List<String> fill(
      List<String> cells, List<MergedRegion> open, List<String> texts) {
    List<String> filled = new ArrayList<>(cells);
    for (int i = 0; i < open.size(); i++) {
      MergedRegion region = open.get(i);
      while (filled.size() <= region.lastColumn()) {
        filled.add("");
      }
      for (int column = region.firstColumn(); column <= region.lastColumn(); column++) {
        filled.set(column, texts.get(i));
      }
    }
    return filled;
  }

  /** The cell of a row; empty text beyond its end. */
  static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
