package citybrain.serving;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.jspecify.annotations.Nullable;

/**
 * Growth over the last years of the headline series, from {@code gold/metric_value}.
 *
 * <p>A series is a metric, area, measure and length of period; months and the merged January and
 * February are one series, months and sums from January are not. It ends with its own last period
 * and not with the as-of date, because some sources stopped. Computed and published growth of a
 * period are one point.
 */
final class TrendReader {
  private static final int MONTHS_SHOWN = 72;

  private static final String METRIC_ID = "metric_id";
  private static final String MEASURE = "measure";
  private static final String BASIS = "basis";
  private static final String AREA_CODE = "area_code";
  private static final String INDUSTRY_CODE = "industry_code";
  private static final String SUBJECT_ID = "subject_id";
  private static final String PERIOD = "period";
  private static final String PERIOD_TYPE = "period_type";
  private static final String PERIOD_END = "period_end";
  private static final String VALUE = "value";
  private static final String PUBLISHED_VALUE = "published_value";
  private static final String STATUS = "status";
  private static final String REASON_ZH = "reason_zh";
  private static final String IS_SIMULATED = "is_simulated";

  private static final String ALL_INDUSTRIES = "_T";
  private static final String NO_SUBJECT = "_Z";
  private static final String PUBLISHED = "published";
  private static final String NOT_COMPARABLE = "not_comparable";
  private static final String MERGED_MONTHS = "merged_months";
  private static final String MONTH = "month";
  private static final String LENGTH = "length";

  /** One period is no trend; its figure is in gold/metric_value. */
  private static final int FEWEST_PERIODS = 2;

  private static final Map<String, String> MEASURES = Map.of("yoy", "当期同比增速", "ytd_yoy", "累计同比增速");

  private TrendReader() {}

  static List<CockpitPage.Trend> read(Dataset<Row> metricValues, CockpitNames names) {
    Column isHeadline =
        names.headlines().stream()
            .map(
                headline ->
                    col(METRIC_ID)
                        .equalTo(headline.metricId())
                        .and(col(MEASURE).equalTo(headline.measure())))
            .reduce(lit(false), Column::or);
    Column length =
        when(col(PERIOD_TYPE).equalTo(MERGED_MONTHS), MONTH).otherwise(col(PERIOD_TYPE));
    Column last =
        max(col(PERIOD_END)).over(Window.partitionBy(METRIC_ID, MEASURE, AREA_CODE, LENGTH));
    List<Row> rows =
        metricValues
            .where(isHeadline)
            .where(col(INDUSTRY_CODE).equalTo(ALL_INDUSTRIES))
            .where(col(SUBJECT_ID).equalTo(NO_SUBJECT))
            .withColumn(LENGTH, length)
            .withColumn("last", last)
            .where(col(PERIOD_END).gt(add_months(col("last"), -MONTHS_SHOWN)))
            .select(
                METRIC_ID,
                MEASURE,
                BASIS,
                AREA_CODE,
                LENGTH,
                PERIOD,
                PERIOD_TYPE,
                PERIOD_END,
                VALUE,
                PUBLISHED_VALUE,
                STATUS,
                REASON_ZH,
                IS_SIMULATED)
            .collectAsList();
    Map<Series, List<Row>> bySeries =
        rows.stream().collect(Collectors.groupingBy(TrendReader::series));
    List<CockpitPage.Trend> trends = new ArrayList<>();
    for (CockpitNames.Headline headline : names.headlines()) {
      bySeries.keySet().stream()
          .filter(series -> series.isOf(headline))
          .filter(series -> periods(bySeries.get(series)) >= FEWEST_PERIODS)
          .sorted(Comparator.comparing(Series::areaCode).thenComparing(Series::length))
          .forEach(
              series ->
                  trends.add(trend(series, Objects.requireNonNull(bySeries.get(series)), names)));
    }
    return trends;
  }

  private static long periods(@Nullable List<Row> rows) {
    return rows == null ? 0 : rows.stream().map(row -> row.getAs(PERIOD)).distinct().count();
  }

  private record Series(String metricId, String measure, String areaCode, String length) {
    boolean isOf(CockpitNames.Headline headline) {
      return metricId.equals(headline.metricId()) && measure.equals(headline.measure());
    }
  }

  private static Series series(Row row) {
    return new Series(
        row.getAs(METRIC_ID), row.getAs(MEASURE), row.getAs(AREA_CODE), row.getAs(LENGTH));
  }

  private static CockpitPage.Trend trend(Series series, List<Row> rows, CockpitNames names) {
    Map<LocalDate, List<Row>> byEnd =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> Objects.requireNonNull(Rows.day(row, PERIOD_END)),
                    TreeMap::new,
                    Collectors.toList()));
    List<CockpitPage.Point> points =
        byEnd.entrySet().stream().map(entry -> point(entry.getKey(), entry.getValue())).toList();
    return new CockpitPage.Trend(
        names.metricTitle(series.metricId()),
        names.area(series.areaCode()),
        Objects.requireNonNull(MEASURES.getOrDefault(series.measure(), series.measure())),
        "%",
        points,
        "metric "
            + series.metricId()
            + " --area "
            + series.areaCode()
            + " --period "
            + points.get(points.size() - 1).period());
  }

  private static CockpitPage.Point point(LocalDate end, List<Row> rows) {
    @Nullable BigDecimal computed = null;
    @Nullable BigDecimal published = null;
    boolean comparable = true;
    boolean simulated = false;
    String reason = "";
    for (Row row : rows) {
      @Nullable BigDecimal value = row.getAs(VALUE);
      @Nullable BigDecimal beside = row.getAs(PUBLISHED_VALUE);
      simulated |= row.<Boolean>getAs(IS_SIMULATED);
      if (row.<String>getAs(BASIS).equals(PUBLISHED)) {
        published = value;
      } else {
        computed = value;
        comparable = !row.<String>getAs(STATUS).equals(NOT_COMPARABLE);
        reason = Rows.text(row, REASON_ZH);
        published = published == null ? beside : published;
      }
    }
    Row any = rows.get(0);
    return new CockpitPage.Point(
        any.getAs(PERIOD),
        end,
        computed,
        published,
        any.<String>getAs(PERIOD_TYPE).equals(MERGED_MONTHS),
        comparable,
        reason,
        simulated);
  }
}
