package citybrain.intake.hostile;

import java.util.List;

/**
 * What must become of a file.
 *
 * @param outcome how the line begins in which {@link HostileFileReader} tells the outcome
 * @param said what the line must hold besides
 */
record Expected(String outcome, List<String> said) {

  static Expected refused(String code, String... said) {
    return new Expected("REFUSED " + code + ": ", List.of(said));
  }

  /** Taken, with these records in this order and no other. */
  static Expected read(String records, String... said) {
    return new Expected("TAKEN [" + records + "]", List.of(said));
  }
}
