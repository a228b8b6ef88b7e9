package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Firm;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The register on the last day of each month: all firms ever founded, those that closed too. */
final class EnterpriseRegister implements ExtractGenerator {
  private static final List<String> TYPES =
      List.of(
          "limited_liability",
          "limited_liability",
          "limited_liability",
          "limited_liability",
          "joint_stock",
          "hong_kong_macao_taiwan_invested",
          "foreign_invested",
          "partnership");

  private static final List<String> CHANGES =
      List.of("legal_representative", "address", "capital", "business_scope", "shareholders");

  private static final LocalDate CHANGES_FROM = LocalDate.of(2018, 1, 1);
  private static final int DAYS_OF_CHANGES = 1_460;
  private static final double CHANGED = 0.4;
  private static final double ABNORMAL = 0.04;
  private static final double MOVED_OUT = 0.15;

  @Override
  public String department() {
    return "市市场监管局";
  }

  @Override
  public String extract() {
    return "enterprise_register";
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
                                .filter(firm -> !firm.foundedOn().isAfter(month.atEndOfMonth()))
                                .map(firm -> record(city, firm, month))));
  }

  private static ExtractRecord record(City city, Firm firm, YearMonth month) {
    LocalDate today = month.atEndOfMonth();
    SplittableRandom random = city.random("enterprise_register", firm.index());
    String type = TYPES.get(random.nextInt(TYPES.size()));
    boolean isForeign = type.endsWith("invested");
    String park = Parks.drawn(firm.district(), random, 0.15);
    LocalDate changedOn = CHANGES_FROM.plusDays(random.nextInt(DAYS_OF_CHANGES));
    String change = CHANGES.get(random.nextInt(CHANGES.size()));
    boolean isChanged =
        random.nextDouble() < CHANGED
            && changedOn.isAfter(firm.foundedOn())
            && firm.isOpen(changedOn)
            && !changedOn.isAfter(today);
    boolean isMovedOut = random.nextDouble() < MOVED_OUT;
    LocalDate listedOn = CHANGES_FROM.plusDays(random.nextInt(DAYS_OF_CHANGES));
    boolean isListed =
        random.nextDouble() < ABNORMAL
            && listedOn.isAfter(firm.foundedOn())
            && firm.isOpen(listedOn)
            && !listedOn.isAfter(today);
    boolean hasTerm = random.nextDouble() < 0.4;
    LocalDate closedOn = firm.closedOn();
    boolean isClosed = closedOn != null && !closedOn.isAfter(today);
    String gone = isMovedOut ? "moved_out" : "deregistered";
    LocalDate lastChange = isClosed ? closedOn : isChanged ? changedOn : firm.foundedOn();
    return new ExtractRecord()
        .with("credit_code", firm.creditCode())
        .with("enterprise_name", firm.name())
        .with("enterprise_type", type)
        .with("industry_code", firm.industry().code())
        .with("enterprise_size", firm.size().zh())
        .with("area_code", firm.district().code())
        .with("address", firm.district().zh() + "模拟路" + (firm.index() % 300 + 1) + "号")
        .with("park", park)
        .with("legal_representative", firm.legalPerson())
        .with("registered_capital", BigDecimal.valueOf(firm.capital() / 10_000))
        .with("is_foreign_invested", isForeign)
        .with("established_on", firm.foundedOn())
        .with("approved_on", lastChange)
        .with("term_ends_on", hasTerm ? firm.foundedOn().plusYears(30) : null)
        .with("registration_status", isClosed ? gone : "active")
        .with("status_changed_on", isClosed ? closedOn : null)
        .with("last_change", isClosed ? gone : isChanged ? change : "established")
        .with("last_changed_on", lastChange)
        .with("is_listed_as_abnormal", isListed)
        .with("listed_as_abnormal_on", isListed ? listedOn : null);
  }
}
