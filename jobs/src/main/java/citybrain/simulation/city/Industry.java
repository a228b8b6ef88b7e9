package citybrain.simulation.city;

/**
 * A class of GB/T 4754-2017 and how it fares in the simulated city; figures are assumed.
 *
 * @param code with the section's letter, for example {@code C3851}
 * @param zh name in the standard
 * @param weight share of firms, relative to the others
 * @param yearlyGrowth for example 0.05
 * @param shockDepth share of the level lost in February 2020; negative where it rose
 * @param revenueAHead yuan a year for one employee
 */
public record Industry(
    String code,
    String zh,
    int weight,
    double yearlyGrowth,
    double shockDepth,
    double revenueAHead) {

  /** The section's letter, for example {@code C}. */
  public String section() {
    return code.substring(0, 1);
  }

  /** The division with its letter, for example {@code C38}. */
  public String division() {
    return code.substring(0, 3);
  }
}
