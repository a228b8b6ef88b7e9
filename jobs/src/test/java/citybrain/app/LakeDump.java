package citybrain.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** All that a lake says: every row of every table, and how many commits each table has. */
final class LakeDump {
  private LakeDump() {}

  static SortedMap<String, List<String>> of(SparkSession spark, Path lake) {
    SortedMap<String, List<String>> tables = new TreeMap<>();
    for (Path table : tables(lake)) {
      List<String> rows =
          spark.read().format("delta").load(table.toString()).toJSON().collectAsList().stream()
              .sorted()
              .toList();
      tables.put(lake.relativize(table) + " with " + commits(table) + " commits", rows);
    }
    return tables;
  }

  private static List<Path> tables(Path lake) {
    try (Stream<Path> all = Files.walk(lake)) {
      return all.filter(path -> path.getFileName().toString().equals("_delta_log"))
          .map(path -> path.getParent())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long commits(Path table) {
    try (Stream<Path> log = Files.list(table.resolve("_delta_log"))) {
      return log.filter(path -> path.getFileName().toString().endsWith(".json")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
