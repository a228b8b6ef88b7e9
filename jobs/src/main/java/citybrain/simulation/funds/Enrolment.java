package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Persons insured by district and category. The numbers are those of a real city whatever the
 * scale. Residents pay once a year, in January; the budget's subsidy comes in June. From February
 * to June 2020 half of the employers' contributions is let off.
 */
final class Enrolment implements ExtractGenerator {
  private static final double SHARE_SPREAD = 0.1;
  private static final double TURNOVER = 0.006;
  private static final double WAGE_GROWTH = 0.06;
  private static final double RELIEF_OF_2020 = 0.5;
  private static final int DUES_MONTH = 1;
  private static final int SUBSIDY_MONTH = 6;

  @Override
  public String department() {
    return "市医保局";
  }

  @Override
  public String extract() {
    return "enrolment";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () ->
                            Arrays.stream(District.values())
                                .flatMap(
                                    district ->
                                        Arrays.stream(InsuredCategory.values())
                                            .map(
                                                category ->
                                                    record(city, district, category, month)))));
  }

  /** Persons insured at the end of a month. */
  static long insured(City city, District district, InsuredCategory category, YearMonth month) {
    SplittableRandom random = city.random("enrolment/" + category, district.number());
    double share = district.share() / 100.0 * Dynamics.noise(random, SHARE_SPREAD);
    double shock = category == InsuredCategory.EMPLOYEE ? 0.02 : 0;
    return Math.round(
        category.persons()
            * share
            * Dynamics.growth(month, category.growth())
            * Dynamics.shock2020(month, shock));
  }

  /** What the budget adds for a person insured as a resident, yuan a year. */
  static int subsidy(int year) {
    return 590 + 30 * (year - 2018);
  }

  private static ExtractRecord record(
      City city, District district, InsuredCategory category, YearMonth month) {
    long insured = insured(city, district, category, month);
    long before = insured(city, district, category, month.minusMonths(1));
    long turnover = Math.round(insured * TURNOVER);
    long joined = Math.max(0, insured - before) + turnover;
    double base = insured * category.monthlyBase() * Dynamics.growth(month, WAGE_GROWTH);
    boolean isRelieved =
        category == InsuredCategory.EMPLOYEE
            && month.getYear() == 2020
            && month.getMonthValue() >= 2
            && month.getMonthValue() <= 6;
    double rate = isRelieved ? category.rate() * RELIEF_OF_2020 : category.rate();
    BigDecimal due =
        category.isSubsidised()
            ? Yuan.of(
                month.getMonthValue() == DUES_MONTH ? insured * yearlyDues(category, month) : 0)
            : Yuan.of(base * rate);
    boolean isSubsidyDue = category.isSubsidised() && month.getMonthValue() == SUBSIDY_MONTH;
    return new ExtractRecord()
        .with("period", month)
        .with("area_code", district.code())
        .with("insured_category", category.code())
        .with("insured_count", insured)
        .with("joined_count", joined)
        .with("left_count", before + joined - insured)
        .with("subsidised_count", category.isSubsidised() ? insured : null)
        .with("contribution_base", category.monthlyBase() > 0 ? Yuan.of(base) : null)
        .with(
            "employer_rate",
            category.rate() > 0 ? BigDecimal.valueOf(Math.round(rate * 10_000), 2) : null)
        .with("contribution_due", due)
        .with("contribution_paid", Yuan.share(due, 0.985))
        .with(
            "subsidy_received",
            isSubsidyDue ? Yuan.of((double) insured * subsidy(month.getYear())) : null);
  }

  private static double yearlyDues(InsuredCategory category, YearMonth month) {
    double adults = 355 + 30 * (month.getYear() - 2018);
    return category == InsuredCategory.RESIDENT_ADULT ? adults : adults / 2;
  }
}
