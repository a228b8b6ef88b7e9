package citybrain.services;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.lake.TableSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events are made up; grades and times are those of 青政办字〔2020〕59号 and 61号. */
@ExtendWith(SparkSessionExtension.class)
final class EventGradesTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final StructType SILVER =
      TableSchema.of(CONTRACTS.table("silver", "emergency_event").orElseThrow());

  @Test
  void eventIsGradedAndItsReportsJudged(SparkSession spark) {
    Map<String, Object> event = event("TF1", "rail");
    event.put("deaths", 3L);
    event.put("initial_grade", "IV");
    event.put("phone_reported_at", at("2020-09-01T10:00"));
    event.put("written_reported_at", at("2020-09-01T10:31"));

    Row row = at(grades(spark, "2020-09-30", List.of(event)), "TF1");

    assertThat(row.<String>getAs("policy_id")).isEqualTo("metro-emergency-plan");
    assertThat(row.<String>getAs("grade")).isEqualTo("III");
    assertThat(row.<String>getAs("grade_status")).isEqualTo("graded");
    assertThat(row.<String>getAs("initial_grade_check")).isEqualTo("differs");
    assertThat(row.<Timestamp>getAs("report_due_at")).isEqualTo(at("2020-09-01T10:00"));
    assertThat(row.<Timestamp>getAs("written_report_due_at")).isEqualTo(at("2020-09-01T10:30"));
    assertThat(row.<String>getAs("phone_verdict")).isEqualTo("met");
    assertThat(row.<String>getAs("written_verdict")).isEqualTo("late");
    assertThat(row.<String>getAs("verdict")).isEqualTo("late");
    assertThat(row.<String>getAs("reference")).isEqualTo("青政办字〔2020〕59号 1.6 较大运营突发事件（Ⅲ级）");
    assertThat(row.<String>getAs("report_reference")).isEqualTo("青政办字〔2020〕59号 5 报告时限和程序");
    assertThat(row.<String>getAs("reason_zh"))
        .isEqualTo(
            "死亡3人，合较大（Ⅲ级）标准“造成3人以上10人以下死亡”；定为较大（Ⅲ级）。初判一般（Ⅳ级），与核定不一致。"
                + "电话报告应不晚于2020-09-01 10:00，实际2020-09-01 10:00，用时60分钟，按时；"
                + "书面报告应不晚于2020-09-01 10:30，实际2020-09-01 10:31，用时91分钟，迟报");
    assertThat(row.<Row>getList(row.fieldIndex("triggers")))
        .extracting(trigger -> trigger.getAs("grade") + " " + trigger.getAs("fact"))
        .containsExactly("III deaths");
    assertThat(row.<Row>getList(row.fieldIndex("evidence")))
        .extracting(cell -> cell.getAs("file") + " " + cell.getAs("row"))
        .containsExactly("f.csv 2");
    assertThat(row.<Boolean>getAs("is_simulated")).isTrue();
  }

  @Test
  void writtenReportBetweenThePlansTwoTimesIsMetAndSaysSo(SparkSession spark) {
    Map<String, Object> event = event("TF1", "bridge");
    event.put("phone_reported_at", at("2020-09-01T09:10"));
    event.put("written_reported_at", at("2020-09-01T10:30"));

    Row row = at(grades(spark, "2020-09-30", List.of(event)), "TF1");

    assertThat(row.<String>getAs("verdict")).isEqualTo("met");
    assertThat(row.<String>getAs("reason_zh")).contains("书面报告因此有1小时和1.5小时两个时限");
  }

  @Test
  void missingFactsAndReportsAreNotZeroAndNotMet(SparkSession spark) {
    Map<String, Object> event = event("TF1", "rail");
    event.put("direct_loss", null);
    event.put("deaths", 1L);

    Row row = at(grades(spark, "2020-09-30", List.of(event)), "TF1");

    assertThat(row.<String>getAs("grade")).isNull();
    assertThat(row.<String>getAs("grade_status")).isEqualTo("not_assessable");
    assertThat(row.<String>getAs("at_least_grade")).isEqualTo("IV");
    assertThat(row.<String>getList(row.fieldIndex("missing_facts"))).containsExactly("direct_loss");
    assertThat(row.<String>getAs("verdict")).isEqualTo("overdue");
  }

  @Test
  void drillIsNoEvent(SparkSession spark) {
    Map<String, Object> drill = event("YL1", "rail");
    drill.put("record_kind", "drill");

    assertThat(grades(spark, "2020-09-30", List.of(drill, event("TF1", "bridge"))))
        .containsOnlyKeys("TF1");
  }

  @Test
  void gradesHaveTheColumnsOfTheContract() {
    Contract contract = CONTRACTS.table("gold", "event_grade").orElseThrow();

    assertThat(EventGradeColumns.SCHEMA.fieldNames())
        .containsExactlyElementsOf(
            contract.columns().stream()
                .map(ContractColumn::name)
                .filter(name -> !List.of("as_of", "release_id").contains(name))
                .toList());
  }

  /** An event at nine in the morning in which nothing happened. */
  private static Map<String, Object> event(String id, String plan) {
    Map<String, Object> event = new HashMap<>();
    event.put("event_id", id);
    event.put("record_kind", "event");
    event.put("plan", plan);
    event.put("place", "某站");
    event.put("reporter", "某公司");
    event.put("occurred_at", at("2020-09-01T09:00"));
    event.put("deaths", 0L);
    event.put("serious_injuries", 0L);
    event.put("direct_loss", new BigDecimal("0.00000000"));
    event.put("interruption_hours", new BigDecimal("0.50000000"));
    event.put("is_simulated", true);
    event.put("file", "f.csv");
    event.put("file_sha256", "ab");
    event.put("sheet", "");
    event.put("row", 2);
    return event;
  }

  private static Row at(Map<String, Row> rows, String id) {
    Row row = rows.get(id);
    assertThat(row).as(id).isNotNull();
    return row;
  }

  private static Timestamp at(String local) {
    return Timestamp.from(LocalDateTime.parse(local).atZone(EventReport.ZONE).toInstant());
  }

  private static Map<String, Row> grades(
      SparkSession spark, String asOf, List<Map<String, Object>> events) {
    List<Row> rows =
        events.stream()
            .map(
                event ->
                    RowFactory.create(
                        Stream.of(SILVER.fieldNames()).map(event::get).toArray(Object[]::new)))
            .toList();
    return EventGrades.of(spark.createDataFrame(rows, SILVER), Plans.all(), LocalDate.parse(asOf))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getAs("event_id"), Function.identity()));
  }
}
