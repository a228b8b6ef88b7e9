package citybrain.serving.feedback;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written into a cell of a copy so that it reads back as what was delivered.
 *
 * @param text as it is written; for a number its plain notation
 * @param numberFormat how a spreadsheet shows it
 */
record CellContent(Kind kind, String text, String numberFormat) {
  /** How a cell is written. */
  enum Kind {
    BLANK,
    /** A number whose text a spreadsheet gives back unchanged. */
    NUMBER,
    TEXT,
    /** A text that a spreadsheet might run as a formula; an apostrophe stands before it. */
    NEUTRALISED
  }

  /** As the format of a spreadsheet allows. */
  static final int MAX_CHARACTERS = 32_767;

  private static final String GENERAL = "General";
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*[1-9])?");

  /** What a spreadsheet keeps of a number. */
  private static final MathContext SPREADSHEET_PRECISION = new MathContext(15);

  /** More characters than these, and General shows 1.2E+11. */
  private static final int SHOWN_BY_GENERAL = 10;

  /** Starts of a formula, also full-width ones, which some input methods write. */
  private static final String FORMULA_STARTS = "=+-@＝＋－＠\t\r";

  private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  static CellContent of(String verbatim) {
    if (verbatim.isEmpty()) {
      return new CellContent(Kind.BLANK, "", GENERAL);
    }
    if (isExactNumber(verbatim)) {
      return new CellContent(Kind.NUMBER, verbatim, format(verbatim));
    }
    boolean isFormulaLike = FORMULA_STARTS.indexOf(verbatim.charAt(0)) >= 0;
    return isFormulaLike
        ? new CellContent(Kind.NEUTRALISED, "'" + escaped(verbatim), GENERAL)
        : new CellContent(Kind.TEXT, escaped(verbatim), GENERAL);
  }

  /** Whether a cell can hold it. */
  boolean fits() {
    return text.length() <= MAX_CHARACTERS;
  }

  private static boolean isExactNumber(String verbatim) {
    Matcher plain = PLAIN_NUMBER.matcher(verbatim);
    if (!plain.matches() || verbatim.equals("-0")) {
      return false;
    }
    BigDecimal number = new BigDecimal(verbatim);
    if (number.precision() > SPREADSHEET_PRECISION.getPrecision()
        || number.scale() > SPREADSHEET_PRECISION.getPrecision()) {
      return false;
    }
    BigDecimal kept = BigDecimal.valueOf(number.doubleValue()).round(SPREADSHEET_PRECISION);
    return kept.compareTo(number) == 0;
  }

  private static String format(String number) {
    if (number.length() <= SHOWN_BY_GENERAL) {
      return GENERAL;
    }
    int point = number.indexOf('.');
    return point < 0 ? "0" : "0." + "0".repeat(number.length() - point - 1);
  }

  /** The format writes characters that XML cannot hold as _x0001_, and a text like that escaped. */
  static String escaped(String text) {
    String escaped = ESCAPE_LIKE.matcher(text).replaceAll("_x005F_");
    StringBuilder out = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      boolean isControl = c < ' ' && c != '\t' && c != '\n' && c != '\r';
      if (isControl || c == '\uFFFE' || c == '\uFFFF') {
        out.append("_x%04X_".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
