package citybrain.contract;

import java.util.Locale;
import java.util.Optional;

/** What a column holds, and so how one verbatim cell of it is read. */
public enum ColumnType {
  /** Any text; kept as written but for surrounding blanks. */
  TEXT,
  /** A whole number, canonical without separators. */
  INTEGER,
  /**
   * A number, canonical in plain notation; its unit is stated by the column's {@link UnitSource}.
   */
  DECIMAL,
  /** A number in percent: {@code 5.2} and {@code 5.2%} both mean 5.2 percent. */
  PERCENT,
  /** A day, canonical ISO. */
  DATE,
  /** A period as {@code citybrain.period.Period} codes it, for example {@code 2020-01/2020-05}. */
  PERIOD,
  /** A name or code of the column's {@link CodeList}; canonical is the code. */
  CODE,
  /** A unit as a department writes it; canonical is the written text, conversion needs it. */
  UNIT,
  /** True or false; tables only, no extract has such a cell. */
  BOOLEAN,
  /** Several values; tables only. */
  ARRAY;

  static Optional<ColumnType> ofText(String text) {
    for (ColumnType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
