package citybrain.serving;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables of one release that the page is read from.
 *
 * @param metricValues {@code gold/metric_value}
 * @param lights {@code gold/warning_light}
 * @param progress {@code gold/target_progress}
 * @param findings {@code gold/finding}
 * @param deliveries {@code quality/delivery}
 * @param reconciliation {@code quality/reconciliation}
 */
public record CockpitTables(
    Dataset<Row> metricValues,
    Dataset<Row> lights,
    Dataset<Row> progress,
    Dataset<Row> findings,
    Dataset<Row> deliveries,
    Dataset<Row> reconciliation) {}
