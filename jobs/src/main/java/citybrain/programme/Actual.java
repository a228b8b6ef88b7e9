package citybrain.programme;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A reported value of one indicator, with where it is written.
 *
 * @param value null where the cell was reported empty
 * @param unit code of the unit
 * @param evidence rows of (file_sha256, file, sheet, row, cell)
 */
record Actual(
    int year, @Nullable BigDecimal value, String unit, boolean isSimulated, List<Row> evidence) {

  static Actual from(Row row) {
    return new Actual(
        row.<Integer>getAs(ActualColumns.YEAR),
        row.getAs(ActualColumns.VALUE),
        row.getAs(ActualColumns.UNIT),
        row.<Boolean>getAs(ActualColumns.IS_SIMULATED),
        row.getList(row.fieldIndex(ActualColumns.EVIDENCE)));
  }
}
