package citybrain.contract;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In what form a department hands over an extract. What a file really is, its reader finds out from
 * the content; this is what was agreed and what the simulation writes.
 *
 * @param format kind of file
 * @param encoding of the text in a csv or tsv file, or in the files of a zip; null for workbooks
 * @param presentation whether the sheet is a list or made for print
 */
public record DeliveryForm(Format format, @Nullable Encoding encoding, Presentation presentation)
    implements Serializable {

  public DeliveryForm {
    if (format.isText() != (encoding != null)) {
      throw new IllegalArgumentException("Text and only text has an encoding: " + format);
    }
  }

  /** Kinds of file. */
  public enum Format {
    CSV(true),
    TSV(true),
    XLSX(false),
    XLS(false),
    /** Several csv files in one zip. */
    ZIP(true);

    private final boolean isText;

    Format(boolean isText) {
      this.isText = isText;
    }

    /** True where an encoding has to be agreed. */
    public boolean isText() {
      return isText;
    }

    /** As contracts write it, which is also the ending of the file's name. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> ofText(String text) {
      return Arrays.stream(values()).filter(f -> f.text().equals(text)).findFirst();
    }
  }

  /** Encodings that departments agreed to; files in others are read too. */
  public enum Encoding {
    GB18030("GB18030"),
    UTF_8_BOM("UTF-8-BOM");

    private final String text;

    Encoding(String text) {
      this.text = text;
    }

    /** As contracts write it. */
    public String text() {
      return text;
    }

    static Optional<Encoding> ofText(String text) {
      return Arrays.stream(values()).filter(e -> e.text.equals(text)).findFirst();
    }
  }

  /** How a table is laid out on its sheet. */
  public enum Presentation {
    /** Headers in row 1, one record per row below. */
    LIST,
    /** For print: titles, merged headers of several rows, units, footnotes, totals. */
    PRINT;

    /** As contracts write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Presentation> ofText(String text) {
      return Arrays.stream(values()).filter(p -> p.text().equals(text)).findFirst();
    }
  }

  static String formats() {
    return Arrays.stream(Format.values()).map(Format::text).collect(Collectors.joining(", "));
  }

  static String encodings() {
    return Arrays.stream(Encoding.values()).map(Encoding::text).collect(Collectors.joining(" or "));
  }
}
