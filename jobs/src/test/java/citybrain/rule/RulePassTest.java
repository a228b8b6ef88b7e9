package citybrain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.SparkSessionExtension;
import citybrain.calendar.DateInterval;
import citybrain.calendar.WorkdayCalendar;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.policy.Rule;
import citybrain.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Working days are counted by hand from the State Council's notices: in 2020 Sunday 27 September
 * and Saturday 10 October are worked, 1 to 8 October are off.
 */
@ExtendWith(SparkSessionExtension.class)
final class RulePassTest {
  private static final LocalDate AFTER_ALL = LocalDate.of(2025, 12, 1);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // 27 (Sunday, worked), 28, 29, 30 September, 9 October
    "received on Friday 25 Sep and decided on the last day,  decision, 2020-09-25, 2020-10-09, 2020-10-09, met,  5",
    "decided on the day after the last,                      decision, 2020-09-25, 2020-10-10, 2020-10-09, late, 6",
    "decided on the day of receipt: no working day used,     decision, 2020-09-25, 2020-09-25, 2020-10-09, met,  0",
    "received on Saturday 26 Sep: the same five days follow, decision, 2020-09-26, 2020-10-09, 2020-10-09, met,  5",
    "received on worked Sunday 27 Sep: that day not counted, decision, 2020-09-27, 2020-10-11, 2020-10-10, late, 5",
    // 9, 10 (Saturday, worked), 12, 13, 14 October
    "received on 30 Sep before the holiday,                  decision, 2020-09-30, 2020-10-16, 2020-10-14, late, 7",
    "approved on 30 Sep and paid on the last day,            payment,  2020-09-30, 2020-10-12, 2020-10-12, met,  3",
    "approved on 30 Sep and paid a day too late,             payment,  2020-09-30, 2020-10-13, 2020-10-12, late, 4",
    // 5 + 5 + 5 + 5 days to 25 September, then 27-30 September and 9, 10, 12-15 October
    "accident on 28 Aug and thirty days to apply,            application, 2020-08-28, 2020-10-15, 2020-10-15, met, 30",
    "received on Saturday 1 Aug 2020: first day in force,    decision, 2020-08-01, 2020-08-07, 2020-08-07, met,  5",
    "received on 31 Jul 2025: last day in force,             decision, 2025-07-31, 2025-08-08, 2025-08-07, late, 6",
  })
  void dutyDoneIsHeldAgainstHandCountedDueDate(
      String situation,
      String kind,
      LocalDate event,
      LocalDate settled,
      LocalDate due,
      String verdict,
      BigDecimal observed,
      SparkSession spark) {
    Row finding = only(spark, AFTER_ALL, Subjects.row("c1", kind, event, settled, null));

    assertThat(day(finding, "due_on")).isEqualTo(due);
    assertThat(finding.<String>getAs("verdict")).isEqualTo(verdict);
    assertThat(finding.<BigDecimal>getAs("observed")).isEqualByComparingTo(observed);
    assertThat(finding.<String>getAs("status")).isEqualTo("closed");
  }

  @ParameterizedTest(name = "as of {0} a decision due on 2020-10-14 is {1}")
  @CsvSource({
    "2020-09-30, due,     剩余5个工作日",
    "2020-10-08, due,     剩余5个工作日",
    "2020-10-14, due,     剩余0个工作日",
    "2020-10-15, overdue, 已逾期1个工作日",
    // Saturday and Sunday add no working day.
    "2020-10-18, overdue, 已逾期2个工作日",
  })
  void dutyNotDoneMovesWithTheAsOfDay(
      LocalDate asOf, String verdict, String words, SparkSession spark) {
    Row finding = only(spark, asOf, Subjects.row("c1", "decision", date("2020-09-30"), null, null));

    assertThat(finding.<String>getAs("verdict")).isEqualTo(verdict);
    assertThat(finding.<String>getAs("reason_zh")).contains("2020-10-14", words);
    assertThat(finding.<BigDecimal>getAs("observed")).isNull();
    assertThat(finding.<String>getAs("status")).isEqualTo("open");
    assertThat(day(finding, "last_seen_on")).isEqualTo(asOf);
  }

  @Test
  void reasonTellsAClerkDatesAndDays(SparkSession spark) {
    Row finding =
        only(
            spark,
            AFTER_ALL,
            Subjects.row("c1", "decision", date("2020-09-30"), date("2020-10-16"), null));

    assertThat(finding.<String>getAs("reason_zh"))
        .isEqualTo("应在时限内作出决定：自2020-09-30起算（当日不计）5个工作日，应不晚于2020-10-14，" + "实际2020-10-16完成，逾期2个工作日");
    assertThat(finding.<String>getAs("parameter_values"))
        .isEqualTo("relief-fund.decision = 5 workday from 2020-08-01 (青政办发〔2020〕12号 第十四条第一款)");
  }

  /**
   * The notice for 2019 was amended on 2019-03-22, so in February 2019 its days count as open. From
   * Thursday 31 January, three days end on Sunday 3 February if all open days are worked, and on 14
   * February if none is. The final calendar worked both 2 and 3 February.
   */
  @ParameterizedTest(name = "settled {0}, as of {1}: {2}")
  @CsvSource({
    "2019-02-03, 2019-02-20, met",
    "2019-02-04, 2019-02-20, not_assessable",
    "2019-02-14, 2019-02-20, not_assessable",
    "2019-02-15, 2019-02-20, late",
    ",           2019-02-03, due",
    ",           2019-02-04, not_assessable",
    ",           2019-02-14, not_assessable",
    ",           2019-02-15, overdue",
  })
  void unannouncedYearLeavesNoVerdictInsideTheIntervalOnly(
      @Nullable LocalDate settled, LocalDate asOf, String verdict, SparkSession spark) {
    Row finding =
        only(spark, asOf, Subjects.row("c1", "timeless", date("2019-01-31"), settled, null));

    assertThat(day(finding, "due_on")).isNull();
    assertThat(day(finding, "due_earliest_on")).isEqualTo("2019-02-03");
    assertThat(day(finding, "due_latest_on")).isEqualTo("2019-02-14");
    assertThat(finding.<String>getAs("verdict")).isEqualTo(verdict);
    assertThat(finding.<String>getAs("reason_zh")).contains("放假安排尚未公布，期限在2019-02-03至2019-02-14之间");
  }

  @Test
  void intervalSettlesWhenTheNoticeArrives(SparkSession spark) {
    Row subject = Subjects.row("c1", "timeless", date("2019-01-31"), date("2019-02-11"), null);

    Row finding = only(spark, date("2019-04-01"), subject);

    assertThat(day(finding, "due_on")).isEqualTo("2019-02-03");
    assertThat(finding.<String>getAs("verdict")).isEqualTo("late");
    assertThat(finding.<BigDecimal>getAs("observed")).isEqualByComparingTo("4");
  }

  @ParameterizedTest(name = "{0} yuan against 100000: {1}")
  @CsvSource({
    "99999.99,  met,      未超过",
    "100000,    met,      未超过",
    "100000.01, breached, 超出0.01元",
    "250000,    breached, 超出150000元",
  })
  void ceilingItselfIsAllowed(
      BigDecimal approved, String verdict, String words, SparkSession spark) {
    Row finding =
        only(spark, AFTER_ALL, Subjects.row("c1", "ceiling", date("2020-09-30"), null, approved));

    assertThat(finding.<String>getAs("verdict")).isEqualTo(verdict);
    assertThat(finding.<String>getAs("reason_zh")).contains(words, "上限100000元");
    assertThat(finding.<BigDecimal>getAs("observed")).isEqualByComparingTo(approved);
    assertThat(finding.<BigDecimal>getAs("expected")).isEqualByComparingTo("100000");
    assertThat(finding.<String>getAs("unit")).isEqualTo("yuan");
    assertThat(finding.<BigDecimal>getAs("amount")).isEqualByComparingTo(approved);
    assertThat(day(finding, "due_latest_on")).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no event,                              decision, ,           2020-10-09, 缺少起算日期",
    "event before the document was in force, decision, 2020-07-31, 2020-08-05, 自2020-08-01起、至2025-07-31止",
    "event after its last day in force,     decision, 2025-08-01, 2025-08-05, 自2020-08-01起、至2025-07-31止",
    "ceiling before it was in force,        ceiling,  2020-07-31, ,           无生效的规定",
    "settled before the event,              decision, 2020-09-30, 2020-09-29, 完成日期2020-09-29早于起算日期2020-09-30",
    "settled after the as-of day,           decision, 2025-07-31, 2025-12-02, 晚于统计截止日2025-12-01",
    "event after the as-of day,             timeless, 2025-12-02, ,           起算日期2025-12-02晚于统计截止日2025-12-01",
    "no sum to hold against the ceiling,    ceiling,  2020-09-30, ,           缺少与上限比较的数值",
  })
  void whatCannotBeJudgedSaysWhy(
      String situation,
      String kind,
      @Nullable LocalDate event,
      @Nullable LocalDate settled,
      String words,
      SparkSession spark) {
    Row finding = only(spark, AFTER_ALL, Subjects.row("c1", kind, event, settled, null));

    assertThat(finding.<String>getAs("verdict")).isEqualTo("not_assessable");
    assertThat(finding.<String>getAs("status")).isEqualTo("open");
    assertThat(finding.<String>getAs("reason_zh")).contains(words).endsWith("无法评定");
  }

  @Test
  void conditionThatCannotBeDecidedIsNotSilence(SparkSession spark) {
    Row row = Subjects.row("c1", null, date("2020-09-30"), date("2020-10-09"), BigDecimal.TEN);

    List<Row> findings = findings(spark, AFTER_ALL, List.of(row));

    // Four rules ask kind = …; the ceiling asks kind <=> …, which a missing kind answers with no.
    assertThat(findings)
        .hasSize(4)
        .allSatisfy(
            finding -> {
              assertThat(finding.<String>getAs("verdict")).isEqualTo("not_assessable");
              assertThat(finding.<String>getAs("reason_zh")).contains("是否适用");
            });
  }

  @Test
  void everyDayAndLimitAgreesWithTheCalendar(SparkSession spark) {
    LocalDate asOf = date("2020-11-20");
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    List<Row> rows = new ArrayList<>();
    date("2020-08-01")
        .datesUntil(asOf.plusDays(1))
        .forEach(
            day -> {
              for (String kind : List.of("application", "decision", "payment")) {
                rows.add(Subjects.row(kind + " " + day, kind, day, null, null));
              }
            });

    List<Row> findings = findings(spark, asOf, rows);

    assertThat(findings).hasSize(3 * 112);
    assertThat(findings)
        .allSatisfy(
            finding -> {
              int limit = finding.<BigDecimal>getAs("expected").intValueExact();
              assertThat(
                      new DateInterval(
                          known(finding, "due_earliest_on"), known(finding, "due_latest_on")))
                  .isEqualTo(calendar.addWorkdays(known(finding, "event_on"), limit));
            });
    // The notice for 2021 came on 25 November 2020: some of these deadlines end after New Year.
    assertThat(findings).filteredOn(finding -> finding.getAs("due_on") == null).isNotEmpty();
  }

  @Test
  void allRulesReadTheSubjectOnce(SparkSession spark, @TempDir Path directory) {
    String path = directory.resolve("subject").toString();
    Subjects.table(spark, manyRows(200)).coalesce(1).write().parquet(path);

    Dataset<Row> findings = pass(spark.read().parquet(path), ReliefRules.ALL, AFTER_ALL);
    long rows = findings.collectAsList().size();
    SparkPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) findings).queryExecution().executedPlan();

    assertThat(rows).isGreaterThan(100);
    List<SparkPlan> leaves = CollectionConverters.asJava(plan.collectLeaves());
    assertThat(leaves).singleElement().isInstanceOf(FileSourceScanExec.class);
    assertThat(leaves.get(0).metrics().apply("numOutputRows").value()).isEqualTo(200);
    assertThat(plan.toString()).doesNotContain("Exchange", "UDF", "Join", "Union");
  }

  @Test
  void orderOfRowsAndOfRulesLeavesNoTrace(SparkSession spark) {
    List<Row> rows = manyRows(60);
    List<Row> expected = sorted(findings(spark, AFTER_ALL, rows));

    for (int seed = 1; seed <= 3; seed++) {
      List<Row> shuffledRows = new ArrayList<>(rows);
      List<Rule> shuffledRules = new ArrayList<>(ReliefRules.ALL);
      Collections.shuffle(shuffledRows, new Random(seed));
      Collections.shuffle(shuffledRules, new Random(seed));
      Dataset<Row> subject = Subjects.table(spark, shuffledRows).repartition(3);

      assertThat(sorted(pass(subject, shuffledRules, AFTER_ALL).collectAsList()))
          .isEqualTo(expected);
    }
  }

  @Test
  void correctedDateKeepsTheFindingsIdentity(SparkSession spark) {
    Row before =
        only(
            spark,
            AFTER_ALL,
            Subjects.row("c1", "decision", date("2020-09-30"), date("2020-10-16"), null));
    Row after =
        only(
            spark,
            AFTER_ALL,
            Subjects.row("c1", "decision", date("2020-10-12"), date("2020-10-16"), null));
    Row other =
        only(
            spark,
            AFTER_ALL,
            Subjects.row("c2", "decision", date("2020-10-12"), date("2020-10-16"), null));

    assertThat(after.<String>getAs("finding_id"))
        .isEqualTo(before.<String>getAs("finding_id"))
        .hasSize(20)
        .isNotEqualTo(other.<String>getAs("finding_id"));
    assertThat(before.<String>getAs("verdict")).isEqualTo("late");
    assertThat(after.<String>getAs("verdict")).isEqualTo("met");
  }

  @Test
  void seenDaysComeFromTheDeliveriesAndNotFromRuns(SparkSession spark) {
    Row closed =
        only(
            spark,
            AFTER_ALL,
            Subjects.row("c1", "decision", date("2020-09-30"), date("2020-10-16"), null));

    assertThat(day(closed, "first_seen_on")).isEqualTo(Subjects.FIRST_KNOWN);
    assertThat(day(closed, "last_seen_on")).isEqualTo(Subjects.LAST_KNOWN);
    assertThat(closed.<String>getAs("period")).isEqualTo("2020-09");
    assertThat(closed.<String>getAs("severity")).isEqualTo("error");
    assertThat(closed.<Boolean>getAs("is_simulated")).isTrue();
    assertThat(closed.<Row>getList(closed.fieldIndex("evidence")))
        .extracting(cell -> cell.<String>getAs("file"))
        .containsExactly("c1.csv");
  }

  @Test
  void findingsHaveTheColumnsOfTheContract(SparkSession spark) {
    Contract contract = ContractRegistry.load(Path.of("..")).table("gold", "finding").orElseThrow();

    List<String> declared =
        contract.columns().stream()
            .map(ContractColumn::name)
            .filter(name -> !List.of("as_of", "release_id").contains(name))
            .toList();

    assertThat(
            pass(Subjects.table(spark, manyRows(1)), ReliefRules.ALL, AFTER_ALL)
                .schema()
                .fieldNames())
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void ruleThatDoesNotFitItsSubjectIsRefusedBeforeAnythingRuns(SparkSession spark) {
    Dataset<Row> subject = Subjects.table(spark, manyRows(1)).drop("settled_on", "evidence");

    assertThatThrownBy(() -> pass(subject, ReliefRules.ALL, AFTER_ALL))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("settled_on")
        .hasMessageContaining("evidence");
  }

  private static List<Row> manyRows(int count) {
    List<String> kinds = List.of("application", "decision", "payment", "ceiling", "other");
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              LocalDate event = date("2020-07-25").plusDays(i);
              return Subjects.row(
                  "case " + i,
                  kinds.get(i % kinds.size()),
                  event,
                  i % 3 == 0 ? null : event.plusDays(i % 11),
                  BigDecimal.valueOf(99_000L + 17L * i));
            })
        .toList();
  }

  private static Row only(SparkSession spark, LocalDate asOf, Row subject) {
    List<Row> findings = findings(spark, asOf, List.of(subject));
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<Row> findings(SparkSession spark, LocalDate asOf, List<Row> subjects) {
    return pass(Subjects.table(spark, subjects), ReliefRules.ALL, asOf).collectAsList();
  }

  private static Dataset<Row> pass(Dataset<Row> subject, List<Rule> rules, LocalDate asOf) {
    return RulePass.of(subject, rules, ReliefRules.PARAMETERS, WorkdayCalendar.asOf(asOf), asOf);
  }

  private static List<Row> sorted(List<Row> rows) {
    return rows.stream()
        .sorted(Comparator.comparing(row -> row.<String>getAs("finding_id")))
        .toList();
  }

  private static @Nullable LocalDate day(Row finding, String column) {
    Date date = finding.getAs(column);
    return date == null ? null : date.toLocalDate();
  }

  private static LocalDate known(Row finding, String column) {
    return Objects.requireNonNull(day(finding, column), column);
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }
}
