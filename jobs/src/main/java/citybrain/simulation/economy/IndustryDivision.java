package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Industry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A division of manufacturing or energy and how it fares beside industry as a whole.
 *
 * @param code for example {@code C38}
 * @param share of the city's industry
 * @param growth a year above that of the whole
 * @param shock of 2020 as a multiple of the whole's
 */
record IndustryDivision(String code, double share, double growth, double shock) {
  private static final double USUAL_GROWTH = 0.05;
  private static final double USUAL_SHOCK = 0.28;

  /** Sections of industry among which statistics sum up. */
  static final List<String> SECTIONS = List.of("C", "D");

  /** The divisions that the city's firms belong to, by code. */
  static List<IndustryDivision> of(City city) {
    Map<String, List<Industry>> classes = new LinkedHashMap<>();
    double whole = 0;
    for (Industry industry : city.industries()) {
      if (SECTIONS.contains(industry.section())) {
        classes.computeIfAbsent(industry.division(), unused -> new ArrayList<>()).add(industry);
        whole += weight(industry);
      }
    }
    List<IndustryDivision> divisions = new ArrayList<>();
    for (Map.Entry<String, List<Industry>> division : classes.entrySet()) {
      double weight = division.getValue().stream().mapToDouble(IndustryDivision::weight).sum();
      divisions.add(
          new IndustryDivision(
              division.getKey(),
              weight / whole,
              mean(division.getValue(), Industry::yearlyGrowth) - USUAL_GROWTH,
              mean(division.getValue(), Industry::shockDepth) / USUAL_SHOCK));
    }
    return divisions;
  }

  private static double weight(Industry industry) {
    return industry.weight() * industry.revenueAHead();
  }

  private static double mean(List<Industry> classes, ToDoubleFunction<Industry> of) {
    return classes.stream().mapToDouble(of).average().orElseThrow();
  }

  String section() {
    return code.substring(0, 1);
  }

  /** What a series of all industry is for this division. */
  MonthlySeries of(MonthlySeries whole) {
    return whole.part(code, share, growth, shock);
  }
}
