package citybrain.serving.feedback;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code quality/quarantined_row} or {@code quality/warning} as its department is shown
 * it.
 *
 * @param sheet empty for a text file
 * @param row 1-based
 * @param cell address such as {@code C12}; null when it is told by the column, or the whole row is
 *     meant
 * @param column header of the cell; empty when the whole row or file is meant
 * @param value the verbatim cell
 * @param isError false for a warning: the record was taken
 */
record ReportedProblem(
    String sheet,
    int row,
    @Nullable String cell,
    String column,
    String value,
    String checkId,
    boolean isError,
    String reasonZh,
    String remedyZh) {
  static final String SHEET = "sheet";
  static final String ROW = "row";
  static final String CELL = "cell";
  static final String COLUMN = "column";
  static final String VALUE = "value";
  static final String CHECK_ID = "check_id";
  static final String SEVERITY = "severity";
  static final String REASON_ZH = "reason_zh";
  static final String REMEDY_ZH = "remedy_zh";
  static final String ERROR = "error";
  static final String WARNING = "warning";

  /** All columns, in the order problems of one row are told in. */
  static final List<String> COLUMNS =
      List.of(SHEET, ROW, CELL, COLUMN, VALUE, CHECK_ID, SEVERITY, REASON_ZH, REMEDY_ZH);

  static ReportedProblem of(Row row) {
    return new ReportedProblem(
        row.getAs(SHEET),
        row.<Integer>getAs(ROW),
        row.getAs(CELL),
        row.getAs(COLUMN),
        row.getAs(VALUE),
        row.getAs(CHECK_ID),
        !WARNING.equals(row.getAs(SEVERITY)),
        row.getAs(REASON_ZH),
        row.getAs(REMEDY_ZH));
  }

  static List<ReportedProblem> of(List<Row> rows) {
    List<ReportedProblem> problems = new ArrayList<>();
    rows.forEach(row -> problems.add(of(row)));
    return problems;
  }

  /** Whether the file as a whole is meant: its check id is the code of a refusal. */
  boolean isOfWholeFile() {
    return checkId.matches("[A-Z][A-Z0-9_]*") && column.isEmpty();
  }
}
