package citybrain.economy;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Reference;
import citybrain.policy.Text;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Bounds of lights as the policy registry hands them out. */
final class LightParameters {
  static final String RETAIL = "economy.retail_sales";
  static final LocalDate FROM = LocalDate.of(1980, 1, 1);

  private LightParameters() {}

  /** Bounds of retail sales as in policies/monitoring-method: 18.5, 15.5, 10 and 9.5. */
  static List<Parameter> retail() {
    return of(RETAIL, "18.5", "15.5", "10", "9.5");
  }

  static List<Parameter> of(
      String metricId, String red, String yellow, String green, String lightBlue) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(bound(metricId, "red_from", value(FROM, red)));
    parameters.add(bound(metricId, "yellow_from", value(FROM, yellow)));
    parameters.add(bound(metricId, "green_from", value(FROM, green)));
    parameters.add(bound(metricId, "light_blue_from", value(FROM, lightBlue)));
    return parameters;
  }

  static Parameter bound(String metricId, String bound, DatedValue... values) {
    return new Parameter(
        "monitoring-method.light." + metricId + "." + bound,
        new Text("下限", "lower bound"),
        Unit.PERCENT,
        "月度同比增速",
        List.of(values));
  }

  static DatedValue value(LocalDate from, String value) {
    return new DatedValue(from, new BigDecimal(value), new Reference("本系统方法说明 2026-01", "第四条"));
  }

  static DatedValue end(LocalDate from) {
    return new DatedValue(from, null, new Reference("本系统方法说明 2026-01", "第四条"));
  }
}
