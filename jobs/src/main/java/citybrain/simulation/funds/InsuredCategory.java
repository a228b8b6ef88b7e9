package citybrain.simulation.funds;

import citybrain.simulation.city.Person;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a person is insured. Figures are assumed.
 *
 * @see Enrolment
 */
enum InsuredCategory {
  EMPLOYEE("employee", 2_950_000, 0.028, 6_400, 0.095),
  RETIRED("retired", 1_120_000, 0.03, 0, 0),
  FLEXIBLE("flexible", 310_000, 0.03, 3_600, 0.095),
  RESIDENT_ADULT("resident_adult", 2_960_000, -0.004, 0, 0),
  RESIDENT_MINOR("resident_minor", 1_180_000, 0.012, 0, 0),
  STUDENT("student", 340_000, 0.02, 0, 0);

  private static final int ADULT = 18;
  private static final int GRADUATED = 23;
  private static final int PENSION = 60;

  private final String code;
  private final double persons;
  private final double growth;
  private final double monthlyBase;
  private final double rate;

  InsuredCategory(String code, double persons, double growth, double monthlyBase, double rate) {
    this.code = code;
    this.persons = persons;
    this.growth = growth;
    this.monthlyBase = monthlyBase;
    this.rate = rate;
  }

  String code() {
    return code;
  }

  /** In the city in January 2018. */
  double persons() {
    return persons;
  }

  /** A year. */
  double growth() {
    return growth;
  }

  /** Contributions are a rate of it, yuan a month; 0 where they are a yearly sum or none. */
  double monthlyBase() {
    return monthlyBase;
  }

  double rate() {
    return rate;
  }

  /** Whether the budget subsidises it. */
  boolean isSubsidised() {
    return switch (this) {
      case RESIDENT_ADULT, RESIDENT_MINOR, STUDENT -> true;
      case EMPLOYEE, RETIRED, FLEXIBLE -> false;
    };
  }

  /** Of a person on a day; every fourth adult is insured as a resident. */
  static InsuredCategory of(Person person, LocalDate day) {
    long age = ChronoUnit.YEARS.between(person.bornOn(), day);
    boolean isResident = person.index() % 4 == 0;
    if (age < ADULT) {
      return RESIDENT_MINOR;
    }
    if (age < GRADUATED) {
      return STUDENT;
    }
    if (isResident) {
      return RESIDENT_ADULT;
    }
    if (age >= PENSION) {
      return RETIRED;
    }
    return person.index() % 11 == 0 ? FLEXIBLE : EMPLOYEE;
  }
}
