package citybrain.problem;

/**
 * One thing that is wrong with an input, as its reader should be told.
 *
 * @param code stable upper-case identifier, for example {@code SCHEMA_MISMATCH}
 * @param subject what it is about: a file, a policy item, a command-line option
 * @param message what was found and what was expected
 * @param remedy what the reader can do
 */
public record Problem(String code, String subject, String message, String remedy)
    implements java.io.Serializable {
  public Problem {
    if (!code.matches("[A-Z][A-Z0-9_]*")) {
      throw new IllegalArgumentException("Not a problem code: " + code);
    }
    if (subject.isBlank() || message.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("A problem says subject, message and remedy: " + code);
    }
  }

  /**
   * {@code CODE: subject message. What to do.} On one line: characters that forge a line or hide
   * text, such as may stand in the names of files and sheets, are shown as question marks.
   */
  @Override
  public String toString() {
    String text = code + ": " + subject + " " + message + ". " + remedy;
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
  }
}
