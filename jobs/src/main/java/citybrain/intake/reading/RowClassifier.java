package citybrain.intake.reading;

import citybrain.contract.CellText;
import citybrain.contract.ContractColumn;
import citybrain.contract.Layout.Place;
import citybrain.contract.UnitSource;
import citybrain.intake.reading.DeliveredRow.Disposition;
import citybrain.intake.reading.LocatedTable.Measure;
import citybrain.intake.reading.SourceSheet.MergedRegion;
import citybrain.unit.SourceUnits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells records from titles, unit rows, sections, totals and notes, row by row. In doubt a row is a
 * record, so that it is checked.
 */
final class RowClassifier {
  private static final Set<String> TOTALS = Set.of("合计", "总计", "小计");
  private static final Set<String> UNIT_WORDS = Set.of("单位", "计量单位");
  private static final Pattern NOTE =
      Pattern.compile("(注|备注|说明|附注|资料来源|数据来源|来源|填报|制表|审核|联系|负责人)[\\d一二三]*[:：.、].*|[*※].*");

  private final LocatedTable table;
  private final List<Disposition> dispositions = new ArrayList<>();

  private RowClassifier(LocatedTable table) {
    this.table = table;
  }

  /**
   * @param dispositions one per row of the sheet
   * @param unitByIndex unit of each measure that a unit row states, by 0-based column index
   */
  record Classified(List<Disposition> dispositions, Map<Integer, String> unitByIndex) {
    Classified {
      dispositions = List.copyOf(dispositions);
      unitByIndex = Map.copyOf(unitByIndex);
    }
  }

  static Classified classify(LocatedTable table) {
    return new RowClassifier(table).classify();
  }

  private Classified classify() {
    List<DeliveredRow> rows = table.sheet().rows();
    Map<Integer, String> units = new HashMap<>();
    boolean isBelowHeader = true;
    for (int i = 0; i < rows.size(); i++) {
      DeliveredRow row = rows.get(i);
      if (i < table.firstHeader()) {
        dispositions.add(isBlank(row) ? Disposition.BLANK : Disposition.TITLE);
      } else if (i <= table.lastHeader()) {
        dispositions.add(Disposition.HEADER);
      } else if (isBlank(row)) {
        dispositions.add(Disposition.BLANK);
      } else if (isBelowHeader && isUnitRow(row)) {
        dispositions.add(Disposition.UNIT);
        table
            .measures()
            .forEach(m -> units.put(m.index(), SourceSheet.cell(row.cells(), m.index())));
      } else {
        isBelowHeader = false;
        dispositions.add(body(row));
      }
    }
    notesBelowLastRecord();
    return new Classified(dispositions, units);
  }

  private static boolean isBlank(DeliveredRow row) {
    return row.cells().stream().allMatch(cell -> CellText.key(cell).isEmpty());
  }

  /** A unit row names a unit below every measure and nothing else. */
  private boolean isUnitRow(DeliveredRow row) {
    boolean isExpected =
        table.layout().columns().stream()
            .map(ContractColumn::unit)
            .anyMatch(unit -> unit != null && unit.place() == UnitSource.Place.HEADER);
    if (!isExpected || table.measures().isEmpty()) {
      return false;
    }
    List<Integer> indexes = table.measures().stream().map(Measure::index).toList();
    for (int i = 0; i < row.cells().size(); i++) {
      String text = CellText.key(row.cells().get(i));
      boolean isUnit = SourceUnits.of(text).isPresent();
      boolean isAllowed =
          indexes.contains(i) ? isUnit : text.isEmpty() || UNIT_WORDS.contains(text);
      if (!isAllowed) {
        return false;
      }
    }
    return row.cells().size() > indexes.get(0);
  }

  private Disposition body(DeliveredRow row) {
    if (repeatsHeader(row)) {
      return Disposition.HEADER;
    }
    if (isTotal(row)) {
      return Disposition.TOTAL;
    }
    List<String> filled =
        row.cells().stream().map(CellText::key).filter(t -> !t.isEmpty()).toList();
    boolean isSingleText = filled.size() == 1;
    if (isSingleText && NOTE.matcher(filled.get(0)).matches()) {
      return Disposition.SECTION;
    }
    if (table.measures().isEmpty()) {
      return Disposition.DATA;
    }
    boolean hasFigure =
        table.measures().stream()
            .anyMatch(m -> !CellText.key(SourceSheet.cell(row.cells(), m.index())).isEmpty());
    if (isSingleText && (!hasFigure || isMergedAcross(row))) {
      return Disposition.SECTION;
    }
    return hasFigure ? Disposition.DATA : Disposition.NO_VALUE;
  }

  /** A table printed over several pages repeats its header. */
  private boolean repeatsHeader(DeliveredRow row) {
    List<String> header = table.sheet().rows().get(table.lastHeader()).cells();
    return !table.columnIndex().isEmpty()
        && table.columnIndex().values().stream()
            .allMatch(
                i -> {
                  String text = CellText.key(SourceSheet.cell(row.cells(), i));
                  return !text.isEmpty() && text.equals(CellText.key(SourceSheet.cell(header, i)));
                });
  }

  private boolean isTotal(DeliveredRow row) {
    return table.layout().at(Place.COLUMN).stream()
        .filter(c -> c.isKey() || c.isHeaderOptional())
        .map(c -> table.columnIndex().get(c.name()))
        .anyMatch(
            i -> i != null && TOTALS.contains(CellText.key(SourceSheet.cell(row.cells(), i))));
  }

  private boolean isMergedAcross(DeliveredRow row) {
    return table.sheet().merged().stream()
        .filter(MergedRegion::isWiderThanOneColumn)
        .anyMatch(region -> region.firstRow() <= row.row() && region.lastRow() >= row.row());
  }

  /** What reads as a section but has no record below it is a note. */
  private void notesBelowLastRecord() {
    for (int i = dispositions.size() - 1; i >= 0; i--) {
      switch (dispositions.get(i)) {
        case SECTION -> dispositions.set(i, Disposition.FOOTNOTE);
        case DATA, NO_VALUE, TOTAL, HEADER -> {
          return;
        }
        case TITLE, UNIT, FOOTNOTE, BLANK, UNREAD -> {
          continue;
        }
      }
    }
  }
}
