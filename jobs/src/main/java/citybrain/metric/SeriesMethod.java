package citybrain.metric;

import citybrain.unit.Unit;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What of a definition the arithmetic needs, small enough to be sent to every task.
 *
 * @param measures declared measures; others are not published
 */
record SeriesMethod(
    String metricId,
    Unit unit,
    MetricDefinition.Nature nature,
    MetricDefinition.Prices growthPrices,
    Set<Measure> measures,
    List<SeriesBreak> breaks,
    GrowthGapTolerance tolerance)
    implements Serializable {

  static SeriesMethod of(MetricDefinition definition, GrowthGapTolerance tolerance) {
    List<SeriesBreak> breaks =
        definition.breaks().stream()
            .map(known -> new SeriesBreak(known.from(), known.areas(), known.reason().zh()))
            .toList();
    return new SeriesMethod(
        definition.id(),
        definition.unit(),
        definition.nature(),
        definition.growthPrices(),
        EnumSet.copyOf(definition.measures()),
        breaks,
        tolerance);
  }

  boolean publishes(Measure measure) {
    return measures.contains(measure);
  }

  boolean isFlow() {
    return nature == MetricDefinition.Nature.FLOW;
  }

  boolean isGrowthAtConstantPrices() {
    return growthPrices == MetricDefinition.Prices.CONSTANT;
  }

  record SeriesBreak(LocalDate from, Set<String> areas, String reasonZh) implements Serializable {
    boolean concerns(String areaCode) {
      return areas.isEmpty() || areas.contains(areaCode);
    }

    /** Whether {@code span} lies on the new side and its base, a year before, on the old. */
    boolean separates(MonthSpan span) {
      LocalDate baseStart = span.yearBefore().first().atDay(1);
      return baseStart.isBefore(from) && !span.last().atEndOfMonth().isBefore(from);
    }
  }
}
