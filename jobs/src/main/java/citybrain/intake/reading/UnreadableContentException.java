package citybrain.intake.reading;

/** {@link UnreadableFileException} where an iterator meets it. */
final class UnreadableContentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final UnreadableFileException reason;

  UnreadableContentException(UnreadableFileException reason) {
    super(reason.message(), reason);
    this.reason = reason;
  }

  UnreadableFileException reason() {
    return reason;
  }
}
