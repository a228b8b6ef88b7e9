package citybrain.lake;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of a process, set for this lake.
 *
 * <p>Under {@code spark-submit} the master and memory come from there; on its own the process runs
 * embedded on all cores. Settings that a table's readers rely on (retention, no deletion vectors)
 * are defaults of every table created.
 */
public final class LakeSession {
  /**
   * Releases pin table versions, so neither log clean-up nor VACUUM may take a version away: a
   * hundred years. See docs/adr/0002-releases-pin-delta-versions.md.
   */
  private static final String RETENTION = "interval 5200 weeks";

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
          Map.entry(
              "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
          Map.entry("spark.sql.session.timeZone", "Asia/Shanghai"),
          Map.entry("spark.databricks.delta.properties.defaults.logRetentionDuration", RETENTION),
          Map.entry(
              "spark.databricks.delta.properties.defaults.deletedFileRetentionDuration", RETENTION),
          // Third-party readers of gold do not know deletion vectors.
          Map.entry("spark.databricks.delta.properties.defaults.enableDeletionVectors", "false"),
          // Key columns stand first: their statistics serve to skip files, and fewer cost less to
          // compute.
          Map.entry("spark.databricks.delta.properties.defaults.dataSkippingNumIndexedCols", "8"),
          // Above this size HotSpot does not compile the generated method and one pass gets slower
          // than many.
          Map.entry("spark.sql.codegen.hugeMethodLimit", "8000"));

  private static final String CORES = Integer.toString(Runtime.getRuntime().availableProcessors());

  private static final Map<String, String> EMBEDDED =
      Map.ofEntries(
          Map.entry("spark.ui.enabled", "false"),
          Map.entry("spark.driver.host", "127.0.0.1"),
          Map.entry("spark.driver.bindAddress", "127.0.0.1"),
          Map.entry("spark.sql.shuffle.partitions", CORES),
          Map.entry("spark.default.parallelism", CORES),
          // The defaults (50 partitions for a log of ten files) cost more than the work itself on
          // one machine.
          Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
          Map.entry("spark.sql.sources.parallelPartitionDiscovery.parallelism", CORES),
          // An optional file beside each commit, which no reader of this lake needs.
          Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "false"),
          Map.entry("spark.sql.catalogImplementation", "in-memory"));

  private LakeSession() {}

  /** The running session, or a new one. Never stops one that it did not start. */
  public static SparkSession open() {
    SparkSession.Builder builder = SparkSession.builder().appName("city-brain");
    SETTINGS.forEach(builder::config);
    if (System.getProperty("spark.master") == null) {
      builder.master("local[*]");
      EMBEDDED.forEach(builder::config);
    }
    return builder.getOrCreate();
  }
}
