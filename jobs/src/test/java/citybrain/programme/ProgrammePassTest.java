package citybrain.programme;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.policy.Programme;
import citybrain.policy.Programme.Direction;
import citybrain.policy.Programme.Indicator;
import citybrain.policy.Programme.Printed;
import citybrain.policy.Reference;
import citybrain.policy.Text;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows of Annex 3 of 青政字〔2020〕16号, as printed; actuals are made up. */
@ExtendWith(SparkSessionExtension.class)
final class ProgrammePassTest {
  private static final ProgressBounds BOUNDS =
      new ProgressBounds(new BigDecimal("0.95"), new BigDecimal("0.60"), BigDecimal.ZERO);

  private static final Programme PROGRAMME =
      new Programme(
          "vocational-education.three-year-action-plan",
          "vocational-education",
          new Text("三年行动计划", "Three-year plan"),
          2019,
          "370200",
          List.of(
              indicator("schools", "_T", "中职学校数量", Unit.SCHOOL, "50", "52", "53", "53"),
              indicator("college_students", "_T", "高职院校在校生规模", Unit.PERSON, "/", "/", "/", "/"),
              indicator(
                  "scale", "_T", "培训规模", Unit.PERSON_DAY, "350626", "250545", "387410", "420484"),
              indicator("majors", "新能源新材料", "专业点数", Unit.COUNT, "", "", "1", "2"),
              indicator("share", "_T", "“双师型”教师比例", Unit.PERCENT, "68", "70", "72", "75")));

  private static final StructType ACTUALS =
      StructType.fromDDL(
          "indicator_code string, breakdown string, year int, value decimal(28,8), unit string,"
              + " known_from date, is_simulated boolean, evidence"
              + " array<struct<file_sha256:string,file:string,sheet:string,row:int,cell:string>>");

  private static final List<Row> REPORTED =
      List.of(
          actual("schools", "_T", 2019, "50", "school"),
          actual("schools", "_T", 2020, "51", "school"),
          actual("schools", "_T", 2021, null, "school"),
          actual("college_students", "_T", 2020, "120000", "person"),
          actual("scale", "_T", 2020, "250545", "person_day"),
          actual("majors", "新能源新材料", 2021, "1", "count"),
          actual("majors", "现代海洋", 2021, "7", "count"),
          actual("share", "_T", 2020, "0.70", "ratio"),
          actual("unknown_indicator", "_T", 2020, "1", "count"));

  @Test
  void everyCellOfTheTableHasARow(SparkSession spark) {
    assertThat(progress(spark, REPORTED, "2022-03-31").values())
        .extracting(ProgrammePassTest::key)
        .containsExactlyInAnyOrder(
            "schools _T 2020",
            "schools _T 2021",
            "schools _T 2022",
            "college_students _T 2020",
            "college_students _T 2021",
            "college_students _T 2022",
            "scale _T 2020",
            "scale _T 2021",
            "scale _T 2022",
            "majors 新能源新材料 2020",
            "majors 新能源新材料 2021",
            "majors 新能源新材料 2022",
            "share _T 2020",
            "share _T 2021",
            "share _T 2022");
  }

  @Test
  void halfOfTheWayInTheTargetsOwnYearIsOffTrack(SparkSession spark) {
    Row row = at(progress(spark, REPORTED, "2022-03-31"), "schools _T 2020");

    assertThat(row.<String>getAs("verdict")).isEqualTo("off_track");
    assertThat(row.<BigDecimal>getAs("progress_ratio")).isEqualByComparingTo("0.5");
    assertThat(row.<BigDecimal>getAs("expected_ratio")).isEqualByComparingTo("1");
    assertThat(row.<String>getAs("actual_period")).isEqualTo("2020");
    assertThat(row.<String>getAs("reason_zh"))
        .isEqualTo("中职学校数量：2019年基数50所，2020年目标52所，2020年实际51所，完成进度50%，按直线路径应完成100%，明显偏离");
    assertThat(row.<String>getAs("reference")).isEqualTo("青政字〔2020〕16号 附件3");
    assertThat(row.<Boolean>getAs("is_simulated")).isTrue();
    assertThat(row.<Row>getList(row.fieldIndex("evidence")))
        .extracting(cell -> cell.<String>getAs("cell"))
        .containsExactly("schools 2020");
  }

  @Test
  void newestActualWithAValueSpeaksForLaterYears(SparkSession spark) {
    Row row = at(progress(spark, REPORTED, "2022-03-31"), "schools _T 2022");

    // 2021 was reported empty, so 2020 it is: a third of the way, a third of the time.
    assertThat(row.<String>getAs("actual_period")).isEqualTo("2020");
    assertThat(row.<BigDecimal>getAs("progress_ratio")).isEqualByComparingTo("0.33333333");
    assertThat(row.<BigDecimal>getAs("expected_ratio")).isEqualByComparingTo("0.33333333");
    assertThat(row.<String>getAs("verdict")).isEqualTo("on_track");
  }

  @Test
  void whatCannotBeJudgedSaysWhy(SparkSession spark) {
    Map<String, Row> rows = progress(spark, REPORTED, "2022-03-31");

    assertNotAssessable(rows, "college_students _T 2020", "文件此栏印“/”，未设目标");
    assertNotAssessable(rows, "majors 新能源新材料 2020", "新能源新材料专业点数：文件此栏空白，未设目标");
    assertNotAssessable(rows, "share _T 2020", "报送单位为比值，目标单位为%，不可比");
    assertThat(at(rows, "college_students _T 2020").<BigDecimal>getAs("actual"))
        .isEqualByComparingTo("120000");
    assertThat(at(rows, "share _T 2020").<BigDecimal>getAs("actual")).isNull();
  }

  @Test
  void nothingReportedIsNeitherZeroNorMet(SparkSession spark) {
    assertNotAssessable(
        progress(spark, List.of(), "2022-03-31"), "schools _T 2020", "截至2022-03-31尚未收到2020年以来");
    assertNotAssessable(
        progress(spark, List.of(), "2020-12-31"), "schools _T 2022", "2020年度在2020-12-31尚未结束");
  }

  @Test
  void actualOfAYearThatIsNotOverDoesNotCount(SparkSession spark) {
    assertNotAssessable(
        progress(spark, REPORTED, "2020-12-31"), "schools _T 2020", "2020年度在2020-12-31尚未结束");
    assertThat(
            at(progress(spark, REPORTED, "2021-01-01"), "schools _T 2020").<String>getAs("verdict"))
        .isEqualTo("off_track");
  }

  @Test
  void targetBelowTheBaselineIsJudgedByLevel(SparkSession spark) {
    Map<String, Row> rows = progress(spark, REPORTED, "2022-03-31");

    assertThat(at(rows, "scale _T 2020").<String>getAs("verdict")).isEqualTo("achieved");
    assertThat(at(rows, "scale _T 2020").<BigDecimal>getAs("progress_ratio")).isNull();
    assertThat(at(rows, "scale _T 2020").<String>getAs("reason_zh")).contains("目标不优于基数");
    // The next year's target is above the baseline again, and 2020 went the other way.
    assertThat(at(rows, "scale _T 2021").<String>getAs("verdict")).isEqualTo("worsening");
    assertThat(at(rows, "majors 新能源新材料 2021").<String>getAs("verdict")).isEqualTo("achieved");
    assertThat(at(rows, "majors 新能源新材料 2021").<String>getAs("reason_zh")).contains("文件未列基数");
    // One of two majors.
    assertThat(at(rows, "majors 新能源新材料 2022").<String>getAs("verdict")).isEqualTo("off_track");
  }

  @Test
  void orderOfReportsLeavesNoTrace(SparkSession spark) {
    Map<String, Row> expected = progress(spark, REPORTED, "2022-03-31");
    List<Row> shuffled = new ArrayList<>(REPORTED);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(progress(spark, shuffled, "2022-03-31")).isEqualTo(expected);
  }

  @Test
  void progressHasTheColumnsOfTheContract() {
    List<String> declared =
        ContractRegistry.load(Path.of(".."))
            .table("gold", "target_progress")
            .orElseThrow()
            .columns()
            .stream()
            .map(ContractColumn::name)
            .filter(name -> !List.of("as_of", "release_id").contains(name))
            .toList();

    assertThat(TargetProgressColumns.SCHEMA.fieldNames())
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  private static void assertNotAssessable(Map<String, Row> rows, String key, String words) {
    Row row = at(rows, key);
    assertThat(row.<String>getAs("verdict")).isEqualTo("not_assessable");
    assertThat(row.<String>getAs("reason_zh")).contains(words).endsWith("无法评定");
    assertThat(row.<BigDecimal>getAs("progress_ratio")).isNull();
  }

  private static Row at(Map<String, Row> rows, String key) {
    Row row = rows.get(key);
    assertThat(row).as(key).isNotNull();
    return row;
  }

  private static Map<String, Row> progress(SparkSession spark, List<Row> actuals, String asOf) {
    Dataset<Row> progress =
        ProgrammePass.of(
            spark.createDataFrame(actuals, ACTUALS), PROGRAMME, BOUNDS, LocalDate.parse(asOf));
    return progress.collectAsList().stream()
        .sorted(Comparator.comparing(ProgrammePassTest::key))
        .collect(Collectors.toMap(ProgrammePassTest::key, Function.identity()));
  }

  private static String key(Row row) {
    return row.getAs("indicator_id") + " " + row.getAs("breakdown") + " " + row.getAs("year");
  }

  private static Indicator indicator(
      String id, String breakdown, String title, Unit unit, String baseline, String... targets) {
    TreeMap<Integer, Printed> printed = new TreeMap<>();
    for (int i = 0; i < targets.length; i++) {
      printed.put(2020 + i, printed(targets[i]));
    }
    return new Indicator(
        id,
        breakdown,
        new Text(title, id),
        unit,
        unit.zh(),
        Direction.AT_LEAST,
        printed(baseline),
        printed,
        "市教育局",
        null,
        new Reference("青政字〔2020〕16号", "附件3"));
  }

  private static Printed printed(String cell) {
    return new Printed(cell, cell.matches("[0-9.]+") ? new BigDecimal(cell) : null);
  }

  private static Row actual(
      String code, String breakdown, int year, @Nullable String value, String unit) {
    return RowFactory.create(
        code,
        breakdown,
        year,
        value == null ? null : new BigDecimal(value),
        unit,
        LocalDate.of(year + 1, 2, 1),
        true,
        new Row[] {RowFactory.create("f1", year + ".xlsx", "指标", 4, code + " " + year)});
  }
}
