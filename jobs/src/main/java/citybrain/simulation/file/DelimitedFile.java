package citybrain.simulation.file;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A delimited text file, written row by row. Lines end in CRLF, cells are quoted only where they
 * must be.
 */
public final class DelimitedFile implements Closeable {
  private static final String LINE_END = "\r\n";

  private final OutputStream bytes;
  private final Writer text;
  private final CSVPrinter printer;
  private int line = 1;

  /** The two encodings in which departments send text. */
  public enum Encoding {
    GB18030(Charset.forName("GB18030"), ""),
    UTF_8_WITH_BYTE_ORDER_MARK(StandardCharsets.UTF_8, "\uFEFF");

    private final Charset charset;
    private final String prefix;

    Encoding(Charset charset, String prefix) {
      this.charset = charset;
      this.prefix = prefix;
    }
  }

  /**
   * @param bytes closed with this
   */
  public DelimitedFile(OutputStream bytes, Encoding encoding, char delimiter) throws IOException {
    this.bytes = bytes;
    this.text = new BufferedWriter(new OutputStreamWriter(bytes, encoding.charset));
    text.write(encoding.prefix);
    this.printer = new CSVPrinter(text, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get());
  }

  /** Writes header and rows with commas; makes the folder; replaces a file that is there. */
  public static void write(
      Path file, Encoding encoding, List<String> header, List<List<String>> rows)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (DelimitedFile out = new DelimitedFile(Files.newOutputStream(file), encoding, ',')) {
      out.row(header);
      for (List<String> row : rows) {
        out.row(row);
      }
    }
  }

  /** Writes a row; returns the line it starts on, from 1. */
  public int row(List<String> cells) throws IOException {
    int start = line;
    printer.printRecord(cells);
    line++;
    for (String cell : cells) {
      line += (int) cell.chars().filter(sign -> sign == '\n').count();
    }
    return start;
  }

  /** Writes cells without ending their line, as a file that was cut off has them. */
  public void unfinishedRow(List<String> cells) throws IOException {
    for (String cell : cells) {
      printer.print(cell);
    }
  }

  /** Writes a line as it is; returns its number. */
  public int verbatim(String content) throws IOException {
    text.write(content + LINE_END);
    return line++;
  }

  /** Writes bytes as they are, whatever they mean in the file's encoding. */
  public void verbatim(byte[] content) throws IOException {
    text.flush();
    bytes.write(content);
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
