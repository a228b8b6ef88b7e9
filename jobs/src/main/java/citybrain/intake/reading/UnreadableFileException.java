package citybrain.intake.reading;

/** A file that cannot be read at all; {@link FileReading} turns it into a refusal. */
class UnreadableFileException extends Exception {
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

  /** One that names the kind of its cause. */
  static UnreadableFileException of(String code, String message, String remedy, Exception cause) {
    UnreadableFileException exception =
        new UnreadableFileException(
            code, message + " (" + cause.getClass().getSimpleName() + ")", remedy);
    exception.initCause(cause);
    return exception;
  }

  /** The same of a zip that holds the file. */
  UnreadableFileException ofMember(String name) {
    UnreadableFileException exception =
        new UnreadableFileException(
            code,
            "is a zip whose member " + ZipContainer.printable(name) + " " + message(),
            remedy);
    exception.initCause(this);
    return exception;
  }

  /** The same of a workbook that holds the part. */
  UnreadableFileException ofPart(String name) {
    UnreadableFileException exception =
        new UnreadableFileException(
            code,
            "is a workbook whose part " + ZipContainer.printable(name) + " " + message(),
            "Save the workbook anew and deliver it again.");
    exception.initCause(this);
    return exception;
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
