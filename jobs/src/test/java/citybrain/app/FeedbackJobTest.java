package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole round: messy deliveries, marked copies, corrections in them, the clean tables. */
@ExtendWith(SparkSessionExtension.class)
final class FeedbackJobTest {
  private static final String PAYMENTS = "救助基金运行管理机构/relief_payments";
  private static final String ANNUAL = "市统计局/stat_annual";
  private static final String HEADER = "拨付编号,申请编号,拨付日期,拨付金额(元),收款单位\r\n";
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** What a clerk types over the marked cells, by what stood there. */
  private static final Map<String, String> CORRECTIONS =
      Map.of("2020-09-31", "2020-09-30", "'-8,00元", "800", "斤", "亿元");

  @TempDir private Path folder;

  private void land(String landing, String delivery, byte[] content) throws IOException {
    Path file = folder.resolve(landing).resolve(delivery);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] payments(String date50, String amount51) {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 1; i <= 120; i++) {
      rows.append("BF").append(i).append(",JZ").append(i).append(',');
      rows.append(i == 50 ? date50 : "2020-09-01").append(',');
      rows.append(i == 51 ? "\"" + amount51 + "\"" : "1200.50").append(",＝市立医院\r\n");
    }
    return rows.toString().getBytes(GB18030);
  }

  /** A printed table of one indicator per row, with a merged title. */
  private static byte[] annual(String unit) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("青岛市");
      sheet.createRow(0).createCell(0).setCellValue("青岛市历年主要统计资料");
      sheet.addMergedRegion(CellRangeAddress.valueOf("A1:D1"));
      Object[][] cells = {
        {"指标", "单位", "1990年", "1991年"},
        {"地区生产总值（当年价格）", unit, "—", 250.16},
        {"商品房销售面积", "万平方米", 426.9, ""},
        {"注：1. “—”表示无公布数据。"}
      };
      for (int i = 0; i < cells.length; i++) {
        Row row = sheet.createRow(i + 2);
        for (int j = 0; j < cells[i].length; j++) {
          if (cells[i][j] instanceof Double number) {
            row.createCell(j).setCellValue(number);
          } else {
            row.createCell(j).setCellValue((String) cells[i][j]);
          }
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private void run(String landing, String lake, String asOf) {
    CommandLineRun run =
        CommandLineRun.run(
            folder.resolve(landing), folder.resolve(lake), java.time.LocalDate.parse(asOf));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private CommandLineRun publish(String out, String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "publish",
                    "--lake",
                    folder.resolve("lake").toString(),
                    "--to",
                    "feedback",
                    "--out",
                    folder.resolve(out).toString()),
                Stream.of(more))
            .toList();
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  private List<String> filesIn(String out) {
    try (Stream<Path> all = Files.walk(folder.resolve(out))) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.resolve(out).relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The clerk: types over each marked cell, leaves all else as it is, saves. */
  private byte[] corrected(String copy) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(copy));
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      int corrections = 0;
      for (Sheet sheet : workbook) {
        for (CellAddress marked : sheet.getCellComments().keySet()) {
          Row row = sheet.getRow(marked.getRow());
          Cell cell = row.getCell(marked.getColumn());
          String better = CORRECTIONS.get(cell.getStringCellValue());
          assertThat(better).as(cell.getStringCellValue()).isNotNull();
          row.createCell(marked.getColumn()).setCellValue(better);
          corrections++;
        }
      }
      assertThat(corrections).isPositive();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private List<String> known(
      SparkSession spark, String lake, String table, String day, String... columns) {
    return spark
        .read()
        .format("delta")
        .load(folder.resolve(lake).resolve("silver").resolve(table).toString())
        .where("known_from <= '%1$s' and (known_to is null or known_to > '%1$s')".formatted(day))
        .selectExpr(columns)
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .sorted()
        .toList();
  }

  private List<String> payments(SparkSession spark, String lake, String day) {
    return known(
        spark,
        lake,
        "relief_payment",
        day,
        "payment_id",
        "application_id",
        "paid_on",
        "amount",
        "payee");
  }

  private List<String> annual(SparkSession spark, String lake, String day) {
    return known(
        spark,
        lake,
        "statistical_observation",
        day,
        "indicator_code",
        "area_code",
        "period",
        "level",
        "unit");
  }

  @Test
  void correctedCopyGivesTheCleanTablesAndLeavesThePastAsItWas(SparkSession spark)
      throws IOException {
    land("landing", PAYMENTS + "/2020-10-12/拨付.csv", payments("2020-09-31", "-8,00元"));
    land("landing", ANNUAL + "/2020-10-12/年鉴.xlsx", annual("斤"));
    run("landing", "lake", "2020-10-12");
    List<String> paymentsBefore = payments(spark, "lake", "2020-10-12");
    List<String> annualBefore = annual(spark, "lake", "2020-10-12");
    assertThat(paymentsBefore).hasSize(118);
    assertThat(annualBefore).hasSize(1);

    CommandLineRun published = publish("out");
    assertThat(published.exitCode()).as(published.err()).isZero();
    assertThat(published.out())
        .contains("2 deliveries to correct (3 errors, 0 warnings), 2 scorecards");
    assertThat(filesIn("out"))
        .containsExactly(
            "市统计局/stat_annual/2020-10-12/年鉴.xlsx.更正.xlsx",
            "市统计局/报送质量记分卡.xlsx",
            "救助基金运行管理机构/relief_payments/2020-10-12/拨付.csv.更正.xlsx",
            "救助基金运行管理机构/报送质量记分卡.xlsx");
    land(
        "landing",
        PAYMENTS + "/2020-10-20/拨付.csv.更正.xlsx",
        corrected("out/" + PAYMENTS + "/2020-10-12/拨付.csv.更正.xlsx"));
    land(
        "landing",
        ANNUAL + "/2020-10-20/年鉴.xlsx.更正.xlsx",
        corrected("out/" + ANNUAL + "/2020-10-12/年鉴.xlsx.更正.xlsx"));
    run("landing", "lake", "2020-10-20");

    land("clean-landing", PAYMENTS + "/2020-10-20/拨付.csv", payments("2020-09-30", "800"));
    land("clean-landing", ANNUAL + "/2020-10-20/年鉴.xlsx", annual("亿元"));
    CommandLineRun clean =
        CommandLineRun.of(
            "ingest",
            "--landing",
            folder.resolve("clean-landing").toString(),
            "--lake",
            folder.resolve("clean-lake").toString());
    assertThat(clean.exitCode()).as(clean.err()).isZero();
    assertThat(payments(spark, "lake", "2020-10-20"))
        .hasSize(120)
        .isEqualTo(payments(spark, "clean-lake", "2020-10-20"));
    assertThat(annual(spark, "lake", "2020-10-20"))
        .hasSize(3)
        .isEqualTo(annual(spark, "clean-lake", "2020-10-20"));
    assertThat(payments(spark, "lake", "2020-10-12")).isEqualTo(paymentsBefore);
    assertThat(annual(spark, "lake", "2020-10-12")).isEqualTo(annualBefore);

    assertThat(publish("after").out()).contains("0 deliveries to correct");
    assertThat(filesIn("after")).as("scorecards only").hasSize(2);
    List<String> scorecard =
        spark
            .read()
            .format("delta")
            .load(folder.resolve("lake/quality/scorecard").toString())
            .selectExpr(
                "extract",
                "month",
                "completeness",
                "records_delivered",
                "records_first_pass",
                "records_held",
                "records_corrected",
                "median_days_to_correct",
                "as_of")
            .collectAsList()
            .stream()
            .map(row -> row.mkString(" "))
            .sorted()
            .toList();
    assertThat(scorecard).contains("relief_payments 2020-10 null 120 118 2 2 8.0 2020-10-20");

    assertThat(publish("past", "--as-of", "2020-10-12", "--department", "市统计局").out())
        .contains("1 deliveries to correct (1 errors, 0 warnings), 1 scorecards");
    assertThat(filesIn("past"))
        .containsExactly("市统计局/stat_annual/2020-10-12/年鉴.xlsx.更正.xlsx", "市统计局/报送质量记分卡.xlsx");
  }

  @Test
  void rowReplacedSinceIsNotGivenBackAndARefusedFileIsToldOnItsFirstSheet(SparkSession spark)
      throws IOException {
    land("landing", PAYMENTS + "/2020-10-12/拨付.csv", payments("2020-09-31", "800"));
    land(
        "landing",
        PAYMENTS + "/2020-10-13/补.csv",
        (HEADER + "BF7,JZ7,2020-09-01,777,医院\r\n").getBytes(GB18030));
    land(
        "landing",
        PAYMENTS + "/2020-10-14/缺列.csv",
        "拨付编号,申请编号,拨付日期,收款单位\r\nBF9,JZ9,2020-09-01,医院\r\n".getBytes(GB18030));
    CommandLineRun run =
        CommandLineRun.run(
            folder.resolve("landing"),
            folder.resolve("lake"),
            java.time.LocalDate.parse("2020-10-20"));
    assertThat(run.exitCode()).as("a file is refused").isEqualTo(ExitCode.DATA_REFUSED);

    CommandLineRun published = publish("out");
    assertThat(published.out()).as(published.err()).contains("2 deliveries to correct");
    try (XSSFWorkbook workbook = opened("out/" + PAYMENTS + "/2020-10-12/拨付.csv.更正.xlsx")) {
      Sheet data = workbook.getSheet("数据");
      assertThat(data.getRow(6).getCell(0).getStringCellValue()).isEqualTo("BF6");
      assertThat(data.getRow(7)).as("BF7 was delivered again since").isNull();
      assertThat(data.getRow(50).getCell(0).getStringCellValue()).isEqualTo("BF50");
    }
    try (XSSFWorkbook workbook = opened("out/" + PAYMENTS + "/2020-10-14/缺列.csv.更正.xlsx")) {
      StringBuilder notes = new StringBuilder();
      workbook
          .getSheetAt(0)
          .forEach(
              row -> row.forEach(cell -> notes.append(cell.getStringCellValue()).append('\n')));
      assertThat(notes).contains("该文件未被接收", "缺少列“拨付金额(元)”", "按数据合同补齐");
      assertThat(workbook.getSheet("数据").getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("BF9");
    }

    CommandLineRun tooLate = publish("out", "--as-of", "2020-10-21");
    assertThat(tooLate.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(tooLate.err()).contains("OPTION_WRONG: --as-of 2020-10-21 is after 2020-10-20");
    assertThat(publish("out", "--department", "市体育局").err())
        .contains("OPTION_WRONG: --department 市体育局 has delivered nothing");
  }

  private XSSFWorkbook opened(String copy) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(copy))) {
      return new XSSFWorkbook(in);
    }
  }
}
