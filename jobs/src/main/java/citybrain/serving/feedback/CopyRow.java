package citybrain.serving.feedback;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One delivered row with what is wrong in it.
 *
 * @param sheet empty for a text file
 * @param row 1-based
 * @param cells verbatim
 * @param merged merged regions that start in the row, such as {@code A6:A7}
 * @param disposition as bronze has it: header, data, …
 * @param problems of this row, empty when it is right
 */
record CopyRow(
    String sheet,
    int row,
    List<String> cells,
    List<String> merged,
    String disposition,
    List<ReportedProblem> problems) {
  static final String CELLS = "cells";
  static final String MERGED = "merged";
  static final String DISPOSITION = "disposition";
  static final String PROBLEMS = "problems";

  CopyRow {
    cells = List.copyOf(cells);
    merged = List.copyOf(merged);
    problems = List.copyOf(problems);
  }

  static CopyRow of(Row row) {
    return new CopyRow(
        row.getAs(ReportedProblem.SHEET),
        row.<Integer>getAs(ReportedProblem.ROW),
        row.getList(row.fieldIndex(CELLS)),
        row.getList(row.fieldIndex(MERGED)),
        row.getAs(DISPOSITION),
        ReportedProblem.of(row.getList(row.fieldIndex(PROBLEMS))));
  }

  boolean isHeader() {
    return disposition.equals("header");
  }

  boolean isRecord() {
    return disposition.equals("data") || disposition.equals("no_value");
  }
}
