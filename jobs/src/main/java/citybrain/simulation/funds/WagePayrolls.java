package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.WageSite.Wage;
import java.util.stream.Stream;

/** Payrolls of construction sites: a row a worker and month, paid in the month after. */
final class WagePayrolls implements ExtractGenerator {
  private static final int TEAMS = 6;

  @Override
  public String department() {
    return "市人力资源社会保障局";
  }

  @Override
  public String extract() {
    return "wage_payroll";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .filter(month -> WageSite.atWork(city, month).findAny().isPresent())
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () ->
                            WageSite.atWork(city, month)
                                .flatMap(
                                    site ->
                                        site.wages().stream().map(wage -> record(site, wage)))));
  }

  private static ExtractRecord record(WageSite site, Wage wage) {
    boolean isPaid = wage.paidOn() != null;
    return new ExtractRecord()
        .with("project_id", site.project().code())
        .with("resident_id", wage.worker().residentId())
        .with("period", site.month())
        .with("worker_name", wage.worker().name())
        .with("employer_name", site.project().contractor().name())
        .with("employer_credit_code", site.project().contractor().creditCode())
        .with("team", "第" + (wage.worker().index() % TEAMS + 1) + "班组")
        .with("has_contract", wage.hasContract())
        .with("is_registered", wage.isRegistered())
        .with("attendance_days", wage.days())
        .with("wage_due", wage.due())
        .with("wage_paid", wage.paid())
        .with("paid_on", wage.paidOn())
        .with("pay_channel", isPaid ? (wage.isOwnCard() ? "contractor_bank" : "cash") : null)
        .with("is_own_card", isPaid ? wage.isOwnCard() : null);
  }
}
