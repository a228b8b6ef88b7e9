package citybrain.simulation.education;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.Shares;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The yearly list of students; what each will do is drawn once for all years. */
final class Students implements ExtractGenerator {
  private static final double BACHELOR_LINE = 480;
  private static final Shares ORIGINS =
      Shares.of("local", 70).and("jiaodong", 10).and("province", 12).and("other", 8);
  private static final Shares FROM_SECONDARY =
      Shares.of("employed", 45)
          .and("local_college", 28)
          .and("other_college", 17)
          .and("army", 4)
          .and("startup", 2)
          .and("none", 4);
  private static final Shares FROM_COLLEGE =
      Shares.of("employed", 74)
          .and("university", 14)
          .and("army", 3)
          .and("startup", 4)
          .and("abroad", 1)
          .and("none", 4);
  private static final Shares CERTIFICATES =
      Shares.of("primary", 5).and("intermediate", 4).and("advanced", 1);

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "students";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(
                        () ->
                            Enrolment.all(city)
                                .filter(enrolment -> enrolment.isListed(year))
                                .map(enrolment -> record(city, enrolment, year))));
  }

  private static ExtractRecord record(City city, Enrolment enrolment, int year) {
    long index = enrolment.person().index();
    RandomGenerator random = city.random("students", index);
    int day = 1 + random.nextInt(3);
    boolean isSuspended = random.nextDouble() < 0.02 && year == enrolment.entered() + 1;
    String goingOn = isSuspended ? "suspended" : "enrolled";
    ExtractRecord record =
        new ExtractRecord()
            .with("student_id", String.format(Locale.ROOT, "X%d%07d", enrolment.entered(), index))
            .with("period", Period.year(year))
            .with("student_name", enrolment.person().name())
            .with("resident_id", enrolment.person().residentId())
            .with("school_code", enrolment.school().code())
            .with("major_code", enrolment.majorCode())
            .with("entered_on", LocalDate.of(enrolment.entered(), 9, day))
            .with("grade", enrolment.grade(year))
            .with("origin", ORIGINS.drawn(random))
            .with("status", year == enrolment.leftIn() ? enrolment.leaves() : goingOn)
            .with("is_apprentice", random.nextDouble() < 0.06 + 0.03 * (year - 2018))
            .with("is_five_year", enrolment.years() == 5);
    double certified = random.nextDouble();
    String certificate = CERTIFICATES.drawn(random);
    boolean isCertified = enrolment.grade(year) > 1 && certified < 0.12 * (year - 2018);
    record.with("certificate_level", isCertified ? certificate : null);
    if (enrolment.isGraduated(year)) {
      withEnd(record, enrolment, year, random);
    }
    return record;
  }

  /** The spring examination, which secondary students sit, and what comes next. */
  private static void withEnd(
      ExtractRecord record, Enrolment enrolment, int year, RandomGenerator random) {
    boolean isCollege = enrolment.school().isCollege();
    boolean hasSat = !isCollege && random.nextDouble() < 0.45;
    double score = Math.min(740, Math.max(120, 400 + 80 * random.nextGaussian()));
    boolean hasPassed = hasSat && score >= BACHELOR_LINE;
    String next = (isCollege ? FROM_COLLEGE : FROM_SECONDARY).drawn(random);
    record
        .with("sat_spring_exam", hasSat)
        .with("passed_bachelor_line", hasPassed)
        .with("graduated_on", LocalDate.of(year, 6, 30))
        .with("destination", hasPassed ? "university" : next);
    if (hasSat) {
      record.with("spring_exam_score", score, 0);
    }
  }
}
