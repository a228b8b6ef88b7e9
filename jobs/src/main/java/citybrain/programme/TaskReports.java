package citybrain.programme;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What departments report on tasks, from the two extracts they report in.
 *
 * <p>Grain: one row per task_code, reporter, area_code and period. The codes of the two extracts
 * are different ones, which {@code check} holds, so a code says where its reports are.
 */
public final class TaskReports {
  private TaskReports() {}

  /**
   * The reports.
   *
   * @param taskReports silver/task_report
   * @param reformReports silver/reform_report; both cut to the rows that are current on the as-of
   *     day
   */
  public static Dataset<Row> of(Dataset<Row> taskReports, Dataset<Row> reformReports) {
    return taskReports
        .select(columns("department"))
        .unionByName(reformReports.select(columns(TaskReportColumns.REPORTER)));
  }

  private static Column[] columns(String reporter) {
    return new Column[] {
      col(TaskReportColumns.TASK_CODE),
      col(reporter).as(TaskReportColumns.REPORTER),
      col(TaskReportColumns.AREA_CODE),
      col(TaskReportColumns.PERIOD),
      col(TaskReportColumns.STATUS),
      col(TaskReportColumns.COMPLETED_ON),
      col(TaskReportColumns.REPORTED_ON),
      col(TaskReportColumns.KNOWN_FROM),
      col(TaskReportColumns.IS_SIMULATED),
      struct(col("file_sha256"), col("file"), col("sheet"), col("row"), col("cell"))
          .as(TaskReportColumns.EVIDENCE)
    };
  }
}
