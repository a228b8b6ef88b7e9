package citybrain.simulation.city;

import java.util.random.RandomGenerator;

/** How often things happen. */
public final class Occurrences {
  private Occurrences() {}

  /**
   * How many happen in one month: the mean, rounded up or down at random, so that rare things
   * happen in some months and the mean is kept.
   *
   * @param atScaleOne mean of a month in a city of scale 1
   */
  public static long drawn(City city, double atScaleOne, RandomGenerator random) {
    return (long) Math.floor(atScaleOne * city.scale() + random.nextDouble());
  }
}
