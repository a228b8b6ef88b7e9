package citybrain.simulation.education;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.ResourceTable;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * The education bureau's yearly reports on the indicators of the three-year action plan.
 *
 * <p>Grain: one file per calendar year that lies wholly in the span, delivered in the March after
 * it; one row per indicator and industry; one column per year from 2020 to the reported one. A
 * value moves from its 2019 starting point by a yearly drift with noise; a few values are corrected
 * in the report of the next year. Null rule: an indicator without a starting point is never
 * reported and stays empty.
 *
 * <p>Source of starting points marked {@code gazette}: 青政字〔2020〕16号 附件3, column 2019. Drifts and
 * noise are assumed.
 */
final class IndicatorReports implements ExtractGenerator {
  private static final int FIRST_YEAR = 2020;
  private static final int BASE_YEAR = 2019;
  private static final double CORRECTED_SHARE = 0.03;
  private static final double CORRECTION_SIZE = 0.02;
  private static final double PERCENT = 100;

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "indicator_report";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .filter(year -> year >= FIRST_YEAR)
        .map(year -> report(year, linesUntil(year, city), city));
  }

  private static Delivery report(int year, List<Line> lines, City city) {
    int day = 5 + city.random("indicator_report/delivery", year).nextInt(20);
    Delivery report =
        Delivery.of(Period.year(year))
            .deliveredOn(city.officeDays().onOrAfter(LocalDate.of(year + 1, 3, day)))
            .sections("section")
            .records(() -> lines.stream().flatMap(line -> records(line, year)));
    for (int reported = FIRST_YEAR; reported <= year; reported++) {
      report = report.across(Period.year(reported));
    }
    return report;
  }

  private static Stream<ExtractRecord> records(Line line, int reportYear) {
    return IntStream.rangeClosed(FIRST_YEAR, reportYear)
        .mapToObj(
            year ->
                new ExtractRecord()
                    .with("line", line.number())
                    .with("section", line.section())
                    .with("indicator_code", line.indicator())
                    .with("breakdown", line.industry())
                    .with("unit", line.unit())
                    .with("year", Period.year(year))
                    .with("value", line.valueOf(year, reportYear)));
  }

  private static List<Line> linesUntil(int lastYear, City city) {
    List<Line> lines = new ArrayList<>();
    for (CSVRecord parameters :
        ResourceTable.rows("/citybrain/simulation/education-indicators.csv")) {
      RandomGenerator random = city.random("indicator_report", lines.size());
      lines.add(
          new Line(
              lines.size() + 1,
              parameters.get("section"),
              parameters.get("indicator"),
              parameters.get("industry"),
              parameters.get("unit"),
              pathOf(parameters, lastYear, random)));
    }
    return lines;
  }

  /** Values from {@link #FIRST_YEAR} on; empty for an indicator that is never reported. */
  private static List<Reported> pathOf(CSVRecord parameters, int lastYear, RandomGenerator random) {
    List<Reported> path = new ArrayList<>();
    if (parameters.get("start_2019").isEmpty()) {
      return path;
    }
    double start = Double.parseDouble(parameters.get("start_2019"));
    double drift = Double.parseDouble(parameters.get("yearly_drift_percent")) / PERCENT;
    double noise = Double.parseDouble(parameters.get("noise_percent")) / PERCENT;
    int decimals = Integer.parseInt(parameters.get("decimals"));
    for (int year = FIRST_YEAR; year <= lastYear; year++) {
      double value =
          start * Math.pow(1 + drift, year - BASE_YEAR) * (1 + noise * random.nextGaussian());
      boolean isCorrected = random.nextDouble() < CORRECTED_SHARE;
      double corrected = isCorrected ? value * (1 - CORRECTION_SIZE) : value;
      path.add(new Reported(rounded(value, decimals), rounded(corrected, decimals)));
    }
    return path;
  }

  private static String rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * @param first as the report of the year itself says
   * @param later as all later reports say
   */
  private record Reported(String first, String later) {}

  private record Line(
      int number,
      String section,
      String indicator,
      String industry,
      String unit,
      List<Reported> path) {
    String valueOf(int year, int reportYear) {
      if (path.isEmpty()) {
        return "";
      }
      Reported reported = path.get(year - FIRST_YEAR);
      return year == reportYear ? reported.first() : reported.later();
    }
  }
}
