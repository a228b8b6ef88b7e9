package citybrain.intake.reading;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one delivered cell, as the department is told it.
 *
 * @param sheet empty for a CSV
 * @param row 1-based, as in {@link DeliveredRow}
 * @param cell spreadsheet address such as {@code C12}; null when the whole row is meant
 * @param column the header as the contract names it; of a figure below an across header that header
 *     as delivered, such as 2020年; of a key of several columns all of them
 * @param value the verbatim cell
 * @param checkId stable id of the failed check
 * @param reasonZh what is wrong and what was expected
 * @param remedyZh what the department can do
 * @param isWarning whether the record is taken all the same
 */
public record CellProblem(
    String sheet,
    int row,
    @Nullable String cell,
    String column,
    String value,
    String checkId,
    String reasonZh,
    String remedyZh,
    boolean isWarning)
    implements Serializable {

  /** A problem that holds the record back, with the remedy that its kind of check has. */
  static CellProblem error(
      String sheet,
      int row,
      @Nullable String cell,
      String column,
      String value,
      String checkId,
      String reasonZh) {
    return new CellProblem(
        sheet, row, cell, column, value, checkId, reasonZh, Remedies.of(checkId), false);
  }

  /** A doubt about a row or cell that is taken all the same. */
  static CellProblem warning(
      String sheet,
      int row,
      @Nullable String cell,
      String column,
      String value,
      String checkId,
      String reasonZh) {
    return new CellProblem(
        sheet, row, cell, column, value, checkId, reasonZh, Remedies.of(checkId), true);
  }

  /** A whole file that cannot be taken: the file itself is what the department gets back. */
  public static CellProblem ofFile(String code, String message, String remedy) {
    return new CellProblem("", 1, null, "", "", code, message, remedy, false);
  }

  /** Rows that a filter hides are part of what was sent, which the sender may not have meant. */
  static CellProblem hiddenRow(DeliveredRow row) {
    return warning(
        row.sheet(),
        row.row(),
        null,
        "",
        "",
        "hidden.row",
        "第%d行在表格中被隐藏，仍按报送数据读取".formatted(row.row()));
  }

  /** Figures below a header that says nothing to the contract: they are kept and not read. */
  static CellProblem unreadColumn(
      DeliveredRow row, @Nullable String cell, String header, String value) {
    return warning(
        row.sheet(),
        row.row(),
        cell,
        header,
        value,
        "header.unknown",
        header.isEmpty() ? "该列没有表头，其中的数值未入库" : "表头“%s”不在数据规范中，其下的数值未入库".formatted(header));
  }

  /** Like hidden rows. */
  static CellProblem hiddenColumn(DeliveredRow header, String column) {
    return warning(
        header.sheet(),
        header.row(),
        null,
        column,
        "",
        "hidden.column",
        "“%s”列在表格中被隐藏，仍按报送数据读取".formatted(column));
  }
}
