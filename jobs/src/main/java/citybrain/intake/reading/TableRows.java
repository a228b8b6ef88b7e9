package citybrain.intake.reading;

import citybrain.contract.CellText;
import citybrain.intake.reading.DeliveredRow.Disposition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one located table, top to bottom, each with its records.
 *
 * <p>What reads as a section but has no record below it is a note: such rows are held until it is
 * known.
 */
final class TableRows implements Iterator<ReadRow> {
  private final LocatedTable table;
  private final int headerRow;
  private final RowCursor rows;
  private final RowClassifier classifier;
  private final MergedFill fill;
  private final @Nullable TableConformer conformer;
  private final List<String> lastHeader;
  private final boolean isText;

  /** Columns read or already warned of, 0-based; empty in a list. */
  private final Set<Integer> known = new HashSet<>();

  private final Deque<ReadRow> held = new ArrayDeque<>();
  private final Deque<ReadRow> ready = new ArrayDeque<>();

  /**
   * @param rows of the table's sheet, from its top or from a line below its header; the caller
   *     closes them
   * @param conformer null when the rows are wanted without their records
   */
  TableRows(
      LocatedTable table, RowCursor rows, boolean isFromTop, @Nullable TableConformer conformer) {
    this.table = table;
    this.headerRow = table.sheet().head().get(table.lastHeader()).row();
    this.rows = rows;
    this.conformer = conformer;
    this.classifier = new RowClassifier(table, isFromTop);
    this.fill = new MergedFill(table.sheet().merged());
    this.lastHeader = table.sheet().head().get(table.lastHeader()).cells();
    this.isText = table.sheet().isText();
    if (!table.measures().isEmpty()) {
      known.addAll(table.columnIndex().values());
      table.measures().forEach(measure -> known.add(measure.index()));
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && rows.hasNext()) {
      take(rows.next());
    }
    if (ready.isEmpty()) {
      held.forEach(row -> ready.add(asNote(row)));
      held.clear();
    }
    return !ready.isEmpty();
  }

  @Override
  public ReadRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void take(DeliveredRow row) {
    List<String> filled = fill.of(row);
    Disposition disposition = classifier.next(row);
    List<ConformedRow> records = List.of();
    List<CellProblem> warnings = List.of();
    if (disposition == Disposition.DATA && conformer != null) {
      records = conformer.records(row, filled, classifier.unitByIndex());
      if (records.isEmpty()) {
        disposition = Disposition.NO_VALUE;
      } else {
        warnings = warnings(row);
      }
    }
    if (disposition == Disposition.HEADER && row.row() == headerRow) {
      warnings = hiddenColumns(row, filled);
    }
    ReadRow read = new ReadRow(row.as(disposition), records, warnings);
    switch (disposition) {
      case SECTION -> held.add(read);
      case DATA, NO_VALUE, TOTAL, HEADER -> {
        ready.addAll(held);
        held.clear();
        ready.add(read);
      }
      case TITLE, UNIT, FOOTNOTE, BLANK, UNREAD -> {
        if (held.isEmpty()) {
          ready.add(read);
        } else {
          held.add(read);
        }
      }
    }
  }

  private List<CellProblem> hiddenColumns(DeliveredRow header, List<String> filled) {
    return table.sheet().hiddenColumns().stream()
        .filter(
            index ->
                table.columnIndex().containsValue(index)
                    || table.measures().stream().anyMatch(measure -> measure.index() == index))
        .map(index -> CellProblem.hiddenColumn(header, SourceSheet.cell(filled, index)))
        .toList();
  }

  private List<CellProblem> warnings(DeliveredRow row) {
    List<CellProblem> warnings = new ArrayList<>(0);
    if (rows.isHidden()) {
      warnings.add(CellProblem.hiddenRow(row));
    }
    // Beside figures a column that is not read is likely one of them; in a list it is a remark.
    for (int i = 0; i < row.cells().size() && !known.isEmpty(); i++) {
      String cell = row.cells().get(i);
      if (!CellText.isBlank(cell) && known.add(i)) {
        String header = CellText.plain(SourceSheet.cell(lastHeader, i));
        warnings.add(CellProblem.unreadColumn(row, address(row, i), header, cell));
      }
    }
    return warnings;
  }

  private @Nullable String address(DeliveredRow row, int index) {
    return isText ? null : new CellReference(row.row() - 1, index).formatAsString();
  }

  private static ReadRow asNote(ReadRow read) {
    return read.row().disposition() == Disposition.SECTION
        ? new ReadRow(read.row().as(Disposition.FOOTNOTE), List.of(), List.of())
        : read;
  }
}
