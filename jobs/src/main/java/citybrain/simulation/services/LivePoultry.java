package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Live-poultry markets month by month. Trade was suspended from the end of January to the end of
 * April 2020; from November 2020, when 青岛市活禽交易管理办法 is in force, markets of the built-up area have
 * no traders and the others close more often and show their certificates.
 */
final class LivePoultry implements ExtractGenerator {
  private static final YearMonth IN_FORCE = YearMonth.of(2020, 11);
  private static final LocalDate SUSPENDED_FROM = LocalDate.of(2020, 1, 26);
  private static final LocalDate SUSPENDED_UNTIL = LocalDate.of(2020, 4, 30);

  @Override
  public String department() {
    return "市市场监管局";
  }

  @Override
  public String extract() {
    return "live_poultry";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () -> PoultryMarket.all(city).map(market -> record(city, market, month))));
  }

  private static ExtractRecord record(City city, PoultryMarket market, YearMonth month) {
    RandomGenerator random =
        city.random(
            "live_poultry",
            market.index() * 100_000 + month.getYear() * 12L + month.getMonthValue());
    boolean isInForce = !month.isBefore(IN_FORCE);
    boolean isSuspended =
        !month.isBefore(YearMonth.from(SUSPENDED_FROM))
            && !month.isAfter(YearMonth.from(SUSPENDED_UNTIL));
    int traders = isInForce && market.isBuiltUpArea() ? 0 : market.traders();
    double open = !isSuspended ? 1 : month.getMonthValue() == 1 ? 0.8 : 0;
    double birds =
        traders * 420 * open * Dynamics.season(month, 0.25, 1) * Dynamics.noise(random, 0.15);
    long birdsIn = Math.round(birds);
    double shown = isInForce ? 0.9 + 0.1 * random.nextDouble() : 0.55 + 0.2 * random.nextDouble();
    int closed = traders == 0 ? 0 : isInForce ? 4 : 1;
    ExtractRecord record =
        new ExtractRecord()
            .with("market_code", market.code())
            .with("period", month)
            .with("market_name", market.name())
            .with("market_kind", market.kind())
            .with("area_code", market.district().code())
            .with("is_built_up_area", market.isBuiltUpArea())
            .with("is_prohibited_by_district", market.isBuiltUpArea())
            .with("is_in_plan", isInForce ? !market.isBuiltUpArea() : null)
            .with("operator_name", market.operator().name())
            .with("operator_credit_code", market.operator().creditCode())
            .with("traders", traders)
            .with(
                "closure_mode",
                traders == 0 ? null : market.index() % 3 == 0 ? "rotating" : "whole")
            .with("closure_days_planned", closed)
            .with("closure_days", random.nextDouble() < 0.9 ? closed : closed / 2)
            .with("is_closure_published", isInForce || random.nextDouble() < 0.4)
            .with("disinfections", closed)
            .with("is_trade_suspended", isSuspended)
            .with("birds_in", birdsIn)
            .with("birds_certified", Math.round(birdsIn * shown))
            .with("certificates", Math.round(birdsIn * shown / 150))
            .with("traders_showing_trace", Math.round(traders * shown))
            .with("inspections", 1 + random.nextInt(isInForce ? 4 : 2))
            .with("samples", traders == 0 ? 0 : 5 * (1 + random.nextInt(4)))
            .with("samples_positive", traders > 0 && random.nextDouble() < 0.01 ? 1 : 0);
    return isSuspended
        ? record.with("suspended_from", SUSPENDED_FROM).with("suspended_until", SUSPENDED_UNTIL)
        : record;
  }
}
