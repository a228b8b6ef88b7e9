package citybrain.app;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import citybrain.SparkSessionExtension;
import citybrain.lake.Lake;
import citybrain.lake.Release;
import citybrain.lake.ReleaseLog;
import citybrain.lake.TableName;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main job over the published series and a small simulated city: figures, evidence, releases.
 */
@ExtendWith(SparkSessionExtension.class)
final class MainJobTest {
  @TempDir private static Path folder;

  private static Path landing() {
    return folder.resolve("landing");
  }

  private static Path lake() {
    return folder.resolve("lake");
  }

  @BeforeAll
  static void runTheMainJob() {
    SmallCity.land(landing());
    CommandLineRun run = CommandLineRun.run(landing(), lake(), SmallCity.AS_OF);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static Dataset<Row> current(SparkSession spark, String layer, String table) {
    ReleaseLog log = new ReleaseLog(new Lake(spark, lake().toString()));
    return log.read(log.requireCurrent(), new TableName(layer, table));
  }

  private static List<Row> figures(SparkSession spark, String where) {
    return current(spark, "gold", "metric_value").where(where).collectAsList();
  }

  @ParameterizedTest(name = "{0} {2} {3} {1} {4} is {5} ({6})")
  @CsvSource({
    "economy.retail_sales, level, 000000, 2017-03, published, 2786370000000, NBS monthly release: 27863.7 亿元",
    "economy.retail_sales, yoy, 000000, 2017-03, published, 10.9, NBS monthly release",
    "economy.retail_sales, yoy, 000000, 2017-03, computed, 10.94843136, 27863.7 / 25114.1 by hand",
    "economy.retail_sales, yoy, 000000, 2017-01/2017-02, computed, 9.54332143, 57959.7 / 52910.3 by hand",
    "economy.retail_sales, ytd, 000000, 2017-03, computed, 8582340000000, 57959.7 + 27863.7 by hand",
    "economy.retail_sales, yoy, 000000, 2012-01/2012-02, published, 14.7, NBS monthly release",
    "economy.gdp, level, 370200, 2018, published, 1200152000000, NBS city series: 12001.52 亿元",
    "economy.gdp, level, 370200, 2024, published, 1671946000000, NBS city series: 16719.46 亿元",
    "economy.retail_sales, yoy, 370200, 2024, computed, 6.77174825, 6746.8 / 6318.9 by hand",
    "economy.industrial_value_added, yoy, 370200, 2020-05, published, 5.1, 半岛网 2020-06-24",
    "economy.industrial_value_added, ytd_yoy, 370200, 2020-05, published, -4.0, 半岛网 2020-06-24",
    "economy.exports, level, 000000, 1983-07, published, 1814000000, customs series: 18.14 亿美元",
  })
  void figureEqualsTheOneCheckedByHand(
      String metric,
      String measure,
      String area,
      String period,
      String basis,
      BigDecimal value,
      String source,
      SparkSession spark) {
    List<Row> rows =
        figures(
            spark,
            "metric_id = '%s' and measure = '%s' and area_code = '%s' and period = '%s' and basis = '%s'"
                .formatted(metric, measure, area, period, basis));
    assertThat(rows).as(source).hasSize(1);
    assertThat(rows.get(0).<BigDecimal>getAs("value")).isEqualByComparingTo(value);
  }

  @ParameterizedTest(name = "{0}: no base revision, computed growth is the published one")
  @ValueSource(ints = {2001, 2002, 2007, 2008, 2009, 2014, 2016, 2017})
  void retailGrowthEqualsPublishedWithoutBaseRevision(int year, SparkSession spark) {
    List<Row> months = retailGrowth(spark, year);

    assertThat(months).hasSizeGreaterThanOrEqualTo(11);
    assertThat(months)
        .allSatisfy(
            row -> {
              assertThat(row.<Boolean>getAs("is_comparable")).isTrue();
              assertThat(row.<BigDecimal>getAs("value"))
                  .isCloseTo(
                      row.<BigDecimal>getAs("published_value"), within(new BigDecimal("0.055")));
              assertThat(
                      row.<BigDecimal>getAs("published_gap")
                          .setScale(2, java.math.RoundingMode.HALF_UP)
                          .abs())
                  .isLessThanOrEqualTo(new BigDecimal("0.05"));
            });
  }

  @ParameterizedTest(name = "{0}: the base was revised, computed growth is flagged with the reason")
  @ValueSource(ints = {2003, 2004, 2005, 2006, 2010, 2012, 2013, 2015})
  void retailGrowthIsFlaggedWhereTheBaseWasRevised(int year, SparkSession spark) {
    assertThat(retailGrowth(spark, year))
        .hasSizeGreaterThanOrEqualTo(11)
        .allSatisfy(
            row -> {
              assertThat(row.<Boolean>getAs("is_comparable")).isFalse();
              assertThat(row.<String>getAs("reason_zh")).contains("基数");
            });
  }

  private static List<Row> retailGrowth(SparkSession spark, int year) {
    return figures(
        spark,
        "metric_id = 'economy.retail_sales' and measure = 'yoy' and basis = 'computed' and area_code = '000000'"
            + " and period_type in ('month', 'merged_months') and year(period_end) = "
            + year);
  }

  @Test
  void goldHasOneRowPerKey(SparkSession spark) {
    assertNoTwin(
        current(spark, "gold", "metric_value"),
        "metric_id",
        "measure",
        "basis",
        "area_code",
        "industry_code",
        "subject_id",
        "period");
    assertNoTwin(current(spark, "gold", "finding"), "finding_id");
    assertNoTwin(
        current(spark, "gold", "target_progress"),
        "programme_id",
        "indicator_id",
        "area_code",
        "breakdown",
        "year",
        "method");
    assertNoTwin(
        current(spark, "gold", "warning_light"), "scope", "scope_id", "indicator_id", "period");
  }

  private static void assertNoTwin(Dataset<Row> rows, String... key) {
    assertThat(rows.count()).isPositive();
    assertThat(
            rows.groupBy(
                    java.util.Arrays.stream(key)
                        .map(c -> col(c))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .count()
                .where("count > 1")
                .collectAsList())
        .isEmpty();
  }

  @Test
  void rowsAreConservedFileByFile(SparkSession spark) {
    Dataset<Row> files = current(spark, "quality", "reconciliation");

    assertThat(
            files
                .where("rows_delivered != rows_accepted + rows_quarantined + rows_superseded")
                .count())
        .isZero();
    assertThat(files.count()).isEqualTo(SmallCity.files(landing()).size());
    assertThat(files.where("rows_quarantined > 0").count()).isPositive();
  }

  @Test
  void everyPlannedFaultIsQuarantined(SparkSession spark) {
    Dataset<Row> truth =
        spark.read().option("header", true).csv(landing().resolve("truth/faults.csv").toString());
    List<String> planted =
        truth.select("file", "row").distinct().collectAsList().stream()
            .map(Row::toString)
            .sorted()
            .toList();
    Dataset<Row> quarantined = current(spark, "quality", "quarantined_row");

    assertThat(planted).isNotEmpty();
    for (Row fault : truth.collectAsList()) {
      String file = fault.getAs("file");
      assertThat(
              quarantined
                  .where(col("file").endsWith(file.substring(file.lastIndexOf('/') + 1)))
                  .where(col("row").equalTo(Integer.parseInt(fault.getAs("row"))))
                  .count())
          .as(fault.toString())
          .isPositive();
    }
  }

  @Test
  void whatIsSimulatedSaysSo(SparkSession spark) {
    assertThat(figures(spark, "is_simulated")).isEmpty();
    assertThat(current(spark, "gold", "finding").where("not is_simulated").count()).isZero();
    assertThat(
            current(spark, "gold", "target_progress")
                .where("actual is not null and not is_simulated")
                .count())
        .isZero();
  }

  @Test
  void everyFigureHasItsEvidence(SparkSession spark) {
    assertThat(figures(spark, "value is not null and size(evidence) = 0")).isEmpty();
    assertThat(current(spark, "gold", "finding").where("size(evidence) = 0").count()).isZero();
    assertThat(
            current(spark, "gold", "target_progress")
                .where("actual is not null and size(evidence) = 0")
                .count())
        .isZero();
  }

  @Test
  void targetPrintedAsASlashIsNotAssessed(SparkSession spark) {
    List<Row> rows =
        current(spark, "gold", "target_progress")
            .where("indicator_id = 'higher_college_student_count'")
            .collectAsList();
    List<Row> slashes =
        current(spark, "gold", "target_progress")
            .where("target is null and breakdown = '_T'")
            .collectAsList();

    assertThat(slashes)
        .hasSizeGreaterThanOrEqualTo(12)
        .allSatisfy(row -> assertThat(row.<String>getAs("verdict")).isEqualTo("not_assessable"));
    assertThat(rows).allSatisfy(row -> assertThat(row.<String>getAs("reason_zh")).isNotBlank());
  }

  @Test
  void secondRunOnTheSameInputChangesNothing(SparkSession spark) {
    SortedMap<String, List<String>> before = LakeDump.of(spark, lake());

    CommandLineRun again = CommandLineRun.run(landing(), lake(), SmallCity.AS_OF);

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("no new files").contains("nothing changed");
    assertThat(LakeDump.of(spark, lake())).isEqualTo(before);
  }

  @Test
  void orderOfArrivalDoesNotChangeTheFigures(SparkSession spark) {
    Path partial = folder.resolve("partial");
    Path other = folder.resolve("other-order");
    List<Path> files = new ArrayList<>(SmallCity.files(landing()));
    SmallCity.copy(landing(), partial, files.subList(files.size() / 2, files.size()));
    assertThat(CommandLineRun.run(partial, other, SmallCity.AS_OF).exitCode()).isZero();
    SmallCity.copy(landing(), partial, files.subList(0, files.size() / 2));
    assertThat(CommandLineRun.run(partial, other, SmallCity.AS_OF).exitCode()).isZero();

    for (Domain domain : Domain.values()) {
      for (TableName table : domain.tables()) {
        assertThat(rows(spark, other, table))
            .as(table.toString())
            .isEqualTo(rows(spark, lake(), table));
      }
    }
  }

  private static List<String> rows(SparkSession spark, Path lake, TableName table) {
    return spark
        .read()
        .format("delta")
        .load(lake.resolve(table.toString()).toString())
        .toJSON()
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void pastDateIsAnsweredWithoutDisturbingTheCurrentFigures(SparkSession spark) {
    Lake lake = new Lake(spark, lake().toString());
    ReleaseLog log = new ReleaseLog(lake);
    Release current = log.requireCurrent();
    List<String> head = rows(spark, lake(), new TableName("gold", "metric_value"));
    LocalDate past = LocalDate.of(2018, 6, 30);

    CommandLineRun run = CommandLineRun.run(landing(), lake(), past);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(log.requireCurrent()).isEqualTo(current);
    assertThat(rows(spark, lake(), new TableName("gold", "metric_value"))).isEqualTo(head);
    Release archived =
        log.entries().stream()
            .map(ReleaseLog.Entry::release)
            .filter(release -> release.asOf().equals(past))
            .findFirst()
            .orElseThrow();
    Dataset<Row> then = log.read(archived, new TableName("gold", "metric_value"));
    assertThat(then.where("known_at > date'2018-06-30'").count()).isZero();
    assertThat(then.where("metric_id = 'economy.gdp'").count())
        .as("the yearbook came in 2025")
        .isZero();
    assertThat(then.where("metric_id = 'economy.retail_sales' and period = '2017-03'").count())
        .isPositive();
  }

  @Test
  void explainWalksAMetricToItsRows(SparkSession spark) {
    CommandLineRun run =
        CommandLineRun.of(
            "explain",
            "--lake",
            lake().toString(),
            "metric",
            "economy.retail_sales",
            "--area",
            "000000",
            "--period",
            "2017-03",
            "--measure",
            "yoy");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "青政办字〔2020〕65号",
            "社会消费品零售总额.xlsx",
            "工作表 全国",
            "单元格 C206",
            "27863.7",
            "25114.1",
            "sha256");
  }

  @Test
  void explainWalksAFindingToItsClauseAndRows(SparkSession spark) {
    String finding =
        current(spark, "gold", "finding")
            .where("rule_id = 'relief-fund.decision-deadline' and verdict = 'late'")
            .orderBy("finding_id")
            .head()
            .getAs("finding_id");

    CommandLineRun run =
        CommandLineRun.of("explain", "--lake", lake().toString(), "finding", finding);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("青政办发〔2020〕12号 第十四条", "5 工作日", "模拟", "relief_decisions");
  }

  @Test
  void explainWalksATargetAndSpeaksJson(SparkSession spark) {
    CommandLineRun run =
        CommandLineRun.of(
            "explain",
            "--lake",
            lake().toString(),
            "target",
            "secondary_school_count",
            "--year",
            "2020",
            "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("\"kind\" : \"target\"", "青政字〔2020〕16号", "基数 50", "\"isSimulated\" : true");
  }

  @Test
  void unknownFigureIsNamedWithWhatToDo(SparkSession spark) {
    CommandLineRun run =
        CommandLineRun.of("explain", "--lake", lake().toString(), "finding", "nothing");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).startsWith("FIGURE_NOT_FOUND: finding nothing is not in gold/finding");
  }

  @Test
  void cockpitIsWrittenFromTheCurrentRelease(SparkSession spark) throws java.io.IOException {
    Path page = folder.resolve("cockpit.html");

    CommandLineRun run =
        CommandLineRun.of(
            "publish", "--lake", lake().toString(), "--to", "cockpit", "--out", page.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    String release =
        new ReleaseLog(new Lake(spark, lake().toString())).requireCurrent().releaseId();
    assertThat(java.nio.file.Files.readString(page)).contains(release, "社会消费品零售总额", "模拟");
  }

  @Test
  void usageErrorsEndWithTwo(SparkSession spark) {
    assertThat(CommandLineRun.of("run", "--lake", lake().toString()).exitCode())
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(
            CommandLineRun.of(
                    "build",
                    "--lake",
                    lake().toString(),
                    "--as-of",
                    "2025-06-30",
                    "--job",
                    "nothing")
                .err())
        .startsWith("OPTION_WRONG: --job nothing");
    assertThat(CommandLineRun.run(folder.resolve("absent"), lake(), SmallCity.AS_OF).exitCode())
        .isEqualTo(ExitCode.WRONG_USAGE);
  }
}
