package citybrain.simulation.city;

import java.util.SplittableRandom;

/**
 * Independent random streams by purpose and number, so that drawing more for one thing never shifts
 * another.
 *
 * @param seed the run's seed
 */
public record RandomStreams(long seed) {

  /**
   * The stream of a purpose, for example {@code relief}, and a number in it, for example a month.
   */
  public SplittableRandom of(String purpose, long number) {
    long mixed = seed;
    for (int i = 0; i < purpose.length(); i++) {
      mixed = mix(mixed ^ purpose.charAt(i));
    }
    return new SplittableRandom(mix(mixed ^ number));
  }

  /** The finaliser of SplitMix64, so that neighbouring numbers give streams that do not overlap. */
  private static long mix(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
