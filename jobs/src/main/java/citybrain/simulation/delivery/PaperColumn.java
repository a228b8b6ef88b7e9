package citybrain.simulation.delivery;

import citybrain.contract.ColumnType;
import citybrain.contract.ContractColumn;
import org.jspecify.annotations.Nullable;

/**
 * One column as it stands on paper.
 *
 * @param across canonical value above it; null for a column under its own header
 * @param acrossText that value as written; empty for a column under its own header
 * @param header as written, without its unit
 * @param label what the reader of the file calls the column
 * @param unit stated in the file's header; empty when the contract or the row states it
 */
record PaperColumn(
    ContractColumn column,
    @Nullable String across,
    String acrossText,
    String header,
    String label,
    String unit) {

  String name() {
    return column.name();
  }

  boolean isNumber() {
    return column.type() == ColumnType.INTEGER
        || column.type() == ColumnType.DECIMAL
        || column.type() == ColumnType.PERCENT;
  }

  /** Whether sums over rows mean something. */
  boolean isSummable() {
    return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
  }

  boolean isMeasure() {
    return across != null;
  }
}
