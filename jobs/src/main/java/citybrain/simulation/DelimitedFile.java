package citybrain.simulation;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The two forms in which departments send CSV. Lines end in CRLF, fields are quoted only where they
 * must be.
 */
enum DelimitedFile {
  GB18030(Charset.forName("GB18030"), ""),
  UTF_8_WITH_BYTE_ORDER_MARK(StandardCharsets.UTF_8, "\uFEFF");

  private final Charset charset;
  private final String prefix;

  DelimitedFile(Charset charset, String prefix) {
    this.charset = charset;
    this.prefix = prefix;
  }

  /** Writes header and rows; makes the folder; replaces a file that is there. */
  void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
    StringBuilder text = new StringBuilder(prefix);
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(header);
      printer.printRecords(rows);
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, text.toString().getBytes(charset));
  }
}
