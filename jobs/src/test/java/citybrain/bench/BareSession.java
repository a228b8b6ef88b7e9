package citybrain.bench;

import citybrain.lake.LakeSession;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The least that any job of this lake costs: the project's own session, one Delta table written and
 * read back. {@code bin/bench} runs it beside the demo.
 */
public final class BareSession {
  private static final long ROWS = 1000;

  private BareSession() {}

  /** Takes one argument, a folder that is not there yet. */
  public static void main(String[] args) {
    String table = Path.of(args[0]).resolve("table").toString();
    SparkSession spark = LakeSession.open();
    spark.range(ROWS).write().format("delta").save(table);
    long read = spark.read().format("delta").load(table).count();
    spark.stop();
    if (read != ROWS) {
      throw new IllegalStateException("Wrote " + ROWS + " rows to " + table + " and read " + read);
    }
  }
}
