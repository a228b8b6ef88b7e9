package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.economy.NationalAccounts.Prices;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Quarterly gross domestic product of the city and its districts, at current prices and at constant
 * ones. Growth stands beside the constant prices, of which it is the growth.
 */
final class QuarterlyAccounts implements ExtractGenerator {
  private static final String UNIT = "亿元";

  @Override
  public String department() {
    return "市统计局";
  }

  @Override
  public String extract() {
    return "stat_quarterly";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.quarters().map(quarter -> delivery(city, quarter));
  }

  private static Delivery delivery(City city, Period quarter) {
    Map<String, Figure> current = NationalAccounts.of(Prices.CURRENT);
    Map<String, Figure> constant =
        NationalAccounts.of(Prices.constantIn(quarter.first().getYear()));
    Delivery delivery = Delivery.of(quarter);
    for (String code : current.keySet()) {
      delivery = delivery.across(code, PublishedMeasures.units(UNIT));
    }
    for (String code : constant.keySet()) {
      delivery = delivery.across(code, PublishedMeasures.units(UNIT));
    }
    return delivery.records(
        () ->
            Area.all().stream()
                .flatMap(
                    area ->
                        Stream.concat(
                            current.entrySet().stream()
                                .map(account -> atCurrentPrices(city, account, area, quarter)),
                            constant.entrySet().stream()
                                .map(
                                    account ->
                                        PublishedMeasures.addFlow(
                                            record(account.getKey(), area, quarter),
                                            account.getValue(),
                                            city,
                                            area,
                                            quarter)))));
  }

  private static ExtractRecord atCurrentPrices(
      City city, Map.Entry<String, Figure> account, Area area, Period quarter) {
    Figure figure = account.getValue();
    return record(account.getKey(), area, quarter)
        .with("level", figure.in(city, area, quarter.first(), quarter.last()))
        .with("cumulative", figure.toDate(city, area, quarter.last()));
  }

  private static ExtractRecord record(String code, Area area, Period quarter) {
    return new ExtractRecord()
        .with("indicator_code", code)
        .with("area_code", area.code())
        .with("period", quarter);
  }
}
