package citybrain.intake.anomaly;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Middle and spread of numbers that a few wrong ones do not move. */
final class Robust {
  /** Makes the median absolute deviation of normal numbers their standard deviation. */
  private static final double NORMAL = 1.4826;

  private Robust() {}

  static double median(double... numbers) {
    return new Median().evaluate(numbers);
  }

  /** The scaled median absolute deviation from {@code centre}. */
  static double spread(double[] numbers, double centre) {
    return NORMAL * median(Arrays.stream(numbers).map(n -> Math.abs(n - centre)).toArray());
  }

  /** Up to {@code count} of the numbers nearest to {@code at} by index, without that one itself. */
  static double[] nearest(double[] numbers, int at, int count) {
    int wanted = Math.min(count, numbers.length - 1);
    int from = Math.max(0, Math.min(at - wanted / 2, numbers.length - 1 - wanted));
    double[] others = new double[wanted];
    for (int i = 0, next = from; i < wanted; next++) {
      if (next != at) {
        others[i++] = numbers[next];
      }
    }
    return others;
  }
}
