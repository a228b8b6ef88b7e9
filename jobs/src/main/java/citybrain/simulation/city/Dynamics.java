package citybrain.simulation.city;

import citybrain.calendar.Festival;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/**
 * How monthly figures of the city move; each factor is 1 where nothing moves. All sizes are
 * assumed. A figure is a base times the factors it needs.
 */
public final class Dynamics {
  private static final YearMonth BASE = YearMonth.of(2018, 1);
  private static final int MONTHS_A_YEAR = 12;

  /** Shops and works are shut from two days before the Spring Festival to nine days after it. */
  private static final int SHUT_BEFORE = 2;

  private static final int SHUT_AFTER = 9;

  private Dynamics() {}

  /** Growth since January 2018 at {@code yearlyRate}, for example 0.06; below 1 before it. */
  public static double growth(YearMonth month, double yearlyRate) {
    return Math.pow(
        1 + yearlyRate, (double) ChronoUnit.MONTHS.between(BASE, month) / MONTHS_A_YEAR);
  }

  /**
   * The year's wave.
   *
   * @param amplitude for example 0.1 for a tenth above the mean in the peak month
   * @param peakMonth 1 to 12
   */
  public static double season(YearMonth month, double amplitude, int peakMonth) {
    double angle = 2 * Math.PI * (month.getMonthValue() - peakMonth) / MONTHS_A_YEAR;
    return 1 + amplitude * Math.cos(angle);
  }

  /**
   * The Spring Festival, which moves between January and February.
   *
   * @param depth share of activity lost on the days around it; negative where they bring more, as
   *     for travel
   */
  public static double springFestival(YearMonth month, double depth) {
    LocalDate festival = Festival.SPRING_FESTIVAL.in(month.getYear());
    long shut =
        festival
            .minusDays(SHUT_BEFORE)
            .datesUntil(festival.plusDays(SHUT_AFTER))
            .filter(day -> YearMonth.from(day).equals(month))
            .count();
    return 1 - depth * shut / month.lengthOfMonth();
  }

  /**
   * The epidemic of 2020: deep in February, half over in March, almost in April, gone from July.
   *
   * @param depth share lost in February 2020; negative where it rose
   */
  public static double shock2020(YearMonth month, double depth) {
    if (month.getYear() != 2020) {
      return 1;
    }
    double share =
        switch (month.getMonthValue()) {
          case 2 -> 1;
          case 3 -> 0.5;
          case 4 -> 0.25;
          case 5 -> 0.12;
          case 6 -> 0.05;
          default -> 0;
        };
    return 1 - depth * share;
  }

  /** A factor around 1 with the given relative spread; never below a tenth. */
  public static double noise(RandomGenerator random, double spread) {
    return Math.max(0.1, 1 + spread * random.nextGaussian());
  }
}
