package citybrain.programme;

import java.util.List;

/**
 * What tasks are held against: reports of departments and districts.
 *
 * <p>Grain: one row per task_code, reporter, area_code and period.
 */
final class TaskReportColumns {
  static final String TASK_CODE = "task_code";

  /** Department, as written. */
  static final String REPORTER = "reporter";

  /** Of the district that reports; null or the city for a department of the city. */
  static final String AREA_CODE = "area_code";

  /** Month, quarter or year. */
  static final String PERIOD = "period";

  static final String STATUS = "status";

  /** DATE; null before, and where a department left it out. */
  static final String COMPLETED_ON = "completed_on";

  static final String REPORTED_ON = "reported_on";
  static final String KNOWN_FROM = "known_from";
  static final String IS_SIMULATED = "is_simulated";

  /** STRUCT of (file_sha256, file, sheet, row, cell). */
  static final String EVIDENCE = "evidence_row";

  static final List<String> REPORTED =
      List.of(
          REPORTER,
          AREA_CODE,
          PERIOD,
          STATUS,
          COMPLETED_ON,
          REPORTED_ON,
          KNOWN_FROM,
          IS_SIMULATED,
          EVIDENCE);

  private TaskReportColumns() {}
}
