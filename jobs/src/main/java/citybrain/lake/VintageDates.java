package citybrain.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Delivered records with the days between which each was what is known.
 *
 * <p>Keys of which nothing was withdrawn are dated by windows over one sort, for all rows of a lake
 * come through here; the few others by {@link Timeline}, key by key. Both say the same.
 */
final class VintageDates {
  /** True for a record that is known again because of a withdrawal. */
  static final String IS_RESTORED = "is_restored";

  /** Which of two records of one key is the younger: the first difference decides. */
  private static final List<String> AGE =
      List.of(
          Vintages.KNOWN_FROM,
          Vintages.FILE,
          Vintages.ARRIVAL,
          Vintages.SHEET,
          Vintages.ROW,
          Vintages.CELL);

  private static final StructType WITHDRAWN_SCHEMA =
      StructType.fromDDL("file STRING, withdrawn_on DATE");

  private static final UserDefinedFunction VALIDITIES =
      udf(
          (UDF3<Seq<Integer>, Seq<Integer>, Seq<String>, Row[]>) VintageDates::validities,
          new ArrayType(StructType.fromDDL("said INT, known_from INT, known_to INT"), false));

  private final List<String> key;

  private VintageDates(List<String> key) {
    this.key = key;
  }

  /**
   * Adds {@code known_to} and {@link #IS_RESTORED}. Every row stays, from its delivery day on;
   * restored rows come in addition.
   *
   * @param delivered rows as delivered, {@code known_from} being their delivery date, all that
   *     there are of each key
   */
  static Dataset<Row> of(Dataset<Row> delivered, List<String> key, WithdrawnFiles withdrawn) {
    VintageDates dates = new VintageDates(key);
    return withdrawn.dayByFile().isEmpty()
        ? dates.steady(delivered)
        : dates.withWithdrawals(delivered, withdrawn);
  }

  /** All columns but key and evidence: what a record says of its key. */
  private Column content(Dataset<Row> rows) {
    Column[] said =
        Arrays.stream(rows.columns())
            .filter(name -> !key.contains(name) && !Vintages.isEvidence(name))
            .map(name -> col("`" + name + "`"))
            .toArray(Column[]::new);
    return said.length == 0 ? struct(lit(true)) : struct(said);
  }

  /**
   * Nothing was withdrawn: the last record of a day is known from then on if it says something else
   * than the last record of the day before; what is known ends when the next such record comes.
   */
  private Dataset<Row> steady(Dataset<Row> rows) {
    WindowSpec byAge = Window.partitionBy(columns(key)).orderBy(columns(AGE));
    Column nextDay = lead(col(Vintages.KNOWN_FROM), 1).over(byAge);
    Column saidBefore = lag(when(col("is_last_of_day"), col("said")), 1, null, true).over(byAge);
    Column nextChange =
        lead(when(col("is_change"), col(Vintages.KNOWN_FROM)), 1, null, true).over(byAge);
    Column[] keyAndAge =
        Stream.concat(key.stream(), AGE.stream())
            .map(name -> col("`" + name + "`"))
            .toArray(Column[]::new);
    // Sorted first, so that what a row says is not carried a second time through the shuffle.
    return rows.repartition(columns(key))
        .sortWithinPartitions(keyAndAge)
        .withColumn("said", content(rows))
        .withColumn("next_day", nextDay)
        .withColumn(
            "is_last_of_day",
            col("next_day").isNull().or(col("next_day").gt(col(Vintages.KNOWN_FROM))))
        .withColumn("said_before", saidBefore)
        .withColumn(
            "is_change", col("is_last_of_day").and(not(col("said").eqNullSafe(col("said_before")))))
        .withColumn("next_change", nextChange)
        .withColumn(
            Vintages.KNOWN_TO,
            when(col("is_change"), col("next_change")).otherwise(col(Vintages.KNOWN_FROM)))
        .withColumn(IS_RESTORED, lit(false))
        .drop("said", "next_day", "is_last_of_day", "said_before", "is_change", "next_change");
  }

  private Dataset<Row> withWithdrawals(Dataset<Row> rows, WithdrawnFiles withdrawn) {
    Dataset<Row> days =
        rows.sparkSession()
            .createDataFrame(
                withdrawn.dayByFile().entrySet().stream()
                    .map(e -> RowFactory.create(e.getKey(), Date.valueOf(e.getValue())))
                    .toList(),
                WITHDRAWN_SCHEMA);
    Dataset<Row> marked =
        rows.join(
                broadcast(days),
                CollectionConverters.asScala(List.of(Vintages.FILE)).toSeq(),
                "left")
            .withColumn(
                "key_withdrawn_on", max("withdrawn_on").over(Window.partitionBy(columns(key))));
    Column[] columns = columns(Arrays.asList(rows.columns()));
    Dataset<Row> steady = steady(marked.where(col("key_withdrawn_on").isNull()).select(columns));
    return steady.unionByName(moved(marked.where(col("key_withdrawn_on").isNotNull()), rows));
  }

  /**
   * Keys with a withdrawn record: the records of each in one array, oldest first, picked by the
   * days that {@link Timeline} gives.
   */
  private Dataset<Row> moved(Dataset<Row> marked, Dataset<Row> rows) {
    List<String> others = new ArrayList<>(Arrays.asList(rows.columns()));
    others.removeAll(AGE);
    Column record =
        struct(
            Stream.of(AGE, others, List.of("withdrawn_on", "content"))
                .flatMap(List::stream)
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new));
    Column validities =
        VALIDITIES.apply(
            transform(col("records"), r -> unix_date(r.getField(Vintages.KNOWN_FROM))),
            transform(col("records"), r -> unix_date(r.getField("withdrawn_on"))),
            transform(col("records"), r -> r.getField("content")));
    Column isOwnDay =
        col("valid.known_from").equalTo(unix_date(col("record." + Vintages.KNOWN_FROM)));
    Column[] columns =
        Stream.concat(
                Arrays.stream(rows.columns())
                    .map(
                        name ->
                            name.equals(Vintages.KNOWN_FROM)
                                ? date_from_unix_date(col("valid.known_from")).as(name)
                                : col("record.`" + name + "`").as(name)),
                Stream.of(
                    date_from_unix_date(col("valid.known_to")).as(Vintages.KNOWN_TO),
                    not(isOwnDay).as(IS_RESTORED)))
            .toArray(Column[]::new);
    return marked
        // Text that is equal for equal values: columns of one schema, written in one order.
        .withColumn("content", to_json(content(rows)))
        .groupBy(columns(key))
        .agg(sort_array(collect_list(record)).as("records"))
        .select(col("records"), explode(validities).as("valid"))
        .select(col("valid"), col("records").getItem(col("valid.said")).as("record"))
        .select(columns);
  }

  private static Row[] validities(
      Seq<Integer> days, Seq<Integer> withdrawnOn, Seq<String> contents) {
    List<Timeline.Said> said = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      said.add(new Timeline.Said(days.apply(i), withdrawnOn.apply(i), contents.apply(i)));
    }
    return Timeline.of(said).stream()
        .map(valid -> RowFactory.create(valid.said(), valid.from(), valid.to()))
        .toArray(Row[]::new);
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
  }
}
