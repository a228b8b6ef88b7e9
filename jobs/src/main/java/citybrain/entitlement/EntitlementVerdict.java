package citybrain.entitlement;

import java.util.Locale;

/** How a claim stands to what its measure gives; where several hold, the gravest is told. */
public enum EntitlementVerdict {
  /** Paid more than the measure gives. */
  OVERPAID,
  /** Approved more than the measure gives, and that much is not paid. */
  OVERAPPROVED,
  /** Claimed more than the measure gives. */
  OVERCLAIMED,
  /** Refused, though the facts of the row give a right to a sum. */
  REFUSED,
  /** Approved or paid less than is due and was claimed. */
  UNDERPAID,
  /** Claimed less than the measure gives. */
  UNDERCLAIMED,
  /** Claimed what the measure gives; of a ceiling: not more. */
  ENTITLED,
  /** A condition does not hold. */
  NOT_ELIGIBLE,
  /** What is claimed for lies outside the days of the benefit. */
  OUTSIDE_WINDOW,
  /** No verdict can be given; the reason says why. Never the same as entitled. */
  NOT_ASSESSABLE;

  /** As stored in {@code gold/entitlement.verdict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
