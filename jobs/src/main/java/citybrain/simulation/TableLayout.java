package citybrain.simulation;

import java.io.IOException;
import java.nio.file.Path;

/** How a table becomes a file, and where its rows stand in it. */
interface TableLayout {
  /** Name of the sheet; empty for CSV. */
  String sheet();

  /**
   * The row of the file, from 1 as a person counts, in which data row {@code index} (from 0)
   * stands.
   */
  int rowNumber(ExtractTable table, int index);

  void write(ExtractTable table, Path file) throws IOException;
}
