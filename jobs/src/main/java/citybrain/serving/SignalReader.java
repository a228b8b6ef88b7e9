package citybrain.serving;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.row_number;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.jspecify.annotations.Nullable;

/** The latest light of each indicator and area, from {@code gold/warning_light}. */
final class SignalReader {
  private static final String SCOPE = "scope";
  private static final String SCOPE_ID = "scope_id";
  private static final String INDICATOR_ID = "indicator_id";
  private static final String PERIOD = "period";
  private static final String VALUE = "value";
  private static final String LIGHT = "light";
  private static final String REFERENCE = "reference";
  private static final String REASON_ZH = "reason_zh";
  private static final String IS_SIMULATED = "is_simulated";
  private static final String AREA_SCOPE = "area";

  private SignalReader() {}

  static List<CockpitPage.Signal> read(Dataset<Row> lights, CockpitNames names) {
    // A cumulative period ends with its last month: of two that end together the longer one leads.
    Column end = expr("element_at(split(" + PERIOD + ", '/'), -1)");
    Column age =
        row_number()
            .over(
                Window.partitionBy(SCOPE_ID, INDICATOR_ID)
                    .orderBy(end.desc(), length(col(PERIOD)).desc()));
    List<String> order = List.copyOf(names.metrics().keySet());
    return lights
        .where(col(SCOPE).equalTo(AREA_SCOPE))
        .withColumn("age", age)
        .where(col("age").equalTo(1))
        .select(SCOPE_ID, INDICATOR_ID, PERIOD, VALUE, LIGHT, REFERENCE, REASON_ZH, IS_SIMULATED)
        .collectAsList()
        .stream()
        .sorted(
            Comparator.<Row>comparingInt(row -> place(order, row.getAs(INDICATOR_ID)))
                .thenComparing(row -> row.<String>getAs(INDICATOR_ID))
                .thenComparing(row -> row.<String>getAs(SCOPE_ID)))
        .map(row -> signal(row, names))
        .toList();
  }

  private static int place(List<String> order, String indicatorId) {
    int place = order.indexOf(indicatorId);
    return place < 0 ? order.size() : place;
  }

  private static CockpitPage.Signal signal(Row row, CockpitNames names) {
    String indicatorId = row.getAs(INDICATOR_ID);
    String area = row.getAs(SCOPE_ID);
    String period = row.getAs(PERIOD);
    @Nullable String light = row.getAs(LIGHT);
    @Nullable BigDecimal value = row.getAs(VALUE);
    CockpitNames.@Nullable Metric metric = names.metrics().get(indicatorId);
    return new CockpitPage.Signal(
        names.metricTitle(indicatorId),
        names.area(area),
        period,
        value == null ? null : FigureText.atLeastOneDecimal(value),
        metric == null ? "" : metric.lightUnit().zh(),
        light == null ? null : Light.ofCode(light),
        Rows.text(row, REASON_ZH),
        Rows.text(row, REFERENCE),
        "metric " + indicatorId + " --area " + area + " --period " + period,
        row.getAs(IS_SIMULATED));
  }
}
