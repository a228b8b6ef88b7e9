package citybrain.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task held against the latest report of everybody who reports on it.
 *
 * <p>It is done when all of them say so; where one district reports, every district is to report.
 * The due day itself is in time. No report is neither done nor somebody's fault.
 *
 * @param latest the latest report of each reporter; empty where nobody reported
 * @param completedOn the day the last of them was done; null while it is not done, and where a day
 *     was left out
 */
record TaskAssessment(
    TaskVerdict verdict,
    List<TaskReport> latest,
    @Nullable LocalDate completedOn,
    String reasonZh) {
  private static final int NAMED = 5;

  /**
   * The assessment.
   *
   * @param reports of the task's code, known on the as-of day
   * @param districts names by code of those that exist on the as-of day
   */
  static TaskAssessment of(
      AssignedTask task,
      List<TaskReport> reports,
      SortedMap<String, String> districts,
      LocalDate asOf) {
    Found found = new Standing(task, latest(reports), districts, asOf).found();
    return new TaskAssessment(
        found.verdict(), found.latest(), found.completedOn(), sentence(task, found.words()));
  }

  private record Found(
      TaskVerdict verdict,
      List<TaskReport> latest,
      @Nullable LocalDate completedOn,
      String words) {}

  private static List<TaskReport> latest(List<TaskReport> reports) {
    Map<TaskReport.Reporter, TaskReport> latest =
        reports.stream()
            .collect(
                Collectors.toMap(
                    TaskReport::by,
                    report -> report,
                    (a, b) -> TaskReport.BY_AGE.compare(a, b) > 0 ? a : b));
    return latest.values().stream()
        .sorted(
            Comparator.comparing((TaskReport report) -> Objects.toString(report.areaCode(), ""))
                .thenComparing(TaskReport::reporter))
        .toList();
  }

  /** The verdict in words, with what the print says against the task. */
  private static String sentence(AssignedTask task, String words) {
    String conflicts =
        task.conflictsZh().isEmpty() ? "" : "。文件所印有矛盾，照印未改：" + String.join("", task.conflictsZh());
    return task.titleZh() + "：" + words + conflicts;
  }

  /** The steps to a verdict. */
  private record Standing(
      AssignedTask task,
      List<TaskReport> latest,
      SortedMap<String, String> districts,
      LocalDate asOf) {

    Found found() {
      if (task.reportedAs() == null) {
        return without(time() + "，未约定报送编号，没有部门报送进展");
      }
      if (latest.isEmpty()) {
        return without(time() + "，截至" + asOf + "从未收到报告" + silence() + shared());
      }
      LocalDate impossible =
          completions()
              .filter(day -> day.isAfter(asOf))
              .max(Comparator.naturalOrder())
              .orElse(null);
      if (impossible != null) {
        return without("报告的完成日期" + impossible + "晚于统计截止日" + asOf + "，数据有矛盾");
      }
      return switch (task.dueKind()) {
        case DATE -> isAllCompleted() ? completed() : notCompleted();
        case CONTINUOUS -> with(TaskVerdict.CONTINUOUS, time());
        case CONDITIONAL ->
            with(isAllCompleted() ? TaskVerdict.COMPLETED : TaskVerdict.IN_PROGRESS, time());
        case UNSTATED ->
            isAllCompleted()
                ? with(TaskVerdict.COMPLETED, time())
                : without(time() + "，无从判断是否按期；" + state());
        case RECURRING -> without(time() + "，须逐期完成，报告不分期；" + state());
        case EVENT ->
            isAllCompleted()
                ? with(TaskVerdict.COMPLETED, time())
                : without(time() + "，报告中没有起算的事件；" + state());
      };
    }

    private Found completed() {
      LocalDate due = due();
      LocalDate completed = completedOn();
      if (completed == null) {
        return reportedOn().isAfter(due)
            ? without(time() + "，" + state() + "，未填完成日期，是否按期无从判断")
            : with(TaskVerdict.COMPLETED, time() + "，未逾期");
      }
      if (!completed.isAfter(due)) {
        return with(TaskVerdict.COMPLETED, time() + "，未逾期");
      }
      return task.isSharedBeyondDue()
          ? without(time() + "，" + state() + "，同一编号下还有期限更晚或未印期限的任务，本项何时完成无从判断")
          : with(
              TaskVerdict.COMPLETED_LATE,
              time() + "，逾期" + ChronoUnit.DAYS.between(due, completed) + "日");
    }

    private Found notCompleted() {
      LocalDate due = due();
      if (!asOf.isAfter(due)) {
        return with(TaskVerdict.IN_PROGRESS, time());
      }
      List<TaskReport> open = open();
      if (open.isEmpty()) {
        return without(time() + "，期限已过，" + state() + "，未报的不能视为完成，也不能据此认定逾期");
      }
      if (task.isSharedBeyondDue()) {
        return without(time() + "，期限已过，" + state() + "，同一编号下还有期限更晚或未印期限的任务，本项是否完成无从判断");
      }
      boolean isOld = open.stream().allMatch(report -> report.period().end().isBefore(due));
      return with(
          TaskVerdict.OVERDUE,
          time()
              + "，截至"
              + asOf
              + "已逾期"
              + ChronoUnit.DAYS.between(due, asOf)
              + "日"
              + (isOld ? "（最近报告所述时期早于期限，其后的进展尚未收到报告）" : ""));
    }

    /** What silence means where a day is printed. */
    private String silence() {
      LocalDate due = task.dueOn();
      if (due == null) {
        return "";
      }
      return asOf.isAfter(due) ? "，期限已过，不能视为完成，也不能据此认定逾期" : "，期限未到";
    }

    private String time() {
      return switch (task.dueKind()) {
        case DATE -> "应不晚于" + due() + "完成（印“" + task.printed() + "”）";
        case CONTINUOUS -> "长期任务（印“" + task.printed() + "”）";
        case RECURRING -> "按期重复（印“" + task.printed() + "”）";
        case EVENT -> "由事件起算（印“" + task.printed() + "”）";
        case CONDITIONAL -> "视条件而定（印“" + task.printed() + "”）";
        case UNSTATED -> "文件未印期限";
      };
    }

    /** Who says what in the latest reports. */
    private String state() {
      TaskReport newest = latest.stream().max(TaskReport.BY_AGE).orElseThrow();
      List<String> silent = silent();
      List<TaskReport> open = open();
      String who;
      if (latest.size() == 1 && silent.isEmpty()) {
        who = name(newest) + "报“" + newest.status().zh() + "”";
      } else {
        long completed = latest.stream().filter(TaskReport::isCompleted).count();
        who =
            (latest.size() + silent.size())
                + "个报送单位中"
                + completed
                + "个报“已完成”"
                + named("未完成：", open.stream().map(this::withStatus).toList())
                + named("未报：", silent);
      }
      String completed = completedOn() == null ? "" : "，完成日期" + completedOn();
      return "最近报告（"
          + newest.period().code()
          + "，"
          + reportedOn()
          + "报送）"
          + who
          + completed
          + shared();
    }

    private static String named(String words, List<String> names) {
      if (names.isEmpty()) {
        return "";
      }
      String more = names.size() > NAMED ? "等" + names.size() + "个" : "";
      return "，" + words + names.stream().limit(NAMED).collect(Collectors.joining("、")) + more;
    }

    private String withStatus(TaskReport report) {
      return name(report) + "（" + report.status().zh() + "）";
    }

    private String name(TaskReport report) {
      String district = report.areaCode() == null ? null : districts.get(report.areaCode());
      return district == null ? report.reporter() : district;
    }

    private String shared() {
      return task.sharedWith() == 0
          ? ""
          : "（与本文件另外" + task.sharedWith() + "项任务合用编号" + task.reportedAs() + "报送）";
    }

    private boolean isAllCompleted() {
      return open().isEmpty() && silent().isEmpty();
    }

    private List<TaskReport> open() {
      return latest.stream().filter(report -> !report.isCompleted()).toList();
    }

    /** Districts that did not report, where one of them did. */
    private List<String> silent() {
      List<String> reporting =
          latest.stream()
              .map(TaskReport::areaCode)
              .filter(area -> area != null && districts.containsKey(area))
              .map(area -> Objects.requireNonNull(area))
              .toList();
      return reporting.isEmpty()
          ? List.of()
          : districts.entrySet().stream()
              .filter(district -> !reporting.contains(district.getKey()))
              .map(Map.Entry::getValue)
              .toList();
    }

    private Stream<LocalDate> completions() {
      return latest.stream()
          .map(TaskReport::completedOn)
          .filter(Objects::nonNull)
          .map(day -> Objects.requireNonNull(day));
    }

    private @Nullable LocalDate completedOn() {
      return isAllCompleted() && completions().count() == latest.size()
          ? completions().max(Comparator.naturalOrder()).orElse(null)
          : null;
    }

    private LocalDate reportedOn() {
      return latest.stream()
          .map(TaskReport::reportedOn)
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }

    private LocalDate due() {
      return Objects.requireNonNull(task.dueOn(), "A task of kind date has its day");
    }

    private Found with(TaskVerdict verdict, String words) {
      return new Found(verdict, latest, completedOn(), words + "，" + verdict.zh() + "；" + state());
    }

    private Found without(String words) {
      return new Found(
          TaskVerdict.NOT_ASSESSABLE,
          latest,
          latest.isEmpty() ? null : completedOn(),
          words + "，" + TaskVerdict.NOT_ASSESSABLE.zh());
    }
  }
}
