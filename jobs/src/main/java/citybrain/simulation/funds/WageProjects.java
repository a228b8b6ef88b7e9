package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.ConstructionProject;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.WageSite.Wage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The construction sites at work in a month and what the wage rules ask of them. */
final class WageProjects implements ExtractGenerator {
  private static final int TEN_THOUSANDS = 4;
  private static final double DEPOSIT = 0.02;
  private static final List<String> SECTORS =
      List.of("housing", "housing", "housing", "transport", "water", "other");
  private static final List<String> INVESTORS = List.of("government", "state_owned", "private");
  private static final List<String> DEPOSIT_FORMS = List.of("cash", "guarantee", "insurance");

  @Override
  public String department() {
    return "市人力资源社会保障局";
  }

  @Override
  public String extract() {
    return "wage_projects";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .filter(month -> WageSite.atWork(city, month).findAny().isPresent())
        .map(
            month ->
                Delivery.of(month)
                    .records(() -> WageSite.atWork(city, month).map(WageProjects::record)));
  }

  static String sector(ConstructionProject project) {
    return SECTORS.get((int) (project.index() % SECTORS.size()));
  }

  private static ExtractRecord record(WageSite site) {
    ConstructionProject project = site.project();
    List<Wage> wages = site.wages();
    long registered = wages.stream().filter(Wage::isRegistered).count();
    BigDecimal due = wages.stream().map(Wage::due).reduce(Yuan.NOTHING, BigDecimal::add);
    BigDecimal labourCost = due.multiply(new BigDecimal("1.05")).setScale(2, RoundingMode.HALF_UP);
    BigDecimal labourPaid = site.isInArrears() ? Yuan.share(labourCost, 0.4) : labourCost;
    boolean isLate = site.isInArrears();
    SplittableRandom random = site.city().random("wage_project", project.index());
    boolean hasAccount = random.nextDouble() < 0.95;
    boolean isDeposited = random.nextDouble() < 0.93;
    String depositForm = DEPOSIT_FORMS.get(random.nextInt(DEPOSIT_FORMS.size()));
    LocalDate accountOn = project.startsOn().minusDays(random.nextInt(20));
    BigDecimal deposit = Yuan.of(project.value() * DEPOSIT);
    boolean isPlatform = random.nextDouble() < 0.95;
    BigDecimal progress =
        due.movePointLeft(TEN_THOUSANDS)
            .multiply(BigDecimal.valueOf(4))
            .setScale(2, RoundingMode.HALF_UP);
    boolean isEnded = !project.endsOn().isAfter(site.month().atEndOfMonth());
    int alerts = isLate ? 1 + random.nextInt(2) : 0;
    ExtractRecord record =
        new ExtractRecord()
            .with("project_id", project.code())
            .with("period", site.month())
            .with("project_name", project.name())
            .with("area_code", project.district().code())
            .with("sector", sector(project))
            .with("investor", INVESTORS.get((int) (project.index() % INVESTORS.size())))
            .with("state", isEnded ? "completed" : "building")
            .with("builder_name", project.builder().name())
            .with("builder_credit_code", project.builder().creditCode())
            .with("contractor_name", project.contractor().name())
            .with("contractor_credit_code", project.contractor().creditCode())
            .with(
                "contract_value", BigDecimal.valueOf(project.value()).movePointLeft(TEN_THOUSANDS))
            .with("started_on", project.startsOn())
            .with("completed_on", isEnded ? project.endsOn() : null)
            .with("is_funded", !isLate)
            .with("platform_on", isPlatform ? project.startsOn().plusDays(10) : null)
            .with("labour_cost_due", labourCost)
            .with("labour_cost_paid", labourPaid)
            .with("labour_cost_paid_on", site.city().officeDays().onOrAfter(site.month().atDay(20)))
            .with("deposit_due", deposit)
            .with("deposit_kept", isDeposited ? deposit : Yuan.NOTHING)
            .with("worker_count", wages.size())
            .with("registered_count", registered)
            .with("registered_rate", 100.0 * registered / wages.size(), 1)
            .with("is_paid_by_contractor", random.nextDouble() < 0.95)
            .with("has_notice_board", random.nextDouble() < 0.96)
            .with("progress_due", progress)
            .with("progress_paid", isLate ? Yuan.share(progress, 0.5) : progress)
            .with("alert_count", alerts)
            .with("alert_handled_count", alerts / 2);
    if (hasAccount) {
      record
          .with("wage_account", "6217" + (1_000_000_000L + project.index()))
          .with("wage_account_bank", "模拟银行青岛分行")
          .with("wage_account_on", accountOn);
    }
    if (isDeposited) {
      record.with("deposit_form", depositForm).with("deposit_on", project.startsOn());
    }
    return record;
  }
}
