package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A district's points for the items of its educational duty in a year: what it gave itself and what
 * was found on the spot. The last item takes points off.
 *
 * @param own by item
 * @param verified by item
 */
record DutyScores(List<BigDecimal> own, List<BigDecimal> verified) {
  /** Most points of the items that give points; the split is assumed, it sums to 100. */
  static final List<Integer> FULL =
      List.of(6, 5, 5, 3, 6, 6, 6, 4, 4, 6, 6, 6, 4, 5, 6, 6, 5, 6, 5);

  private static final int FIRST_YEAR = 2018;
  private static final double BOASTS = 0.2;

  static DutyScores of(City city, District district, int year) {
    RandomGenerator random = city.random("district_education_duty/" + district.code(), year);
    double level = 0.86 + 0.06 * random.nextDouble() + 0.01 * (year - FIRST_YEAR);
    double taken = random.nextDouble() < BOASTS ? 0.4 : 0.06;
    List<BigDecimal> own = new ArrayList<>();
    List<BigDecimal> verified = new ArrayList<>();
    for (int full : FULL) {
      double given = full * Math.min(1, level + 0.1 * random.nextDouble());
      own.add(points(given));
      verified.add(points(Math.max(0, given - taken * random.nextDouble())));
    }
    double deduction = random.nextDouble() < 0.3 ? -1 : 0;
    own.add(points(0));
    verified.add(points(deduction));
    return new DutyScores(List.copyOf(own), List.copyOf(verified));
  }

  private static BigDecimal points(double points) {
    return BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_UP);
  }

  BigDecimal ownTotal() {
    return total(own);
  }

  BigDecimal verifiedTotal() {
    return total(verified);
  }

  private static BigDecimal total(List<BigDecimal> scores) {
    return scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** 1 when the own total was confirmed within one point, else the share that was. */
  BigDecimal credibility() {
    boolean isConfirmed = ownTotal().subtract(verifiedTotal()).abs().compareTo(BigDecimal.ONE) <= 0;
    return isConfirmed
        ? BigDecimal.ONE
        : verifiedTotal().divide(ownTotal(), 3, RoundingMode.HALF_UP);
  }
}
