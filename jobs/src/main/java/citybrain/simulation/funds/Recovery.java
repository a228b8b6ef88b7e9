package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.OfficeDays;
import citybrain.simulation.funds.ReliefCase.Payment;
import citybrain.simulation.funds.ReliefCases.Numbered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * How the advance of a case is recovered: a notice, then repayment, a suit or in the end a
 * write-off.
 */
record Recovery(Numbered known, BigDecimal advanced, Obligor obligor, List<Step> steps) {
  private static final double PAYS_ON_NOTICE = 0.45;
  private static final double SUED = 0.3;
  private static final double PAYS_WHEN_SUED = 0.6;
  private static final double WRITE_OFF_REFUSED = 0.15;

  /** Who has to pay. */
  enum Obligor {
    PERSON("person"),
    INSURER("insurer"),
    ORGANISATION("organisation");

    private final String code;

    Obligor(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * @param action code of the step
   * @param amount claimed, repaid, offset or written off by it
   * @param outstanding after it
   */
  record Step(LocalDate actedOn, String action, BigDecimal amount, BigDecimal outstanding) {
    boolean isRepayment() {
      return action.equals("repayment");
    }
  }

  /** The recovery of a case that was paid. */
  static Recovery of(City city, Numbered known) {
    CRC32 hash = new CRC32();
    known.relief().accidentId().chars().forEach(hash::update);
    SplittableRandom random = city.random("recovery/" + known.relief().expense(), hash.getValue());
    BigDecimal advanced =
        known.relief().payments().stream()
            .map(Payment::amount)
            .reduce(Yuan.NOTHING, BigDecimal::add);
    LocalDate paidOn = known.relief().payments().get(0).paidOn();
    double draw = random.nextDouble();
    Obligor obligor =
        draw < 0.8 ? Obligor.PERSON : draw < 0.9 ? Obligor.INSURER : Obligor.ORGANISATION;
    return new Recovery(
        known, advanced, obligor, steps(city.officeDays(), random, advanced, paidOn));
  }

  private static List<Step> steps(
      OfficeDays officeDays, SplittableRandom random, BigDecimal advanced, LocalDate paidOn) {
    List<Step> steps = new ArrayList<>();
    LocalDate day = officeDays.after(paidOn, 10 + random.nextInt(20));
    steps.add(new Step(day, "notice", advanced, advanced));
    double fate = random.nextDouble();
    boolean isPaid = fate < PAYS_ON_NOTICE;
    if (fate >= PAYS_ON_NOTICE && fate < PAYS_ON_NOTICE + SUED) {
      day = officeDays.after(day, 30 + random.nextInt(20));
      steps.add(new Step(day, "lawsuit", advanced, advanced));
      isPaid = random.nextDouble() < PAYS_WHEN_SUED;
    }
    if (isPaid) {
      day = officeDays.after(day, 10 + random.nextInt(40));
      boolean isWhole = random.nextDouble() < 0.8;
      BigDecimal repaid = isWhole ? advanced : Yuan.share(advanced, 0.6);
      BigDecimal left = advanced.subtract(repaid);
      steps.add(new Step(day, "repayment", repaid, left));
      steps.add(new Step(officeDays.after(day, 3 + random.nextInt(10)), "offset", repaid, left));
    } else if (fate >= PAYS_ON_NOTICE + SUED) {
      day = officeDays.after(day, 60 + random.nextInt(20));
      steps.add(new Step(day, "write_off_request", advanced, advanced));
      day = officeDays.after(day, 15 + random.nextInt(15));
      steps.add(
          random.nextDouble() < WRITE_OFF_REFUSED
              ? new Step(day, "write_off_refusal", Yuan.NOTHING, advanced)
              : new Step(day, "write_off", advanced, Yuan.NOTHING));
    }
    return steps;
  }
}
