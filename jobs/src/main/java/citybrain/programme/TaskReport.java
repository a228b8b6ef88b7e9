package citybrain.programme;

import citybrain.period.Period;
import citybrain.period.PeriodType;
import java.time.LocalDate;
import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * One report on a task code.
 *
 * @param areaCode null for a department of the city
 * @param completedOn null before, and where the department left it out
 * @param evidence (file_sha256, file, sheet, row, cell)
 */
record TaskReport(
    String reporter,
    @Nullable String areaCode,
    Period period,
    TaskStatus status,
    @Nullable LocalDate completedOn,
    LocalDate reportedOn,
    LocalDate knownFrom,
    boolean isSimulated,
    Row evidence) {
  /** The later report is the one that says how things stand at the later end of a period. */
  static final Comparator<TaskReport> BY_AGE =
      Comparator.comparing((TaskReport report) -> report.period().end())
          .thenComparing(TaskReport::reportedOn)
          .thenComparing(TaskReport::knownFrom)
          .thenComparing(report -> report.period().code());

  /** Who reports, whatever the period. */
  record Reporter(String name, @Nullable String areaCode) {}

  Reporter by() {
    return new Reporter(reporter, areaCode);
  }

  boolean isCompleted() {
    return status == TaskStatus.COMPLETED;
  }

  static TaskReport from(Row row) {
    java.sql.Date completedOn = row.getAs(TaskReportColumns.COMPLETED_ON);
    return new TaskReport(
        row.getAs(TaskReportColumns.REPORTER),
        row.getAs(TaskReportColumns.AREA_CODE),
        period(row.getAs(TaskReportColumns.PERIOD)),
        TaskStatus.ofCode(row.getAs(TaskReportColumns.STATUS)),
        completedOn == null ? null : completedOn.toLocalDate(),
        row.<java.sql.Date>getAs(TaskReportColumns.REPORTED_ON).toLocalDate(),
        row.<java.sql.Date>getAs(TaskReportColumns.KNOWN_FROM).toLocalDate(),
        row.<Boolean>getAs(TaskReportColumns.IS_SIMULATED),
        row.getAs(TaskReportColumns.EVIDENCE));
  }

  /** Reports are monthly, or of a quarter or a whole year; the form of the code says which. */
  static Period period(String code) {
    PeriodType type =
        code.contains("Q")
            ? PeriodType.QUARTER
            : code.contains("-") ? PeriodType.MONTH : PeriodType.YEAR;
    return Period.parse(code, type);
  }
}
