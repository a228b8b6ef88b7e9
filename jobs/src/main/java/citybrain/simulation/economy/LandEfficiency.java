package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Firm;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The yearly rating of industrial firms by what they yield for the land they use. */
final class LandEfficiency implements ExtractGenerator {
  private static final double TEN_THOUSAND = 10_000;
  private static final double MU_A_HEAD = 0.16;
  private static final double VALUE_ADDED = 0.24;

  /** Taxes in 万元 for a mu from which a firm is graded A, B and C. */
  private static final List<Double> GRADE_FROM = List.of(25.0, 10.0, 3.0);

  private static final List<String> GRADES = List.of("A", "B", "C", "D");

  @Override
  public String department() {
    return "市工业和信息化局";
  }

  @Override
  public String extract() {
    return "land_efficiency";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(
                        () ->
                            city.firms()
                                .filter(
                                    firm ->
                                        IndustryDivision.SECTIONS.contains(
                                            firm.industry().section()))
                                .filter(firm -> firm.isActive(YearMonth.of(year, 1)))
                                .filter(firm -> firm.isActive(YearMonth.of(year, 12)))
                                .map(firm -> record(city, firm, year))));
  }

  private static ExtractRecord record(City city, Firm firm, int year) {
    List<FirmMonth> months =
        IntStream.rangeClosed(1, 12)
            .mapToObj(month -> new FirmMonth(city, firm, YearMonth.of(year, month)))
            .toList();
    double revenue = months.stream().mapToDouble(FirmMonth::sales).sum() / TEN_THOUSAND;
    double tax =
        months.stream().mapToDouble(month -> FirmTax.of(month).total().doubleValue()).sum()
            / TEN_THOUSAND;
    double staff = months.stream().mapToLong(FirmMonth::staff).average().orElseThrow();
    double electricity = months.stream().mapToLong(EnterprisePower::electricity).sum();
    SplittableRandom random = city.random("land_efficiency", firm.index());
    double land = Math.max(1, firm.employees() * MU_A_HEAD * Dynamics.noise(random, 0.4));
    return new ExtractRecord()
        .with("credit_code", firm.creditCode())
        .with("year", Period.year(year))
        .with("enterprise_name", firm.name())
        .with("area_code", firm.district().code())
        .with("industry_code", firm.industry().code())
        .with("park", Parks.drawn(firm.district(), random, 0.15))
        .with("land_area", land, 2)
        .with("tax_paid", tax, 2)
        .with("operating_revenue", revenue, 2)
        .with("value_added", revenue * VALUE_ADDED, 2)
        .with("research_spending", revenue * 0.04 * random.nextDouble(), 2)
        .with("energy", electricity * 0.000_123 * 2.2, 2)
        .with("emissions", electricity * 0.000_000_4, 3)
        .with("average_employees", Math.round(staff))
        .with("grade", grade(tax / land));
  }

  private static String grade(double taxForAMu) {
    int worse = Math.toIntExact(GRADE_FROM.stream().filter(from -> taxForAMu < from).count());
    return GRADES.get(worse);
  }
}
