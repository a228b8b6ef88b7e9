package citybrain.programme;

import citybrain.policy.Programme;
import citybrain.policy.Programme.Direction;
import citybrain.policy.Programme.Indicator;
import citybrain.policy.Programme.Printed;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a target table with what is printed beside it, in the shape that Spark carries to
 * where the actuals are.
 *
 * @param titleZh indicator, with the member it is for unless it is the whole
 * @param verbatim the cell as printed
 * @param value null when the cell holds no number
 */
record Target(
    String indicatorId,
    String breakdown,
    int year,
    String titleZh,
    Unit unit,
    Direction direction,
    int baselineYear,
    @Nullable BigDecimal baseline,
    String verbatim,
    @Nullable BigDecimal value,
    String reference) {
  static final String WHOLE = "_T";

  private static final String TITLE_ZH = "title_zh";
  private static final String VERBATIM = "verbatim";

  static final StructType SCHEMA =
      new StructType()
          .add(TargetProgressColumns.INDICATOR_ID, DataTypes.StringType)
          .add(TargetProgressColumns.BREAKDOWN, DataTypes.StringType)
          .add(TargetProgressColumns.YEAR, DataTypes.IntegerType)
          .add(TITLE_ZH, DataTypes.StringType)
          .add(TargetProgressColumns.UNIT, DataTypes.StringType)
          .add(TargetProgressColumns.DIRECTION, DataTypes.StringType)
          .add(TargetProgressColumns.BASELINE_YEAR, DataTypes.IntegerType)
          .add(TargetProgressColumns.BASELINE, TargetProgressColumns.DECIMAL)
          .add(VERBATIM, DataTypes.StringType)
          .add(TargetProgressColumns.TARGET, TargetProgressColumns.DECIMAL)
          .add(TargetProgressColumns.REFERENCE, DataTypes.StringType);

  /** Every cell of the programme's target columns, those without a number included. */
  static List<Target> of(Programme programme) {
    return programme.indicators().stream()
        .flatMap(
            indicator ->
                indicator.targets().entrySet().stream()
                    .map(cell -> of(programme, indicator, cell.getKey(), cell.getValue())))
        .toList();
  }

  private static Target of(Programme programme, Indicator indicator, int year, Printed cell) {
    String title = indicator.title().zh();
    return new Target(
        indicator.id(),
        indicator.breakdown(),
        year,
        indicator.breakdown().equals(WHOLE) ? title : indicator.breakdown() + title,
        indicator.unit(),
        indicator.direction(),
        programme.baselineYear(),
        indicator.baseline().value(),
        cell.verbatim(),
        cell.value(),
        indicator.reference().toString());
  }

  Row toRow() {
    return RowFactory.create(
        indicatorId,
        breakdown,
        year,
        titleZh,
        unit.name(),
        direction.name(),
        baselineYear,
        baseline,
        verbatim,
        value,
        reference);
  }

  /** Reads what {@link #toRow} wrote, also from a row with more columns. */
  static Target from(Row row) {
    return new Target(
        row.getAs(TargetProgressColumns.INDICATOR_ID),
        row.getAs(TargetProgressColumns.BREAKDOWN),
        row.<Integer>getAs(TargetProgressColumns.YEAR),
        row.getAs(TITLE_ZH),
        Unit.valueOf(row.getAs(TargetProgressColumns.UNIT)),
        Direction.valueOf(row.getAs(TargetProgressColumns.DIRECTION)),
        row.<Integer>getAs(TargetProgressColumns.BASELINE_YEAR),
        row.getAs(TargetProgressColumns.BASELINE),
        row.getAs(VERBATIM),
        row.getAs(TargetProgressColumns.TARGET),
        row.getAs(TargetProgressColumns.REFERENCE));
  }
}
