package citybrain.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A column of a delivered table, with what a fault may do to it.
 *
 * @param name the header as the department writes it
 * @param unknownWord for a code: a word no code list holds; null for other kinds
 */
record Field(String name, Kind kind, boolean isRequired, @Nullable String unknownWord) {
  /** What a cell of the column holds. */
  enum Kind {
    KEY,
    DATE,
    AMOUNT,
    CODE,
    TEXT
  }

  Field {
    if ((kind == Kind.CODE) != (unknownWord != null)) {
      throw new IllegalArgumentException("A code, and only a code, has an unknown word: " + name);
    }
  }

  static Field required(String name, Kind kind) {
    return new Field(name, kind, true, null);
  }

  static Field optional(String name, Kind kind) {
    return new Field(name, kind, false, null);
  }

  static Field requiredCode(String name, String unknownWord) {
    return new Field(name, Kind.CODE, true, unknownWord);
  }

  static Field optionalCode(String name, String unknownWord) {
    return new Field(name, Kind.CODE, false, unknownWord);
  }
}
