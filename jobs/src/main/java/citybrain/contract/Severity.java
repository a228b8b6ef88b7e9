package citybrain.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a record that fails a check. */
public enum Severity {
  /** It is quarantined and given back to the department. */
  ERROR,
  /** It is taken, and the department is told. */
  WARNING;

  /** As contracts write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Severity> ofText(String text) {
    return Arrays.stream(values()).filter(s -> s.text().equals(text)).findFirst();
  }
}
