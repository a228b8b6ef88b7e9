package citybrain.intake.reading;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of a text file to text: by byte-order mark, else as strict UTF-8, else as GB18030 when the
 * statistical detector agrees and every byte decodes. Nothing is ever replaced by a question mark.
 */
final class TextDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Enough for the detector; the strict decoding sees every byte. */
  private static final int DETECTION_BYTES = 65_536;

  private static final String REMEDY =
      "Save the file as CSV in UTF-8 or GB18030 and deliver it again.";

  private TextDecoder() {}

  /**
   * @param encoding Java charset name
   * @param confidence 0 to 100
   */
  record DecodedText(String text, String encoding, int confidence, String reason) {}

  static DecodedText decode(byte[] content) throws UnreadableFileException {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return marked(content, 3, StandardCharsets.UTF_8, "byte-order mark EF BB BF");
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return marked(content, 2, StandardCharsets.UTF_16LE, "byte-order mark FF FE");
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return marked(content, 2, StandardCharsets.UTF_16BE, "byte-order mark FE FF");
    }
    requireText(content);
    try {
      String text = strict(content, 0, StandardCharsets.UTF_8);
      return new DecodedText(text, "UTF-8", 100, "every byte is valid UTF-8");
    } catch (CharacterCodingException notUtf8) {
      return gb18030(content, notUtf8);
    }
  }

  private static DecodedText marked(byte[] content, int skip, Charset charset, String reason)
      throws UnreadableFileException {
    try {
      String text = strict(content, skip, charset);
      return new DecodedText(text, charset.name(), 100, reason);
    } catch (CharacterCodingException e) {
      throw unknown("starts with the " + reason + ", but is no valid " + charset.name(), e);
    }
  }

  private static DecodedText gb18030(byte[] content, CharacterCodingException notUtf8)
      throws UnreadableFileException {
    String text;
    try {
      text = strict(content, 0, GB18030);
    } catch (CharacterCodingException e) {
      e.addSuppressed(notUtf8);
      throw unknown("is neither valid UTF-8 nor valid GB18030", e);
    }
    int confidence = 0;
    String likelier = "";
    int likelierConfidence = 0;
    CharsetDetector detector = new CharsetDetector();
    detector.setText(Arrays.copyOf(content, Math.min(content.length, DETECTION_BYTES)));
    for (CharsetMatch match : detector.detectAll()) {
      if (match.getName().equals("GB18030")) {
        confidence = match.getConfidence();
      } else if (match.getConfidence() > likelierConfidence) {
        likelier = match.getName();
        likelierConfidence = match.getConfidence();
      }
    }
    if (confidence == 0 || hasStrangeCharacters(text)) {
      String guess = likelier.isEmpty() ? "" : ", more likely " + likelier;
      throw unknown("is no UTF-8 and does not read as Chinese text in GB18030" + guess, notUtf8);
    }
    return new DecodedText(
        text,
        GB18030.name(),
        confidence,
        "not UTF-8; every byte is valid GB18030 and the detector agrees");
  }

  /**
   * Text of an office has neither private-use nor unassigned characters: they show a wrong
   * decoding.
   */
  private static boolean hasStrangeCharacters(String text) {
    return text.codePoints()
        .map(Character::getType)
        .anyMatch(type -> type == Character.PRIVATE_USE || type == Character.UNASSIGNED);
  }

  private static void requireText(byte[] content) throws UnreadableFileException {
    for (int i = 0; i < content.length; i++) {
      int b = content[i] & 0xFF;
      if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != 0x1A) {
        throw new UnreadableFileException(
            "ENCODING_UNKNOWN",
            "is neither a spreadsheet nor text: byte %d is 0x%02X".formatted(i + 1, b),
            REMEDY);
      }
    }
  }

  private static UnreadableFileException unknown(String message, Exception cause) {
    UnreadableFileException exception =
        new UnreadableFileException("ENCODING_UNKNOWN", message, REMEDY);
    exception.initCause(cause);
    return exception;
  }

  private static String strict(byte[] content, int skip, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(content, skip, content.length - skip))
        .toString();
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
