package citybrain.programme;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.policy.PolicyRegistry;
import citybrain.policy.Timing;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tasks as their documents print them; reports are made up. 16号附件1第3项: 2020 年 11 月; 62号二（一）2:
 * 各区市政府负责，7月底前完成.
 */
final class TaskAssessmentTest {
  private static final Map<String, AssignedTask> TASKS =
      AssignedTask.of(PolicyRegistry.load(Path.of("..")).provisions()).stream()
          .collect(Collectors.toMap(AssignedTask::id, Function.identity()));
  private static final SortedMap<String, String> DISTRICTS =
      new TreeMap<>(Map.of("370202", "市南区", "370203", "市北区", "370215", "即墨区"));

  private static final String NOVEMBER_2020 = "vocational-education.management-mechanism";

  @ParameterizedTest(name = "on {0}, {1} {2}: {3}")
  @CsvSource({
    "2020-11-29, in_progress,           , IN_PROGRESS",
    "2020-11-30, in_progress,           , IN_PROGRESS",
    "2020-12-01, in_progress,           , OVERDUE",
    "2020-12-01, not_started,           , OVERDUE",
    "2020-12-01, delayed,               , OVERDUE",
    "2020-11-30, delayed,               , IN_PROGRESS",
    // A task with a last day is not done by going on.
    "2020-12-01, continuous,            , OVERDUE",
    "2020-11-29, completed,   2020-11-20, COMPLETED",
    "2020-12-05, completed,   2020-11-30, COMPLETED",
    "2020-12-05, completed,   2020-12-01, COMPLETED_LATE",
    "2030-01-01, completed,   2020-11-30, COMPLETED",
  })
  void dueDayItselfIsInTime(
      LocalDate asOf, String status, @Nullable LocalDate completedOn, TaskVerdict verdict) {
    TaskAssessment assessment =
        assess(NOVEMBER_2020, asOf, report("市教育局", null, "2020-10", status, completedOn));

    assertThat(assessment.verdict()).isEqualTo(verdict);
    assertThat(assessment.completedOn()).isEqualTo(completedOn);
  }

  @Test
  void overdueTaskSaysSinceWhenAndFromWhichReport() {
    assertThat(
            assess(
                    NOVEMBER_2020,
                    LocalDate.of(2020, 12, 3),
                    report("市教育局", null, "2020-10", "in_progress", null))
                .reasonZh())
        .startsWith(
            "建立教育业务统筹协调机制、推进内部管理体制改革：应不晚于2020-11-30完成（印“2020 年 11 月”），截至2020-12-03已逾期3日"
                + "（最近报告所述时期早于期限，其后的进展尚未收到报告），逾期未完成；"
                + "最近报告（2020-10，2020-11-05报送）市教育局报“推进中”。文件所印有矛盾，照印未改：");
  }

  @Test
  void reportOfThePeriodInWhichItWasDueLeavesNoDoubt() {
    assertThat(
            assess(
                    NOVEMBER_2020,
                    LocalDate.of(2020, 12, 8),
                    report("市教育局", null, "2020-11", "in_progress", null))
                .reasonZh())
        .contains("已逾期8日，逾期未完成")
        .doesNotContain("尚未收到报告");
  }

  @ParameterizedTest(name = "never reported, on {0}: {1}")
  @CsvSource({
    "2020-11-30, 期限未到",
    "2020-12-01, 期限已过，不能视为完成，也不能据此认定逾期",
  })
  void neverReportedIsNeitherDoneNorOverdue(LocalDate asOf, String words) {
    TaskAssessment assessment = assess(NOVEMBER_2020, asOf);

    assertThat(assessment.verdict()).isEqualTo(TaskVerdict.NOT_ASSESSABLE);
    assertThat(assessment.reasonZh()).contains("截至" + asOf + "从未收到报告，" + words);
    assertThat(assessment.latest()).isEmpty();
  }

  @Test
  void taskWithoutACodeSaysThatNobodyReportsOnIt() {
    TaskAssessment assessment =
        assess("vocational-education.credit-bank", LocalDate.of(2022, 1, 1));

    assertThat(assessment.verdict()).isEqualTo(TaskVerdict.NOT_ASSESSABLE);
    assertThat(assessment.reasonZh())
        .isEqualTo("率先建设学分银行：应不晚于2021-11-30完成（印“2021 年 11 月”），未约定报送编号，没有部门报送进展，无法评定");
  }

  @Test
  void latestReportSpeaksWhateverTheOrder() {
    List<TaskReport> reports =
        List.of(
            report("市教育局", null, "2020-09", "in_progress", null),
            report("市教育局", null, "2020-11", "completed", LocalDate.of(2020, 11, 10)),
            report("市教育局", null, "2020-10", "delayed", null));
    for (int turn = 0; turn < 3; turn++) {
      List<TaskReport> turned = new ArrayList<>(reports);
      Collections.rotate(turned, turn);

      TaskAssessment assessment =
          TaskAssessment.of(task(NOVEMBER_2020), turned, DISTRICTS, LocalDate.of(2021, 1, 1));

      assertThat(assessment.verdict()).isEqualTo(TaskVerdict.COMPLETED);
      assertThat(assessment.latest()).containsExactly(reports.get(1));
    }
  }

  @Test
  void workTakenUpAgainIsNotDone() {
    assertThat(
            assess(
                    NOVEMBER_2020,
                    LocalDate.of(2021, 1, 10),
                    report("市教育局", null, "2020-11", "completed", LocalDate.of(2020, 11, 10)),
                    report("市教育局", null, "2020-12", "in_progress", null))
                .verdict())
        .isEqualTo(TaskVerdict.OVERDUE);
  }

  @ParameterizedTest(name = "continuous, reported {0}: {1}")
  @CsvSource({
    "continuous, 长期任务（印“持續推進”），持续推进；最近报告（2020-10，2020-11-05报送）市教育局报“持续推进”",
    "not_started, 市教育局报“未启动”",
  })
  void continuousTaskShowsItsLatestReport(String status, String words) {
    TaskAssessment assessment =
        assess(
            "vocational-education.party-leadership",
            LocalDate.of(2030, 1, 1),
            report("市教育局", null, "2020-10", status, null));

    assertThat(assessment.verdict()).isEqualTo(TaskVerdict.CONTINUOUS);
    assertThat(assessment.reasonZh()).contains(words);
  }

  @Test
  void continuousTaskThatNobodyReportedOnIsNotAssessable() {
    assertThat(assess("vocational-education.party-leadership", LocalDate.of(2020, 12, 1)).verdict())
        .isEqualTo(TaskVerdict.NOT_ASSESSABLE);
  }

  @ParameterizedTest(name = "{0} reported as {1}: {2}")
  @CsvSource({
    "vocational-education.applied-bachelor,      conditional, IN_PROGRESS,    根据全省部署积极争取",
    "vocational-education.applied-bachelor,      completed,   COMPLETED,      根据全省部署积极争取",
    "natural-resource-assets.property-borders,   in_progress, NOT_ASSESSABLE, 文件未印期限",
    "natural-resource-assets.property-borders,   completed,   COMPLETED,      文件未印期限",
  })
  void taskWithoutADayIsNeverOverdue(String id, String status, TaskVerdict verdict, String words) {
    LocalDate completedOn = status.equals("completed") ? LocalDate.of(2020, 10, 20) : null;

    TaskAssessment assessment =
        assess(id, LocalDate.of(2040, 1, 1), report("某局", null, "2020-10", status, completedOn));

    assertThat(assessment.verdict()).isEqualTo(verdict);
    assertThat(assessment.reasonZh()).contains(words);
  }

  @Test
  void districtTaskIsDoneWhenTheLastDistrictIs() {
    TaskAssessment assessment =
        assess(
            "convenience-services.uniform-sites",
            LocalDate.of(2020, 9, 10),
            report("市行政审批局", "370202", "2020-08", "completed", LocalDate.of(2020, 7, 20)),
            report("市行政审批局", "370203", "2020-08", "completed", LocalDate.of(2020, 8, 3)),
            report("市行政审批局", "370215", "2020-08", "completed", LocalDate.of(2020, 7, 31)));

    assertThat(assessment.verdict()).isEqualTo(TaskVerdict.COMPLETED_LATE);
    assertThat(assessment.completedOn()).isEqualTo("2020-08-03");
    assertThat(assessment.reasonZh()).contains("逾期3日").contains("3个报送单位中3个报“已完成”");
  }

  @ParameterizedTest(name = "on {0}, one district {1}, one silent: {2}")
  @CsvSource({
    "2020-07-31, completed,   IN_PROGRESS,    未报：即墨区",
    "2020-08-01, completed,   NOT_ASSESSABLE, 未报的不能视为完成，也不能据此认定逾期",
    "2020-08-01, in_progress, OVERDUE,        未完成：市北区（推进中），未报：即墨区",
  })
  void districtThatDoesNotReportIsNotDone(
      LocalDate asOf, String status, TaskVerdict verdict, String words) {
    LocalDate done = status.equals("completed") ? LocalDate.of(2020, 7, 20) : null;

    TaskAssessment assessment =
        assess(
            "convenience-services.uniform-sites",
            asOf,
            report("市行政审批局", "370202", "2020-07", "completed", LocalDate.of(2020, 7, 20)),
            report("市行政审批局", "370203", "2020-07", status, done));

    assertThat(assessment.verdict()).isEqualTo(verdict);
    assertThat(assessment.completedOn()).isNull();
    assertThat(assessment.reasonZh()).contains(words);
  }

  @ParameterizedTest(name = "62-05 reported {1} {2} on {0}: due in July {3}, due in August {4}")
  @CsvSource({
    // 62号二（二）1 is one code for items-down (7月底前) and items-agents (8月底前).
    "2020-08-01, in_progress,           , NOT_ASSESSABLE, IN_PROGRESS",
    "2020-09-01, in_progress,           , NOT_ASSESSABLE, OVERDUE",
    "2020-09-05, completed,   2020-07-31, COMPLETED,      COMPLETED",
    "2020-09-05, completed,   2020-08-20, NOT_ASSESSABLE, COMPLETED",
    "2020-09-05, completed,   2020-09-01, NOT_ASSESSABLE, COMPLETED_LATE",
  })
  void codeOfTasksWithDifferentDaysDoesNotAccuseTheEarlier(
      LocalDate asOf,
      String status,
      @Nullable LocalDate completedOn,
      TaskVerdict july,
      TaskVerdict august) {
    TaskReport report = report("市行政审批局", null, "2020-07", status, completedOn);

    assertThat(assess("convenience-services.items-down", asOf, report).verdict()).isEqualTo(july);
    assertThat(assess("convenience-services.items-agents", asOf, report).verdict())
        .isEqualTo(august);
    assertThat(assess("convenience-services.items-agents", asOf, report).reasonZh())
        .contains("与本文件另外1项任务合用编号62-05报送");
  }

  @ParameterizedTest(name = "completed without a day, reported for {0}: {1}")
  @CsvSource({"2020-10, COMPLETED", "2020-11, NOT_ASSESSABLE"})
  void completionWithoutADayCountsFromItsReport(String period, TaskVerdict verdict) {
    // The report of October came on 2020-11-05, that of November on 2020-12-05.
    assertThat(
            assess(
                    NOVEMBER_2020,
                    LocalDate.of(2021, 1, 1),
                    report("市教育局", null, period, "completed", null))
                .verdict())
        .isEqualTo(verdict);
  }

  @Test
  void completionAfterTheAsOfDayIsAContradiction() {
    assertThat(
            assess(
                    NOVEMBER_2020,
                    LocalDate.of(2020, 11, 10),
                    report("市教育局", null, "2020-10", "completed", LocalDate.of(2020, 11, 11)))
                .reasonZh())
        .contains("数据有矛盾");
  }

  @ParameterizedTest(name = "{0} says what its document prints against it")
  @CsvSource({
    "convenience-services.progress-reports,       正文要求报送至2020年9月30日前",
    "vocational-education.secondary-foundation,   附件1时限2022年11月，附件2为2022年年底",
    "vocational-education.joint-education-project, 附件1第8项为2021年11月",
  })
  void conflictOfThePrintIsTold(String id, String words) {
    assertThat(assess(id, LocalDate.of(2020, 9, 1)).reasonZh())
        .contains("文件所印有矛盾，照印未改：")
        .contains(words);
  }

  @Test
  void quarterAndYearOfOneEndAreToldApartByTheDayOfReport() {
    TaskReport quarter = report("某局", null, "2020-Q4", "in_progress", null);
    TaskReport year =
        new TaskReport(
            "某局",
            null,
            TaskReport.period("2020"),
            TaskStatus.COMPLETED,
            LocalDate.of(2020, 12, 30),
            quarter.reportedOn().plusDays(3),
            quarter.knownFrom(),
            true,
            quarter.evidence());

    assertThat(
            assess("natural-resource-assets.coastal-plan", LocalDate.of(2021, 2, 1), year, quarter)
                .verdict())
        .isEqualTo(TaskVerdict.COMPLETED);
  }

  @Test
  void everyTaskOfEveryDocumentHasItsKindAndItsDay() {
    assertThat(TASKS.values())
        .allSatisfy(
            task -> {
              assertThat(task.dueOn() != null).isEqualTo(task.dueKind() == Timing.Kind.DATE);
              assertThat(assessed(task).reasonZh()).startsWith(task.titleZh() + "：");
            });
  }

  private static TaskAssessment assessed(AssignedTask task) {
    return TaskAssessment.of(task, List.of(), DISTRICTS, LocalDate.of(2021, 1, 1));
  }

  private static TaskAssessment assess(String id, LocalDate asOf, TaskReport... reports) {
    return TaskAssessment.of(task(id), List.of(reports), DISTRICTS, asOf);
  }

  private static AssignedTask task(String id) {
    AssignedTask task = TASKS.get(id);
    if (task == null) {
      throw new AssertionError("No task " + id);
    }
    return task;
  }

  /** Reported on the fifth after its period. */
  private static TaskReport report(
      String reporter,
      @Nullable String area,
      String period,
      String status,
      @Nullable LocalDate completedOn) {
    LocalDate reportedOn = TaskReport.period(period).end().plusDays(5);
    return new TaskReport(
        reporter,
        area,
        TaskReport.period(period),
        TaskStatus.ofCode(status),
        completedOn,
        reportedOn,
        reportedOn,
        true,
        RowFactory.create("ab", "f.xlsx", "任务", 4, null));
  }
}
