package citybrain.intake.reading;

import citybrain.intake.reading.CheckedText.EndlessRecordException;
import citybrain.intake.reading.CheckedText.MixedEncodingException;
import citybrain.intake.reading.CheckedText.StrangeCharacterException;
import citybrain.intake.reading.DeliveredRow.Disposition;
import citybrain.intake.reading.FileEvidence.FileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BoundedInputStream;

/** A delimited text file to verbatim rows; a row's number is the line its record starts on. */
final class TextFile {
  private static final char[] DELIMITERS = {',', '\t', ';'};

  /** Lines looked at to tell the delimiter. */
  private static final int DELIMITER_LINES = 50;

  /** What a spreadsheet holds; more is no table. */
  private static final int MOST_COLUMNS = 16_384;

  private static final String RESEND =
      "Close the quote, or deliver the whole file if it was cut off.";

  private TextFile() {}

  /** A text file that has been recognised. */
  record Recognised(TextEncoding encoding, char delimiter, boolean isTabBeforeDelimiter) {
    FileEvidence evidence() {
      return new FileEvidence(
          FileFormat.CSV,
          encoding.charset().name(),
          isTabBeforeDelimiter ? "\t" + delimiter : String.valueOf(delimiter),
          encoding.confidence(),
          encoding.reason());
    }
  }

  static Recognised recognise(byte[] head, TextEncoding encoding) throws UnreadableFileException {
    String text =
        new String(
            head, encoding.markBytes(), head.length - encoding.markBytes(), encoding.charset());
    OtherFormats.requireNone(text);
    char delimiter = delimiter(text);
    boolean isTabBefore = delimiter != '\t' && text.contains("\t" + delimiter);
    return new Recognised(encoding, delimiter, isTabBefore);
  }

  /**
   * The rows of a file, or of one slice of it.
   *
   * @param name of the sheet; empty but for a member of a zip
   */
  static SourceSheet sheet(
      String name, DeliveredBytes bytes, Recognised recognised, TextSlice slice) {
    return new SourceSheet(name, true, false) {
      @Override
      RowCursor rows() {
        try {
          return new Cursor(name, bytes, recognised, slice);
        } catch (DamagedMemberException e) {
          throw new UnreadableContentException(damaged(name, e));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static UnreadableFileException damaged(String member, DamagedMemberException e) {
    return e.reason().ofMember(member);
  }

  /** Reads record after record. */
  private static final class Cursor implements RowCursor {
    private final String sheet;
    private final TextEncoding encoding;
    private final CheckedText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final long linesBefore;
    private long line;

    Cursor(String sheet, DeliveredBytes bytes, Recognised recognised, TextSlice slice)
        throws IOException {
      this.sheet = sheet;
      this.encoding = recognised.encoding();
      long from = slice.from() == 0 ? encoding.markBytes() : slice.from();
      InputStream whole = bytes.open(from);
      InputStream in =
          slice.to() == TextSlice.END
              ? whole
              : BoundedInputStream.builder()
                  .setInputStream(whole)
                  .setMaxCount(slice.to() - from)
                  .get();
      this.text =
          new CheckedText(encoding.reader(in), encoding.charset().equals(TextEncoding.GB18030));
      this.parser =
          CSVParser.parse(
              text,
              CSVFormat.RFC4180
                  .builder()
                  .setDelimiter(recognised.delimiter())
                  .setIgnoreEmptyLines(false)
                  .setQuote('"')
                  .get());
      this.records = parser.iterator();
      this.linesBefore = slice.firstLine() - 1;
      this.line = slice.firstLine();
    }

    @Override
    public boolean hasNext() {
      try {
        return records.hasNext();
      } catch (UncheckedIOException e) {
        throw new UnreadableContentException(reason(e));
      }
    }

    @Override
    public DeliveredRow next() {
      CSVRecord record;
      try {
        record = records.next();
      } catch (UncheckedIOException e) {
        throw new UnreadableContentException(reason(e));
      }
      text.recordEnded();
      if (record.size() > MOST_COLUMNS) {
        throw new UnreadableContentException(
            new UnreadableFileException(
                "TOO_MANY_COLUMNS",
                "has %d cells in line %d, a table has %d at most"
                    .formatted(record.size(), line, MOST_COLUMNS),
                "Deliver the extract's own columns only."));
      }
      DeliveredRow row =
          new DeliveredRow(
              sheet, Math.toIntExact(line), Arrays.asList(record.values()), Disposition.UNREAD);
      line = linesBefore + parser.getCurrentLineNumber() + 1;
      return row;
    }

    /**
     * Beside what is wrong with the characters, the parser fails on quotes only: one never closed,
     * or one closed in the middle of a cell.
     */
    private UnreadableFileException reason(UncheckedIOException failure) {
      IOException cause = java.util.Objects.requireNonNull(failure.getCause());
      UnreadableFileException reason;
      if (cause instanceof DamagedMemberException damaged) {
        return damaged(sheet, damaged);
      }
      if (cause instanceof CharacterCodingException) {
        reason =
            encoding.isAssumedUtf8()
                ? new NotUtf8Exception()
                : unknown("has bytes in or after line %d that are no %s");
      } else if (cause instanceof StrangeCharacterException) {
        reason =
            unknown(
                "holds the character " + cause.getMessage() + " in or after line %d of %s text");
      } else if (cause instanceof MixedEncodingException) {
        reason = unknown("holds UTF-8 text in or after line %d of %s text");
      } else if (cause instanceof EndlessRecordException) {
        reason =
            new UnreadableFileException(
                "FILE_TRUNCATED",
                ("has a record that starts in line %d and does not end within %d characters,"
                        + " as after a quote that is never closed")
                    .formatted(line, CheckedText.LONGEST_RECORD),
                RESEND);
      } else if (String.valueOf(cause.getMessage()).contains("EOF")) {
        reason =
            new UnreadableFileException(
                "FILE_TRUNCATED",
                "has a quote in the record that starts in line " + line + " and is never closed",
                RESEND);
      } else {
        reason =
            new UnreadableFileException(
                "SCHEMA_MISMATCH",
                "has a quote inside a cell of the record that starts in line " + line,
                "Write a quote inside a cell twice.");
      }
      reason.initCause(failure);
      return reason;
    }

    private UnreadableFileException unknown(String message) {
      return new UnreadableFileException(
          TextEncoding.UNKNOWN,
          message.formatted(line, encoding.charset().name())
              + ", as which it was recognised by: "
              + encoding.reason(),
          TextEncoding.REMEDY);
    }

    @Override
    public void close() {
      try {
        parser.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A file that began as UTF-8 and goes on otherwise: it is to be read again as GB18030. */
  static final class NotUtf8Exception extends UnreadableFileException {
    private static final long serialVersionUID = 1L;

    NotUtf8Exception() {
      super(TextEncoding.UNKNOWN, "is neither valid UTF-8 nor valid GB18030", TextEncoding.REMEDY);
    }
  }

  private static char delimiter(String text) {
    int[] counts = new int[DELIMITERS.length];
    boolean isQuoted = false;
    int lines = 0;
    for (int i = 0; i < text.length() && lines < DELIMITER_LINES; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted) {
        if (c == '\n') {
          lines++;
        }
        for (int d = 0; d < DELIMITERS.length; d++) {
          if (c == DELIMITERS[d]) {
            counts[d]++;
          }
        }
      }
    }
    int best = 0;
    for (int d = 1; d < DELIMITERS.length; d++) {
      if (counts[d] > counts[best]) {
        best = d;
      }
    }
    return DELIMITERS[best];
  }
}
