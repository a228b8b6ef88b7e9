package citybrain.intake.reading;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text that is looked at while it is read: a control character, or one that no office writes, shows
 * a wrong decoding; a record without an end would fill the memory.
 */
final class CheckedText extends FilterReader {
  /** Longer than any record of a department, and short enough to be held. */
  static final int LONGEST_RECORD = 4_000_000;

  private final boolean isStrangeRefused;
  private long read;
  private long recordStart;

  /**
   * @param isStrangeRefused whether private-use and unassigned characters show a wrong decoding
   */
  CheckedText(Reader in, boolean isStrangeRefused) {
    super(in);
    this.isStrangeRefused = isStrangeRefused;
  }

  /** The record before ended about here. */
  void recordEnded() {
    recordStart = read;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      char c = buffer[i];
      if (c < 0x20 ? TextEncoding.isBinary(c) : isStrangeRefused && c >= 0xD800 && isStrange(c)) {
        throw new StrangeCharacterException(c);
      }
    }
    read += Math.max(count, 0);
    if (read - recordStart > LONGEST_RECORD) {
      throw new EndlessRecordException();
    }
    return count;
  }

  /** Surrogates stand for rare names and are fine; private-use and unassigned ones are not. */
  private static boolean isStrange(char c) {
    int type = Character.getType(c);
    return type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
  }

  /** A character that text does not hold. */
  static final class StrangeCharacterException extends IOException {
    private static final long serialVersionUID = 1L;

    StrangeCharacterException(char c) {
      super("U+%04X".formatted((int) c));
    }
  }

  /** A record that does not end. */
  static final class EndlessRecordException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
