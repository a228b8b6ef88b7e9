package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import java.util.stream.Stream;

/** The periods of monthly statistics: January and February are reported as one. */
final class StatisticalMonths {
  private StatisticalMonths() {}

  /** Those that lie wholly in the span. */
  static Stream<Period> of(City city) {
    return city.months()
        .filter(month -> month.getMonthValue() != 1)
        .filter(month -> month.getMonthValue() != 2 || !month.minusMonths(1).isBefore(city.from()))
        .map(
            month ->
                month.getMonthValue() == 2
                    ? Period.mergedMonths(month.getYear(), 1, 2)
                    : Period.month(month.getYear(), month.getMonthValue()));
  }
}
