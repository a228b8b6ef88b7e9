package citybrain.intake.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a text file: by byte-order mark, else UTF-8 when the beginning is valid UTF-8,
 * else GB18030 (which holds GBK and GB2312) when the statistical detector agrees. What the
 * beginning tells is an assumption that every byte read later is held against; nothing is ever
 * replaced by a question mark.
 *
 * @param charset of the text
 * @param markBytes bytes of the byte-order mark
 * @param confidence 0 to 100
 * @param reason what it was recognised by
 * @param isAssumed whether nothing but ASCII was seen yet
 */
record TextEncoding(
    Charset charset, int markBytes, int confidence, String reason, boolean isAssumed) {
  static final Charset GB18030 = Charset.forName("GB18030");
  static final String UNKNOWN = "ENCODING_UNKNOWN";
  static final String REMEDY = "Save the file as CSV in UTF-8 or GB18030 and deliver it again.";

  /** Enough for the detector, and for the header. */
  static final int HEAD_BYTES = 65_536;

  /** Whether a byte that is no UTF-8 may still turn the file out to be GB18030. */
  boolean isAssumedUtf8() {
    return isAssumed;
  }

  /** Whether a line end is always the same single byte, so that the file can be cut there. */
  boolean canBeCut() {
    return charset.equals(StandardCharsets.UTF_8) || charset.equals(GB18030);
  }

  /**
   * Tells the encoding of a file that has been looked at before.
   *
   * @param isNotUtf8 whether a byte that is no UTF-8 was found behind a beginning in ASCII
   */
  static TextEncoding of(byte[] head, boolean isNotUtf8) throws UnreadableFileException {
    TextEncoding encoding = of(head);
    return isNotUtf8 && encoding.isAssumed() ? gb18030(head) : encoding;
  }

  /** Tells the encoding by the first {@link #HEAD_BYTES} bytes. */
  static TextEncoding of(byte[] head) throws UnreadableFileException {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3, 100, "byte-order mark EF BB BF", false);
    }
    if (startsWith(head, 0xFF, 0xFE, 0, 0) || startsWith(head, 0, 0, 0xFE, 0xFF)) {
      throw new UnreadableFileException(UNKNOWN, "is text in UTF-32, which is not read", REMEDY);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2, 100, "byte-order mark FF FE", false);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2, 100, "byte-order mark FE FF", false);
    }
    requireText(head);
    return isValid(head, StandardCharsets.UTF_8)
        ? new TextEncoding(
            StandardCharsets.UTF_8, 0, 100, "every byte is valid UTF-8", isAscii(head))
        : gb18030(head);
  }

  /** GB18030, for a beginning that is not UTF-8 or a file that turned out not to be. */
  static TextEncoding gb18030(byte[] head) throws UnreadableFileException {
    if (!isValid(head, GB18030)) {
      throw new UnreadableFileException(
          UNKNOWN, "is neither valid UTF-8 nor valid GB18030", REMEDY);
    }
    int confidence = 0;
    String likelier = "";
    int likelierConfidence = 0;
    CharsetDetector detector = new CharsetDetector();
    detector.setText(head);
    for (CharsetMatch match : detector.detectAll()) {
      if (match.getName().equals("GB18030")) {
        confidence = match.getConfidence();
      } else if (match.getConfidence() > likelierConfidence) {
        likelier = match.getName();
        likelierConfidence = match.getConfidence();
      }
    }
    if (confidence == 0 && !isAscii(head)) {
      String guess = likelier.isEmpty() ? "" : ", more likely " + likelier;
      throw new UnreadableFileException(
          UNKNOWN, "is no UTF-8 and does not read as Chinese text in GB18030" + guess, REMEDY);
    }
    return new TextEncoding(
        GB18030,
        0,
        confidence,
        "not UTF-8; every byte is valid GB18030 and the detector agrees",
        false);
  }

  /**
   * Decodes strictly: a byte that does not fit is a {@link
   * java.nio.charset.CharacterCodingException} while reading.
   */
  Reader reader(InputStream in) {
    return new InputStreamReader(in, strict(charset));
  }

  static byte[] head(DeliveredBytes bytes) throws IOException {
    try (InputStream in = bytes.open(0)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  private static boolean isAscii(byte[] head) {
    return isValid(head, StandardCharsets.US_ASCII);
  }

  /** A character cut off by the end of the head is no error. */
  private static boolean isValid(byte[] head, Charset charset) {
    CharBuffer out = CharBuffer.allocate(head.length + 1);
    boolean isWhole = head.length < HEAD_BYTES;
    CoderResult result = strict(charset).decode(ByteBuffer.wrap(head), out, isWhole);
    return !result.isError();
  }

  /** Whether bytes are UTF-8, but for a character that their end cuts off. */
  static boolean startsAsUtf8(byte[] bytes) {
    CharBuffer out = CharBuffer.allocate(bytes.length);
    return !strict(StandardCharsets.UTF_8).decode(ByteBuffer.wrap(bytes), out, false).isError();
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static void requireText(byte[] head) throws UnreadableFileException {
    if (isWideAscii(head, 0) || isWideAscii(head, 1)) {
      throw new UnreadableFileException(
          UNKNOWN, "is text in UTF-16 or UTF-32 without a byte-order mark", REMEDY);
    }
    for (int i = 0; i < head.length; i++) {
      if (isBinary((char) (head[i] & 0xFF))) {
        throw new UnreadableFileException(
            UNKNOWN,
            "is neither a spreadsheet nor text: byte %d is 0x%02X".formatted(i + 1, head[i] & 0xFF),
            REMEDY);
      }
    }
  }

  /** Whether a good part of the bytes are pairs of NUL and printable ASCII. */
  private static boolean isWideAscii(byte[] head, int at) {
    int wide = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      byte letter = head[i + at];
      wide += head[i + 1 - at] == 0 && letter >= '\t' && letter < 0x7F ? 1 : 0;
    }
    return wide > 4 && wide > head.length / 20;
  }

  /** A control character that no office writes into text. */
  static boolean isBinary(char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != 0x1A;
  }

  private static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
