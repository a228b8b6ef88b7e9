package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that repeat, correct and withdraw each other, from the landing area to silver. */
@ExtendWith(SparkSessionExtension.class)
final class WithdrawnDeliveryTest {
  private static final String EXTRACT = "救助基金运行管理机构/relief_payments";
  private static final String FIRST = "BF1,JZ1,2020-09-01,1200.50,青岛市市立医院\r\n";
  private static final String SECOND = "BF2,JZ2,2020-09-02,800,青岛市殡仪馆\r\n";

  @TempDir private Path folder;

  private void land(String day, String name, String... rows) throws IOException {
    Path file = folder.resolve("landing").resolve(EXTRACT).resolve(day).resolve(name);
    Files.createDirectories(file.getParent());
    String text = rows.length == 0 ? "" : "拨付编号,申请编号,拨付日期,拨付金额(元),收款单位\r\n" + String.join("", rows);
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private CommandLineRun ingest() {
    return CommandLineRun.of(
        "ingest",
        "--landing",
        folder.resolve("landing").toString(),
        "--lake",
        folder.resolve("lake").toString());
  }

  private Dataset<Row> table(SparkSession spark, String name) {
    return spark.read().format("delta").load(folder.resolve("lake").resolve(name).toString());
  }

  private List<String> payments(SparkSession spark) {
    return table(spark, "silver/relief_payment")
        .selectExpr(
            "concat_ws(' ', payment_id, cast(amount as int), substring_index(file, '/', -2),"
                + " concat(known_from, '..', coalesce(cast(known_to as string), '')))")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void withdrawalTakesBackWhatItsFileSaidWheneverEitherArrives(SparkSession spark)
      throws IOException {
    land("2020-09-07", "拨付.csv", FIRST, SECOND);
    land("2020-09-20", "撤回-拨付表.csv");
    land("2020-09-21", "再次报送.csv", FIRST, SECOND);

    CommandLineRun first = ingest();
    assertThat(first.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(first.out()).contains("3 files, 1 refused");
    assertThat(first.err())
        .contains("WITHDRAWAL_UNKNOWN: " + EXTRACT + "/2020-09-20/撤回-拨付表.csv")
        .contains("拨付.csv");
    assertThat(ingest().exitCode()).as("still unknown").isEqualTo(ExitCode.DATA_REFUSED);

    land("2020-09-14", "拨付表.csv", FIRST.replace("1200.50", "9999"), SECOND);
    CommandLineRun second = ingest();
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(payments(spark))
        .containsExactly(
            "BF1 1200 2020-09-07/拨付.csv 2020-09-07..2020-09-14",
            "BF1 1200 2020-09-07/拨付.csv 2020-09-20..",
            "BF1 1200 2020-09-21/再次报送.csv 2020-09-21..2020-09-21",
            "BF1 9999 2020-09-14/拨付表.csv 2020-09-14..2020-09-20",
            "BF2 800 2020-09-07/拨付.csv 2020-09-07..",
            "BF2 800 2020-09-14/拨付表.csv 2020-09-14..2020-09-14",
            "BF2 800 2020-09-21/再次报送.csv 2020-09-21..2020-09-21");

    land("2020-09-25", "撤回-2020-09-07-拨付.csv");
    assertThat(ingest().exitCode()).isZero();
    assertThat(payments(spark))
        .as("the repetition says it now")
        .contains(
            "BF1 1200 2020-09-07/拨付.csv 2020-09-20..2020-09-25",
            "BF1 1200 2020-09-21/再次报送.csv 2020-09-25..",
            "BF2 800 2020-09-07/拨付.csv 2020-09-07..2020-09-25",
            "BF2 800 2020-09-21/再次报送.csv 2020-09-25..");
    assertThat(
            table(spark, "quality/delivery")
                .selectExpr("concat(substring_index(file, '/', -1), ' ', status)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0)))
        .containsExactlyInAnyOrder(
            "拨付.csv loaded",
            "再次报送.csv repeated",
            "拨付表.csv loaded",
            "撤回-拨付表.csv withdrawal",
            "撤回-2020-09-07-拨付.csv withdrawal");
  }
}
