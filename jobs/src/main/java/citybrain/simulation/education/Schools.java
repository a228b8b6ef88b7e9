package citybrain.simulation.education;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.School;
import citybrain.simulation.city.Shares;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The yearly list of schools: the city's vocational schools and {@value GENERAL_SCHOOLS} general
 * upper-secondary schools at scale 1, so that somewhat over two of five enter a vocational one.
 *
 * <p>What a school has reached spreads over the years: a school's ranks stay, the share of schools
 * that has it grows.
 */
final class Schools implements ExtractGenerator {
  private static final int GENERAL_SCHOOLS = 12;
  private static final int FIRST_YEAR = 2018;

  private static final Shares SECONDARY_KINDS =
      Shares.of("comprehensive", 11).and("specialised", 39);
  private static final Shares GENERAL_KINDS =
      Shares.of("general", 12)
          .and("integrated", 2)
          .and("liberal", 1)
          .and("science", 1)
          .and("language", 1)
          .and("arts", 1)
          .and("sports", 1);
  private static final Shares PRIVATE_OWNERS =
      Shares.of("private", 6).and("enterprise", 2).and("mixed", 2);
  private static final Shares GROUPS =
      Shares.equal("青岛模拟现代海洋职业教育集团", "青岛模拟智能制造职业教育集团", "青岛模拟学前教育职业教育集团", "");

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "schools";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(
                        () ->
                            Stream.concat(
                                city.schools().map(school -> vocational(city, school, year)),
                                LongStream.range(0, city.scaled(GENERAL_SCHOOLS))
                                    .mapToObj(index -> general(city, index, year)))));
  }

  private static ExtractRecord vocational(City city, School school, int year) {
    RandomGenerator random = city.random("schools", school.index());
    int since = year - FIRST_YEAR;
    long teachers = SchoolYears.teachers(school, year);
    long admissions = SchoolYears.admissions(school, year);
    long posts = Math.round(SchoolYears.teachers(school, FIRST_YEAR) * 1.15);
    String kind = SECONDARY_KINDS.drawn(random);
    String owner = PRIVATE_OWNERS.drawn(random);
    ExtractRecord record =
        new ExtractRecord()
            .with("school_code", school.code())
            .with("period", Period.year(year))
            .with("school_name", school.name())
            .with("level", school.isCollege() ? "college" : "secondary")
            .with("kind", school.isCollege() ? null : kind)
            .with("ownership", school.isPublic() ? "public" : owner)
            .with("area_code", school.district().code())
            .with("admissions", admissions)
            .with("students", SchoolYears.students(school, year))
            .with("graduates", SchoolYears.graduates(school, year))
            .with("full_time_teachers", teachers)
            .with(
                "professional_teachers", Math.round(teachers * (0.52 + 0.15 * random.nextDouble())))
            .with("staff_quota", school.isPublic() ? posts : null)
            .with(
                "part_time_teachers",
                Math.round(posts * (0.03 + 0.03 * since) * random.nextDouble()))
            .with("meets_national_standard", random.nextDouble() < 0.80 + 0.05 * since);
    if (school.isCollege()) {
      double taken = admissions * (0.30 + 0.02 * since) * (0.8 + 0.4 * random.nextDouble());
      record.with("received_from_secondary", Math.round(taken));
    }
    withPilots(record, school, since, random);
    return withMoney(record, school, year, random);
  }

  /** Programmes and cooperation, and since when. */
  private static void withPilots(
      ExtractRecord record, School school, int since, RandomGenerator random) {
    boolean isSecondary = !school.isCollege();
    double tier = random.nextDouble();
    double certificates = random.nextDouble();
    double certified = isSecondary ? 0.15 * since : 0.4 * since;
    record
        .with("runs_five_year_programme", isSecondary && random.nextDouble() < 0.60 + 0.04 * since)
        .with("is_integration_pilot", isSecondary && random.nextDouble() < 0.20 + 0.15 * since)
        .with("runs_long_programme", random.nextDouble() < 0.50 + 0.05 * since)
        .with("joins_one_plus_x", certificates < certified)
        .with("has_double_plate", random.nextDouble() < 0.05 + 0.08 * since)
        .with("is_german_cooperation", random.nextDouble() < 0.04 * since)
        .with("is_rural_model", random.nextDouble() < 0.04 * since)
        .with("education_group", GROUPS.drawn(random))
        .with("partner_firms", 3 + Math.round(random.nextInt(20) * (1 + 0.12 * since)))
        .with("master_studios", Math.round(random.nextInt(3) * (1 + 0.25 * since)))
        .with("industry_labs", Math.round(random.nextInt(3) * 0.35 * since));
    if (isSecondary) {
      record.with("school_tier", since >= 2 && tier < 0.16 ? "pilot" : null);
    } else if (tier < 0.2) {
      record.with("school_tier", since >= 1 ? "national" : "provincial");
    } else if (tier < 0.3 + 0.1 * since) {
      record.with("school_tier", "provincial");
    }
  }

  private static ExtractRecord withMoney(
      ExtractRecord record, School school, int year, RandomGenerator random) {
    int since = year - FIRST_YEAR;
    double surplus =
        school.students()
            * (school.isCollege() ? 0.03 : 0.012)
            * Dynamics.noise(random, 0.4)
            * (year == 2020 ? 0.75 : 1 + 0.1 * since);
    double debt = school.isPublic() ? school.students() * random.nextDouble() : 0;
    return record
        .with("performance_pay_ratio", 1 + 0.2 * random.nextDouble() + 0.06 * since, 2)
        .with("service_surplus", surplus, 2)
        .with("service_surplus_paid", surplus * (0.3 + 0.08 * since), 2)
        .with("debt", debt * Math.pow(0.9, since), 2);
  }

  private static ExtractRecord general(City city, long index, int year) {
    RandomGenerator random = city.random("schools/general", index);
    District district = District.drawn(random);
    long students = Math.round((2_400 + random.nextInt(3_000)) * Math.pow(1.02, year - FIRST_YEAR));
    return new ExtractRecord()
        .with("school_code", String.format(Locale.ROOT, "37%08d", 3_000_000 + index))
        .with("period", Period.year(year))
        .with("school_name", district.zh() + "模拟第" + (index + 1) + "高级中学")
        .with("level", "general_upper_secondary")
        .with("kind", GENERAL_KINDS.drawn(random))
        .with("ownership", random.nextDouble() < 0.8 ? "public" : "private")
        .with("area_code", district.code())
        .with("admissions", Math.round(students * 0.34))
        .with("students", students)
        .with("graduates", Math.round(students * 0.33))
        .with("full_time_teachers", students / 12)
        .with("staff_quota", students / 11)
        .with("meets_national_standard", true)
        .with("is_integration_pilot", random.nextDouble() < 0.1 + 0.1 * (year - FIRST_YEAR));
  }
}
