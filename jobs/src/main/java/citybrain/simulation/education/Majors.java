package citybrain.simulation.education;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.School;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The yearly list of major points; the students of a school's majors add up to the school's. */
final class Majors implements ExtractGenerator {
  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "majors";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(() -> city.schools().flatMap(school -> records(city, school, year))));
  }

  private static Stream<ExtractRecord> records(City city, School school, int year) {
    List<Major> listed =
        Major.of(city, school).stream().filter(major -> major.isListed(year)).toList();
    double weights = listed.stream().mapToDouble(major -> major.weight(year)).sum();
    RandomGenerator random = city.random("majors", school.index() * 10_000 + year);
    return listed.stream()
        .map(
            major -> {
              double share = weights == 0 ? 0 : major.weight(year) / weights;
              long students = Math.round(SchoolYears.students(school, year) * share);
              return record(school, major, year, students, random);
            });
  }

  private static ExtractRecord record(
      School school, Major major, int year, long students, RandomGenerator random) {
    long admitted = students / Math.max(1, major.classes(year));
    long admissions = major.takesStudents(year) ? admitted : 0;
    long graduates = major.hasGraduates(year) ? Math.round(Math.max(admitted, 12) * 0.95) : 0;
    double inWork = 98.5 - 4 * major.rank() - (year == 2020 ? 2 : 0) + 0.5 * random.nextGaussian();
    boolean isWeak = major.rank() > 0.92 || major.status(year).equals("suspended");
    int since = Math.max(0, year - 2019);
    ExtractRecord record =
        new ExtractRecord()
            .with("school_code", school.code())
            .with("major_code", major.code())
            .with("period", Period.year(year))
            .with("school_name", school.name())
            .with("major_name", major.name())
            .with("industry", major.industry())
            .with("status", major.status(year))
            .with("admissions", admissions)
            .with("students", major.classes(year) == 0 ? 0 : students)
            .with("graduates", graduates)
            .with("shortfall_years", isWeak ? Math.min(3, 1 + since) : 0)
            .with("is_on_negative_list", isWeak && since >= 2)
            .with("major_grade", grade(major.rank(), year))
            .with("ranking", since >= 2 ? 1 + Math.round(29 * major.rank()) : null)
            .with("resource_banks", major.rank() < 0.03 * since ? 1 : 0)
            .with(
                "online_courses", Math.round(since * 3 * (1 - major.rank()) * random.nextDouble()))
            .with("teaching_standards", major.rank() < 0.1 * since ? 1 : 0)
            .with("textbooks", major.rank() < 0.12 * since ? random.nextInt(2) : 0)
            .with("is_german_pilot", major.industry().equals("高端装备") && major.rank() < 0.1 * since)
            .with("is_through_programme", major.rank() < 0.2 + 0.05 * since);
    return graduates == 0 ? record : record.with("employment_rate", Math.min(100, inWork), 1);
  }

  private static String grade(double rank, int year) {
    if (rank < 0.03) {
      return "national";
    }
    return rank < 0.08 + 0.06 * (year - 2018) ? "provincial" : rank < 0.45 ? "municipal" : "";
  }
}
