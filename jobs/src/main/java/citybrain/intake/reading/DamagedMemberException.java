package citybrain.intake.reading;

import java.io.IOException;

/** A member of a zip that is not what the zip says of it; met while it is read. */
final class DamagedMemberException extends IOException {
  private static final long serialVersionUID = 1L;

  private final UnreadableFileException reason;

  DamagedMemberException(UnreadableFileException reason) {
    super(reason.message(), reason);
    this.reason = reason;
  }

  UnreadableFileException reason() {
    return reason;
  }
}
