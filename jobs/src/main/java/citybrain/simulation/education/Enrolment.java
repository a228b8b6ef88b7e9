package citybrain.simulation.education;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import citybrain.simulation.city.School;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A student's way through one vocational school, entered at the age of 15 or 16, a regular college
 * at 18 or 19. The simulation lists a sample of the students that the schools count: {@value
 * STUDENTS} at scale 1, some 600 of them in a year.
 *
 * @param entered year of the September of enrolment
 * @param years length of the programme
 * @param leftIn year of leaving
 * @param leaves graduated, transferred or withdrawn
 */
record Enrolment(
    Person person,
    School school,
    String majorCode,
    int entered,
    int years,
    int leftIn,
    String leaves) {
  private static final int STUDENTS = 1_050;
  private static final int AGE_AT_SECONDARY = 16;
  private static final int AGE_AT_COLLEGE = 19;
  private static final int FIVE_YEARS = 5;
  private static final int THREE_YEARS = 3;

  static Stream<Enrolment> all(City city) {
    return LongStream.range(0, count(city)).mapToObj(index -> of(city, index));
  }

  static long count(City city) {
    return city.scaled(STUDENTS);
  }

  static Enrolment of(City city, long index) {
    Person person = city.person(Population.STUDENT, index);
    RandomGenerator random = city.random("enrolment", index);
    School school = city.school(random.nextLong(city.schoolCount()));
    boolean isFiveYears = school.isCollege() && random.nextDouble() < 0.5;
    boolean isRegularCollege = school.isCollege() && !isFiveYears;
    int bornBefore = person.bornOn().getMonth().compareTo(Month.SEPTEMBER) < 0 ? 1 : 0;
    int entered =
        person.bornOn().getYear()
            - bornBefore
            + (isRegularCollege ? AGE_AT_COLLEGE : AGE_AT_SECONDARY);
    int years = isFiveYears ? FIVE_YEARS : THREE_YEARS;
    double fate = random.nextDouble();
    boolean isEarly = fate < 0.05;
    String leaves = fate < 0.02 ? "transferred" : isEarly ? "withdrawn" : "graduated";
    int leftIn = entered + (isEarly ? 1 + random.nextInt(2) : years);
    return new Enrolment(
        person, school, major(city, school, entered, random), entered, years, leftIn, leaves);
  }

  private static String major(City city, School school, int entered, RandomGenerator random) {
    List<Major> open =
        Major.of(city, school).stream().filter(major -> major.takesStudents(entered)).toList();
    List<Major> offered = open.isEmpty() ? Major.of(city, school) : open;
    return offered.get(random.nextInt(offered.size())).code();
  }

  /** Whether the report of {@code year} has the student: enrolled at its end, or left in it. */
  boolean isListed(int year) {
    return year >= entered && year <= leftIn;
  }

  boolean isEnrolled(LocalDate day) {
    return !day.isBefore(LocalDate.of(entered, 9, 1)) && day.isBefore(LocalDate.of(leftIn, 6, 30));
  }

  /** Year of study, the last one when leaving. */
  int grade(int year) {
    return Math.min(years, year - entered + 1);
  }

  boolean isGraduated(int year) {
    return year == leftIn && leaves.equals("graduated");
  }
}
