package citybrain.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A CSV file (UTF-8, with header) packed with this program under {@code citybrain/calendar/}. */
final class PackedTable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private PackedTable() {}

  static List<CSVRecord> rows(String name) {
    try (InputStream stream = PackedTable.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "The program was packed without citybrain/calendar/" + name);
      }
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        return FORMAT.parse(reader).getRecords();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("citybrain/calendar/" + name, e);
    }
  }
}
