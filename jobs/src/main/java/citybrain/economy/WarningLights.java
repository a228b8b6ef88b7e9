package citybrain.economy;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_date;

import citybrain.metric.Basis;
import citybrain.metric.Measure;
import citybrain.metric.MetricValues;
import citybrain.period.PeriodType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple3;

/**
 * Early-warning lights of areas: growth of a month, or of merged months, over the year before
 * against the bounds in force.
 *
 * <p>Grain: rows of gold/metric_value in; one row of gold/warning_light per metric, area and period
 * out. The growth is the computed one where it is comparable, else the published one; half up to
 * one digit, and the light is decided on that.
 *
 * <p>Null rule: without a growth, or without bounds in force, there is no row: a gap is a missing
 * light, never a blue one. The reason for a missing growth stands in gold/metric_value.
 */
public final class WarningLights {
  public static final String SCOPE = "scope";
  public static final String SCOPE_ID = "scope_id";
  public static final String INDICATOR_ID = "indicator_id";
  public static final String PERIOD = "period";
  public static final String VALUE = "value";
  public static final String LIGHT = "light";
  public static final String SCORE = "score";
  public static final String REFERENCE = "reference";
  public static final String REASON_ZH = "reason_zh";
  public static final String IS_SIMULATED = "is_simulated";

  /** What makes a row one of its kind. */
  public static final List<String> KEY = List.of(SCOPE, SCOPE_ID, INDICATOR_ID, PERIOD);

  private static final String AREA = "area";

  /** The bounds are drawn from growth of months; quarters and years vary less and have none. */
  private static final Object[] MONTHLY = {
    PeriodType.MONTH.code(), PeriodType.MERGED_MONTHS.code()
  };

  private static final StructType OUTPUT =
      new StructType()
          .add(SCOPE, DataTypes.StringType)
          .add(SCOPE_ID, DataTypes.StringType)
          .add(INDICATOR_ID, DataTypes.StringType)
          .add(PERIOD, DataTypes.StringType)
          .add(VALUE, DataTypes.createDecimalType(28, 8))
          .add(LIGHT, DataTypes.StringType)
          .add(SCORE, DataTypes.IntegerType)
          .add(REFERENCE, DataTypes.StringType)
          .add(REASON_ZH, DataTypes.StringType)
          .add(IS_SIMULATED, DataTypes.BooleanType);

  private WarningLights() {}

  /**
   * Lights of the metrics that have a scale.
   *
   * @param metricValues rows of gold/metric_value of one as-of day
   * @return rows of gold/warning_light, without as_of and release_id
   */
  public static Dataset<Row> of(Dataset<Row> metricValues, List<LightScale> scales) {
    Map<String, LightScale> byMetric = new HashMap<>();
    scales.forEach(scale -> byMetric.put(scale.metricId(), scale));
    Dataset<Row> growth =
        metricValues
            .where(col(MetricValues.MEASURE).equalTo(Measure.YOY.code()))
            .where(col(MetricValues.PERIOD_TYPE).isin(MONTHLY))
            .where(col(MetricValues.METRIC_ID).isin(byMetric.keySet().toArray()))
            .where(col(MetricValues.VALUE).isNotNull())
            .select(
                col(MetricValues.METRIC_ID),
                col(MetricValues.AREA_CODE),
                col(MetricValues.PERIOD),
                unix_date(col(MetricValues.PERIOD_END)).as(MetricValues.PERIOD_END),
                col(MetricValues.BASIS),
                col(MetricValues.VALUE),
                col(MetricValues.IS_COMPARABLE),
                col(MetricValues.IS_SIMULATED));
    Encoder<Tuple3<String, String, String>> key =
        Encoders.tuple(Encoders.STRING(), Encoders.STRING(), Encoders.STRING());
    return growth
        .groupBy(MetricValues.METRIC_ID, MetricValues.AREA_CODE, MetricValues.PERIOD)
        .as(key, Encoders.row(growth.schema()))
        .flatMapGroups(lightBy(byMetric), Encoders.row(OUTPUT));
  }

  private static FlatMapGroupsFunction<Tuple3<String, String, String>, Row, Row> lightBy(
      Map<String, LightScale> scales) {
    return (key, rows) -> {
      LightScale scale = scales.get(key._1());
      Growth growth = growthInUse(rows);
      Optional<LightBounds> bounds =
          scale == null || growth == null ? Optional.empty() : scale.on(growth.periodEnd());
      if (growth == null || bounds.isEmpty()) {
        return Collections.emptyIterator();
      }
      Light light = bounds.get().lightOf(growth.value());
      return List.of(
              RowFactory.create(
                  AREA,
                  key._2(),
                  key._1(),
                  key._3(),
                  LightBounds.shown(growth.value()),
                  light.code(),
                  light.score(),
                  bounds.get().reference(),
                  growth.reasonZh(bounds.get(), light),
                  growth.isSimulated()))
          .iterator();
    };
  }

  /** Computed growth where it is comparable, else published growth. */
  private static @Nullable Growth growthInUse(Iterator<Row> rows) {
    Growth computed = null;
    Growth published = null;
    while (rows.hasNext()) {
      Row row = rows.next();
      Growth growth =
          new Growth(
              row.getAs(MetricValues.VALUE),
              row.getAs(MetricValues.BASIS),
              LocalDate.ofEpochDay(row.<Integer>getAs(MetricValues.PERIOD_END)),
              row.<Boolean>getAs(MetricValues.IS_SIMULATED));
      if (growth.isPublished()) {
        published = growth;
      } else if (row.<Boolean>getAs(MetricValues.IS_COMPARABLE)) {
        computed = growth;
      }
    }
    return computed == null ? published : computed;
  }

  private record Growth(BigDecimal value, String basis, LocalDate periodEnd, boolean isSimulated) {
    boolean isPublished() {
      return basis.equals(Basis.PUBLISHED.code());
    }

    String reasonZh(LightBounds bounds, Light light) {
      return (isPublished() ? "公布" : "计算")
          + "同比增速"
          + LightBounds.shown(value).toPlainString()
          + "%，"
          + bounds.intervalZh(light)
          + "："
          + light.zh();
    }
  }
}
