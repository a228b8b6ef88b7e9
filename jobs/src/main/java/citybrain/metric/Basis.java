package citybrain.metric;

/** Whose figure it is: the two never mix in one row. */
public enum Basis {
  /** As delivered by the department. */
  PUBLISHED("published"),
  /** Derived here from delivered figures. */
  COMPUTED("computed");

  private final String code;

  Basis(String code) {
    this.code = code;
  }

  /** The code stored in tables. */
  public String code() {
    return code;
  }
}
