package citybrain.simulation.funds;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Identifiers;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.StateEnterprise.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What districts hand in on their state assets: one sheet of statements a district and month, in
 * December those of the year too, and each half-year the reports of the supervisors.
 */
final class StateAssets implements ExtractGenerator {
  private static final long SUPERVISOR = 85_000_000;
  private static final double NOT_HANDED_IN = 0.03;
  private static final int WORKDAYS_TO_HAND_IN = 6;

  @Override
  public String department() {
    return "市国资委";
  }

  @Override
  public String extract() {
    return "state_assets";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .flatMap(
            month ->
                Stream.concat(
                    Arrays.stream(District.values())
                        .map(district -> statements(city, district, month)),
                    month.getMonthValue() % 6 == 0
                        ? Stream.of(reports(city, month))
                        : Stream.empty()));
  }

  private static Delivery statements(City city, District district, YearMonth month) {
    List<StateEnterprise> enterprises = StateEnterprise.of(city, district);
    Stream<Period> periods =
        month.getMonthValue() == 12
            ? Stream.of(monthOf(month), Period.year(month.getYear()))
            : Stream.of(monthOf(month));
    List<Period> reported = periods.toList();
    return Delivery.of(month)
        .layout("state_asset_statements")
        .named(district.zh() + "国有企业财务情况")
        .heading("area_code", district.code())
        .records(
            () ->
                reported.stream()
                    .flatMap(
                        period ->
                            enterprises.stream()
                                .map(enterprise -> statement(city, enterprise, period, month))));
  }

  private static Period monthOf(YearMonth month) {
    return Period.month(month.getYear(), month.getMonthValue());
  }

  private static ExtractRecord statement(
      City city, StateEnterprise enterprise, Period period, YearMonth month) {
    boolean isAnnual = period.months() == 12;
    Statement figures = enterprise.in(month);
    boolean isHandedIn =
        enterprise.random(month, "handed_in" + isAnnual).nextDouble() >= NOT_HANDED_IN;
    LocalDate handedInOn =
        city.officeDays()
            .after(month.atEndOfMonth(), 2 + enterprise.number() % WORKDAYS_TO_HAND_IN);
    ExtractRecord record =
        new ExtractRecord()
            .with("line", enterprise.number() + 1)
            .with("report_kind", isAnnual ? "enterprise_annual" : "enterprise_monthly")
            .with("credit_code", enterprise.creditCode())
            .with("period", period)
            .with("subject_name", enterprise.name())
            .with("is_financing_platform", enterprise.isPlatform())
            .with("is_unified", enterprise.isUnified())
            .with("is_audited", isAnnual ? false : null);
    if (!isHandedIn) {
      return record;
    }
    record
        .with("handed_in_on", handedInOn)
        .with("assets", figures.assets())
        .with("liabilities", figures.liabilities())
        .with("equity", figures.equity())
        .with("opening_equity", figures.openingEquity())
        .with(
            "debt_ratio",
            figures
                .liabilities()
                .movePointRight(2)
                .divide(figures.assets(), 2, RoundingMode.HALF_UP))
        .with("interest_bearing_debt", figures.interestBearing())
        .with("debt_due_in_year", figures.dueInYear())
        .with("overdue_debt", figures.overdue())
        .with("cash", figures.cash())
        .with("revenue", figures.revenue())
        .with("profit", figures.profit())
        .with("taxes_paid", Yuan.share(figures.revenue(), 0.04));
    if (enterprise.isPlatform()) {
      BigDecimal ofGovernment = Yuan.share(figures.interestBearing(), 0.55);
      record
          .with("government_project_debt", ofGovernment)
          .with("own_project_debt", figures.interestBearing().subtract(ofGovernment));
    }
    return record;
  }

  private static Delivery reports(City city, YearMonth month) {
    return Delivery.of(month)
        .layout("state_asset_reports")
        .named("区市国有资产监管报告")
        .records(
            () ->
                Arrays.stream(District.values())
                    .flatMap(
                        district ->
                            Stream.of("organisation", "scope", "totals")
                                .map(kind -> report(city, district, kind, month))));
  }

  private static ExtractRecord report(City city, District district, String kind, YearMonth month) {
    List<StateEnterprise> enterprises = StateEnterprise.of(city, district);
    int workdays = 3 + (district.position() + kind.length()) % 5;
    ExtractRecord record =
        new ExtractRecord()
            .with("line", district.position())
            .with("report_kind", kind)
            .with("area_code", district.code())
            .with(
                "credit_code",
                Identifiers.creditCode("11", district.code(), SUPERVISOR + district.number()))
            .with("period", month)
            .with("subject_name", district.zh() + "国有资产监督管理机构")
            .with("handed_in_on", city.officeDays().after(month.atEndOfMonth(), workdays));
    return switch (kind) {
      case "organisation" ->
          record.with("change_note", district.position() % 4 == 2 ? "调整监管科室设置" : null);
      case "scope" ->
          record
              .with("enterprise_count", enterprises.size())
              .with(
                  "unified_count", enterprises.stream().filter(StateEnterprise::isUnified).count());
      default ->
          record
              .with("state_assets", equity(enterprises, month))
              .with("prior_state_assets", equity(enterprises, month.minusMonths(6)));
    };
  }

  private static BigDecimal equity(List<StateEnterprise> enterprises, YearMonth month) {
    return enterprises.stream()
        .map(enterprise -> enterprise.in(month).equity())
        .reduce(Yuan.NOTHING, BigDecimal::add);
  }
}
