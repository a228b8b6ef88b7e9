package citybrain.contract;

import java.text.Normalizer;

/**
 * Text of a cell without what only the eye sees: full-width letters and digits, no-break and
 * ideographic spaces.
 *
 * <p>The verbatim cell is kept elsewhere; these forms serve comparison and reading only.
 */
public final class CellText {
  /** As a sub-item is marked, in compatibility form. */
  private static final String SUB_ITEM = "其中:";

  private CellText() {}

  /**
   * Compatibility form (NFKC), blanks of any kind as one space, none at the ends; controls and
   * marks of direction gone.
   */
  public static String plain(String verbatim) {
    String compatible = Normalizer.normalize(verbatim, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(compatible.length());
    boolean isGap = false;
    for (int i = 0; i < compatible.length(); i++) {
      char c = compatible.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        isGap = out.length() > 0;
      } else if (Character.getType(c) != Character.CONTROL
          && Character.getType(c) != Character.FORMAT) {
        if (isGap) {
          out.append(' ');
          isGap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether nothing can be seen in a cell: {@link #plain} is empty. */
  public static boolean isBlank(String verbatim) {
    for (int i = 0; i < verbatim.length(); i++) {
      char c = verbatim.charAt(i);
      if ((c > ' ' && c < 0x7F) || Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return verbatim.isEmpty() || plain(verbatim).isEmpty();
  }

  /** The form two texts are compared in: {@link #plain} without any blank. */
  public static String key(String verbatim) {
    return plain(verbatim).replace(" ", "");
  }

  /** {@link #plain} without the mark of a sub-item (其中：) before a name. */
  public static String name(String verbatim) {
    String plain = plain(verbatim);
    return plain.startsWith(SUB_ITEM) && plain.length() > SUB_ITEM.length()
        ? plain.substring(SUB_ITEM.length()).strip()
        : plain;
  }
}
