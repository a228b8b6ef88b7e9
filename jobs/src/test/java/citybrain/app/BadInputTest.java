package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that cannot be loaded: one error each, exit code 3, nothing half-loaded, the good files
 * still taken.
 */
@ExtendWith(SparkSessionExtension.class)
final class BadInputTest {
  private static final String HEADER = "拨付编号,申请编号,拨付日期,拨付金额(元),收款单位\r\n";
  private static final String GOOD =
      HEADER + "BF1,JZ1,2020-09-01,1200.50,青岛市市立医院\r\nBF2,JZ2,2020-09-02,800,青岛市殡仪馆\r\n";

  @TempDir private Path folder;

  private void land(String extract, String day, String name, byte[] content) throws IOException {
    Path file = folder.resolve("landing").resolve(extract).resolve(day).resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] utf8(String text) {
    return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] truncatedWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("全国").createRow(0).createCell(0).setCellValue("年份");
      workbook.write(bytes);
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
  }

  @Test
  void eachBadFileIsRefusedWithOneErrorAndTheGoodOneIsTaken(SparkSession spark) throws IOException {
    String payments = "救助基金运行管理机构/relief_payments";
    land(payments, "2020-09-07", "good.csv", utf8(GOOD));
    land(
        payments,
        "2020-09-08",
        "column-missing.csv",
        utf8("拨付编号,申请编号,拨付日期,收款单位\r\nBF3,JZ3,2020-09-03,医院\r\n"));
    land(
        payments,
        "2020-09-09",
        "wrong-type.csv",
        utf8(HEADER + "BF4,JZ4,2020/13/01,100,医院\r\nBF5,JZ5,不详,100,医院\r\n"));
    land(payments, "2020-09-10", "unknown-encoding.csv", binary());
    land(payments, "2020-09-11", "empty.csv", new byte[0]);
    land(
        payments,
        "2020-09-12",
        "unclosed.csv",
        utf8(HEADER + "BF6,JZ6,2020-09-03,100,\"医院\r\nBF7,JZ7,2020-09-03,1,x\r\n"));
    land("市统计局/stat_monthly", "2020-09-13", "truncated.xlsx", truncatedWorkbook());
    land(
        "市统计局/stat_annual",
        "2020-09-14",
        "of-the-fund.csv",
        GOOD.getBytes(Charset.forName("GB18030")));
    land("市体育局/medals", "2020-09-15", "medals.csv", utf8("a,b\r\n1,2\r\n"));

    CommandLineRun run =
        CommandLineRun.run(folder.resolve("landing"), folder.resolve("lake"), SmallCity.AS_OF);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(run.out()).contains("9 files, 8 refused");
    List<String> errors = run.err().lines().filter(line -> !line.startsWith("·")).toList();
    assertThat(errors).hasSize(8);
    assertThat(errors)
        .anySatisfy(
            e ->
                assertThat(e).startsWith("SCHEMA_MISMATCH").contains("column-missing.csv", "拨付金额"));
    assertThat(errors)
        .anySatisfy(
            e ->
                assertThat(e)
                    .startsWith("SCHEMA_MISMATCH")
                    .contains("wrong-type.csv", "拨付日期", "2020/13/01"));
    assertThat(errors)
        .anySatisfy(
            e -> assertThat(e).startsWith("ENCODING_UNKNOWN").contains("unknown-encoding.csv"));
    assertThat(errors)
        .anySatisfy(e -> assertThat(e).startsWith("FILE_EMPTY").contains("empty.csv"));
    assertThat(errors)
        .anySatisfy(e -> assertThat(e).startsWith("FILE_TRUNCATED").contains("unclosed.csv"));
    assertThat(errors)
        .anySatisfy(e -> assertThat(e).startsWith("FILE_TRUNCATED").contains("truncated.xlsx"));
    assertThat(errors)
        .anySatisfy(e -> assertThat(e).startsWith("WRONG_EXTRACT").contains("of-the-fund.csv"));
    assertThat(errors)
        .anySatisfy(e -> assertThat(e).startsWith("UNKNOWN_EXTRACT").contains("medals.csv"));

    List<String> loaded =
        read(spark, "silver/relief_payment").stream()
            .map(row -> row.<String>getAs("payment_id"))
            .sorted()
            .toList();
    assertThat(loaded).as("nothing of a refused file").containsExactly("BF1", "BF2");
    assertThat(
            read(spark, "quality/delivery").stream()
                .filter(row -> row.getAs("status").equals("refused")))
        .as("listed")
        .hasSize(8);
    assertThat(folder.resolve("landing").resolve(payments).resolve("2020-09-11/empty.csv"))
        .as("kept")
        .exists();
  }

  @Test
  void refusalStandsUntilALaterDeliveryIsAccepted(SparkSession spark) throws IOException {
    String payments = "救助基金运行管理机构/relief_payments";
    land(payments, "2020-09-07", "bad.csv", new byte[0]);
    Path landing = folder.resolve("landing");
    Path lake = folder.resolve("lake");

    assertThat(ingest(landing, lake).exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(ingest(landing, lake).exitCode()).as("unchanged").isEqualTo(ExitCode.DATA_REFUSED);

    land(payments, "2020-09-08", "good.csv", utf8(GOOD));
    assertThat(ingest(landing, lake).exitCode()).isZero();
  }

  @Test
  void singleBadCellIsHeldBackAndItsFileTaken(SparkSession spark) throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 1; i <= 99; i++) {
      rows.append("BF").append(i).append(",JZ").append(i).append(",2020-09-01,100,医院\r\n");
    }
    rows.append("BF100,JZ100,2020-09-31,100,医院\r\n");
    land("救助基金运行管理机构/relief_payments", "2020-09-07", "payments.csv", utf8(rows.toString()));

    CommandLineRun run = ingest(folder.resolve("landing"), folder.resolve("lake"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("100 records delivered = 99 accepted + 1 quarantined + 0 superseded");
    Row held = read(spark, "quality/quarantined_row").get(0);
    assertThat(held.<String>getAs("column")).isEqualTo("拨付日期");
    assertThat(held.<String>getAs("value")).isEqualTo("2020-09-31");
    assertThat(held.<Integer>getAs("row")).isEqualTo(101);
  }

  private static CommandLineRun ingest(Path landing, Path lake) {
    return CommandLineRun.of("ingest", "--landing", landing.toString(), "--lake", lake.toString());
  }

  private List<Row> read(SparkSession spark, String table) {
    return spark
        .read()
        .format("delta")
        .load(folder.resolve("lake").resolve(table).toString())
        .collectAsList();
  }

  /** Bytes that are no text in any encoding departments use. */
  private static byte[] binary() {
    byte[] bytes = new byte[600];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 3 == 0 ? 0xFF : i * 7);
    }
    return bytes;
  }
}
