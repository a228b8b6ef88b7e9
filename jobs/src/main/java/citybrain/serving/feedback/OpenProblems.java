package citybrain.serving.feedback;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Problems that a department has still to correct.
 *
 * <p>A problem is settled when the record it is in was taken from a later delivery; all problems of
 * a delivery are settled when its corrected copy was taken, and those of a refused one when its
 * period was delivered again and taken. A copy of what is settled is not given back: delivered
 * again by mistake it would bring back old figures.
 */
final class OpenProblems {
  /** Number of a delivery in the list given back. */
  static final String DELIVERY_NO = "delivery_no";

  private static final StructType NUMBERED =
      StructType.fromDDL("file STRING, file_sha256 STRING, delivered_at DATE, delivery_no INT");

  private OpenProblems() {}

  /** Deliveries, in order, that may have something open. */
  static List<Delivery> candidates(FeedbackTables tables, LocalDate asOf) {
    List<Delivery> deliveries =
        tables
            .deliveries(asOf)
            .orderBy("department", "extract", "delivered_at", "file", "file_sha256")
            .collectAsList()
            .stream()
            .map(Delivery::of)
            .toList();
    Map<String, List<Delivery>> byExtract = new HashMap<>();
    deliveries.stream()
        .filter(delivery -> !delivery.isRefused())
        .forEach(
            delivery ->
                byExtract
                    .computeIfAbsent(
                        delivery.department() + "/" + delivery.extract(), k -> new ArrayList<>())
                    .add(delivery));
    return deliveries.stream()
        .filter(delivery -> !delivery.isRepeated())
        .filter(
            delivery ->
                byExtract
                    .getOrDefault(delivery.department() + "/" + delivery.extract(), List.of())
                    .stream()
                    .noneMatch(other -> answers(other, delivery)))
        .toList();
  }

  private static boolean answers(Delivery later, Delivery delivery) {
    if (later.file().equals(delivery.file())
        || later.deliveredOn().isBefore(delivery.deliveredOn())) {
      return false;
    }
    boolean isCopy = later.fileName().equals(CopyPaths.nameOfCopy(delivery.fileName()));
    boolean isSamePeriod = delivery.period() != null && delivery.period().equals(later.period());
    boolean isSameName = later.fileName().equals(delivery.fileName());
    return isCopy || (delivery.isRefused() && (isSamePeriod || isSameName));
  }

  /**
   * Open problems of these deliveries, each once, with {@link #DELIVERY_NO} for the delivery's
   * place in the list.
   */
  static Dataset<Row> of(FeedbackTables tables, List<Delivery> deliveries, LocalDate asOf) {
    Dataset<Row> numbered = numbered(tables, deliveries);
    Dataset<Row> reported =
        tables.problems().join(broadcast(numbered), names("file", "file_sha256"));
    Optional<Dataset<Row>> accepted = AcceptedRecords.of(tables, asOf);
    Dataset<Row> open = accepted.isEmpty() ? reported : withoutSettled(reported, accepted.get());
    List<Column> columns = new ArrayList<>();
    columns.add(col(DELIVERY_NO));
    ReportedProblem.COLUMNS.forEach(column -> columns.add(col(column)));
    return open.select(columns.toArray(Column[]::new)).distinct();
  }

  private static Dataset<Row> withoutSettled(Dataset<Row> reported, Dataset<Row> accepted) {
    // One row per record: the join multiplies nothing.
    Dataset<Row> last =
        accepted
            .join(
                reported.select("department", "extract", AcceptedRecords.RECORD_KEY).distinct(),
                names("department", "extract", AcceptedRecords.RECORD_KEY),
                "left_semi")
            .groupBy("department", "extract", AcceptedRecords.RECORD_KEY)
            .agg(max(struct(col(AcceptedRecords.TAKEN_ON), col("file"))).as("last"))
            .select(
                col("department"),
                col("extract"),
                col(AcceptedRecords.RECORD_KEY),
                col("last." + AcceptedRecords.TAKEN_ON).as("last_on"),
                col("last.file").as("last_file"));
    Column isSettled =
        col("last_on")
            .gt(col("delivered_at"))
            .or(col("last_on").equalTo(col("delivered_at")).and(col("last_file").gt(col("file"))));
    return reported
        .join(last, names("department", "extract", AcceptedRecords.RECORD_KEY), "left")
        .where(col("last_on").isNull().or(org.apache.spark.sql.functions.not(isSettled)));
  }

  /** Deliveries as a table with their place in the list. */
  static Dataset<Row> numbered(FeedbackTables tables, List<Delivery> deliveries) {
    List<Row> rows =
        IntStream.range(0, deliveries.size())
            .mapToObj(
                i ->
                    RowFactory.create(
                        deliveries.get(i).file(),
                        deliveries.get(i).fileSha256(),
                        java.sql.Date.valueOf(deliveries.get(i).deliveredOn()),
                        i))
            .toList();
    return tables.deliveries().sparkSession().createDataFrame(rows, NUMBERED);
  }

  static Column isError() {
    return col(ReportedProblem.SEVERITY).equalTo(lit(ReportedProblem.ERROR));
  }

  static scala.collection.immutable.Seq<String> names(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
