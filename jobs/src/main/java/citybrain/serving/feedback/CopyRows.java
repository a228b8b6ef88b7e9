package citybrain.serving.feedback;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Delivered rows of the deliveries given back, in the order of their files, with their problems.
 *
 * <p>A right row whose record a later delivery replaced is left out: delivered again, it would
 * bring back what was corrected since. Of a very large delivery only headings and rows with a
 * problem are given.
 */
final class CopyRows {
  private static final String IS_EXCERPT = "is_excerpt";
  private static final String IS_REPLACED = "is_replaced";

  /** Headers stand within the first rows; of a file that was not understood these are given. */
  private static final int HEAD_ROWS = 64;

  private static final List<String> PLACE =
      List.of("file", "file_sha256", ReportedProblem.SHEET, ReportedProblem.ROW);

  private CopyRows() {}

  /** How many rows each delivery has: delivery_no, count. */
  static Dataset<Row> counts(FeedbackTables tables, Dataset<Row> numbered) {
    return tables
        .deliveredRows()
        .join(broadcast(numbered), OpenProblems.names("file", "file_sha256"))
        .groupBy(OpenProblems.DELIVERY_NO)
        .count();
  }

  /**
   * Rows sorted by delivery, sheet and row.
   *
   * @param numbered deliveries, with a column is_excerpt
   * @param open problems as {@link OpenProblems#of} gives them
   * @param partitions parts that are held in memory one after the other
   */
  static Dataset<Row> of(
      FeedbackTables tables,
      Dataset<Row> numbered,
      Dataset<Row> open,
      LocalDate asOf,
      int partitions) {
    Column problem =
        struct(
            ReportedProblem.COLUMNS.stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new));
    Dataset<Row> problems =
        open.groupBy(OpenProblems.DELIVERY_NO, ReportedProblem.SHEET, ReportedProblem.ROW)
            .agg(sort_array(collect_list(problem)).as(CopyRow.PROBLEMS));
    Dataset<Row> rows =
        tables
            .deliveredRows()
            .join(broadcast(numbered), OpenProblems.names("file", "file_sha256"))
            .join(
                problems,
                OpenProblems.names(
                    OpenProblems.DELIVERY_NO, ReportedProblem.SHEET, ReportedProblem.ROW),
                "left");
    Column hasProblem = col(CopyRow.PROBLEMS).isNotNull();
    Column isHeading =
        col(CopyRow.DISPOSITION)
            .isin("title", "header", "unit")
            .or(
                col(CopyRow.DISPOSITION)
                    .equalTo("unread")
                    .and(col(ReportedProblem.ROW).leq(HEAD_ROWS)));
    return withReplaced(rows, tables, numbered, asOf)
        .where(hasProblem.or(col(IS_REPLACED).isNull()))
        .where(hasProblem.or(isHeading).or(col(IS_EXCERPT).equalTo(false)))
        .select(
            col(OpenProblems.DELIVERY_NO),
            column(rows, "sheet_index", lit(0)).as("sheet_index"),
            col(ReportedProblem.SHEET),
            col(ReportedProblem.ROW),
            col(CopyRow.CELLS),
            // Bronze written before merged regions were kept has none.
            coalesce(
                    column(rows, CopyRow.MERGED, lit(null)).cast("array<string>"),
                    array().cast("array<string>"))
                .as(CopyRow.MERGED),
            col(CopyRow.DISPOSITION),
            coalesce(col(CopyRow.PROBLEMS), array()).as(CopyRow.PROBLEMS))
        .repartitionByRange(
            partitions,
            col(OpenProblems.DELIVERY_NO),
            col("sheet_index"),
            col(ReportedProblem.SHEET),
            col(ReportedProblem.ROW))
        .sortWithinPartitions(
            OpenProblems.DELIVERY_NO, "sheet_index", ReportedProblem.SHEET, ReportedProblem.ROW);
  }

  private static Column column(Dataset<Row> rows, String name, Column otherwise) {
    return Arrays.asList(rows.columns()).contains(name) ? col(name) : otherwise;
  }

  private static Dataset<Row> withReplaced(
      Dataset<Row> rows, FeedbackTables tables, Dataset<Row> numbered, LocalDate asOf) {
    Column[] place = PLACE.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    Dataset<Row> none = rows.select(place).limit(0).withColumn(IS_REPLACED, lit(true));
    Dataset<Row> replaced =
        tables.silver().stream()
            .map(
                table ->
                    table
                        .vintages()
                        .where(col("known_to").leq(FeedbackTables.day(asOf)))
                        .join(
                            broadcast(numbered.select("file", "file_sha256")),
                            OpenProblems.names("file", "file_sha256"),
                            "left_semi")
                        .select(place)
                        .withColumn(IS_REPLACED, lit(true)))
            .reduce(Dataset::unionByName)
            .map(Dataset::distinct)
            .orElse(none);
    return rows.join(replaced, OpenProblems.names(PLACE.toArray(String[]::new)), "left");
  }
}
