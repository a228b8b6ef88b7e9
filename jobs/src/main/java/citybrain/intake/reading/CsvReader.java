package citybrain.intake.reading;

import citybrain.intake.reading.DeliveredRow.Disposition;
import citybrain.intake.reading.FileEvidence.FileFormat;
import citybrain.intake.reading.TextDecoder.DecodedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A delimited text file to verbatim rows; a row's number is the line its record starts on. */
final class CsvReader {
  private static final char[] DELIMITERS = {',', '\t', ';'};

  /** Lines looked at to tell the delimiter. */
  private static final int DELIMITER_LINES = 50;

  private CsvReader() {}

  static SourceFile read(byte[] content) throws UnreadableFileException {
    DecodedText decoded = TextDecoder.decode(content);
    char delimiter = delimiter(decoded.text());
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(false)
            .setQuote('"')
            .get();
    List<DeliveredRow> rows = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(decoded.text(), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        rows.add(
            new DeliveredRow(
                "", Math.toIntExact(line), Arrays.asList(record.values()), Disposition.UNREAD));
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException e) {
      throw broken(line, e);
    }
    FileEvidence evidence =
        new FileEvidence(
            FileFormat.CSV,
            decoded.encoding(),
            String.valueOf(delimiter),
            decoded.confidence(),
            decoded.reason());
    return new SourceFile(evidence, List.of(new SourceSheet("", rows, List.of())));
  }

  /** The parser fails on quotes only: one never closed, or one closed in the middle of a cell. */
  private static UnreadableFileException broken(long line, Exception cause) {
    boolean isUnclosed = String.valueOf(cause.getMessage()).contains("EOF");
    UnreadableFileException exception =
        isUnclosed
            ? new UnreadableFileException(
                "FILE_TRUNCATED",
                "has a quote in the record that starts in line " + line + " and is never closed",
                "Close the quote, or deliver the whole file if it was cut off.")
            : new UnreadableFileException(
                "SCHEMA_MISMATCH",
                "has a quote inside a cell of the record that starts in line " + line,
                "Write a quote inside a cell twice.");
    exception.initCause(cause);
    return exception;
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
