package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The month's main indicators of the city and its districts; January and February come as one.
 *
 * <p>The city's own figures of an indicator whose real figures are among the published series are
 * left out, so that a simulated figure never replaces a real one.
 */
final class MonthlyStatistics implements ExtractGenerator {
  private static final Set<String> REAL_FOR_THE_CITY =
      Set.of("industrial_value_added", "fixed_asset_investment");
  private static final int TEN_THOUSANDS = 4;

  /** A figure with its code and unit. */
  private record Indicator(String code, String unit, Figure figure) {}

  @Override
  public String department() {
    return "市统计局";
  }

  @Override
  public String extract() {
    return "stat_monthly";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    List<Indicator> indicators = indicators();
    return StatisticalMonths.of(city)
        .map(
            period ->
                Delivery.of(period)
                    .named("主要经济指标")
                    .records(
                        () ->
                            Stream.concat(
                                indicators.stream()
                                    .flatMap(indicator -> records(city, indicator, period)),
                                priceRecords(city, period))));
  }

  private static List<Indicator> indicators() {
    List<Indicator> indicators = new ArrayList<>();
    List<MonthlySeries> trade = new ArrayList<>();
    for (MonthlySeries series : MonthlySeries.of("monthly")) {
      indicators.add(new Indicator(series.code(), series.unit(), series));
      if (series.code().equals("exports") || series.code().equals("imports")) {
        trade.add(series);
      }
    }
    indicators.add(new Indicator("trade_total", "亿元", Figure.sum(trade)));
    BudgetAccounts.Account taxes = BudgetAccounts.of("101");
    BudgetAccounts.Account revenue = BudgetAccounts.of("R");
    BudgetAccounts.Account spending = BudgetAccounts.of("E");
    indicators.add(new Indicator("tax_revenue", "亿元", inHundredMillions(taxes.wholeArea())));
    indicators.add(
        new Indicator(
            "general_public_budget_revenue", "亿元", inHundredMillions(revenue.wholeArea())));
    indicators.add(
        new Indicator(
            "general_public_budget_expenditure", "亿元", inHundredMillions(spending.wholeArea())));
    return indicators;
  }

  private static Figure inHundredMillions(Figure tenThousands) {
    return (city, area, first, last) ->
        tenThousands
            .in(city, area, first, last)
            .movePointLeft(TEN_THOUSANDS)
            .setScale(2, RoundingMode.HALF_UP);
  }

  private static Stream<ExtractRecord> records(City city, Indicator indicator, Period period) {
    return Area.all().stream()
        .filter(area -> !area.isCity() || !REAL_FOR_THE_CITY.contains(indicator.code()))
        .map(
            area ->
                PublishedMeasures.addFlow(
                    record(indicator.code(), area, period, indicator.unit()),
                    indicator.figure(),
                    city,
                    area,
                    period));
  }

  private static Stream<ExtractRecord> priceRecords(City city, Period period) {
    return Stream.of("consumer_price_index", "producer_price_index")
        .map(
            code -> {
              BigDecimal index = priceIndex(city, code, period.last());
              return record(code, Area.CITY, period, "上年同期=100")
                  .with("level", index)
                  .with("yoy_published", index.subtract(BigDecimal.valueOf(100)));
            });
  }

  /** Consumer prices rise by some 2 percent, producer prices fall in 2020 and soar in 2021. */
  private static BigDecimal priceIndex(City city, String code, YearMonth month) {
    boolean isProducer = code.equals("producer_price_index");
    double trend =
        switch (month.getYear()) {
          case 2020 -> isProducer ? -1.6 : 2.6;
          case 2021 -> isProducer ? 6.5 : 1.2;
          default -> isProducer ? 1.5 : 2.2;
        };
    double noise =
        city.random(code, month.getYear() * 12L + month.getMonthValue()).nextGaussian() * 0.4;
    double wave = 0.5 * (Dynamics.season(month, 1, 2) - 1);
    return BigDecimal.valueOf(100 + trend + noise + wave).setScale(1, RoundingMode.HALF_UP);
  }

  private static ExtractRecord record(String code, Area area, Period period, String unit) {
    return new ExtractRecord()
        .with("indicator_code", code)
        .with("area_code", area.code())
        .with("period", period)
        .with("unit", unit)
        .with("source_name", "市统计局模拟数据");
  }
}
