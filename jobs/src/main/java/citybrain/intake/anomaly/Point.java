package citybrain.intake.anomaly;

import citybrain.period.Period;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One period of a series.
 *
 * @param value null when there is none: missing stays missing
 * @param against what the value is held against, such as its published growth in percent; null for
 *     none
 */
record Point(Period period, @Nullable BigDecimal value, @Nullable BigDecimal against) {

  /** The point without its value. */
  Point withoutValue() {
    return new Point(period, null, against);
  }

  boolean isPositive() {
    return value != null && value.signum() > 0;
  }

  /** Natural logarithm of the value; not a number where there is no positive one. */
  double log() {
    return value != null && value.signum() > 0 ? Math.log(value.doubleValue()) : Double.NaN;
  }
}
