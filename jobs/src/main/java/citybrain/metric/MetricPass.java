package citybrain.metric;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import citybrain.metric.Figure.Label;
import citybrain.period.PeriodType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * All metrics of one source in one pass: one scan of the source and one shuffle, however many
 * metrics there are.
 *
 * <p>Grain: one current row per indicator, area and period in; the key of {@link MetricValues} out.
 * A row goes to every metric whose filter it passes (at most once each), so it is multiplied by the
 * number of metrics it belongs to, which is one as a rule. The figures of one metric and area are
 * then made by plain Java ({@link MetricSeries}).
 *
 * <p>Null rule: a filter that is null excludes the row.
 */
public final class MetricPass {
  /**
   * What is shuffled. Days travel as numbers, so that no session setting changes their Java type.
   */
  private static final List<Column> INPUT =
      List.of(
          col(ObservationColumns.AREA_CODE),
          col(ObservationColumns.PERIOD),
          col(ObservationColumns.PERIOD_TYPE),
          unix_date(col(ObservationColumns.PERIOD_START)).as(ObservationColumns.PERIOD_START),
          unix_date(col(ObservationColumns.PERIOD_END)).as(ObservationColumns.PERIOD_END),
          col(ObservationColumns.LEVEL),
          col(ObservationColumns.CUMULATIVE),
          col(ObservationColumns.YOY_PUBLISHED),
          col(ObservationColumns.YTD_YOY_PUBLISHED),
          col(ObservationColumns.UNIT),
          unix_date(col(ObservationColumns.KNOWN_FROM)).as(ObservationColumns.KNOWN_FROM),
          col(ObservationColumns.IS_SIMULATED),
          struct(
                  ObservationColumns.FILE_SHA256,
                  ObservationColumns.FILE,
                  ObservationColumns.SHEET,
                  ObservationColumns.ROW,
                  ObservationColumns.CELL)
              .as(MetricValues.EVIDENCE));

  private static final StructType EVIDENCE =
      new StructType()
          .add(ObservationColumns.FILE_SHA256, DataTypes.StringType)
          .add(ObservationColumns.FILE, DataTypes.StringType)
          .add(ObservationColumns.SHEET, DataTypes.StringType)
          .add(ObservationColumns.ROW, DataTypes.IntegerType)
          .add(ObservationColumns.CELL, DataTypes.StringType);

  private static final StructType OUTPUT =
      new StructType()
          .add(MetricValues.METRIC_ID, DataTypes.StringType)
          .add(MetricValues.MEASURE, DataTypes.StringType)
          .add(MetricValues.BASIS, DataTypes.StringType)
          .add(MetricValues.AREA_CODE, DataTypes.StringType)
          .add(MetricValues.INDUSTRY_CODE, DataTypes.StringType)
          .add(MetricValues.SUBJECT_ID, DataTypes.StringType)
          .add(MetricValues.PERIOD, DataTypes.StringType)
          .add(MetricValues.PERIOD_TYPE, DataTypes.StringType)
          .add(MetricValues.PERIOD_START, DataTypes.IntegerType)
          .add(MetricValues.PERIOD_END, DataTypes.IntegerType)
          .add(MetricValues.VALUE, DataTypes.createDecimalType(28, Growth.SCALE))
          .add(MetricValues.UNIT, DataTypes.StringType)
          .add(MetricValues.IS_COMPARABLE, DataTypes.BooleanType)
          .add(MetricValues.STATUS, DataTypes.StringType)
          .add(MetricValues.KNOWN_AT, DataTypes.IntegerType)
          .add(MetricValues.PUBLISHED_VALUE, DataTypes.createDecimalType(28, Growth.SCALE))
          .add(MetricValues.PUBLISHED_GAP, DataTypes.createDecimalType(28, Growth.SCALE))
          .add(MetricValues.REASON_ZH, DataTypes.StringType)
          .add(MetricValues.IS_SIMULATED, DataTypes.BooleanType)
          .add(MetricValues.EVIDENCE, DataTypes.createArrayType(EVIDENCE));

  private MetricPass() {}

  /**
   * Figures of all {@code definitions}.
   *
   * @param observations the source's rows, restricted to those current on the as-of day
   * @param definitions metrics of this one source
   * @return rows of gold/metric_value, without as_of and release_id
   */
  public static Dataset<Row> of(
      Dataset<Row> observations, List<MetricDefinition> definitions, GrowthGapTolerance tolerance) {
    if (definitions.isEmpty()) {
      throw new IllegalArgumentException("No metric, no pass");
    }
    if (definitions.stream().map(MetricDefinition::source).distinct().count() > 1) {
      throw new IllegalArgumentException("Metrics of one pass share their source");
    }
    Map<String, SeriesMethod> methods = new HashMap<>();
    for (MetricDefinition definition : definitions) {
      methods.put(definition.id(), SeriesMethod.of(definition, tolerance));
    }
    Dataset<Row> input = explodeMetrics(observations, definitions);
    Dataset<Row> figures =
        input
            .groupBy(MetricValues.METRIC_ID, MetricValues.AREA_CODE)
            .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING()), Encoders.row(input.schema()))
            .flatMapGroups(figuresBy(methods), Encoders.row(OUTPUT));
    return withDates(figures);
  }

  /** One row per metric that the row passes the filter of. */
  private static Dataset<Row> explodeMetrics(
      Dataset<Row> observations, List<MetricDefinition> definitions) {
    Column any = lit(false);
    List<Column> ids = new ArrayList<>();
    for (MetricDefinition definition : definitions) {
      Column filter = expr(definition.filter());
      any = any.or(filter);
      ids.add(when(filter, definition.id()));
    }
    List<Column> columns = new ArrayList<>(INPUT);
    columns.add(0, explode(array(ids.toArray(Column[]::new))).as(MetricValues.METRIC_ID));
    return observations
        .where(any)
        .select(columns.toArray(Column[]::new))
        .where(col(MetricValues.METRIC_ID).isNotNull());
  }

  private static FlatMapGroupsFunction<Tuple2<String, String>, Row, Row> figuresBy(
      Map<String, SeriesMethod> methods) {
    return (key, rows) -> {
      SeriesMethod method = methods.get(key._1());
      if (method == null) {
        throw new IllegalStateException("No such metric in this pass: " + key._1());
      }
      List<Observation> observations = new ArrayList<>();
      rows.forEachRemaining(row -> observations.add(observation(row)));
      Iterator<Figure> figures = MetricSeries.figures(method, key._2(), observations).iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return figures.hasNext();
        }

        @Override
        public Row next() {
          return row(key._1(), key._2(), figures.next());
        }
      };
    };
  }

  private static Observation observation(Row row) {
    String type = row.getAs(ObservationColumns.PERIOD_TYPE);
    Row evidence = row.getAs(MetricValues.EVIDENCE);
    return new Observation(
        row.getAs(ObservationColumns.PERIOD),
        PeriodType.ofCode(type)
            .orElseThrow(() -> new IllegalStateException("Not a period type: " + type)),
        day(row, ObservationColumns.PERIOD_START),
        day(row, ObservationColumns.PERIOD_END),
        row.<@Nullable BigDecimal>getAs(ObservationColumns.LEVEL),
        row.<@Nullable BigDecimal>getAs(ObservationColumns.CUMULATIVE),
        row.<@Nullable BigDecimal>getAs(ObservationColumns.YOY_PUBLISHED),
        row.<@Nullable BigDecimal>getAs(ObservationColumns.YTD_YOY_PUBLISHED),
        row.<@Nullable String>getAs(ObservationColumns.UNIT),
        day(row, ObservationColumns.KNOWN_FROM),
        row.<Boolean>getAs(ObservationColumns.IS_SIMULATED),
        new Evidence(
            evidence.getAs(ObservationColumns.FILE_SHA256),
            evidence.getAs(ObservationColumns.FILE),
            evidence.getAs(ObservationColumns.SHEET),
            evidence.<Integer>getAs(ObservationColumns.ROW),
            evidence.<@Nullable String>getAs(ObservationColumns.CELL)));
  }

  private static LocalDate day(Row row, String column) {
    return LocalDate.ofEpochDay(row.<Integer>getAs(column));
  }

  private static Row row(String metricId, String areaCode, Figure figure) {
    Label label = figure.label();
    return RowFactory.create(
        metricId,
        figure.measure().code(),
        figure.basis().code(),
        areaCode,
        MetricValues.ALL_INDUSTRIES,
        MetricValues.NO_SUBJECT,
        label.period(),
        label.type().code(),
        epochDay(label.start()),
        epochDay(label.end()),
        figure.value(),
        figure.unit(),
        figure.isComparable(),
        figure.status().code(),
        epochDay(figure.knownAt()),
        figure.publishedValue(),
        figure.publishedGap(),
        figure.reasonZh(),
        figure.isSimulated(),
        figure.evidence().stream().map(MetricPass::row).toArray(Row[]::new));
  }

  private static Row row(Evidence evidence) {
    return RowFactory.create(
        evidence.fileSha256(), evidence.file(), evidence.sheet(), evidence.row(), evidence.cell());
  }

  private static int epochDay(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  private static Dataset<Row> withDates(Dataset<Row> figures) {
    Dataset<Row> dated = figures;
    for (String column :
        List.of(MetricValues.PERIOD_START, MetricValues.PERIOD_END, MetricValues.KNOWN_AT)) {
      dated = dated.withColumn(column, date_from_unix_date(col(column)));
    }
    return dated;
  }
}
