package citybrain.programme;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Lower bounds of the classes, as actual progress over expected progress; each bound belongs to the
 * class it opens. Below the last one an indicator is worsening.
 *
 * <p>Source: {@code policies/monitoring-method/parameters.yaml}; 0.95, 0.60 and 0 are the classes
 * Eurostat and Open SDG use.
 */
public record ProgressBounds(BigDecimal onTrackFrom, BigDecimal behindFrom, BigDecimal offTrackFrom)
    implements Serializable {
  public ProgressBounds {
    if (onTrackFrom.compareTo(behindFrom) <= 0 || behindFrom.compareTo(offTrackFrom) <= 0) {
      throw new IllegalArgumentException(
          "Bounds fall from class to class: "
              + onTrackFrom
              + ", "
              + behindFrom
              + ", "
              + offTrackFrom);
    }
  }

  /**
   * The class of {@code numerator / denominator}, compared without dividing, so that no rounding
   * decides at a bound.
   *
   * @param denominator above zero
   */
  TargetVerdict classify(BigDecimal numerator, BigDecimal denominator) {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("A share is of something above zero: " + denominator);
    }
    if (reaches(numerator, denominator, onTrackFrom)) {
      return TargetVerdict.ON_TRACK;
    }
    if (reaches(numerator, denominator, behindFrom)) {
      return TargetVerdict.BEHIND;
    }
    return reaches(numerator, denominator, offTrackFrom)
        ? TargetVerdict.OFF_TRACK
        : TargetVerdict.WORSENING;
  }

  private static boolean reaches(BigDecimal numerator, BigDecimal denominator, BigDecimal bound) {
    return numerator.compareTo(bound.multiply(denominator)) >= 0;
  }
}
