package citybrain.architecture.planted.util;

import io.delta.tables.DeltaTable;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Everything the rules forbid, so that a rule that cannot fail is found out. Never run. */
final class Violations {
  private Violations() {}

  static LocalDate readsTheClock() {
    return LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
  }

  static long touchesDelta(SparkSession spark) {
    return DeltaTable.forName(spark, "nothing").toDF().count();
  }
}
