package citybrain.simulation.delivery;

import java.util.Locale;

/** What goes wrong in a row of departments' tables. */
enum CellFault {
  UNPARSEABLE_DATE,
  UNPARSEABLE_NUMBER,
  UNPARSEABLE_PERIOD,
  /** Neither yes nor no. */
  UNPARSEABLE_FLAG,
  MISSING_REQUIRED,
  UNKNOWN_CODE,
  UNKNOWN_UNIT,
  BELOW_MINIMUM,
  ABOVE_MAXIMUM,
  WRONG_CHECK_DIGIT,
  /** The cells read well and contradict each other. */
  CHECK_VIOLATED,
  /** The row carries the key of another row of the file that says something else. */
  DUPLICATE_KEY;

  /**
   * Whether the cell can no longer be read as its column's type: too many of these refuse the whole
   * file.
   */
  boolean breaksType() {
    return this == UNPARSEABLE_DATE
        || this == UNPARSEABLE_NUMBER
        || this == UNPARSEABLE_PERIOD
        || this == UNPARSEABLE_FLAG;
  }

  /** Whether the reader is left without a value. */
  boolean losesValue() {
    return this != CHECK_VIOLATED && this != DUPLICATE_KEY;
  }

  /** As the truth names it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
