package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Firm;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.Month;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Electricity of every firm by month; one account a firm. */
final class EnterprisePower implements ExtractGenerator {
  private static final double HOURS_AT_FULL_LOAD = 260;
  private static final double MOST_HOURS = 700;
  private static final double PRICE = 0.68;
  private static final double SUSPENDED_IN_THE_SHOCK = 0.25;

  @Override
  public String department() {
    return "国网青岛供电公司";
  }

  @Override
  public String extract() {
    return "enterprise_power";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () ->
                            city.firms()
                                .map(firm -> new FirmMonth(city, firm, month))
                                .filter(FirmMonth::exists)
                                .map(EnterprisePower::record)));
  }

  private static ExtractRecord record(FirmMonth firmMonth) {
    Firm firm = firmMonth.firm();
    SplittableRandom random = firmMonth.random("enterprise_power");
    long electricity = electricity(firmMonth);
    long peak = Math.round(electricity * (0.28 + 0.08 * random.nextDouble()));
    long valley = Math.round(electricity * (0.22 + 0.1 * random.nextDouble()));
    boolean isOverdue = random.nextDouble() < 0.015;
    double charge = electricity * PRICE * Dynamics.noise(random, 0.03);
    String status =
        firmMonth.isClosing() ? "closed" : isSuspended(firmMonth) ? "suspended" : "active";
    return new ExtractRecord()
        .with("account_id", account(firm))
        .with("credit_code", firm.creditCode())
        .with("enterprise_name", firm.name())
        .with("area_code", firm.district().code())
        .with("industry_code", firm.industry().code())
        .with("period", firmMonth.month())
        .with("account_status", status)
        .with("contracted_capacity", capacity(firm))
        .with("electricity", electricity)
        .with("peak_electricity", peak)
        .with("valley_electricity", valley)
        .with("charge", charge, 2)
        .with("charge_overdue", isOverdue ? charge : 0, 2);
  }

  static String account(Firm firm) {
    return String.format(Locale.ROOT, "37%010d", 1_000_000 + firm.index());
  }

  /** Of the month, kilowatt hours; none once the account is closed. */
  static long electricity(FirmMonth firmMonth) {
    if (firmMonth.isClosing()) {
      return 0;
    }
    Firm firm = firmMonth.firm();
    double suspended = isSuspended(firmMonth) ? 0.05 : 1;
    double used =
        usual(firm)
            * firmMonth.activity()
            * (firmMonth.isIndustrial() ? 1 : Dynamics.season(firmMonth.month(), 0.18, 8))
            * suspended
            * Dynamics.noise(firmMonth.random("electricity"), 0.05);
    return Math.round(Math.min(used, capacity(firm) * MOST_HOURS));
  }

  private static boolean isSuspended(FirmMonth firmMonth) {
    boolean isShock =
        firmMonth.month().getYear() == 2020 && firmMonth.month().getMonth() == Month.FEBRUARY;
    return isShock
        && firmMonth.firm().industry().shockDepth() >= 0.3
        && firmMonth.random("power_suspended").nextDouble() < SUSPENDED_IN_THE_SHOCK;
  }

  /** A month on the level of January 2018: energy and works need more for a yuan sold. */
  private static double usual(Firm firm) {
    double hoursForAYuan =
        switch (firm.industry().section()) {
          case "C" -> 0.045;
          case "D" -> 0.03;
          case "H", "F" -> 0.015;
          default -> 0.01;
        };
    return firm.annualRevenue() / 12 * hoursForAYuan;
  }

  /** Kilovolt-ampere, in steps of ten. */
  static long capacity(Firm firm) {
    return Math.max(10, Math.round(usual(firm) / HOURS_AT_FULL_LOAD / 10) * 10);
  }
}
