package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.intake.hostile.HostileFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All small hostile files in one landing area with good ones, taken in by one command. */
@ExtendWith(SparkSessionExtension.class)
final class HostileDeliveriesTest {
  private static final String GOOD =
      "拨付编号,申请编号,拨付日期,拨付金额(元),收款单位\r\nGOOD1,JZ1,2020-09-01,1200.50,青岛市市立医院\r\n";

  @TempDir private Path folder;

  @Test
  void eachBadFileIsOneProblemAndTheGoodFilesAreTaken(SparkSession spark)
      throws IOException, InterruptedException {
    Path landing = folder.resolve("landing");
    Map<String, Boolean> isRefused = HostileFiles.land(landing);
    Path day = Files.createDirectories(landing.resolve("救助基金运行管理机构/relief_payments/2022-09-07"));
    Files.write(day.resolve("good.csv"), GOOD.getBytes(StandardCharsets.UTF_8));
    Files.write(day.resolve("~$good.csv"), new byte[] {1});
    Files.createSymbolicLink(day.resolve("link.csv"), Path.of("/etc/passwd"));
    assertThat(new ProcessBuilder("mkfifo", day.resolve("pipe.csv").toString()).start().waitFor())
        .isZero();
    long refused = isRefused.values().stream().filter(is -> is).count();
    assertThat(refused).isGreaterThan(150);

    CommandLineRun run =
        CommandLineRun.of(
            "ingest", "--landing", landing.toString(), "--lake", folder.resolve("lake").toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DATA_REFUSED);
    List<String> problems = run.err().lines().filter(line -> !line.startsWith("·")).toList();
    assertThat(problems.stream().filter(line -> line.startsWith("FILE_NOT_PLAIN"))).hasSize(2);
    assertThat(problems).hasSize((int) refused + 2);
    assertThat(run.err()).contains("Still being written, not taken in yet").contains("~$good.csv");
    Dataset<Row> files = read(spark, "quality/reconciliation");
    assertThat(
            files
                .where("rows_delivered != rows_accepted + rows_quarantined + rows_superseded")
                .count())
        .isZero();
    assertThat(files.count()).isEqualTo(isRefused.size() + 1L);
    assertThat(
            read(spark, "quality/delivery")
                .where("status = 'refused'")
                .select("file")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0)))
        .containsExactlyInAnyOrderElementsOf(
            isRefused.keySet().stream().filter(isRefused::get).toList());
    assertThat(read(spark, "silver/relief_payment").where("payment_id = 'GOOD1'").count())
        .isEqualTo(1);
    assertThat(
            read(spark, "bronze/delivered_row")
                .where("array_join(cells, '') like '%SECRET%'")
                .count())
        .isZero();
  }

  private Dataset<Row> read(SparkSession spark, String table) {
    return spark.read().format("delta").load(folder.resolve("lake").resolve(table).toString());
  }
}
