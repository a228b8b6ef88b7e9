package citybrain.serving.feedback;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Records that were taken, of all silver tables together, as known on a day. */
final class AcceptedRecords {
  static final String RECORD_KEY = "record_key";
  static final String TAKEN_ON = "taken_on";
  private static final String SEPARATOR = "、";

  private AcceptedRecords() {}

  /**
   * Grain: one row per vintage: department, extract, record_key, taken_on, file, file_sha256. Empty
   * when there is no silver table.
   */
  static Optional<Dataset<Row>> of(FeedbackTables tables, LocalDate asOf) {
    return tables.silver().stream()
        .map(
            table ->
                table
                    .vintages()
                    .where(col("known_from").leq(FeedbackTables.day(asOf)))
                    .select(
                        element_at(split(col("file"), "/"), 1).as("department"),
                        element_at(split(col("file"), "/"), 2).as("extract"),
                        recordKey(table.contract().key()).as(RECORD_KEY),
                        col("known_from").as(TAKEN_ON),
                        col("file"),
                        col("file_sha256")))
        .reduce(Dataset::unionByName);
  }

  /** As {@code quality/quarantined_row} has it: canonical values in key order. */
  static Column recordKey(List<String> key) {
    List<Column> parts = new ArrayList<>();
    for (String column : key) {
      if (!parts.isEmpty()) {
        parts.add(lit(SEPARATOR));
      }
      parts.add(col(column).cast("string"));
    }
    return concat(parts.toArray(Column[]::new));
  }
}
