package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.stream.Stream;

/** Science and technology of the city and its districts by year. */
final class ScienceYears implements ExtractGenerator {
  private static final double SHARE_OF_FIRMS = 0.82;
  private static final double SHARE_OF_INVENTIONS = 0.21;
  private static final double NATIONAL_SHARE = 0.12;
  private static final double TEN_THOUSANDS_TO_PERCENT_OF_100_MILLIONS = 1e-2;

  @Override
  public String department() {
    return "市科技局";
  }

  @Override
  public String extract() {
    return "science";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(() -> Area.all().stream().map(area -> record(city, area, year))));
  }

  private static ExtractRecord record(City city, Area area, int year) {
    ExtractRecord record =
        new ExtractRecord().with("area_code", area.code()).with("year", Period.year(year));
    for (MonthlySeries series : MonthlySeries.of("science")) {
      BigDecimal value = of(series, city, area, year);
      record.with(series.code(), value);
      switch (series.code()) {
        case "research_spending" -> {
          double product = NationalAccounts.productOf(city, area, year).doubleValue();
          double percent = value.doubleValue() * TEN_THOUSANDS_TO_PERCENT_OF_100_MILLIONS / product;
          record.with(
              "enterprise_research_spending", of(series.times(SHARE_OF_FIRMS), city, area, year));
          record.with("research_intensity", percent, 2);
        }
        case "high_tech_firms" ->
            record.with(
                "new_high_tech_firms",
                value.subtract(of(series, city, area, year - 1)).max(BigDecimal.ZERO));
        case "patents_granted" ->
            record.with(
                "invention_patents_granted",
                of(series.times(SHARE_OF_INVENTIONS), city, area, year));
        case "incubators" ->
            record.with("national_incubators", of(series.times(NATIONAL_SHARE), city, area, year));
        default -> {}
      }
    }
    double highTech =
        46
            + 1.6 * (year - 2018)
            + city.random("high_tech_output", area.code().hashCode()).nextInt(10);
    return record.with("high_tech_output_share", highTech, 1);
  }

  private static BigDecimal of(MonthlySeries series, City city, Area area, int year) {
    return series.toDate(city, area, YearMonth.of(year, 12));
  }
}
