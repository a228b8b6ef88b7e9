package citybrain.programme;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.lake.TableSchema;
import citybrain.policy.PolicyRegistry;
import citybrain.policy.Provisions;
import citybrain.policy.Task;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tasks are those of the documents; the reports are made up. */
@ExtendWith(SparkSessionExtension.class)
final class TaskPassTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final Provisions PROVISIONS = PolicyRegistry.load(Path.of("..")).provisions();

  @Test
  void everyTaskHasOneRowAndMeetsTheReportsOfItsCode(SparkSession spark) {
    Map<String, Row> rows = progress(spark, "2021-02-01");

    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(PROVISIONS.tasks().stream().map(Task::id).toList());
    Row row = at(rows, "vocational-education.management-mechanism");
    assertThat(row.<String>getAs("policy_id")).isEqualTo("vocational-education");
    assertThat(row.<String>getAs("department")).isEqualTo("市教育局、市委编办、市人力资源社会保障局");
    assertThat(row.<String>getAs("due_kind")).isEqualTo("date");
    assertThat(row.<Date>getAs("due_on")).isEqualTo("2020-11-30");
    assertThat(row.<String>getAs("verdict")).isEqualTo("completed_late");
    assertThat(row.<Date>getAs("completed_on")).isEqualTo("2020-12-02");
    assertThat(row.<Date>getAs("reported_on")).isEqualTo("2021-01-05");
    assertThat(row.<String>getAs("reported_period")).isEqualTo("2020-12");
    assertThat(row.<Integer>getAs("reporters")).isEqualTo(1);
    assertThat(row.<Integer>getAs("reporters_completed")).isEqualTo(1);
    assertThat(row.<Boolean>getAs("has_conflict")).isTrue();
    assertThat(row.<Boolean>getAs("is_simulated")).isTrue();
    assertThat(row.<String>getAs("reference")).isEqualTo("青政字〔2020〕16号 附件1第3项");
    assertThat(row.<Row>getList(row.fieldIndex("evidence")))
        .extracting(cell -> cell.getAs("file") + " " + cell.getAs("row"))
        .containsExactly("2020-12.xlsx 7");
  }

  @Test
  void tasksOfOneCodeShareItsReports(SparkSession spark) {
    Map<String, Row> rows = progress(spark, "2021-02-01");

    // 01-1: four tasks of the dated sentence on the third land survey, 2020年年底前完成.
    for (String task :
        List.of(
            "land-survey",
            "land-survey-verified",
            "land-survey-database",
            "land-survey-management-system")) {
      Row row = at(rows, "natural-resource-assets." + task);
      assertThat(row.<String>getAs("verdict")).as(task).isEqualTo("completed");
      assertThat(row.<String>getAs("reason_zh")).contains("与本文件另外3项任务合用编号01-1报送");
    }
  }

  @Test
  void taskWithoutReportsHasNeitherEvidenceNorDays(SparkSession spark) {
    Row row = at(progress(spark, "2021-02-01"), "vocational-education.credit-bank");

    assertThat(row.<String>getAs("verdict")).isEqualTo("not_assessable");
    assertThat(row.<Date>getAs("reported_on")).isNull();
    assertThat(row.<Integer>getAs("reporters")).isZero();
    assertThat(row.<Boolean>getAs("is_simulated")).isFalse();
    assertThat(row.<Row>getList(row.fieldIndex("evidence"))).isEmpty();
  }

  @Test
  void progressHasTheColumnsOfTheContract() {
    assertThat(TaskProgressColumns.SCHEMA.fieldNames())
        .containsExactlyElementsOf(
            CONTRACTS.table("gold", "task_progress").orElseThrow().columns().stream()
                .map(ContractColumn::name)
                .filter(name -> !List.of("as_of", "release_id").contains(name))
                .toList());
  }

  private static Map<String, Row> progress(SparkSession spark, String asOf) {
    Dataset<Row> reports =
        TaskReports.of(
            silver(
                spark,
                "task_report",
                List.of(
                    report("16-1-03", "department", "市教育局", "2020-11", "in_progress", null),
                    report("16-1-03", "department", "市教育局", "2020-12", "completed", "2020-12-02"))),
            silver(
                spark,
                "reform_report",
                List.of(
                    report(
                        "01-1", "reporter", "市自然资源和规划局", "2020-Q4", "completed", "2020-12-31"))));
    return TaskPass.of(
            reports,
            AssignedTask.of(PROVISIONS),
            new TreeMap<>(Map.of("370202", "市南区")),
            LocalDate.parse(asOf))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getAs("task_id"), Function.identity()));
  }

  private static Row at(Map<String, Row> rows, String id) {
    Row row = rows.get(id);
    assertThat(row).as(id).isNotNull();
    return row;
  }

  /** Reported and delivered on the fifth after its period. */
  private static Map<String, Object> report(
      String code,
      String by,
      String reporter,
      String period,
      String status,
      @Nullable String completedOn) {
    Map<String, Object> report = new HashMap<>();
    Date day = Date.valueOf(TaskReport.period(period).end().plusDays(5));
    report.put("task_code", code);
    report.put(by, reporter);
    report.put("period", period);
    report.put("status", status);
    report.put("completed_on", completedOn == null ? null : Date.valueOf(completedOn));
    report.put("reported_on", day);
    report.put("known_from", day);
    report.put("is_simulated", true);
    report.put("file_sha256", "ab");
    report.put("file", period + ".xlsx");
    report.put("sheet", "任务");
    report.put("row", 7);
    return report;
  }

  private static Dataset<Row> silver(
      SparkSession spark, String table, List<Map<String, Object>> reports) {
    StructType schema = TableSchema.of(CONTRACTS.table("silver", table).orElseThrow());
    List<Row> rows =
        reports.stream()
            .map(
                report ->
                    RowFactory.create(
                        Stream.of(schema.fieldNames()).map(report::get).toArray(Object[]::new)))
            .toList();
    return spark.createDataFrame(rows, schema);
  }
}
