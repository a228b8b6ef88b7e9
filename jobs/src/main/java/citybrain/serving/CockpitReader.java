package citybrain.serving;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads what the cockpit page shows from the gold and quality tables of one release. Rows are
 * filtered and counted in Spark; what is collected fits a page, whatever the size of the lake.
 */
public final class CockpitReader {
  private CockpitReader() {}

  /**
   * The page's data.
   *
   * @param metricValues {@code gold/metric_value}
   * @param lights {@code gold/warning_light}
   * @param progress {@code gold/target_progress}
   * @param findings {@code gold/finding}
   * @param reconciliation {@code quality/reconciliation}
   * @throws citybrain.problem.ProblemException {@code CODE_UNKNOWN} when a light or verdict is none
   *     of the closed sets; {@code INDICATOR_UNKNOWN} when progress is stored for an indicator that
   *     no programme of {@code names} has
   */
  public static CockpitPage read(
      Dataset<Row> metricValues,
      Dataset<Row> lights,
      Dataset<Row> progress,
      Dataset<Row> findings,
      Dataset<Row> reconciliation,
      CockpitNames names,
      ReleaseHeader header) {
    return new CockpitPage(
        header,
        new CockpitPage.Economy(
            SignalReader.read(lights, names), TrendReader.read(metricValues, names)),
        ProgressReader.read(progress, names),
        FindingReader.read(findings, names),
        QualityReader.read(reconciliation));
  }
}
