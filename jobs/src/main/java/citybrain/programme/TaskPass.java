package citybrain.programme;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of all documents held against what departments report: rows of {@code
 * gold/task_progress}.
 *
 * <p>Grain: one row per task, also where no code is agreed, no time is printed or nobody reported:
 * such a row is not_assessable and says why.
 *
 * <p>Null rule: no report is neither done nor overdue. {@code is_simulated} is true when any report
 * that counts was simulated, and false where there is none.
 */
public final class TaskPass {
  private static final StructType TASKS =
      new StructType()
          .add(TaskProgressColumns.TASK_ID, DataTypes.StringType)
          .add(TaskProgressColumns.REPORTED_AS, DataTypes.StringType);
  private static final String REPORTED = "reported";

  private TaskPass() {}

  /**
   * Progress as known at {@code asOf}.
   *
   * @param reports of {@link TaskReports}
   * @param districts names of the districts that exist on the as-of day, by code
   */
  public static Dataset<Row> of(
      Dataset<Row> reports,
      List<AssignedTask> tasks,
      SortedMap<String, String> districts,
      LocalDate asOf) {
    Map<String, AssignedTask> byId = new HashMap<>();
    tasks.forEach(task -> byId.put(task.id(), task));
    Dataset<Row> codes =
        reports
            .sparkSession()
            .createDataFrame(
                tasks.stream()
                    .map(task -> RowFactory.create(task.id(), task.reportedAs()))
                    .toList(),
                TASKS);
    // One row of reports per code, so each task meets at most one; a code may serve many tasks.
    Dataset<Row> byCode =
        reports
            .groupBy(col(TaskReportColumns.TASK_CODE).as(TaskProgressColumns.REPORTED_AS))
            .agg(
                collect_list(
                        struct(
                            TaskReportColumns.REPORTED.stream()
                                .map(functions::col)
                                .toArray(Column[]::new)))
                    .as(REPORTED));
    return codes
        .join(byCode, new String[] {TaskProgressColumns.REPORTED_AS}, "left_outer")
        .map(
            progress(byId, new TreeMap<>(districts), asOf),
            Encoders.row(TaskProgressColumns.SCHEMA));
  }

  private static MapFunction<Row, Row> progress(
      Map<String, AssignedTask> byId, SortedMap<String, String> districts, LocalDate asOf) {
    return row -> {
      String id = row.getAs(TaskProgressColumns.TASK_ID);
      AssignedTask task = Optional.ofNullable(byId.get(id)).orElseThrow();
      int reportedAt = row.fieldIndex(REPORTED);
      List<TaskReport> reports =
          row.isNullAt(reportedAt)
              ? List.of()
              : row.<Row>getList(reportedAt).stream().map(TaskReport::from).toList();
      return toRow(task, TaskAssessment.of(task, reports, districts, asOf));
    };
  }

  private static Row toRow(AssignedTask task, TaskAssessment assessment) {
    List<TaskReport> latest = assessment.latest();
    Optional<TaskReport> newest = latest.stream().max(TaskReport.BY_AGE);
    return RowFactory.create(
        task.id(),
        task.policyId(),
        task.titleZh(),
        String.join("、", task.departments()),
        task.part(),
        task.number(),
        task.dueKind().name().toLowerCase(Locale.ROOT),
        date(task.dueOn()),
        task.printed(),
        task.reportedAs(),
        date(latest.stream().map(TaskReport::reportedOn).max(LocalDate::compareTo).orElse(null)),
        newest.map(report -> report.period().code()).orElse(null),
        latest.size(),
        (int) latest.stream().filter(TaskReport::isCompleted).count(),
        date(assessment.completedOn()),
        assessment.verdict().code(),
        assessment.reasonZh(),
        !task.conflictsZh().isEmpty(),
        task.reference(),
        latest.stream().anyMatch(TaskReport::isSimulated),
        latest.stream().map(TaskReport::evidence).toArray(Row[]::new));
  }

  private static @Nullable Date date(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }
}
