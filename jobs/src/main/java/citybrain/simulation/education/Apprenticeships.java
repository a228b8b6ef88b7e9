package citybrain.simulation.education;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.Firm;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What firms that run a training base declare about their apprentices. Pilot firms of
 * industry-education integration claim a credit of 30 percent of what they invested, at most the
 * surcharges due, from 2020 on.
 */
final class Apprenticeships implements ExtractGenerator {
  private static final double CREDIT_SHARE = 0.3;
  private static final long SUBSIDY_A_HEAD = 5_000;

  /** The surcharges are some two thousandths of a firm's revenue. */
  private static final double SURCHARGES = 0.002;

  private static final double TEN_THOUSAND = 10_000;

  @Override
  public String department() {
    return "企业";
  }

  @Override
  public String extract() {
    return "apprenticeships";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(
                        () ->
                            TrainingBase.all(city)
                                .filter(base -> base.firm() != null)
                                .filter(base -> base.isListed(year))
                                .map(base -> record(city, base, year))));
  }

  private static ExtractRecord record(City city, TrainingBase base, int year) {
    Firm firm = Objects.requireNonNull(base.firm());
    RandomGenerator random = city.random("apprenticeships", base.index());
    boolean isPilot = random.nextDouble() < 0.08 * (year - 2018);
    boolean isModern = random.nextDouble() < 0.6;
    double eager = random.nextDouble();
    double growth = (1 + 0.15 * (year - 2018)) * (year == 2020 ? 0.85 : 1);
    long apprentices = Math.round((5 + firm.employees() * 0.05 * eager) * growth);
    long claimed = isModern ? 0 : apprentices * SUBSIDY_A_HEAD;
    double due = firm.annualRevenue() * SURCHARGES / TEN_THOUSAND;
    double investment = apprentices * (0.5 + random.nextDouble());
    double credit = isPilot && year >= 2020 ? Math.min(investment * CREDIT_SHARE, due) : 0;
    boolean isCut = random.nextDouble() < 0.15;
    return new ExtractRecord()
        .with("credit_code", firm.creditCode())
        .with("school_code", base.school().code())
        .with("mode", isModern ? "modern" : "firm_new")
        .with("period", Period.year(year))
        .with("firm_name", firm.name())
        .with("school_name", base.school().name())
        .with("area_code", firm.district().code())
        .with("base_code", base.isOpen(year) ? base.code() : null)
        .with("apprentices", apprentices)
        .with("subsidy_claimed", claimed)
        .with("subsidy_paid", isCut ? claimed / 2 : claimed)
        .with("is_pilot_firm", isPilot)
        .with("education_investment", investment, 2)
        .with("surcharges_due", due, 2)
        .with("credit_claimed", credit, 2)
        .with("credit_granted", isCut ? credit * 0.8 : credit, 2);
  }
}
