package citybrain.metric;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How far computed growth may lie from published growth before the base counts as revised.
 *
 * @param points percentage points; the bound itself is still within
 */
public record GrowthGapTolerance(BigDecimal points) implements Serializable {
  public GrowthGapTolerance {
    if (points.signum() < 0) {
      throw new IllegalArgumentException("A tolerance is not negative: " + points);
    }
  }

  boolean allows(BigDecimal gap) {
    return gap.abs().compareTo(points) <= 0;
  }
}
