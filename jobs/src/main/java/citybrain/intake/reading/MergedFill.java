package citybrain.intake.reading;

import citybrain.intake.reading.SourceSheet.MergedRegion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Gives every cell of a merged region the region's text, row after row from the top. */
final class MergedFill {
  private final Deque<MergedRegion> ahead;
  private final List<MergedRegion> open = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  MergedFill(List<MergedRegion> merged) {
    this.ahead =
        new ArrayDeque<>(
            merged.stream().sorted(Comparator.comparingInt(MergedRegion::firstRow)).toList());
  }

  /** The row's cells; rows must come in order. */
  List<String> of(DeliveredRow row) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).lastRow() < row.row()) {
        open.remove(i);
        texts.remove(i);
      }
    }
    for (MergedRegion next = ahead.peek();
        next != null && next.firstRow() <= row.row();
        next = ahead.peek()) {
      ahead.remove();
      if (next.firstRow() == row.row()) {
        open.add(next);
        texts.add(SourceSheet.cell(row.cells(), next.firstColumn()));
      }
    }
    return open.isEmpty() ? row.cells() : filled(row.cells());
  }

  private List<String> filled(List<String> cells) {
    List<String> filled = new ArrayList<>(cells);
    for (int i = 0; i < open.size(); i++) {
      MergedRegion region = open.get(i);
      while (filled.size() <= region.lastColumn()) {
        filled.add("");
      }
      for (int column = region.firstColumn(); column <= region.lastColumn(); column++) {
        filled.set(column, texts.get(i));
      }
    }
    return filled;
  }
}
