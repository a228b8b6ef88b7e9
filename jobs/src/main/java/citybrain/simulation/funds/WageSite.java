package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.ConstructionProject;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A construction site in a month: who works there and what they are owed and paid. */
record WageSite(City city, ConstructionProject project, YearMonth month) {
  private static final long WORKERS_A_PROJECT = 500;
  private static final double DAY_RATE_2018 = 210;
  private static final double WAGE_GROWTH = 0.06;
  private static final double FESTIVAL = 0.95;
  private static final double SHOCK = 0.85;
  private static final int PAY_DAY = 5;
  private static final int ONE_IN_ARREARS = 8;
  private static final double ARREARS_A_MONTH = 0.35;

  /**
   * One worker's month.
   *
   * @param paidOn null when nothing was paid
   */
  record Wage(
      Person worker,
      boolean isRegistered,
      boolean hasContract,
      int days,
      BigDecimal due,
      BigDecimal paid,
      @Nullable LocalDate paidOn,
      boolean isOwnCard) {}

  /** The sites at work in a month. */
  static Stream<WageSite> atWork(City city, YearMonth month) {
    return city.projects()
        .map(project -> new WageSite(city, project, month))
        .filter(WageSite::isAtWork);
  }

  boolean isAtWork() {
    return !project.startsOn().isAfter(month.atEndOfMonth())
        && !project.endsOn().isBefore(month.atDay(1));
  }

  /** Whether the site pays less than it owes in the month; one in eight sites ever does. */
  boolean isInArrears() {
    return project.index() % ONE_IN_ARREARS == 3
        && random("wage_arrears").nextDouble() < ARREARS_A_MONTH;
  }

  SplittableRandom random(String purpose) {
    return city.random(
        purpose, project.index() * 10_000 + month.getYear() * 12L + month.getMonthValue());
  }

  /** Payrolls of the month, by worker. */
  List<Wage> wages() {
    double busy =
        Dynamics.springFestival(month, FESTIVAL)
            * Dynamics.shock2020(month, SHOCK)
            * Dynamics.season(month, 0.12, 9)
            * Dynamics.noise(random("wage_site"), 0.06);
    long workers = Math.max(1, Math.min(WORKERS_A_PROJECT, Math.round(project.workers() * busy)));
    return LongStream.range(0, workers).mapToObj(this::wage).toList();
  }

  private Wage wage(long index) {
    long number = project.index() * WORKERS_A_PROJECT + index;
    SplittableRandom ofWorker = city.random("wage_worker", number);
    boolean isRegistered = ofWorker.nextDouble() < 0.96;
    boolean hasContract = ofWorker.nextDouble() < 0.94;
    boolean isOwnCard = ofWorker.nextDouble() < 0.985;
    double dayRate =
        DAY_RATE_2018 * Dynamics.growth(month, WAGE_GROWTH) * Dynamics.noise(ofWorker, 0.18);
    SplittableRandom ofMonth =
        city.random("wage", number * 10_000 + month.getYear() * 12L + month.getMonthValue());
    int most = (int) Math.round(27 * Dynamics.springFestival(month, 0.9));
    int days = Math.max(1, most - ofMonth.nextInt(8));
    BigDecimal due = Yuan.of(days * dayRate);
    boolean isShort = isInArrears() && ofMonth.nextDouble() < 0.6;
    BigDecimal paid = isShort ? Yuan.share(due, ofMonth.nextDouble() < 0.5 ? 0 : 0.5) : due;
    LocalDate payDay = city.officeDays().onOrAfter(month.plusMonths(1).atDay(PAY_DAY));
    return new Wage(
        city.person(Population.WORKER, number),
        isRegistered,
        hasContract,
        days,
        due,
        paid,
        paid.signum() == 0 ? null : payDay,
        isOwnCard);
  }
}
