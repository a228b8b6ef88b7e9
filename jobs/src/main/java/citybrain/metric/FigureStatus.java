package citybrain.metric;

/** Whether a figure can be used, and if not, why. */
public enum FigureStatus {
  OK("ok"),
  /** There is a number, or could be, but it does not say what its measure promises. */
  NOT_COMPARABLE("not_comparable"),
  /** The same period a year before was not delivered: no value. */
  BASE_MISSING("base_missing"),
  /** Part of the period was not delivered, or was delivered twice: no value. */
  INCOMPLETE("incomplete");

  private final String code;

  FigureStatus(String code) {
    this.code = code;
  }

  /** The code stored in tables. */
  public String code() {
    return code;
  }
}
