package citybrain.simulation.city;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV inside the jar: UTF-8, first line is the header. An empty field is the empty string. */
public final class ResourceTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private ResourceTable() {}

  /** Rows in file order. */
  public static List<CSVRecord> rows(String resource) {
    try (InputStream bytes = ResourceTable.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new FileNotFoundException("Not on the class path: " + resource);
      }
      try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
          CSVParser parser = CSVParser.parse(text, FORMAT)) {
        return parser.getRecords();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
