package citybrain.education;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import citybrain.programme.ActualColumns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Actuals of the vocational-education plan (青政字〔2020〕16号, Annex 3) as schools and bureaus report
 * them in {@code indicator_report}.
 *
 * <p>Grain: one row per indicator_code, breakdown and year, as in silver. Value and unit are taken
 * as they stand. A row without a value is kept: that a cell was reported empty is known.
 */
public final class ReportedActuals {
  private ReportedActuals() {}

  /**
   * The actuals.
   *
   * @param reports silver/indicator_report, cut to the rows that are current on the as-of day
   */
  public static Dataset<Row> of(Dataset<Row> reports) {
    return reports.select(
        col(ActualColumns.INDICATOR_CODE),
        col(ActualColumns.BREAKDOWN),
        col(ActualColumns.YEAR),
        col(ActualColumns.VALUE),
        col(ActualColumns.UNIT),
        col(ActualColumns.KNOWN_FROM),
        col(ActualColumns.IS_SIMULATED),
        array(struct(col("file_sha256"), col("file"), col("sheet"), col("row"), col("cell")))
            .as(ActualColumns.EVIDENCE));
  }
}
