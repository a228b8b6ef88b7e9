package citybrain.serving;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of all files together, from {@code quality/reconciliation}. */
final class QualityReader {
  private static final String FILE = "file";
  private static final String ROWS_DELIVERED = "rows_delivered";
  private static final String ROWS_ACCEPTED = "rows_accepted";
  private static final String ROWS_QUARANTINED = "rows_quarantined";
  private static final String ROWS_SUPERSEDED = "rows_superseded";

  /** A landing file whose name holds this word is simulated. */
  private static final String SIMULATED_MARK = "模拟";

  private QualityReader() {}

  static CockpitPage.Quality read(Dataset<Row> reconciliation) {
    Row sums =
        reconciliation
            .agg(
                count(lit(1)),
                total(col(FILE).contains(SIMULATED_MARK).cast("long")),
                total(col(ROWS_DELIVERED)),
                total(col(ROWS_ACCEPTED)),
                total(col(ROWS_QUARANTINED)),
                total(col(ROWS_SUPERSEDED)))
            .head();
    return new CockpitPage.Quality(
        sums.getLong(0),
        sums.getLong(1),
        sums.getLong(2),
        sums.getLong(3),
        sums.getLong(4),
        sums.getLong(5));
  }

  /** No file, no row: here nothing is zero, because the table counts. */
  private static Column total(Column column) {
    return coalesce(sum(column.cast("long")), lit(0L));
  }
}
