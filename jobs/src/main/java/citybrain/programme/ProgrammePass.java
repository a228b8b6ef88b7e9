package citybrain.programme;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import citybrain.policy.Programme;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/**
 * A programme's targets held against the reported actuals: rows of {@code gold/target_progress}.
 *
 * <p>Grain: one row per indicator, breakdown and target year of the programme, also where the
 * document sets no target or nothing was reported: such a row is not_assessable and says why.
 * Baseline, target and actual are in the unit of the indicator; an actual in another unit is not
 * converted but refused, since silver already holds one unit.
 *
 * <p>Null rule: a missing actual is neither zero nor met. {@code is_simulated} is that of the
 * actual and false where there is none.
 */
public final class ProgrammePass {
  private static final String REPORTED = "reported";

  private ProgrammePass() {}

  /**
   * Progress as known at {@code asOf}.
   *
   * @param actuals {@link ActualColumns}, of rows known at asOf; indicator_code is the indicator's
   *     id
   */
  public static Dataset<Row> of(
      Dataset<Row> actuals, Programme programme, ProgressBounds bounds, LocalDate asOf) {
    Dataset<Row> targets =
        actuals
            .sparkSession()
            .createDataFrame(
                Target.of(programme).stream().map(Target::toRow).toList(), Target.SCHEMA);
    // One row of reports per indicator and breakdown, so each target meets at most one.
    Dataset<Row> reported =
        actuals
            .groupBy(
                col(ActualColumns.INDICATOR_CODE).as(TargetProgressColumns.INDICATOR_ID),
                col(ActualColumns.BREAKDOWN).as(TargetProgressColumns.BREAKDOWN))
            .agg(
                collect_list(
                        struct(
                            ActualColumns.REPORTED.stream()
                                .map(functions::col)
                                .toArray(Column[]::new)))
                    .as(REPORTED));
    String[] key = {TargetProgressColumns.INDICATOR_ID, TargetProgressColumns.BREAKDOWN};
    return targets
        .join(reported, key, "left_outer")
        .map(
            progress(programme.id(), programme.areaCode(), bounds, asOf),
            Encoders.row(TargetProgressColumns.SCHEMA));
  }

  private static MapFunction<Row, Row> progress(
      String programmeId, String areaCode, ProgressBounds bounds, LocalDate asOf) {
    return row -> {
      Target target = Target.from(row);
      int reportedAt = row.fieldIndex(REPORTED);
      List<Actual> reported =
          row.isNullAt(reportedAt)
              ? List.of()
              : row.<Row>getList(reportedAt).stream().map(Actual::from).toList();
      return toRow(
          programmeId, areaCode, target, TargetAssessment.of(target, reported, bounds, asOf));
    };
  }

  private static Row toRow(
      String programmeId, String areaCode, Target target, TargetAssessment assessment) {
    Actual actual = assessment.actual();
    return RowFactory.create(
        programmeId,
        target.indicatorId(),
        areaCode,
        target.breakdown(),
        target.year(),
        LinearPath.METHOD,
        true,
        target.baselineYear(),
        target.baseline(),
        target.value(),
        assessment.actualValue(),
        actual == null ? null : String.valueOf(actual.year()),
        target.direction().name().toLowerCase(Locale.ROOT),
        assessment.progressRatio(),
        assessment.expectedRatio(),
        assessment.verdict().code(),
        assessment.reasonZh(),
        target.reference(),
        target.unit().code(),
        actual != null && actual.isSimulated(),
        actual == null ? new Row[0] : actual.evidence().toArray(Row[]::new));
  }
}
