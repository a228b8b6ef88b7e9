package citybrain.metric;

import citybrain.policy.Reference;
import citybrain.policy.Text;
import citybrain.unit.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One published metric, as its YAML declares it.
 *
 * @param id {@code <domain>.<metric>}, also the place of its file under {@code metrics/}
 * @param version raised when the definition changes what is published
 * @param filter Spark SQL predicate over one row of {@code source}
 * @param unit of level and year to date; growth is in percent
 * @param measures what is published of it
 * @param reference what the metric is published under
 * @param breaks ascending by first day
 */
public record MetricDefinition(
    String id,
    int version,
    Text title,
    Text description,
    MetricSource source,
    String filter,
    Unit unit,
    Nature nature,
    Prices growthPrices,
    Set<Measure> measures,
    Reference reference,
    List<Break> breaks) {

  public MetricDefinition {
    measures = Set.copyOf(measures);
    breaks = List.copyOf(breaks);
  }

  /** Whether amounts of adjoining periods may be added. */
  public enum Nature {
    FLOW,
    STOCK
  }

  /** Prices in which the department publishes growth; levels are at current prices always. */
  public enum Prices {
    CURRENT,
    CONSTANT
  }

  /**
   * A known break: amounts before {@code from} and since do not describe the same thing.
   *
   * @param from first day of the new series
   * @param areas codes of the areas it concerns; empty for all
   */
  public record Break(LocalDate from, Set<String> areas, Text reason, Reference reference) {
    public Break {
      areas = Set.copyOf(areas);
    }
  }
}
