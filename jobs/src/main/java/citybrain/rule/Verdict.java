package citybrain.rule;

import java.util.Locale;

/** What a rule finds in one row, and whether somebody still has to look at it. */
public enum Verdict {
  /** Done in time, or within the ceiling. */
  MET(Status.CLOSED),
  /** Above the ceiling. */
  BREACHED(Status.OPEN),
  /** Not done yet, and there is time left. */
  DUE(Status.OPEN),
  /** Not done, and the time has run out. */
  OVERDUE(Status.OPEN),
  /** Done after the time had run out. */
  LATE(Status.CLOSED),
  /** No verdict can be given; the reason says why. Never the same as met. */
  NOT_ASSESSABLE(Status.OPEN);

  private final Status status;

  Verdict(Status status) {
    this.status = status;
  }

  /** As stored in {@code gold/finding.verdict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Status status() {
    return status;
  }

  /** As stored in {@code gold/finding.status}, in lower case. */
  public enum Status {
    OPEN,
    CLOSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
