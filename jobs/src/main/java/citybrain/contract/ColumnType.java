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
  /** A day and its time, canonical ISO without a zone; the zone is that of Qingdao. */
  TIMESTAMP,
  /** A period as {@code citybrain.period.Period} codes it, for example {@code 2020-01/2020-05}. */
  PERIOD,
  /** A name or code of the column's {@link CodeList}; canonical is the code. */
  CODE,
  /** A unit as a department writes it; canonical is the written text, conversion needs it. */
  UNIT,
  /** Yes or no (是/否, 有/无, √/×), canonical {@code true} or {@code false}. */
  BOOLEAN,
  /** A unified social credit code (GB 32100-2015), canonical in upper case. */
  CREDIT_CODE,
  /** A citizen's identity number (GB 11643-1999), canonical in upper case. */
  RESIDENT_ID,
  /** Several values; tables only. */
  ARRAY;

  /** As contracts write it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True for types whose values can be held against a minimum and a maximum. */
  boolean isNumber() {
    return this == INTEGER || this == DECIMAL || this == PERCENT;
  }

  static Optional<ColumnType> ofText(String text) {
    for (ColumnType type : values()) {
      if (type.text().equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
