package citybrain.intake.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Files that departments send by mistake, told by their first bytes, so that the refusal can say
 * what the file is and how to make a table of it.
 */
final class OtherFormats {
  private static final String UNPACK =
      "Unpack it and deliver the tables themselves, or pack them as a .zip.";
  private static final String TABLE = "Deliver the table itself, as .xlsx or CSV.";
  private static final String SAVE =
      "Open it in Excel or WPS, save it as .xlsx (not by changing its name) and deliver it again.";

  /** Beginnings in ISO-8859-1, in which every byte is a character. */
  private static final List<Format> BINARY =
      List.of(
          new Format("%PDF-", "a PDF document", TABLE),
          new Format("\u0089PNG", "a picture (PNG)", TABLE),
          new Format("\u00FF\u00D8\u00FF", "a picture (JPEG)", TABLE),
          new Format("GIF8", "a picture (GIF)", TABLE),
          new Format("II*\0", "a picture (TIFF)", TABLE),
          new Format("MM\0*", "a picture (TIFF)", TABLE),
          new Format("Rar!\u001A\u0007", "a RAR archive", UNPACK),
          new Format("7z\u00BC\u00AF'\u001C", "a 7z archive", UNPACK),
          new Format("\u001F\u008B", "a gzip archive", UNPACK),
          new Format("BZh", "a bzip2 archive", UNPACK),
          new Format("\u00FD7zXZ\0", "an xz archive", UNPACK),
          new Format("PK\u0007\u0008", "one volume of a split zip", "Pack it as one zip."),
          new Format("MZ\u0090\0", "a program", TABLE),
          new Format("\u007FELF", "a program", TABLE),
          new Format("SQLite format 3\0", "a database (SQLite)", TABLE),
          new Format("PAR1", "a Parquet file", TABLE),
          new Format("{\\rtf", "a rich text document", SAVE),
          new Format("\u0009\0\u0004\0", "a workbook of an Excel older than 97", SAVE),
          new Format("\u0009\0\u0008\0", "a workbook of an Excel older than 97", SAVE),
          new Format("\u0009\u0002\u0006\0", "a workbook of an Excel older than 97", SAVE),
          new Format("\u0009\u0002\u0008\0", "a workbook of an Excel older than 97", SAVE),
          new Format("\u0009\u0004\u0006\0", "a workbook of an Excel older than 97", SAVE),
          new Format("\u0009\u0004\u0008\0", "a workbook of an Excel older than 97", SAVE));

  /** Beginnings of text in whatever encoding, in lower case. */
  private static final List<Format> TEXT =
      List.of(
          new Format("<!doctype html", "an HTML page", SAVE),
          new Format("<html", "an HTML page", SAVE),
          new Format("<head", "an HTML page", SAVE),
          new Format("<meta", "an HTML page", SAVE),
          new Format("<style", "an HTML page", SAVE),
          new Format("<table", "an HTML page", SAVE),
          new Format("<?xml", "an XML document", SAVE),
          new Format("mime-version:", "an archived web page", SAVE),
          new Format("[{\"", "a JSON document", TABLE),
          new Format("{\"", "a JSON document", TABLE));

  private OtherFormats() {}

  private record Format(String beginning, String name, String remedy) {
    UnreadableFileException refusal() {
      return new UnreadableFileException(
          "FORMAT_UNKNOWN", "is " + name + ", not a table, whatever its name says", remedy);
    }
  }

  /** Refuses bytes that are of another format, whatever their encoding would be. */
  static void requireNone(byte[] head) throws UnreadableFileException {
    requireNone(
        new String(head, 0, Math.min(head.length, 32), StandardCharsets.ISO_8859_1), BINARY);
  }

  /** Refuses text that is of another format. */
  static void requireNone(String text) throws UnreadableFileException {
    String start = text.substring(0, Math.min(text.length(), 1_000)).replace("\uFEFF", "");
    requireNone(start.strip().toLowerCase(Locale.ROOT), TEXT);
  }

  private static void requireNone(String start, List<Format> formats)
      throws UnreadableFileException {
    for (Format format : formats) {
      if (start.startsWith(format.beginning())) {
        throw format.refusal();
      }
    }
  }
}
