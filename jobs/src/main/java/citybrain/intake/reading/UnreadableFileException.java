package citybrain.intake.reading;

/** A file that cannot be read at all; {@link FileReading} turns it into a refusal. */
final class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  /**
   * @param message what was found, without a full stop
   * @param remedy what the department can do
   */
  UnreadableFileException(String code, String message, String remedy) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }

  String code() {
    return code;
  }

  String message() {
    return java.util.Objects.requireNonNull(getMessage());
  }

  String remedy() {
    return remedy;
  }
}
