package citybrain.lake;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import io.delta.tables.DeltaTable;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * One Delta table of the lake. Every write is one transaction and can be repeated: an append
 * carries the identity of its batch and is skipped by Delta when that batch is already in; a
 * replacement names its build in the commit.
 */
public final class LakeTable {
  private final SparkSession spark;
  private final TableName name;
  private final String relativePath;
  private final String location;

  LakeTable(SparkSession spark, TableName name, String root, String relativePath) {
    this.spark = spark;
    this.name = name;
    this.relativePath = relativePath;
    this.location = root + "/" + relativePath;
  }

  public TableName name() {
    return name;
  }

  /** Path below the lake's root. */
  public String relativePath() {
    return relativePath;
  }

  public boolean exists() {
    return DeltaTable.isDeltaTable(spark, location);
  }

  /**
   * The table's head.
   *
   * @throws ProblemException {@code TABLE_NOT_FOUND} when nothing was written to it yet
   */
  public Dataset<Row> read() {
    requireExists();
    return spark.read().format("delta").load(location);
  }

  /** The head, or no rows of {@code schema} when nothing was written yet. */
  public Dataset<Row> readOrEmpty(StructType schema) {
    return exists() ? read() : spark.createDataFrame(java.util.List.of(), schema);
  }

  /** The table as it was at {@code version}. */
  public Dataset<Row> readVersion(long version) {
    requireExists();
    return spark.read().format("delta").option("versionAsOf", version).load(location);
  }

  /** Appends a batch once: repeating it with the same {@code batchId} changes nothing. */
  public void appendOnce(Dataset<Row> rows, String batchId) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Append)
        .options(Map.of("txnAppId", batchId, "txnVersion", "1", "userMetadata", batchId))
        .save(location);
  }

  /** Replaces all rows in one transaction and notes {@code buildId} in the commit. */
  public void replace(Dataset<Row> rows, String buildId) {
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("overwriteSchema", "true")
        .option("userMetadata", buildId)
        .save(location);
  }

  /** Makes the head what it was at {@code version}; a new commit, nothing is lost. */
  void restore(long version, String buildId) {
    spark.conf().set("spark.databricks.delta.commitInfo.userMetadata", buildId);
    try {
      delta().restoreToVersion(version);
    } finally {
      spark.conf().unset("spark.databricks.delta.commitInfo.userMetadata");
    }
  }

  DeltaTable delta() {
    requireExists();
    return DeltaTable.forPath(spark, location);
  }

  /** The newest version. */
  public long version() {
    requireExists();
    // DESCRIBE HISTORY answers the same after a Spark job; a release asks for a score of tables.
    return DeltaLog.forTable(spark, location)
        .update(false, Option.empty(), Option.empty())
        .version();
  }

  /** Which build wrote the head; empty when the commit names none. */
  public Optional<String> lastBuild() {
    return exists()
        ? Optional.ofNullable(delta().history(1).select("userMetadata").head().getString(0))
        : Optional.empty();
  }

  private void requireExists() {
    if (!exists()) {
      throw new ProblemException(
          new Problem(
              "TABLE_NOT_FOUND",
              location,
              "is no Delta table",
              "Check --lake, or run `citybrain run` first to fill the lake."));
    }
  }
}
