package citybrain.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text file that starts and ends between two records, so that many tasks can read one
 * file.
 *
 * @param from first byte
 * @param to byte after the last one; {@link #END} for the rest of the file
 * @param firstLine 1-based line that starts at {@code from}
 */
public record TextSlice(long from, long to, long firstLine) implements Serializable {
  /** As {@link #to}: the end of the file, wherever it is. */
  public static final long END = Long.MAX_VALUE;

  /** The whole file. */
  public static final TextSlice WHOLE = new TextSlice(0, END, 1);

  /** Whether it holds the header. */
  public boolean isFirst() {
    return from == 0;
  }

  /**
   * Cuts a file of bytes in which quote, delimiter and line end are always themselves (UTF-8,
   * GB18030) into slices of about the given size. A line end within quotes is no place to cut.
   *
   * @param bytesASlice least size of a slice but the last
   */
  static List<TextSlice> cut(InputStream in, char delimiter, long bytesASlice) throws IOException {
    List<TextSlice> slices = new ArrayList<>();
    byte[] buffer = new byte[1 << 18];
    long position = 0;
    long line = 1;
    long from = 0;
    long firstLine = 1;
    boolean isQuoted = false;
    boolean isCellStart = true;
    boolean isJustClosed = false;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      for (int i = 0; i < count; i++) {
        byte b = buffer[i];
        if (b == '"') {
          // A quote opens a cell only where a cell starts; two in a row inside quotes are one.
          boolean wasQuoted = isQuoted;
          isQuoted = !isQuoted && (isCellStart || isJustClosed);
          isJustClosed = wasQuoted;
          isCellStart = false;
          continue;
        }
        isJustClosed = false;
        if (b == '\n') {
          line++;
          if (!isQuoted) {
            isCellStart = true;
            long next = position + i + 1;
            if (next - from >= bytesASlice) {
              slices.add(new TextSlice(from, next, firstLine));
              from = next;
              firstLine = line;
            }
          }
        } else {
          isCellStart = !isQuoted && b == delimiter;
        }
      }
      position += count;
    }
    slices.add(new TextSlice(from, END, firstLine));
    return slices;
  }
}
