package citybrain.serving.feedback;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * How well departments deliver, as known on a day.
 *
 * <p>Month: that of the due day; of a delivery that was due on no day, that of the delivery. A
 * record belongs to the month of its first delivery.
 *
 * <ul>
 *   <li>completeness = deliveries received / due: due by the as-of day; received unless refused
 *   <li>on_time_share = deliveries received by their due day / due: what is missing is not on time
 *   <li>first_pass_yield = records accepted at their first delivery / records delivered. Records of
 *       a refused file are delivered and not accepted; a record whose key could not be read counts
 *       once per row it stands in
 *   <li>median_days_to_correct: calendar days from the delivery in which a record was held back
 *       first to the first later one from which the record with the same key was taken
 * </ul>
 *
 * <p>Shares are percent. A figure without a denominator is null: nothing due is not "all there".
 */
final class Scorecard {
  static final List<String> BY_MONTH = List.of("department", "extract", "month");
  static final List<String> BY_EXTRACT = List.of("department", "extract");
  static final List<String> BY_DEPARTMENT = List.of("department");

  private static final StructType DUE =
      StructType.fromDDL("department STRING, extract STRING, period STRING, due_on DATE");

  /** What each fact may count; a fact that says nothing of one has null there. */
  private static final List<String> COUNTED =
      List.of(
          "deliveries_due",
          "deliveries_received",
          "deliveries_on_time",
          "records_delivered",
          "records_first_pass",
          "records_held",
          "records_corrected");

  private static final String DAYS = "days_to_correct";

  private final FeedbackTables tables;
  private final LocalDate asOf;
  private final Dataset<Row> due;
  private final Dataset<Row> deliveries;

  private Scorecard(FeedbackTables tables, List<DueDelivery> due, LocalDate asOf) {
    this.tables = tables;
    this.asOf = asOf;
    this.due =
        tables
            .deliveries()
            .sparkSession()
            .createDataFrame(
                due.stream()
                    .map(
                        d ->
                            RowFactory.create(
                                d.department(),
                                d.extract(),
                                d.period(),
                                java.sql.Date.valueOf(d.dueOn())))
                    .toList(),
                DUE);
    // A period has one due day: the join multiplies nothing.
    this.deliveries =
        tables
            .deliveries(asOf)
            .drop("due_on")
            .join(this.due, OpenProblems.names("department", "extract", "period"), "left")
            .withColumn("month", month(coalesce(col("due_on"), col("delivered_at"))));
  }

  /** Facts that {@link #of} adds up: one row per due delivery, record and held record. */
  static Dataset<Row> facts(FeedbackTables tables, List<DueDelivery> due, LocalDate asOf) {
    Scorecard scorecard = new Scorecard(tables, due, asOf);
    return scorecard
        .dueFacts()
        .unionByName(scorecard.recordFacts())
        .unionByName(scorecard.refusedFacts())
        .unionByName(scorecard.heldFacts());
  }

  /**
   * Figures by these columns, sorted by them.
   *
   * @param facts as {@link #facts} gives them
   * @param level {@link #BY_MONTH}, {@link #BY_EXTRACT} or {@link #BY_DEPARTMENT}
   */
  static Dataset<Row> of(Dataset<Row> facts, List<String> level) {
    Column[] keys = level.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    Column[] sums =
        COUNTED.stream()
            .map(name -> coalesce(sum(col(name)), lit(0L)).as(name))
            .toArray(Column[]::new);
    Column median = percentile(col(DAYS), lit(0.5)).cast("decimal(9,1)");
    return facts
        .groupBy(keys)
        .agg(median.as("median_days_to_correct"), sums)
        .withColumn("completeness", share("deliveries_received", "deliveries_due"))
        .withColumn("on_time_share", share("deliveries_on_time", "deliveries_due"))
        .withColumn("first_pass_yield", share("records_first_pass", "records_delivered"))
        .orderBy(keys);
  }

  private static Column share(String part, String whole) {
    return when(
        col(whole).gt(0),
        col(part).cast("decimal(20,0)").multiply(100).divide(col(whole)).cast("decimal(9,4)"));
  }

  private static Column month(Column day) {
    return date_format(day, "yyyy-MM");
  }

  private static Column flag(Column condition) {
    return when(condition, 1L).otherwise(0L);
  }

  private Dataset<Row> dueFacts() {
    Dataset<Row> received =
        deliveries
            .where("status <> 'refused' and period is not null")
            .groupBy("department", "extract", "period")
            .agg(min("delivered_at").as("received_on"));
    Dataset<Row> withReceived =
        due.where(col("due_on").leq(FeedbackTables.day(asOf)))
            .join(received, OpenProblems.names("department", "extract", "period"), "left")
            .withColumn("month", month(col("due_on")))
            .withColumn("deliveries_due", lit(1L))
            .withColumn("deliveries_received", flag(col("received_on").isNotNull()))
            .withColumn(
                "deliveries_on_time",
                flag(coalesce(col("received_on").leq(col("due_on")), lit(false))));
    return fact(withReceived);
  }

  /** Held back records: department, extract, record_key, is_keyed, held_on, file, file_sha256. */
  private Dataset<Row> held() {
    return tables
        .quarantinedRows()
        .select("file", "file_sha256", "sheet", "row", AcceptedRecords.RECORD_KEY)
        .distinct()
        .join(
            deliveries
                .where("status = 'loaded'")
                .select("department", "extract", "delivered_at", "file", "file_sha256"),
            OpenProblems.names("file", "file_sha256"))
        .select(
            col("department"),
            col("extract"),
            coalesce(
                    col(AcceptedRecords.RECORD_KEY),
                    concat_ws("\n", col("file_sha256"), col("file"), col("sheet"), col("row")))
                .as(AcceptedRecords.RECORD_KEY),
            col("delivered_at").as("held_on"),
            col("file"),
            col("file_sha256"));
  }

  private Dataset<Row> recordFacts() {
    Dataset<Row> held =
        held().withColumnRenamed("held_on", "day").withColumn("is_accepted", lit(false));
    Dataset<Row> all =
        accepted()
            .map(
                rows ->
                    rows.withColumnRenamed(AcceptedRecords.TAKEN_ON, "day")
                        .withColumn("is_accepted", lit(true))
                        .unionByName(held))
            .orElse(held);
    // Held back and taken on one day: it did not pass at first.
    Dataset<Row> first =
        all.groupBy("department", "extract", AcceptedRecords.RECORD_KEY)
            .agg(
                min(struct(col("day"), col("is_accepted"), col("file"), col("file_sha256")))
                    .as("first"))
            .select(
                col("department"),
                col("extract"),
                col("first.file").as("file"),
                col("first.file_sha256").as("file_sha256"),
                col("first.is_accepted").as("is_accepted"));
    return fact(
        withMonth(first)
            .withColumn("records_delivered", lit(1L))
            .withColumn("records_first_pass", flag(col("is_accepted"))));
  }

  private Optional<Dataset<Row>> accepted() {
    return AcceptedRecords.of(tables, asOf);
  }

  private Dataset<Row> withMonth(Dataset<Row> rows) {
    return rows.join(
        deliveries.select("file", "file_sha256", "month"),
        OpenProblems.names("file", "file_sha256"));
  }

  private Dataset<Row> refusedFacts() {
    Dataset<Row> refused =
        deliveries
            .where("status = 'refused'")
            .join(
                tables.reconciliation().select("file", "file_sha256", "rows_delivered"),
                OpenProblems.names("file", "file_sha256"))
            .withColumn("records_delivered", col("rows_delivered"))
            .withColumn("records_first_pass", lit(0L));
    return fact(refused);
  }

  private Dataset<Row> heldFacts() {
    List<String> record = List.of("department", "extract", AcceptedRecords.RECORD_KEY);
    Column[] key = record.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    Dataset<Row> first =
        held()
            .groupBy(key)
            .agg(min(struct(col("held_on"), col("file"), col("file_sha256"))).as("first"))
            .select(
                col("department"),
                col("extract"),
                col(AcceptedRecords.RECORD_KEY),
                col("first.held_on").as("held_on"),
                col("first.file").as("file"),
                col("first.file_sha256").as("file_sha256"));
    Dataset<Row> corrected =
        accepted()
            .map(
                rows ->
                    rows.drop("file", "file_sha256")
                        .join(first, OpenProblems.names(record.toArray(String[]::new)))
                        .where(col(AcceptedRecords.TAKEN_ON).geq(col("held_on")))
                        .groupBy(key)
                        .agg(min(AcceptedRecords.TAKEN_ON).as("corrected_on")))
            .orElse(
                first.select(key).limit(0).withColumn("corrected_on", col("extract").cast("date")));
    Dataset<Row> withDays =
        first
            .join(corrected, OpenProblems.names(record.toArray(String[]::new)), "left")
            .withColumn("records_held", lit(1L))
            .withColumn("records_corrected", flag(col("corrected_on").isNotNull()))
            .withColumn(DAYS, datediff(col("corrected_on"), col("held_on")).cast("double"));
    return fact(withMonth(withDays));
  }

  /** The columns all facts have; what this one does not say is null. */
  private static Dataset<Row> fact(Dataset<Row> rows) {
    List<String> present = Arrays.asList(rows.columns());
    List<Column> columns =
        new java.util.ArrayList<>(List.of(col("department"), col("extract"), col("month")));
    for (String name : COUNTED) {
      columns.add((present.contains(name) ? col(name) : lit(null)).cast("bigint").as(name));
    }
    columns.add((present.contains(DAYS) ? col(DAYS) : lit(null)).cast("double").as(DAYS));
    return rows.select(columns.toArray(Column[]::new));
  }
}
