package citybrain.contract;

import java.text.Normalizer;

/**
 * Text of a cell without what only the eye sees: full-width letters and digits, no-break and
 * ideographic spaces, the apostrophe that keeps a spreadsheet from taking text for a formula.
 *
 * <p>The verbatim cell is kept elsewhere; these forms serve comparison and reading only.
 */
public final class CellText {
  /** As a sub-item is marked, in compatibility form. */
  private static final String SUB_ITEM = "其中:";

  /** Texts that start with one of these may be run as a formula; the full-width ones too. */
  private static final String FORMULA_STARTS = "=+-@＝＋－＠\t\r";

  private CellText() {}

  /**
   * Compatibility form (NFKC), blanks of any kind as one space, none at the ends; controls and
   * marks of direction gone; an apostrophe before {@code = + - @} gone.
   */
  public static String plain(String verbatim) {
    return isPlain(verbatim)
        ? verbatim
        : withoutFormulaGuard(visible(withoutFormulaGuard(verbatim)));
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
    return dense(plain(verbatim));
  }

  /** {@link #plain} without the mark of a sub-item (其中：) before a name. */
  public static String name(String verbatim) {
    String plain = plain(verbatim);
    return plain.startsWith(SUB_ITEM) && plain.length() > SUB_ITEM.length()
        ? plain.substring(SUB_ITEM.length()).strip()
        : plain;
  }

  /** A plain text without any blank. */
  static String dense(String plain) {
    return plain.indexOf(' ') < 0 ? plain : plain.replace(" ", "");
  }

  /** True for most cells: ASCII without blanks at the ends or in a row, and ideographs. */
  private static boolean isPlain(String text) {
    int length = text.length();
    boolean isAfterGap = true;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        if (isAfterGap || i == length - 1) {
          return false;
        }
        isAfterGap = true;
      } else if ((c > ' ' && c < '\u007f' && c != '\'') || (c >= '\u4e00' && c <= '\u9fff')) {
        isAfterGap = false;
      } else {
        return false;
      }
    }
    return true;
  }

  private static String visible(String verbatim) {
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

  /** Copies for correction have an apostrophe before what a spreadsheet might run. */
  private static String withoutFormulaGuard(String text) {
    boolean isGuarded =
        text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0;
    return isGuarded ? text.substring(1) : text;
  }
}
