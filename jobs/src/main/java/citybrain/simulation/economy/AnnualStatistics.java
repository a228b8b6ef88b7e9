package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.economy.NationalAccounts.Prices;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Long yearly series, one sheet per district, from 2010 to the year that ended. The city's own are
 * among the published series and are not simulated.
 */
final class AnnualStatistics implements ExtractGenerator {
  private static final int FIRST_YEAR = 2010;
  private static final int MAIN_ACCOUNTS = 4;

  @Override
  public String department() {
    return "市统计局";
  }

  @Override
  public String extract() {
    return "stat_annual";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .flatMap(year -> Area.ofDistricts().stream().map(area -> delivery(city, area, year)));
  }

  private static Delivery delivery(City city, Area area, int lastYear) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    NationalAccounts.of(Prices.CURRENT).entrySet().stream()
        .limit(MAIN_ACCOUNTS)
        .forEach(account -> figures.put(account.getKey(), account.getValue()));
    Map<String, String> units = new LinkedHashMap<>();
    MonthlySeries.of("annual")
        .forEach(
            series -> {
              figures.put(series.code(), series);
              units.put(series.code(), series.unit());
            });
    Delivery delivery =
        Delivery.of(Period.year(lastYear))
            .named(area.zh() + "历年统计资料")
            .heading("area_code", area.code());
    for (int year = FIRST_YEAR; year <= lastYear; year++) {
      delivery = delivery.across(Period.year(year));
    }
    return delivery.records(
        () ->
            figures.entrySet().stream()
                .flatMap(
                    figure ->
                        IntStream.rangeClosed(FIRST_YEAR, lastYear)
                            .mapToObj(
                                year ->
                                    new ExtractRecord()
                                        .with("indicator_code", figure.getKey())
                                        .with("unit", units.getOrDefault(figure.getKey(), "亿元"))
                                        .with("period", Period.year(year))
                                        .with(
                                            "level",
                                            figure
                                                .getValue()
                                                .toDate(city, area, YearMonth.of(year, 12))))));
  }
}
