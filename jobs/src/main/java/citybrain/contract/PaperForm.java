package citybrain.contract;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a printed table leaves out or runs together, as the contract states it for one column.
 *
 * @param otherwise the value, as a department would write it, where the file states none; null when
 *     nothing may be assumed
 * @param partOf name of the column whose cells hold this value too, or null
 * @param isRepeatedBelow a blank cell means the cell above it
 * @param isHeaderBlank the header may be missing: then it is the leftmost column without one
 * @param isReadWithLeft in a header above figures, what is lacking or stands a second time is read
 *     with the header to its left
 */
public record PaperForm(
    @Nullable String otherwise,
    @Nullable String partOf,
    boolean isRepeatedBelow,
    boolean isHeaderBlank,
    boolean isReadWithLeft)
    implements Serializable {

  /** Nothing left out. */
  public static final PaperForm PLAIN = new PaperForm(null, null, false, false, false);
}
