package citybrain.intake.anomaly;

import citybrain.period.Period;
import citybrain.period.PeriodType;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A series without its season, on a logarithmic scale.
 *
 * <p>The level of a time is the median of the year around it; a season's factor is the median over
 * the years of what its figures are to the level of their time. Medians throughout, so that neither
 * a wrong figure nor one change of level moves them. Each place in the year has its own factor:
 * January and February reported as one are none of the two.
 */
final class SeasonalProfile {
  private static final int YEAR_MONTHS = 12;
  private static final int LEAST_PLACES = 4;
  private static final int ENOUGH_OF_TEN = 7;

  private final int[] at;
  private final double[] logs;
  private final int placesAYear;

  private SeasonalProfile(int[] at, double[] logs, int placesAYear) {
    this.at = at;
    this.logs = logs;
    this.placesAYear = placesAYear;
  }

  /** Index in the series of a point that could be judged; they ascend. */
  int at(int i) {
    return at[i];
  }

  /** Logarithms without the season's, of the points that could be judged. */
  double[] logs() {
    return logs.clone();
  }

  /** How many figures a year has. */
  int placesAYear() {
    return placesAYear;
  }

  /** Part of the year that figures describe. */
  private record Place(PeriodType type, int first, int last) {
    static Place of(Period period) {
      return new Place(
          period.type(), period.first().getMonthValue(), period.last().getMonthValue());
    }
  }

  /**
   * Takes the season out.
   *
   * @param leastYears years that a season's factor takes
   */
  static SeasonalProfile of(List<Point> series, int leastYears) {
    Map<Place, List<Double>> aboveLevel = new HashMap<>();
    series.forEach(point -> aboveLevel.put(Place.of(point.period()), new ArrayList<>()));
    int places = aboveLevel.size();
    if (places >= LEAST_PLACES) {
      for (int i = 0; i < series.size(); i++) {
        double log = series.get(i).log();
        double level = levelAround(series, i, places);
        List<Double> ofPlace = aboveLevel.get(Place.of(series.get(i).period()));
        if (!Double.isNaN(log) && !Double.isNaN(level) && ofPlace != null) {
          ofPlace.add(log - level);
        }
      }
    }
    List<Integer> at = new ArrayList<>();
    List<Double> logs = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      double log = series.get(i).log();
      List<Double> ofPlace = aboveLevel.getOrDefault(Place.of(series.get(i).period()), List.of());
      if (!Double.isNaN(log) && ofPlace.size() >= leastYears) {
        at.add(i);
        logs.add(log - Robust.median(numbers(ofPlace)));
      }
    }
    return new SeasonalProfile(
        at.stream().mapToInt(Integer::intValue).toArray(),
        numbers(logs),
        Math.min(places, YEAR_MONTHS));
  }

  /** Median of a whole year that holds the point, in its middle where the series allows. */
  private static double levelAround(List<Point> series, int at, int places) {
    YearMonth start = series.get(0).period().first();
    YearMonth latest = series.get(series.size() - 1).period().last().minusMonths(YEAR_MONTHS - 1L);
    YearMonth from = series.get(at).period().first().minusMonths(YEAR_MONTHS / 2);
    if (from.isAfter(latest)) {
      from = latest;
    }
    if (from.isBefore(start)) {
      from = start;
    }
    List<Double> year = new ArrayList<>();
    for (Point point : series) {
      long months = ChronoUnit.MONTHS.between(from, point.period().last());
      double log = point.log();
      if (months >= 0 && months < YEAR_MONTHS && !Double.isNaN(log)) {
        year.add(log);
      }
    }
    return year.size() * 10 >= Math.min(places, YEAR_MONTHS) * ENOUGH_OF_TEN
        ? Robust.median(numbers(year))
        : Double.NaN;
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
