package citybrain;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one Spark session of this test JVM to test methods that ask for it.
 *
 * <p>A session takes longer to start than most tests to run, so it is started by the first test
 * that needs it and ended with the JVM, by Spark's own shutdown hook. No test may stop it or change
 * its configuration: a test that needs a setting takes {@link SparkSession#newSession()}.
 *
 * <pre>{@code
 * @ExtendWith(SparkSessionExtension.class)
 * final class SomeTest {
 *   @Test
 *   void somethingHolds(SparkSession spark) { … }
 * }
 * }</pre>
 *
 * Properties run by jqwik, which knows no JUnit extensions, call {@link #session()}.
 */
public final class SparkSessionExtension implements ParameterResolver {

  /** The session of this test JVM. */
  public static SparkSession session() {
    return Holder.SUITE.spark();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session();
  }

  /** Initialised by the class loader once, on first use. */
  private static final class Holder {
    private static final Suite SUITE = new Suite();

    static {
      SUITE.runBefore();
    }
  }

  private static final class Suite extends JavaDatasetSuiteBase {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean enableHiveSupport() {
      return false;
    }

    @Override
    public SparkConf conf() {
      return super.conf()
          .setMaster("local[2]")
          .set("spark.driver.bindAddress", "127.0.0.1")
          .set("spark.driver.host", "127.0.0.1")
          .set("spark.ui.enabled", "false")
          .set("spark.sql.shuffle.partitions", "2")
          .set("spark.sql.session.timeZone", "Asia/Shanghai")
          .set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
          .set("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
          .set("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
          .set("spark.default.parallelism", "2")
          .set("spark.databricks.delta.snapshotPartitions", "1")
          .set("spark.databricks.delta.writeChecksumFile.enabled", "false")
          .set("spark.databricks.delta.properties.defaults.dataSkippingNumIndexedCols", "8")
          // Delta asks for its log store once per scheme; this one kills when a test arms it.
          .set("spark.delta.logStore.file.impl", "citybrain.lake.KillableLogStore");
    }
  }
}
