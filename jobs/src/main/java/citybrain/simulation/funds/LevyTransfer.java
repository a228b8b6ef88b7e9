package citybrain.simulation.funds;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.OfficeDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What an insurer owes the fund for a quarter and what it does about it: most pay in time, some
 * late, a few only when they are dunned.
 *
 * @param transferred before any dunning
 */
record LevyTransfer(
    Insurer insurer,
    Period quarter,
    BigDecimal premium,
    BigDecimal due,
    BigDecimal transferred,
    @Nullable LocalDate transferredOn,
    @Nullable LocalDate dunnedOn,
    BigDecimal paidAfterDunning,
    @Nullable LocalDate paidAfterDunningOn) {
  static final BigDecimal RATE_PERCENT = new BigDecimal("1.0");

  private static final double PREMIUM_A_QUARTER = 560_000_000;
  private static final double PREMIUM_GROWTH = 0.05;
  private static final int USUAL_DAYS = 10;
  private static final double LATE = 0.08;
  private static final double UNPAID = 0.05;
  private static final double HALF_PAID = 0.02;

  static LevyTransfer of(City city, Insurer insurer, Period quarter) {
    SplittableRandom random =
        city.random(
            "levy",
            quarter.first().getYear() * 12L
                + quarter.last().getMonthValue()
                + insurer.index() * 100_000L);
    double scaled = PREMIUM_A_QUARTER * city.scale() * insurer.share();
    double growth = Dynamics.growth(quarter.last(), PREMIUM_GROWTH);
    BigDecimal premium = Yuan.of(scaled * growth * Dynamics.noise(random, 0.04));
    BigDecimal due = Yuan.share(premium, RATE_PERCENT.doubleValue() / 100);
    OfficeDays officeDays = city.officeDays();
    double fate = random.nextDouble();
    int usual = 2 + random.nextInt(USUAL_DAYS - 2);
    int late = USUAL_DAYS + 1 + random.nextInt(20);
    if (fate < UNPAID + HALF_PAID) {
      LocalDate dunnedOn = officeDays.after(quarter.end(), USUAL_DAYS + 5 + random.nextInt(5));
      boolean isHalf = fate >= UNPAID;
      BigDecimal paid = isHalf ? Yuan.share(due, 0.5) : Yuan.NOTHING;
      return new LevyTransfer(
          insurer,
          quarter,
          premium,
          due,
          paid,
          isHalf ? officeDays.after(quarter.end(), usual) : null,
          dunnedOn,
          due.subtract(paid),
          officeDays.after(dunnedOn, 3 + random.nextInt(15)));
    }
    int days = fate < UNPAID + HALF_PAID + LATE ? late : usual;
    return new LevyTransfer(
        insurer,
        quarter,
        premium,
        due,
        due,
        officeDays.after(quarter.end(), days),
        null,
        Yuan.NOTHING,
        null);
  }
}
