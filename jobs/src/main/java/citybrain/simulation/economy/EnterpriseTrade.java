package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Firm;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Exports and imports of the firms that trade, by group of countries; the dollar moves. */
final class EnterpriseTrade implements ExtractGenerator {
  private static final double TRADERS = 0.55;
  private static final double MAIN_PARTNER = 0.6;
  private static final double TEN_THOUSAND = 10_000;
  private static final YearMonth WITHDRAWAL = YearMonth.of(2020, 2);
  private static final String EUROPEAN_UNION = "european_union";

  private static final List<String> PARTNERS =
      List.of(
          "asean",
          EUROPEAN_UNION,
          "united_states",
          "japan",
          "korea",
          "united_kingdom",
          "hong_kong_macao_taiwan",
          "shanghai_cooperation",
          "other_belt_and_road",
          "rest_of_world");

  @Override
  public String department() {
    return "青岛海关";
  }

  @Override
  public String extract() {
    return "enterprise_trade";
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
                                .filter(firm -> firm.isActive(month))
                                .map(firm -> new FirmMonth(city, firm, month))
                                .filter(EnterpriseTrade::isTrader)
                                .flatMap(EnterpriseTrade::records)));
  }

  /** Whether it trades abroad at all: some of the manufacturers and wholesalers. */
  static boolean isTrader(FirmMonth firmMonth) {
    Firm firm = firmMonth.firm();
    boolean mayTrade = List.of("C", "F").contains(firm.industry().section());
    return mayTrade && ofFirm(firmMonth).nextDouble() < TRADERS;
  }

  private static SplittableRandom ofFirm(FirmMonth firmMonth) {
    return firmMonth.city().random("enterprise_trade", firmMonth.firm().index());
  }

  private static Stream<ExtractRecord> records(FirmMonth firmMonth) {
    SplittableRandom firm = ofFirm(firmMonth);
    firm.nextDouble();
    double exportShare = 0.05 + 0.45 * firm.nextDouble();
    double importShare = 0.2 * firm.nextDouble();
    int partners = 1 + firm.nextInt(3);
    int first = firm.nextInt(PARTNERS.size());
    double rate = yuanForADollar(firmMonth.month());
    double monthlySales = firmMonth.sales() / TEN_THOUSAND / rate;
    Map<String, Double> shares = new LinkedHashMap<>();
    double left = 1;
    for (int i = 0; i < partners; i++) {
      double share = i == partners - 1 ? left : left * MAIN_PARTNER;
      left -= share;
      String partner = PARTNERS.get((first + 3 * i) % PARTNERS.size());
      shares.merge(asOf(partner, firmMonth.month()), share, Double::sum);
    }
    return shares.entrySet().stream()
        .map(
            partner -> {
              double sales = monthlySales * partner.getValue();
              return record(firmMonth, partner.getKey(), sales * exportShare, sales * importShare);
            });
  }

  /** The United Kingdom is counted within the union until it left. */
  private static String asOf(String partner, YearMonth month) {
    return partner.equals("united_kingdom") && month.isBefore(WITHDRAWAL)
        ? EUROPEAN_UNION
        : partner;
  }

  private static double yuanForADollar(YearMonth month) {
    return switch (month.getYear()) {
      case 2018 -> 6.62;
      case 2019 -> 6.9;
      case 2020 -> 6.9 - 0.02 * month.getMonthValue();
      default -> 6.45;
    };
  }

  private static ExtractRecord record(
      FirmMonth firmMonth, String partner, double exports, double imports) {
    BigDecimal rate = BigDecimal.valueOf(yuanForADollar(firmMonth.month()));
    BigDecimal exported = tenThousands(exports);
    BigDecimal imported = tenThousands(imports);
    return new ExtractRecord()
        .with("credit_code", firmMonth.firm().creditCode())
        .with("enterprise_name", firmMonth.firm().name())
        .with("area_code", firmMonth.firm().district().code())
        .with("country_group", partner)
        .with("period", firmMonth.month())
        .with("exports_usd", exported)
        .with("imports_usd", imported)
        .with("exports_yuan", exported.multiply(rate).setScale(2, RoundingMode.HALF_UP))
        .with("imports_yuan", imported.multiply(rate).setScale(2, RoundingMode.HALF_UP));
  }

  /** At least a hundred dollars, so that who is listed traded. */
  private static BigDecimal tenThousands(double amount) {
    return BigDecimal.valueOf(Math.max(amount, 0.01)).setScale(2, RoundingMode.HALF_UP);
  }
}
