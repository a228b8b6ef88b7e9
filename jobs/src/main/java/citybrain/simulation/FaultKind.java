package citybrain.simulation;

import citybrain.simulation.Field.Kind;
import java.util.function.Predicate;

/** What goes wrong in departments' tables. */
enum FaultKind {
  UNPARSEABLE_DATE(true, field -> field.kind() == Kind.DATE),
  UNPARSEABLE_AMOUNT(true, field -> field.kind() == Kind.AMOUNT),
  MISSING_REQUIRED(false, Field::isRequired),
  UNKNOWN_CODE(false, field -> field.kind() == Kind.CODE),
  NEGATIVE_AMOUNT(false, field -> field.kind() == Kind.AMOUNT),
  /** The row carries the key of another row of the file that says something else. */
  DUPLICATE_KEY(false, field -> field.kind() == Kind.KEY);

  private final boolean breaksType;
  private final Predicate<Field> fits;

  FaultKind(boolean breaksType, Predicate<Field> fits) {
    this.breaksType = breaksType;
    this.fits = fits;
  }

  /**
   * Whether the cell can no longer be read as its column's type: too many of these refuse the whole file.
   */
  boolean breaksType() {
    return breaksType;
  }

  boolean fits(Field field) {
    return fits.test(field);
  }
}
