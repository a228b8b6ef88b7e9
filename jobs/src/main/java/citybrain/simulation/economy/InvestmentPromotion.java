package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The monthly list of projects the city attracts, from the first talks to production or the end.
 */
final class InvestmentPromotion implements ExtractGenerator {
  @Override
  public String department() {
    return "市商务局";
  }

  @Override
  public String extract() {
    return "investment_promotion";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () ->
                            InvestmentDeal.of(city)
                                .filter(deal -> deal.isListedIn(month))
                                .map(deal -> record(city, deal, month))));
  }

  private static ExtractRecord record(City city, InvestmentDeal deal, YearMonth month) {
    LocalDate today = month.atEndOfMonth();
    LocalDate registeredOn = known(deal.registeredOn(), today);
    SplittableRandom random = city.random("investment_promotion", deal.index());
    BigDecimal used = deal.usedBy(month);
    BigDecimal domestic = deal.domesticBy(month);
    double planned = deal.planned().doubleValue();
    return new ExtractRecord()
        .with("project_id", String.format(Locale.ROOT, "ZS-%05d", deal.index() + 1))
        .with("project_name", name(deal))
        .with("period", month)
        .with("area_code", deal.district().code())
        .with("park", deal.park())
        .with("industry_code", deal.industry().code())
        .with("investor_name", "模拟投资方" + (deal.index() + 1) + "号集团")
        .with("investor_kind", deal.investorKind())
        .with("investor_origin", deal.origin())
        .with("is_foreign_invested", deal.isForeign())
        .with("enterprise_credit_code", registeredOn == null ? null : deal.enterpriseCode())
        .with("promotion_stage", stage(deal, today))
        .with("negotiated_on", deal.negotiatedOn())
        .with("signed_on", known(deal.signedOn(), today))
        .with("registered_on", registeredOn)
        .with("started_on", known(deal.startedOn(), today))
        .with("producing_on", known(deal.producingOn(), today))
        .with("ended_on", known(deal.endedOn(), today))
        .with("planned_investment", deal.planned())
        .with("contracted_foreign_capital", deal.isForeign() ? deal.contractedForeign() : null)
        .with(
            "month_used_foreign_capital",
            deal.isForeign() ? used.subtract(deal.usedBy(month.minusMonths(1))) : null)
        .with("used_foreign_capital", deal.isForeign() ? used : null)
        .with(
            "month_arrived_domestic_capital",
            domestic.subtract(deal.domesticBy(month.minusMonths(1))))
        .with("arrived_domestic_capital", domestic)
        .with("land_area", deal.planned().divide(BigDecimal.valueOf(300), 1, RoundingMode.HALF_UP))
        .with("planned_fixed_investment", planned * (0.5 + 0.3 * random.nextDouble()), 0)
        .with("planned_revenue", planned * (0.8 + 1.5 * random.nextDouble()), 0)
        .with("planned_tax", planned * 0.06, 0);
  }

  private static String name(InvestmentDeal deal) {
    String trade = deal.industry().zh().replaceAll("[、，及和与].*", "");
    return deal.district().zh() + "模拟" + trade + "项目（" + (deal.index() + 1) + "）";
  }

  private static @Nullable LocalDate known(@Nullable LocalDate day, LocalDate today) {
    return day == null || day.isAfter(today) ? null : day;
  }

  private static String stage(InvestmentDeal deal, LocalDate today) {
    if (known(deal.endedOn(), today) != null) {
      return "ended";
    }
    if (known(deal.producingOn(), today) != null) {
      return "producing";
    }
    if (known(deal.startedOn(), today) != null) {
      return "started";
    }
    if (known(deal.registeredOn(), today) != null) {
      return "registered";
    }
    return known(deal.signedOn(), today) == null ? "negotiating" : "signed";
  }
}
