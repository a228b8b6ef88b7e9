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

  /** So many characters in a row that are UTF-8 read as GB18030 are no accident. */
  private static final int TELLING_RUN = 9;

  private static final char FIRST_NOT_ASCII = 0x80;
  private static final char FIRST_CYRILLIC = 0x400;
  private static final char LAST_OF_TWO_BYTES = 0x7FF;
  private static final char REPLACEMENT = 0xFFFD;

  private final boolean isGb18030;
  private final StringBuilder run = new StringBuilder();
  private int westAsianRun;
  private long read;
  private long recordStart;

  /**
   * @param isGb18030 whether the text was decoded as GB18030, which takes nearly any byte: there,
   *     private-use and unassigned characters show another encoding, and so does text whose bytes
   *     are UTF-8
   */
  CheckedText(Reader in, boolean isGb18030) {
    super(in);
    this.isGb18030 = isGb18030;
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
      if (c < 0x20 ? TextEncoding.isBinary(c) : isGb18030 && c >= 0xD800 && isStrange(c)) {
        throw new StrangeCharacterException(c);
      }
      if (isGb18030) {
        watch(c);
      } else if (c >= FIRST_NOT_ASCII) {
        watchUtf8(c);
      } else {
        westAsianRun = 0;
      }
    }
    read += Math.max(count, 0);
    if (read - recordStart > LONGEST_RECORD) {
      throw new EndlessRecordException();
    }
    return count;
  }

  private void watch(char c) throws MixedEncodingException {
    if (c < FIRST_NOT_ASCII) {
      run.setLength(0);
    } else if (run.length() < TELLING_RUN) {
      run.append(c);
      if (run.length() == TELLING_RUN
          && TextEncoding.startsAsUtf8(run.toString().getBytes(TextEncoding.GB18030))) {
        throw new MixedEncodingException();
      }
    }
  }

  /**
   * Chinese in GB18030 whose bytes happen to be UTF-8 reads as Cyrillic, Hebrew or Arabic (医院 as
   * ҽԺ); what was lost in an earlier conversion reads as U+FFFD.
   */
  private void watchUtf8(char c) throws IOException {
    if (c == REPLACEMENT) {
      throw new StrangeCharacterException(c);
    }
    westAsianRun = c >= FIRST_CYRILLIC && c <= LAST_OF_TWO_BYTES ? westAsianRun + 1 : 0;
    if (westAsianRun == 2) {
      throw new StrangeCharacterException(c);
    }
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

  /** Text of one encoding within text of another. */
  static final class MixedEncodingException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A record that does not end. */
  static final class EndlessRecordException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
