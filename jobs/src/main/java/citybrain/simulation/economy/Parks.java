package citybrain.simulation.economy;

import citybrain.simulation.city.District;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The investment park's areas: one each in four of the districts. */
final class Parks {
  private Parks() {}

  /** The park of the district, with a probability; null outside. */
  static @Nullable String drawn(District district, RandomGenerator random, double probability) {
    boolean isInside = random.nextDouble() < probability;
    return isInside
        ? switch (district) {
          case HUANGDAO -> "west_coast";
          case JIMO -> "jimo";
          case PINGDU -> "pingdu";
          case LAIXI -> "laixi";
          default -> null;
        }
        : null;
  }
}
