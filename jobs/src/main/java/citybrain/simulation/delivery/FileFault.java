package citybrain.simulation.delivery;

import citybrain.contract.ContractColumn;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a delivered file as a whole.
 *
 * @param row the data row, from 0, at which a fault inside the text shows
 * @param column English name of the column that is left out; empty for other kinds
 */
record FileFault(Kind kind, int row, String column) {

  /** What goes wrong with whole files. */
  enum Kind {
    MISSING_COLUMN,
    /** Cut off inside a row, or the end of a container missing. */
    TRUNCATED_FILE,
    EMPTY_FILE,
    WRONG_FOLDER,
    /** Bytes that stand for nothing in the agreed encoding. */
    UNREADABLE_ENCODING,
    UNCLOSED_QUOTE,
    /** A row with one cell more than the header. */
    SHIFTED_ROW,
    /** Nothing wrong inside; the file comes after its due day. */
    LATE;

    /** Whether it is planted at one row of a text. */
    boolean isInText() {
      return this == TRUNCATED_FILE
          || this == UNREADABLE_ENCODING
          || this == UNCLOSED_QUOTE
          || this == SHIFTED_ROW;
    }

    /** Whether a workbook can have it. */
    boolean fitsWorkbooks() {
      return this != UNREADABLE_ENCODING && this != UNCLOSED_QUOTE && this != SHIFTED_ROW;
    }

    /** As the truth names it. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The columns that stand in the file. */
  List<PaperColumn> columnsLeft(PaperTable table) {
    return table.columns().stream().filter(paper -> !paper.name().equals(column)).toList();
  }

  /** The columns without which a file does not fit its contract. */
  static List<String> indispensable(PaperTable table) {
    return table.columns().stream()
        .filter(paper -> !paper.isMeasure())
        .map(PaperColumn::column)
        .filter(contractColumn -> !contractColumn.isHeaderOptional())
        .map(ContractColumn::name)
        .toList();
  }
}
