package citybrain.economy;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Lower bounds of four lights, in percent growth; what lies below the last is blue. A bound belongs
 * to the light above it.
 *
 * @param reference where the bounds are printed
 */
record LightBounds(
    BigDecimal redFrom,
    BigDecimal yellowFrom,
    BigDecimal greenFrom,
    BigDecimal lightBlueFrom,
    String reference)
    implements Serializable {
  private static final int SHOWN_DIGITS = 1;

  LightBounds {
    if (redFrom.compareTo(yellowFrom) <= 0
        || yellowFrom.compareTo(greenFrom) <= 0
        || greenFrom.compareTo(lightBlueFrom) <= 0) {
      throw new IllegalArgumentException(
          "Bounds fall from red to light blue: "
              + redFrom
              + ", "
              + yellowFrom
              + ", "
              + greenFrom
              + ", "
              + lightBlueFrom);
    }
  }

  /** Growth as a page prints it: half up to one digit. */
  static BigDecimal shown(BigDecimal growth) {
    return growth.setScale(SHOWN_DIGITS, RoundingMode.HALF_UP);
  }

  /**
   * The light of a growth at the precision shown, so that colour and number never contradict each
   * other.
   */
  Light lightOf(BigDecimal growth) {
    BigDecimal shown = shown(growth);
    if (shown.compareTo(redFrom) >= 0) {
      return Light.RED;
    }
    if (shown.compareTo(yellowFrom) >= 0) {
      return Light.YELLOW;
    }
    if (shown.compareTo(greenFrom) >= 0) {
      return Light.GREEN;
    }
    return shown.compareTo(lightBlueFrom) >= 0 ? Light.LIGHT_BLUE : Light.BLUE;
  }

  /** The interval of a light, for readers. */
  String intervalZh(Light light) {
    return switch (light) {
      case RED -> atLeast(redFrom);
      case YELLOW -> atLeast(yellowFrom) + "且" + below(redFrom);
      case GREEN -> atLeast(greenFrom) + "且" + below(yellowFrom);
      case LIGHT_BLUE -> atLeast(lightBlueFrom) + "且" + below(greenFrom);
      case BLUE -> below(lightBlueFrom);
    };
  }

  private static String atLeast(BigDecimal bound) {
    return "不低于" + bound.toPlainString() + "%";
  }

  private static String below(BigDecimal bound) {
    return "低于" + bound.toPlainString() + "%";
  }
}
