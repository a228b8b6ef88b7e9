package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.OfficeDays;
import citybrain.simulation.delivery.DeliveryDesk;
import citybrain.simulation.funds.ReliefCase.Applicant;
import citybrain.simulation.funds.ReliefCase.Circumstance;
import citybrain.simulation.funds.ReliefCase.Correction;
import citybrain.simulation.funds.ReliefCase.Decision;
import citybrain.simulation.funds.ReliefCase.Expense;
import citybrain.simulation.funds.ReliefCase.Payment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Draws applications to the road-accident relief fund. All frequencies are assumed: chosen so that
 * each duty of the fund's rules is mostly kept, sometimes late and sometimes still open, and that
 * sums lie on both sides of the rescue ceiling.
 */
final class ReliefCases {
  private static final double APPLICATIONS_A_MONTH = 60;
  private static final double FUNERAL_AFTER_RESCUE = 0.12;
  private static final double ACCIDENTS_A_MONTH = APPLICATIONS_A_MONTH / (1 + FUNERAL_AFTER_RESCUE);

  /** January to December: dark and icy months have more accidents; the mean is 1. */
  private static final double[] SEASON = {
    1.25, 1.05, 0.95, 0.90, 0.90, 0.90, 0.90, 0.95, 0.95, 1.00, 1.10, 1.15
  };

  /** An application may come months after the accident, so months before the span count too. */
  private static final int MONTHS_BEFORE = 3;

  // Probabilities.
  private static final double FATAL_AT_ONCE = 0.2;
  private static final double LATE_APPLICATION = 0.04;
  private static final double RECEIVED_AT_ONCE = 0.8;
  private static final double NEVER_DECIDED = 0.02;
  private static final double SLOW_DECISION = 0.06;
  private static final double SLOW_OVER_HOLIDAY = 0.25;
  private static final double LATE_IS_REFUSED = 0.7;
  private static final double REFUSED = 0.08;
  private static final double ACCEPTED_WHOLE = 0.7;
  private static final double HELD_TO_CEILING = 0.85;
  private static final double NEVER_TOLD = 0.04;
  private static final double NEVER_PAID = 0.02;
  private static final double LATE_PAYMENT = 0.07;
  private static final double PAID_IN_TWO_PARTS = 0.03;
  private static final double CORRECTED = 0.015;

  private static final double RESCUE_MEDIAN = 38_000;
  private static final double RESCUE_SIGMA = 0.75;
  private static final double FUNERAL_MEDIAN = 33_000;
  private static final double FUNERAL_SIGMA = 0.18;

  /** What the simulated reviewers hold themselves to, mostly. */
  private static final BigDecimal USUAL_CEILING = new BigDecimal("100000.00");

  private static final int USUAL_APPLICATION_DAYS = 30;
  private static final int USUAL_DECISION_DAYS = 5;
  private static final int USUAL_PAYMENT_DAYS = 3;

  /**
   * Calendar days beyond which {@value USUAL_DECISION_DAYS} working days must hold a long holiday.
   */
  private static final int DAYS_WITHOUT_HOLIDAY = 9;

  private final RandomGenerator random;
  private final OfficeDays officeDays;

  private ReliefCases(RandomGenerator random, OfficeDays officeDays) {
    this.random = random;
    this.officeDays = officeDays;
  }

  /**
   * Cases with an application from the first to the last day of the span, by day of application,
   * each with its number of the year, for example {@code JZ2020-00001}.
   */
  static Stream<Numbered> of(City city) {
    YearNumbers numbers = new YearNumbers("JZ");
    return city.months()
        .flatMap(month -> appliedIn(city, month).stream())
        .map(relief -> new Numbered(numbers.next(relief.appliedOn()), relief));
  }

  /** A case and the number of its application. */
  record Numbered(String applicationId, ReliefCase relief) {}

  private static List<ReliefCase> appliedIn(City city, YearMonth applied) {
    List<ReliefCase> cases = new ArrayList<>();
    YearMonth first = city.from().minusMonths(MONTHS_BEFORE);
    for (long back = MONTHS_BEFORE; back >= 0; back--) {
      YearMonth month = applied.minusMonths(back);
      if (!month.isBefore(first)) {
        ofAccidentsIn(city, month).stream()
            .filter(relief -> YearMonth.from(relief.appliedOn()).equals(applied))
            .forEach(cases::add);
      }
    }
    cases.sort(Comparator.comparing(ReliefCase::appliedOn));
    return cases;
  }

  /** Cases of the accidents of a month, whenever they are applied for; those of one together. */
  static List<ReliefCase> ofAccidentsIn(City city, YearMonth month) {
    RandomGenerator random = city.random("relief", month.getYear() * 12L + month.getMonthValue());
    return new ReliefCases(random, city.officeDays()).inMonth(month, city.scale());
  }

  private List<ReliefCase> inMonth(YearMonth month, double scale) {
    double mean = ACCIDENTS_A_MONTH * scale * SEASON[month.getMonthValue() - 1];
    List<ReliefCase> cases = new ArrayList<>();
    int number = 1;
    for (double waited = random.nextExponential();
        waited < mean;
        waited += random.nextExponential()) {
      LocalDate accidentOn = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
      String accidentId =
          String.format(
              Locale.ROOT, "SG%04d%02d-%04d", month.getYear(), month.getMonthValue(), number);
      number++;
      District district = District.drawn(random);
      Circumstance circumstance = circumstance();
      boolean isDeadAtOnce = happens(FATAL_AT_ONCE);
      if (!isDeadAtOnce) {
        cases.add(application(accidentId, accidentOn, district, circumstance, Expense.RESCUE));
      }
      if (isDeadAtOnce || happens(FUNERAL_AFTER_RESCUE / (1 - FATAL_AT_ONCE))) {
        cases.add(application(accidentId, accidentOn, district, circumstance, Expense.FUNERAL));
      }
    }
    return cases;
  }

  private ReliefCase application(
      String accidentId,
      LocalDate accidentOn,
      District district,
      Circumstance circumstance,
      Expense expense) {
    boolean isLate = happens(LATE_APPLICATION);
    LocalDate appliedOn =
        officeDays.after(
            accidentOn,
            isLate
                ? USUAL_APPLICATION_DAYS + 1 + random.nextInt(12)
                : Math.min(USUAL_APPLICATION_DAYS, 1 + (int) (7 * random.nextExponential())));
    BigDecimal requested =
        expense == Expense.RESCUE
            ? amount(RESCUE_MEDIAN, RESCUE_SIGMA)
            : amount(FUNERAL_MEDIAN, FUNERAL_SIGMA);
    LocalDate receivedOn =
        officeDays.after(appliedOn, happens(RECEIVED_AT_ONCE) ? 0 : 1 + random.nextInt(2));
    Decision decision =
        happens(NEVER_DECIDED) ? null : decision(receivedOn, expense, requested, isLate);
    return new ReliefCase(
        accidentId,
        accidentOn,
        appliedOn,
        applicant(expense),
        expense,
        circumstance,
        district,
        requested,
        happens(CORRECTED) ? correction(appliedOn, requested) : null,
        receivedOn,
        decision,
        decision == null ? List.of() : payments(decision, district, expense));
  }

  private Decision decision(
      LocalDate receivedOn, Expense expense, BigDecimal requested, boolean isLateApplication) {
    LocalDate usualEnd = officeDays.after(receivedOn, USUAL_DECISION_DAYS);
    boolean spansHoliday = usualEnd.isAfter(receivedOn.plusDays(DAYS_WITHOUT_HOLIDAY));
    boolean isSlow = happens(spansHoliday ? SLOW_OVER_HOLIDAY : SLOW_DECISION);
    int workdays =
        isSlow
            ? USUAL_DECISION_DAYS + 1 + random.nextInt(9)
            : 1 + random.nextInt(USUAL_DECISION_DAYS);
    LocalDate decidedOn = officeDays.after(receivedOn, workdays);
    LocalDate notifiedOn =
        happens(NEVER_TOLD) ? null : officeDays.after(decidedOn, random.nextInt(4));
    if (isLateApplication && happens(LATE_IS_REFUSED)) {
      return new Decision(decidedOn, "超过申请时限", null, null, notifiedOn);
    }
    if (happens(REFUSED)) {
      return new Decision(decidedOn, refusalReason(), null, null, notifiedOn);
    }
    BigDecimal approved = approvedAmount(expense, requested);
    Correction correction = happens(CORRECTED) ? correction(decidedOn, approved) : null;
    return new Decision(decidedOn, null, approved, correction, notifiedOn);
  }

  private BigDecimal approvedAmount(Expense expense, BigDecimal requested) {
    BigDecimal accepted =
        happens(ACCEPTED_WHOLE) ? requested : times(requested, 0.85 + 0.14 * random.nextDouble());
    boolean isHeldToCeiling = expense == Expense.RESCUE && happens(HELD_TO_CEILING);
    return isHeldToCeiling ? accepted.min(USUAL_CEILING) : accepted;
  }

  private List<Payment> payments(Decision decision, District district, Expense expense) {
    BigDecimal approved = decision.approvedAmount();
    if (approved == null || happens(NEVER_PAID)) {
      return List.of();
    }
    String payee = payee(district, expense);
    LocalDate paidOn = paidOn(decision.decidedOn());
    if (happens(PAID_IN_TWO_PARTS)) {
      BigDecimal first = times(approved, 0.5);
      return List.of(
          new Payment(paidOn, first, payee),
          new Payment(
              officeDays.after(paidOn, 1 + random.nextInt(2)), approved.subtract(first), payee));
    }
    return List.of(new Payment(paidOn, approved, payee));
  }

  private LocalDate paidOn(LocalDate decidedOn) {
    boolean isLate = happens(LATE_PAYMENT);
    return officeDays.after(
        decidedOn,
        isLate
            ? USUAL_PAYMENT_DAYS + 1 + random.nextInt(7)
            : 1 + random.nextInt(USUAL_PAYMENT_DAYS));
  }

  /** A slip of the pen, found some weeks later. */
  private Correction correction(LocalDate reportedOn, BigDecimal wrong) {
    return new Correction(
        officeDays.after(reportedOn, 8 + random.nextInt(15)),
        times(wrong, 0.8 + 0.15 * random.nextDouble()));
  }

  private Applicant applicant(Expense expense) {
    double draw = random.nextDouble();
    if (expense == Expense.FUNERAL) {
      return draw < 0.6 ? Applicant.KIN : Applicant.FUNERAL_INSTITUTION;
    }
    if (draw < 0.7) {
      return Applicant.MEDICAL_INSTITUTION;
    }
    return draw < 0.9 ? Applicant.KIN : Applicant.VICTIM;
  }

  private Circumstance circumstance() {
    double draw = random.nextDouble();
    if (draw < 0.35) {
      return Circumstance.OVER_LIMIT;
    }
    return draw < 0.6 ? Circumstance.UNINSURED : Circumstance.HIT_AND_RUN;
  }

  private String refusalReason() {
    List<String> reasons = List.of("不属于救助基金垫付情形", "申请材料不齐全", "保险公司已垫付", "事故责任认定存在争议");
    return reasons.get(random.nextInt(reasons.size()));
  }

  private String payee(District district, Expense expense) {
    List<String> numbers = List.of("一", "二", "三");
    String kind = expense == Expense.RESCUE ? "医院" : "殡仪馆";
    return district.zh()
        + DeliveryDesk.SIMULATED
        + "第"
        + numbers.get(random.nextInt(numbers.size()))
        + kind;
  }

  private BigDecimal amount(double median, double sigma) {
    return yuan(median * Math.exp(sigma * random.nextGaussian()));
  }

  private static BigDecimal times(BigDecimal amount, double factor) {
    return yuan(amount.doubleValue() * factor);
  }

  private static BigDecimal yuan(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }

  private boolean happens(double probability) {
    return random.nextDouble() < probability;
  }
}
