package citybrain.intake.anomaly;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.contract.Layout;
import citybrain.contract.SeriesCheck;
import citybrain.lake.Vintages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Doubts about the series of a silver table that a batch touched, as rows of {@code
 * quality/warning}.
 *
 * <p>What is known now is judged: the current vintages, and of them all records of a touched
 * series, those of earlier batches too, because a later delivery can show an earlier one to be
 * wrong. So the rows do not depend on the order in which deliveries came. One pass over the table
 * serves all its checks.
 */
public final class SeriesAnomalies {
  /** What makes a row of {@code quality/warning} the same. */
  private static final List<String> IDENTITY =
      List.of("file_sha256", "sheet", "row", "column", "check_id");

  private final ContractRegistry contracts;

  public SeriesAnomalies(ContractRegistry contracts) {
    this.contracts = contracts;
  }

  /**
   * The doubts after a batch, whether they were told before or not.
   *
   * @param table contract of the silver table
   * @param vintages the table
   * @return the columns of {@code quality/warning}; no rows for a table without series checks
   */
  public Dataset<Row> of(Contract table, Dataset<Row> vintages, String batchId) {
    Groupings groupings = Groupings.of(table);
    SparkSession spark = vintages.sparkSession();
    if (groupings.all().isEmpty()) {
      return spark.createDataFrame(List.of(), FoundRows.WARNING);
    }
    Dataset<Row> families =
        vintages
            .where(col(Vintages.KNOWN_TO).isNull())
            .select(columns(table, batchId))
            .withColumn(FoundRows.FAMILY, explode(families(groupings)));
    Dataset<Row> touched =
        families.where(col(FoundRows.OF_BATCH)).select(FoundRows.FAMILY).distinct();
    Dataset<Row> judged =
        families
            .join(
                touched,
                scala.jdk.javaapi.CollectionConverters.asScala(List.of(FoundRows.FAMILY)).toSeq(),
                "left_semi")
            .repartition(col(FoundRows.FAMILY))
            .sortWithinPartitions(FoundRows.FAMILY);
    FoundRows rows = new FoundRows(table, headers(table), batchId);
    Dataset<Row> found =
        spark.createDataFrame(
            judged
                .javaRDD()
                .mapPartitions(records -> new FamilyWalk(table, groupings, rows, records)),
            FoundRows.SCHEMA);
    return settled(found);
  }

  /**
   * The doubts that no earlier batch told.
   *
   * @param found what {@link #of} gave
   * @param told {@code quality/warning}, with or without what this batch wrote itself
   */
  public static Dataset<Row> untold(Dataset<Row> found, Dataset<Row> told, String batchId) {
    Dataset<Row> before =
        told.where(col("batch_id").notEqual(batchId))
            .select(IDENTITY.stream().map(c -> col("`" + c + "`")).toArray(Column[]::new))
            .distinct();
    return found
        .join(before, scala.jdk.javaapi.CollectionConverters.asScala(IDENTITY).toSeq(), "left_anti")
        .select(
            Stream.of(FoundRows.WARNING.fieldNames())
                .map(c -> col("`" + c + "`"))
                .toArray(Column[]::new));
  }

  private static Column[] columns(Contract table, String batchId) {
    Set<String> read = new LinkedHashSet<>();
    for (SeriesCheck check : table.seriesChecks()) {
      read.addAll(check.series());
      read.addAll(List.of(check.period(), check.periodType()));
      read.addAll(check.values());
      read.addAll(check.against());
      read.addAll(check.only().keySet());
      read.addAll(check.except().keySet());
    }
    read.remove("");
    List<Column> columns = new ArrayList<>();
    read.forEach(name -> columns.add(col(name).cast("string").as(FoundRows.VALUE + name)));
    columns.add(text(table.key(), "、").as(FoundRows.KEY));
    for (String place : FoundRows.PLACE) {
      columns.add(col(place));
    }
    columns.add(col(Vintages.BATCH_ID).equalTo(batchId).as(FoundRows.OF_BATCH));
    return columns.toArray(Column[]::new);
  }

  private static Column text(List<String> names, String separator) {
    return concat_ws(
        separator,
        names.stream()
            .map(name -> coalesce(col(name).cast("string"), lit("")))
            .toArray(Column[]::new));
  }

  private static Column families(Groupings groupings) {
    List<Column> families = new ArrayList<>();
    for (int i = 0; i < groupings.all().size(); i++) {
      List<String> names =
          groupings.all().get(i).columns().stream().map(name -> FoundRows.VALUE + name).toList();
      families.add(concat(lit(i + "\u0001"), text(names, "\u0001")));
    }
    return array(families.toArray(Column[]::new));
  }

  /** Header of each silver column in each extract that fills the table. */
  private Map<String, String> headers(Contract table) {
    Map<String, String> headers = new HashMap<>();
    for (Contract extract : contracts.extracts()) {
      if (!extract.targetTable().equals(table.name())) {
        continue;
      }
      for (Layout layout : extract.layouts()) {
        for (ContractColumn column : layout.columns()) {
          headers.putIfAbsent(
              FoundRows.headerKey(extract.department() + "/" + extract.name(), column.name()),
              column.header());
        }
      }
    }
    return headers;
  }

  /** Doubts as they are, and of the counts those files of which enough repeats. */
  private static Dataset<Row> settled(Dataset<Row> found) {
    Dataset<Row> counted =
        found
            .groupBy("check_id", "file_sha256", "file", "column", "place", "reason_zh")
            .agg(
                min(struct("sheet", "row", "cell", "value", "record_key")).as("first"),
                min(struct("department", "extract", "remedy_zh", "is_simulated", "batch_id"))
                    .as("same"),
                min("least_share").as("least_share"),
                min("least_records").as("least_records"),
                sum("repeated").as("repeated"),
                sum("compared").as("compared"));
    Column isCount = col("least_share").isNotNull();
    Column isEnough =
        col("compared")
            .geq(col("least_records"))
            .and(col("repeated").geq(col("compared").multiply(col("least_share"))));
    Column copied =
        concat(
            lit("本文件可比的"),
            col("compared"),
            lit("条中有"),
            col("repeated"),
            lit("条与"),
            col("reason_zh"),
            lit("完全相同，疑似整栏照抄"));
    return counted
        .where(col("least_share").isNull().or(isEnough))
        .withColumn("reason_zh", when(isCount, copied).otherwise(col("reason_zh")))
        .select(
            Stream.of(FoundRows.WARNING.fieldNames())
                .map(
                    name ->
                        FoundRows.FIRST.contains(name)
                            ? col("first." + name).as(name)
                            : FoundRows.SAME.contains(name)
                                ? col("same." + name).as(name)
                                : col("`" + name + "`"))
                .toArray(Column[]::new));
  }
}
