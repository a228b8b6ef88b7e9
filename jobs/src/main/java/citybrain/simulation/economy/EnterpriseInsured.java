package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Firm;
import citybrain.simulation.city.FirmSize;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Insured staff of every firm by month. From February to December 2020 small firms' contributions
 * are waived, large ones' by half until June.
 */
final class EnterpriseInsured implements ExtractGenerator {
  private static final double TURNOVER = 0.02;
  private static final double BASE_OF_A_PERSON = 5_200;
  private static final double BASE_GROWTH = 0.07;
  private static final double RATE = 0.245;
  private static final YearMonth WAIVED_FROM = YearMonth.of(2020, 2);
  private static final YearMonth HALVED_UNTIL = YearMonth.of(2020, 6);
  private static final double WAIVED = 0.6;

  @Override
  public String department() {
    return "市人力资源社会保障局";
  }

  @Override
  public String extract() {
    return "enterprise_insured";
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
                                .map(EnterpriseInsured::record)));
  }

  private static ExtractRecord record(FirmMonth firmMonth) {
    Firm firm = firmMonth.firm();
    YearMonth month = firmMonth.month();
    SplittableRandom random = firmMonth.random("enterprise_insured");
    long opening = new FirmMonth(firmMonth.city(), firm, month.minusMonths(1)).staff();
    long closing = firmMonth.staff();
    long turnover =
        firmMonth.isClosing() ? 0 : Math.round(opening * TURNOVER * random.nextDouble());
    long joined = Math.max(0, closing - opening) + turnover;
    double base =
        closing
            * BASE_OF_A_PERSON
            * Dynamics.growth(month, BASE_GROWTH)
            * Dynamics.noise(wageLevel(firmMonth), 0.12);
    BigDecimal contributions = FirmTax.yuan(base * RATE);
    BigDecimal waived =
        contributions
            .multiply(BigDecimal.valueOf(waivedShare(firm, month)))
            .setScale(2, RoundingMode.HALF_UP);
    BigDecimal due = contributions.subtract(waived);
    boolean isBehind = random.nextDouble() < 0.02 && due.signum() > 0;
    return new ExtractRecord()
        .with("credit_code", firm.creditCode())
        .with("enterprise_name", firm.name())
        .with("area_code", firm.district().code())
        .with("enterprise_size", firm.size().zh())
        .with("period", month)
        .with("insured_opening", opening)
        .with("insured_joined", joined)
        .with("insured_left", opening + joined - closing)
        .with("insured", closing)
        .with("contribution_base", base, 2)
        .with("contributions_due", due)
        .with("contributions_paid", isBehind ? FirmTax.yuan(0) : due)
        .with("contributions_waived", waived)
        .with(
            "contribution_status",
            firmMonth.isClosing() ? "closed" : isBehind ? "overdue" : "paid");
  }

  /** The level of a firm's wages stays what it is. */
  private static SplittableRandom wageLevel(FirmMonth firmMonth) {
    return firmMonth.city().random("wage_level", firmMonth.firm().index());
  }

  private static double waivedShare(Firm firm, YearMonth month) {
    boolean isWaived = month.getYear() == WAIVED_FROM.getYear() && !month.isBefore(WAIVED_FROM);
    if (!isWaived) {
      return 0;
    }
    boolean isLarge = firm.size() == FirmSize.LARGE;
    return isLarge ? (month.isAfter(HALVED_UNTIL) ? 0 : WAIVED / 2) : WAIVED;
  }
}
