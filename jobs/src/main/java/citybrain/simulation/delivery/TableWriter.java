package citybrain.simulation.delivery;

import java.io.Closeable;
import java.io.IOException;

/** Writes one delivered file row by row, so that no extract is ever held in memory as a whole. */
interface TableWriter extends Closeable {
  /**
   * Begins the file, or the next file of a zip.
   *
   * @param part name of the file in a zip; empty for the file itself
   */
  void begin(String part) throws IOException;

  /** What the reader of the file calls the sheet. */
  String sheet();

  /** Writes a row; returns its number as a person counts, from 1. */
  int write(PaperRow row) throws IOException;

  /** Ends the file, or a file of a zip: totals and notes, where the form has them. */
  void end() throws IOException;
}
