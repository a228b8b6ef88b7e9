package citybrain.simulation.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands on paper.
 *
 * @param texts cells as written, in the order of the table's columns; empty text for an empty cell
 * @param canonical what they mean, null where there is no value
 * @param altered positions of cells that a fault changed
 * @param acrossStated values across the header for which the row has a record
 */
record PaperRow(
    PaperTable table,
    List<String> texts,
    List<@Nullable String> canonical,
    List<String> acrossStated,
    Set<Integer> altered) {

  /** The row with other texts in some cells; what they mean is what was meant. */
  PaperRow with(Map<Integer, String> changes) {
    List<String> changed = new ArrayList<>(texts);
    changes.forEach(changed::set);
    return new PaperRow(table, changed, canonical, acrossStated, Set.copyOf(changes.keySet()));
  }

  /** Whether a cell says what was meant. */
  boolean isAsMeant(int index) {
    return !altered.contains(index);
  }
}
