package citybrain.serving;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Files known at a day and their rows together, from {@code quality/delivery} and {@code
 * quality/reconciliation}. Both tables only grow, so later deliveries are left out here.
 */
final class QualityReader {
  private static final String FILE = "file";
  private static final String FILE_SHA256 = "file_sha256";
  private static final String DELIVERED_AT = "delivered_at";
  private static final String STATUS = "status";
  private static final String IS_SIMULATED = "is_simulated";
  private static final String ROWS_DELIVERED = "rows_delivered";
  private static final String ROWS_ACCEPTED = "rows_accepted";
  private static final String ROWS_QUARANTINED = "rows_quarantined";
  private static final String ROWS_SUPERSEDED = "rows_superseded";

  private static final String REFUSED = "refused";
  private static final String REPEATED = "repeated";

  private QualityReader() {}

  static CockpitPage.Quality read(
      Dataset<Row> deliveries, Dataset<Row> reconciliation, LocalDate asOf) {
    Dataset<Row> known = deliveries.where(col(DELIVERED_AT).leq(lit(java.sql.Date.valueOf(asOf))));
    Row files =
        known
            .agg(
                count(lit(1)),
                total(col(STATUS).equalTo(REFUSED)),
                total(col(STATUS).equalTo(REPEATED)),
                total(col(IS_SIMULATED)))
            .head();
    // Semi join: a file's rows are counted once, however often it was delivered.
    Row rows =
        reconciliation
            .join(
                known,
                CollectionConverters.asScala(List.of(FILE, FILE_SHA256)).toSeq(),
                "left_semi")
            .agg(
                total(col(ROWS_DELIVERED)),
                total(col(ROWS_ACCEPTED)),
                total(col(ROWS_QUARANTINED)),
                total(col(ROWS_SUPERSEDED)))
            .head();
    return new CockpitPage.Quality(
        files.getLong(0),
        files.getLong(1),
        files.getLong(2),
        files.getLong(3),
        rows.getLong(0),
        rows.getLong(1),
        rows.getLong(2),
        rows.getLong(3));
  }

  /** No file, no row: here nothing is zero, because the table counts. */
  private static Column total(Column column) {
    return coalesce(sum(column.cast("long")), lit(0L));
  }
}
