package citybrain.intake.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A file that was recognised, and its sheets.
 *
 * @param resource what stays open as long as the sheets are read
 */
record SourceFile(FileEvidence evidence, List<SourceSheet> sheets, Closeable resource)
    implements Closeable {
  SourceFile {
    sheets = List.copyOf(sheets);
  }

  @Override
  public void close() throws IOException {
    resource.close();
  }
}
