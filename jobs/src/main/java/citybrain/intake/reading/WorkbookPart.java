package citybrain.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks over the XML of a workbook before a library reads it: a library would hold a text of any
 * length, and make an object for each of the columns that a sheet says it hides.
 */
final class WorkbookPart {
  /** A cell holds 32,767 characters, which are far fewer bytes than this. */
  private static final int LONGEST_TEXT = 1_000_000;

  private static final int MOST_COLUMNS = 16_384;
  private static final int LONGEST_COLUMN_TAG = 300;
  private static final Pattern COLUMNS =
      Pattern.compile("(?s)(?:\\w+:)?col\\s.*?\\bmax\\s*=\\s*[\"']\\s*(\\d+).*");

  private WorkbookPart() {}

  /** Reads a part to its end. */
  static void require(String name, InputStream in) throws IOException, UnreadableFileException {
    boolean isXml = name.endsWith(".xml");
    boolean isSheet = isXml && name.startsWith("xl/worksheets/");
    byte[] buffer = new byte[1 << 16];
    byte[] tag = new byte[LONGEST_COLUMN_TAG];
    int run = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      for (int i = 0; isXml && i < count; i++) {
        if (buffer[i] == '<') {
          if (isSheet && !isRowOrCell(tag)) {
            requireColumns(new String(tag, 0, Math.min(run, tag.length), StandardCharsets.UTF_8));
          }
          run = 0;
        } else {
          if (run < tag.length) {
            tag[run] = buffer[i];
          }
          run++;
        }
        if (run > LONGEST_TEXT) {
          throw new UnreadableFileException(
              "CELL_TOO_LONG",
              "has a text of more than %d bytes in %s; a cell holds 32767 characters"
                  .formatted(LONGEST_TEXT, ZipContainer.printable(name)),
              "Shorten the text and deliver the workbook again.");
        }
      }
    }
  }

  /** The tags that a sheet is full of. */
  private static boolean isRowOrCell(byte[] tag) {
    return tag[0] == '/' || tag[0] == 'v' || tag[0] == 'r' || (tag[0] == 'c' && tag[1] == ' ');
  }

  private static void requireColumns(String tag) throws UnreadableFileException {
    // Nearly every tag of a sheet is a cell: the pattern is for the few others.
    if (!tag.startsWith("col") && !tag.contains(":col")) {
      return;
    }
    Matcher columns = COLUMNS.matcher(tag);
    if (columns.matches()
        && (columns.group(1).length() > 9 || Integer.parseInt(columns.group(1)) > MOST_COLUMNS)) {
      throw new UnreadableFileException(
          "TOO_MANY_COLUMNS",
          "describes its column %s, a table has %d at most"
              .formatted(columns.group(1), MOST_COLUMNS),
          "Save the workbook anew and deliver it again.");
    }
  }
}
