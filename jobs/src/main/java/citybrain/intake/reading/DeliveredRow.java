package citybrain.intake.reading;

import java.io.Serializable;
import java.util.List;

/**
 * One row of a delivered file, verbatim. Every row of the file is given, titles and blank rows
 * between filled ones included.
 *
 * @param sheet sheet name, empty for a CSV
 * @param row 1-based: the row number a spreadsheet shows, or the line of a CSV on which the record
 *     starts
 * @param cells as delivered; a cell that is not there is empty text. A number of a spreadsheet is
 *     its stored value in plain notation, not the rounded display; a date is ISO; a percentage is
 *     the stored value times 100 with a percent sign. A merged region has its text in its top-left
 *     cell only
 * @param disposition what the row turned out to be
 * @param merged merged regions that start in the row, such as {@code A6:A7}: without them a copy of
 *     the file would not be read as the file was
 */
public record DeliveredRow(
    String sheet, int row, List<String> cells, Disposition disposition, List<String> merged)
    implements Serializable {

  public DeliveredRow {
    cells = List.copyOf(cells);
    merged = List.copyOf(merged);
    if (row < 1) {
      throw new IllegalArgumentException("Rows count from 1, not " + row);
    }
  }

  /** A row in which no merged region starts. */
  public DeliveredRow(String sheet, int row, List<String> cells, Disposition disposition) {
    this(sheet, row, cells, disposition, List.of());
  }

  /** What a delivered row is. */
  public enum Disposition {
    /** Above the header: title, department, date of issue. */
    TITLE,
    HEADER,
    /** A row below the header that names units only. */
    UNIT,
    /** A row of records: each of its records is accepted, quarantined or superseded. */
    DATA,
    /** A row with the keys of a record but not one figure stated. */
    NO_VALUE,
    /** A line between records that names the section below it. */
    SECTION,
    /** A sum over other rows, which we compute ourselves. */
    TOTAL,
    /** Below the records: notes, sources, signatures. */
    FOOTNOTE,
    BLANK,
    /**
     * The file was refused before the row was understood, or the sheet holds no table of the
     * contract.
     */
    UNREAD
  }

  DeliveredRow merging(List<String> regions) {
    return new DeliveredRow(sheet, row, cells, disposition, regions);
  }

  DeliveredRow as(Disposition other) {
    return new DeliveredRow(sheet, row, cells, other, merged);
  }
}
