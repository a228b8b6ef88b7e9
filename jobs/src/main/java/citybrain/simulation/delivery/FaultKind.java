package citybrain.simulation;

/** What goes wrong in departments' tables. */
enum FaultKind {
  UNPARSEABLE_DATE,
  UNPARSEABLE_AMOUNT,
  MISSING_REQUIRED,
  UNKNOWN_CODE,
  NEGATIVE_AMOUNT,
  /** The row carries the key of another row of the file that says something else. */
  DUPLICATE_KEY;

  /**
   * Whether the cell can no longer be read as its column's type: too many of these refuse the whole
   * file.
   */
  boolean breaksType() {
    return this == UNPARSEABLE_DATE || this == UNPARSEABLE_AMOUNT;
  }

  boolean fits(Field field) {
    return switch (this) {
      case UNPARSEABLE_DATE -> field.kind() == Field.Kind.DATE;
      case UNPARSEABLE_AMOUNT, NEGATIVE_AMOUNT -> field.kind() == Field.Kind.AMOUNT;
      case MISSING_REQUIRED -> field.isRequired();
      case UNKNOWN_CODE -> field.kind() == Field.Kind.CODE;
      case DUPLICATE_KEY -> field.kind() == Field.Kind.KEY;
    };
  }
}
