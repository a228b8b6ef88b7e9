package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.util.Map;

/** Level, level from January on and growth of both, computed from what is printed. */
final class PublishedMeasures {
  private PublishedMeasures() {}

  /** Units for the header above them. */
  static Map<String, String> units(String unit) {
    return Map.of("level", unit, "cumulative", unit);
  }

  /** Adds the four measures of a flow. */
  static ExtractRecord addFlow(
      ExtractRecord record, Figure figure, City city, Area area, Period period) {
    BigDecimal level = figure.in(city, area, period.first(), period.last());
    BigDecimal before =
        figure.in(city, area, period.first().minusYears(1), period.last().minusYears(1));
    BigDecimal cumulative = figure.toDate(city, area, period.last());
    BigDecimal cumulativeBefore = figure.toDate(city, area, period.last().minusYears(1));
    return record
        .with("level", level)
        .with("cumulative", cumulative)
        .with("yoy_published", Figure.growth(level, before))
        .with("ytd_yoy_published", Figure.growth(cumulative, cumulativeBefore));
  }

  /** Adds level and growth of what stands at the end of the period and is not summed over it. */
  static ExtractRecord addStock(
      ExtractRecord record, Figure figure, City city, Area area, Period period) {
    BigDecimal level = figure.toDate(city, area, period.last());
    return record
        .with("level", level)
        .with(
            "yoy_published",
            Figure.growth(level, figure.toDate(city, area, period.last().minusYears(1))));
  }
}
