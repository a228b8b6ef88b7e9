package citybrain.simulation.services;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Facts that lower a district's grade, and the grade: 90, 80 and 60 points part the grades; a
 * serious accident costs one grade. Spending grows by some 6 percent a year and now and then does
 * not.
 */
final class DistrictEducationFacts implements ExtractGenerator {
  private static final List<String> GRADES =
      List.of("excellent", "good", "qualified", "unqualified");
  private static final int FIRST_YEAR = 2018;

  /** 万元 a percent of the city's people, in 2017. */
  private static final double SPENDING = 26_000;

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "district_education_facts";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(
                        () ->
                            Arrays.stream(District.values())
                                .map(district -> record(city, district, year))));
  }

  private static double spending(City city, District district, int year) {
    double spent = district.share() * SPENDING;
    for (int grown = FIRST_YEAR; grown <= year; grown++) {
      RandomGenerator random = city.random("education_spending/" + district.code(), grown);
      spent *= 1 + 0.06 + 0.04 * random.nextGaussian();
    }
    return spent;
  }

  private static ExtractRecord record(City city, District district, int year) {
    RandomGenerator random = city.random("district_education_facts/" + district.code(), year);
    DutyScores scores = DutyScores.of(city, district, year);
    double spent = spending(city, district, year);
    double spentBefore = spending(city, district, year - 1);
    double students = district.share() * SPENDING / 1.6;
    int accidents = random.nextDouble() < 0.05 ? 1 : 0;
    int grade = gradeOf(scores.verifiedTotal());
    int last = Math.min(GRADES.size() - 1, grade + accidents);
    return new ExtractRecord()
        .with("area_code", district.code())
        .with("period", Period.year(year))
        .with("budget_spending", spent, 2)
        .with("budget_spending_before", spentBefore, 2)
        .with("budget_per_student", spent * 10_000 / students * 0.98, 2)
        .with("budget_per_student_before", spentBefore * 10_000 / students, 2)
        .with("is_balanced", random.nextDouble() < 0.9)
        .with("serious_accidents", accidents)
        .with("unmet_ethics_cases", random.nextDouble() < 0.04 ? 1 : 0)
        .with("fitness_rate", 42 + 2.0 * (year - FIRST_YEAR) + 4 * random.nextDouble(), 1)
        .with("myopia_rate", 56 - 0.8 * (year - FIRST_YEAR) + 4 * random.nextDouble(), 1)
        .with("fraud_cases", 0)
        .with("self_total", scores.ownTotal())
        .with("verified_total", scores.verifiedTotal())
        .with("credibility", scores.credibility())
        .with("grade_before", GRADES.get(grade))
        .with("grade", GRADES.get(last))
        .with("rectified_by", last > grade ? LocalDate.of(year + 1, 9, 30) : null)
        .with("published_on", LocalDate.of(year + 1, 3, 12));
  }

  private static int gradeOf(BigDecimal points) {
    double total = points.doubleValue();
    if (total >= 90) {
      return 0;
    }
    return total >= 80 ? 1 : total >= 60 ? 2 : 3;
  }
}
