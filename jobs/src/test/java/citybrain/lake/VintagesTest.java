package citybrain.lake;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkSessionExtension.class)
final class VintagesTest {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "id STRING, amount INT, known_from DATE, file STRING, file_sha256 STRING, sheet STRING, row INT, cell STRING,"
              + " arrival BIGINT");
  private static final List<String> KEY = List.of("id");

  @TempDir private Path folder;

  private static Row delivered(String id, int amount, String day, String file, int row) {
    return RowFactory.create(id, amount, Date.valueOf(day), file, "sha-" + file, "", row, null, 1L);
  }

  private static final List<Row> DELIVERIES =
      List.of(
          delivered("a", 10, "2020-09-01", "f1", 2),
          delivered("b", 20, "2020-09-01", "f1", 3),
          delivered("a", 11, "2020-10-01", "f2", 2),
          delivered("a", 12, "2020-11-01", "f3", 2),
          delivered("c", 30, "2020-11-01", "f3", 3));

  private LakeTable table(SparkSession spark) {
    return new Lake(spark, folder.toString()).table("silver", "sample");
  }

  private static Dataset<Row> frame(SparkSession spark, List<Row> rows, String batchId) {
    return spark.createDataFrame(rows, SCHEMA).coalesce(1).withColumn("batch_id", lit(batchId));
  }

  private static void add(LakeTable table, SparkSession spark, List<Row> rows, String batchId) {
    Vintages.add(table, frame(spark, rows, batchId), KEY, batchId);
  }

  private static List<String> known(Dataset<Row> rows) {
    return rows.orderBy("id", "known_from").collectAsList().stream()
        .map(
            row ->
                row.getAs("id")
                    + " "
                    + row.getAs("amount")
                    + " "
                    + row.getAs("known_from")
                    + ".."
                    + row.getAs("known_to"))
        .toList();
  }

  @Test
  void laterDeliveryEndsTheEarlierOne(SparkSession spark) {
    add(table(spark), spark, DELIVERIES, "batch");

    assertThat(known(table(spark).read()))
        .containsExactly(
            "a 10 2020-09-01..2020-10-01",
            "a 11 2020-10-01..2020-11-01",
            "a 12 2020-11-01..null",
            "b 20 2020-09-01..null",
            "c 30 2020-11-01..null");
  }

  @ParameterizedTest(name = "as of {0}: {1}")
  @CsvSource({
    "2020-08-31, 0",
    "2020-09-01, 30",
    "2020-09-30, 30",
    "2020-10-01, 31",
    "2020-11-01, 62",
  })
  void asOfADaySeesWhatWasKnownThatDay(LocalDate asOf, long total, SparkSession spark) {
    add(table(spark), spark, DELIVERIES, "batch");

    long sum =
        Vintages.asOf(table(spark).read(), asOf).collectAsList().stream()
            .mapToLong(row -> row.<Integer>getAs("amount"))
            .sum();
    assertThat(sum).isEqualTo(total);
  }

  @ParameterizedTest(name = "order drawn with seed {0}")
  @ValueSource(longs = {1, 4})
  void anyOrderOfArrivalGivesTheSameTable(long seed, SparkSession spark) {
    List<List<Row>> files =
        new ArrayList<>(
            List.of(DELIVERIES.subList(0, 2), DELIVERIES.subList(2, 3), DELIVERIES.subList(3, 5)));
    Collections.shuffle(files, new Random(seed));
    LakeTable table = table(spark);
    for (int i = 0; i < files.size(); i++) {
      add(table, spark, files.get(i), "batch" + i);
    }

    assertThat(known(table.read()))
        .containsExactly(
            "a 10 2020-09-01..2020-10-01",
            "a 11 2020-10-01..2020-11-01",
            "a 12 2020-11-01..null",
            "b 20 2020-09-01..null",
            "c 30 2020-11-01..null");
  }

  @Test
  void repeatingABatchChangesNothing(SparkSession spark) {
    LakeTable table = table(spark);
    add(table, spark, DELIVERIES.subList(0, 2), "one");
    add(table, spark, DELIVERIES.subList(2, 5), "two");
    List<String> before = known(table.read());

    add(table, spark, DELIVERIES.subList(2, 5), "two");

    assertThat(known(table.read())).isEqualTo(before);
  }

  @Test
  void appendOfABatchThatIsInIsSkipped(SparkSession spark) {
    LakeTable table = table(spark);
    table.appendOnce(frame(spark, DELIVERIES, "one"), "one");
    table.appendOnce(frame(spark, DELIVERIES, "one"), "one");

    assertThat(table.read().count()).isEqualTo(DELIVERIES.size());
  }
}
