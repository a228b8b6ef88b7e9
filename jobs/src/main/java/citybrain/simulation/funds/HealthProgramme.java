package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Dynamics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;

/**
 * A health programme that the levels pay for together: a sum a head for those it serves. Shares are
 * assumed, in percent of central, province, city and district.
 */
enum HealthProgramme {
  BASIC_PUBLIC_HEALTH("basic_public_health", 1, 55, 7, 8, 4, 43, 45),
  RESIDENT_INSURANCE_SUBSIDY("resident_insurance_subsidy", 0.48, 590, 30, 8, 4, 38, 50),
  MEDICAL_ASSISTANCE("medical_assistance", 0.012, 2_100, 90, 20, 10, 30, 40),
  FAMILY_PLANNING_SUPPORT("family_planning_support", 0.035, 960, 0, 10, 15, 30, 45),
  CHINESE_MEDICINE("chinese_medicine", 1, 4, 0, 20, 20, 30, 30),
  ESSENTIAL_DRUGS("essential_drugs", 1, 12, 0, 15, 15, 30, 40),
  BENEFIT_MEDICINE("benefit_medicine", 0.06, 300, 0, 0, 0, 50, 50);

  private static final int WHOLE = 100;
  private static final double POPULATION = 9_400_000;
  private static final double POPULATION_GROWTH = 0.01;

  private final String code;
  private final double served;
  private final int standard2018;
  private final int yearlyRise;
  private final int central;
  private final int province;
  private final int city;

  /** A level of the budget. */
  enum Level {
    CENTRAL("central"),
    PROVINCE("province"),
    CITY("city"),
    DISTRICT("district");

    private final String code;

    Level(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  HealthProgramme(
      String code,
      double served,
      int standard2018,
      int yearlyRise,
      int central,
      int province,
      int city,
      int district) {
    this.code = code;
    this.served = served;
    this.standard2018 = standard2018;
    this.yearlyRise = yearlyRise;
    this.central = central;
    this.province = province;
    this.city = city;
    if (central + province + city + district != WHOLE) {
      throw new IllegalArgumentException("The shares of " + code + " are not 100 percent");
    }
  }

  String code() {
    return code;
  }

  /** Position among the programmes, from 1. */
  int number() {
    return List.of(values()).indexOf(this) + 1;
  }

  /** Persons served in a year. */
  long recipients(City city, District district, int year) {
    double share =
        district.share()
            / 100.0
            * Dynamics.noise(city.random("health/" + code, district.number()), 0.08);
    return Math.round(
        POPULATION * served * share * Dynamics.growth(YearMonth.of(year, 7), POPULATION_GROWTH));
  }

  /** Yuan a person and year. */
  int standard(int year) {
    return standard2018 + yearlyRise * (year - 2018);
  }

  /** Needed in a year, 万元. */
  BigDecimal needed(City city, District district, int year) {
    return Yuan.inTenThousands((double) recipients(city, district, year) * standard(year));
  }

  /** What a level owes of a sum; the district owes what is left by the others. */
  BigDecimal owed(Level level, BigDecimal needed) {
    return switch (level) {
      case CENTRAL -> share(central, needed);
      case PROVINCE -> share(province, needed);
      case CITY -> share(city, needed);
      case DISTRICT ->
          needed
              .subtract(share(central, needed))
              .subtract(share(province, needed))
              .subtract(share(city, needed));
    };
  }

  private static BigDecimal share(int percent, BigDecimal needed) {
    return needed.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.HALF_UP);
  }

  /** Of what is owed, how much a level pays in a year; districts sometimes fall short. */
  double paidShare(City city, District district, Level level, int year) {
    double draw =
        city.random("health_paid/" + code + level, year * 100L + district.number()).nextDouble();
    return level == Level.DISTRICT && draw < 0.12 ? 0.8 + draw : 1;
  }
}
