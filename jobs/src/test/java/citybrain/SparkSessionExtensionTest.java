package citybrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkSessionExtension.class)
final class SparkSessionExtensionTest {

  @Test
  void deltaTableComesBackAsItWasWritten(SparkSession spark, @TempDir Path directory) {
    String table = directory.resolve("numbers").toString();
    spark.range(5).write().format("delta").save(table);

    assertThat(spark.read().format("delta").load(table).count()).isEqualTo(5);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "spark.sql.shuffle.partitions, 2",
    "spark.databricks.delta.snapshotPartitions, 1",
    "spark.sql.session.timeZone, Asia/Shanghai",
    "spark.ui.enabled, false",
    "spark.driver.bindAddress, 127.0.0.1",
  })
  void sessionIsTunedForSmallData(String setting, String value, SparkSession spark) {
    assertThat(spark.conf().get(setting)).isEqualTo(value);
  }

  @Test
  void everyTestGetsTheSameSession(SparkSession spark) {
    assertThat(spark).isSameAs(SparkSessionExtension.session());
  }
}
