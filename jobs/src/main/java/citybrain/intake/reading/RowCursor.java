package citybrain.intake.reading;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The rows of one sheet, top to bottom, one at a time.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link UnreadableContentException} where the content
 * cannot be read any further.
 */
interface RowCursor extends Iterator<DeliveredRow>, Closeable {
  /** Whether the row given last is hidden in the spreadsheet. */
  default boolean isHidden() {
    return false;
  }

  @Override
  void close();
}
