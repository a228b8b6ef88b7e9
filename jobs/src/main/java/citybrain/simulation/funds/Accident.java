package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.OfficeDays;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import citybrain.simulation.funds.ReliefCase.Circumstance;
import citybrain.simulation.funds.ReliefCase.Expense;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A road accident with casualties: those that lead to an application to the relief fund, and others
 * that an insurer settles.
 *
 * @param insurer null unless the vehicle was insured and is known
 * @param liable null while a driver who fled is not found, for ever when the case stays unsolved
 */
record Accident(
    String id,
    LocalDateTime occurredAt,
    District district,
    boolean isDeadly,
    boolean isHitAndRun,
    @Nullable Insurer insurer,
    boolean isUninsured,
    Person victim,
    Person liable,
    @Nullable LocalDate solvedOn,
    @Nullable LocalDate notifiedOn) {
  private static final double SETTLED_BY_INSURERS = 40;
  private static final long FIRST_SETTLED = 50_000;
  private static final long PERSONS_A_MONTH = 200_000;
  private static final long FIRST_LIABLE = 100_000;
  private static final YearMonth FIRST_MONTH = YearMonth.of(2015, 1);
  private static final double SOLVED = 0.75;
  private static final int LONGEST_SEARCH = 60;
  private static final double NEVER_TOLD = 0.06;

  /** The accidents of a month, by day. */
  static List<Accident> in(City city, YearMonth month) {
    Map<String, List<ReliefCase>> cases = new LinkedHashMap<>();
    for (ReliefCase relief : ReliefCases.ofAccidentsIn(city, month)) {
      cases.computeIfAbsent(relief.accidentId(), unused -> new ArrayList<>()).add(relief);
    }
    List<Accident> accidents = new ArrayList<>();
    for (List<ReliefCase> ofOne : cases.values()) {
      ReliefCase first = ofOne.get(0);
      accidents.add(
          of(
              city,
              month,
              number(first.accidentId()),
              first.accidentOn(),
              first.district(),
              ofOne.stream().anyMatch(one -> one.expense() == Expense.FUNERAL),
              first.circumstance()));
    }
    long settled = city.scaled(SETTLED_BY_INSURERS);
    for (long i = 0; i < settled; i++) {
      SplittableRandom random = city.random("accident/settled", index(month, i));
      accidents.add(
          of(
              city,
              month,
              FIRST_SETTLED + i,
              month.atDay(1 + random.nextInt(month.lengthOfMonth())),
              District.drawn(random),
              random.nextDouble() < 0.05,
              null));
    }
    return accidents;
  }

  private static Accident of(
      City city,
      YearMonth month,
      long number,
      LocalDate day,
      District district,
      boolean isDeadly,
      @Nullable Circumstance circumstance) {
    SplittableRandom random = city.random("accident", index(month, number));
    boolean isHitAndRun = circumstance == Circumstance.HIT_AND_RUN;
    boolean isUninsured = circumstance == Circumstance.UNINSURED;
    List<Insurer> insurers = Insurer.all();
    Insurer insurer = insurers.get(random.nextInt(insurers.size()));
    LocalDateTime occurredAt = day.atTime(5 + random.nextInt(18), random.nextInt(60));
    boolean isSolved = isHitAndRun && random.nextDouble() < SOLVED;
    OfficeDays officeDays = city.officeDays();
    LocalDate solvedOn =
        isSolved ? officeDays.onOrAfter(day.plusDays(1 + random.nextInt(LONGEST_SEARCH))) : null;
    boolean isTold = random.nextDouble() >= NEVER_TOLD;
    int workdays = 1 + random.nextInt(4);
    return new Accident(
        String.format(
            Locale.ROOT, "SG%04d%02d-%04d", month.getYear(), month.getMonthValue(), number),
        occurredAt,
        district,
        isDeadly,
        isHitAndRun,
        isHitAndRun || isUninsured ? null : insurer,
        isUninsured,
        victim(city, month, number),
        city.person(Population.VICTIM, index(month, number) + FIRST_LIABLE),
        solvedOn,
        solvedOn != null && isTold ? officeDays.after(solvedOn, workdays) : null);
  }

  /** Who was hurt in the accident of a case. */
  static Person victimOf(City city, ReliefCase relief) {
    return victim(city, YearMonth.from(relief.accidentOn()), number(relief.accidentId()));
  }

  /** Who has to pay in the end, if found. */
  static Person liableOf(City city, ReliefCase relief) {
    YearMonth month = YearMonth.from(relief.accidentOn());
    return city.person(Population.VICTIM, index(month, number(relief.accidentId())) + FIRST_LIABLE);
  }

  private static Person victim(City city, YearMonth month, long number) {
    return city.person(Population.VICTIM, index(month, number));
  }

  /** The number at the end of an accident's id. */
  static long number(String accidentId) {
    return Long.parseLong(accidentId.substring(accidentId.indexOf('-') + 1));
  }

  private static long index(YearMonth month, long number) {
    long months = (month.getYear() - FIRST_MONTH.getYear()) * 12L + month.getMonthValue() - 1;
    return months * PERSONS_A_MONTH + number;
  }
}
