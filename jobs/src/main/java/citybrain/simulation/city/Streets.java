package citybrain.simulation.city;

import java.util.random.RandomGenerator;

/** Towns and streets below the districts; names are made up and say so. */
public final class Streets {
  private static final int STREETS_A_DISTRICT = 12;

  private Streets() {}

  /** The name of one of a district's towns or streets. */
  public static String drawn(District district, RandomGenerator random) {
    return district.zh() + "模拟第" + (1 + random.nextInt(STREETS_A_DISTRICT)) + "街道";
  }
}
