package citybrain.intake.reading;

import citybrain.contract.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sheet as read, before anything in it is understood. A text file is one sheet without a name;
 * each member of a zip is one with the member's name.
 */
abstract class SourceSheet {
  /** Rows looked at to find a header, which lies within the first fifty and is three rows deep. */
  private static final int HEAD_ROWS = 64;

  private static final int LONGEST_HEADER = 1_000;

  private final String name;
  private final boolean isText;
  private final boolean isHidden;
  private final List<DeliveredRow> head = new ArrayList<>();
  private boolean isHeadRead;
  private @Nullable List<List<String>> headKeys;

  /**
   * @param isText lines of text: every record has as many cells as the header
   * @param isHidden hidden in the spreadsheet
   */
  SourceSheet(String name, boolean isText, boolean isHidden) {
    this.name = name;
    this.isText = isText;
    this.isHidden = isHidden;
  }

  String name() {
    return name;
  }

  boolean isText() {
    return isText;
  }

  boolean isHidden() {
    return isHidden;
  }

  /** All rows from the first one on; every call starts anew. */
  abstract RowCursor rows();

  /** Merged regions of a spreadsheet. */
  List<MergedRegion> merged() {
    return List.of();
  }

  /** 0-based indexes of columns that are hidden in the spreadsheet. */
  Set<Integer> hiddenColumns() {
    return Set.of();
  }

  /** The first rows, enough to hold the header. */
  List<DeliveredRow> head() {
    if (!isHeadRead) {
      try (RowCursor rows = rows()) {
        while (head.size() < HEAD_ROWS && rows.hasNext()) {
          head.add(rows.next());
        }
      }
      isHeadRead = true;
    }
    return head;
  }

  /** {@link #head} with each merged region's text in all of its cells. */
  List<List<String>> filledHead() {
    MergedFill fill = new MergedFill(merged());
    return head().stream().map(fill::of).toList();
  }

  /** {@link #filledHead} as headers are compared, made once: many contracts may be tried. */
  List<List<String>> headKeys() {
    if (headKeys == null) {
      headKeys =
          filledHead().stream()
              .map(cells -> cells.stream().map(SourceSheet::headerKey).toList())
              .toList();
    }
    return headKeys;
  }

  /** A text longer than any header is none, however it goes on. */
  private static String headerKey(String cell) {
    return CellText.key(cell.substring(0, Math.min(cell.length(), LONGEST_HEADER)));
  }

  /** The cell of a row; empty text beyond its end. */
  static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /**
   * A merged region; all bounds inclusive.
   *
   * @param firstRow 1-based
   * @param firstColumn 0-based
   */
  record MergedRegion(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean isWiderThanOneColumn() {
      return lastColumn > firstColumn;
    }
  }
}
