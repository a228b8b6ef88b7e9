package citybrain.serving;

import citybrain.policy.Programme;
import citybrain.policy.Rule;
import citybrain.unit.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that tables do not carry and a reader of the page needs. Handed in, so that serving
 * knows metrics by id only and does not depend on the package that computes them.
 *
 * @param programmes target tables, in the order of the page; indicators in the order of the annex
 * @param rules rules with findings, in the order of the page
 * @param metrics by metric id; a light's {@code indicator_id} is a metric id
 * @param headlines growth series that are charted, in the order of the page
 * @param areas Chinese name by area code; a code without a name is shown as the code
 */
public record CockpitNames(
    List<Programme> programmes,
    List<Rule> rules,
    Map<String, Metric> metrics,
    List<Headline> headlines,
    Map<String, String> areas) {
  public CockpitNames {
    programmes = List.copyOf(programmes);
    rules = List.copyOf(rules);
    metrics = new LinkedHashMap<>(metrics);
    headlines = List.copyOf(headlines);
    areas = Map.copyOf(areas);
    for (Headline headline : headlines) {
      if (!metrics.containsKey(headline.metricId())) {
        throw new IllegalArgumentException("A charted metric has no name: " + headline.metricId());
      }
    }
  }

  /**
   * A published figure.
   *
   * @param lightUnit the unit in which its light is decided and shown
   */
  public record Metric(String titleZh, Unit lightUnit) {}

  /**
   * A growth series to chart, for every area that has it.
   *
   * @param measure {@code yoy} or {@code ytd_yoy}
   */
  public record Headline(String metricId, String measure) {}

  /** The metric's Chinese title; its id when the registry has no such metric any more. */
  String metricTitle(String metricId) {
    Metric metric = metrics.get(metricId);
    return metric == null ? metricId : metric.titleZh();
  }

  String area(String code) {
    return areas.getOrDefault(code, code);
  }
}
