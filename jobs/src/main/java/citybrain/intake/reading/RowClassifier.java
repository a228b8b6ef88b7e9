package citybrain.intake.reading;

import citybrain.contract.CellText;
import citybrain.contract.ContractColumn;
import citybrain.contract.Layout.Place;
import citybrain.intake.reading.DeliveredRow.Disposition;
import citybrain.intake.reading.LocatedTable.Measure;
import citybrain.intake.reading.SourceSheet.MergedRegion;
import citybrain.unit.SourceUnits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells records from titles, unit rows, sections, totals and notes, row by row from the top. In
 * doubt a row is a record, so that it is checked.
 */
final class RowClassifier {
  private static final Set<String> TOTALS = Set.of("合计", "总计", "小计");
  private static final Set<String> UNIT_WORDS = Set.of("单位", "计量单位");
  private static final Pattern NOTE =
      Pattern.compile("(注|备注|说明|附注|资料来源|数据来源|来源|填报|制表|审核|联系|负责人)[\\d一二三]*[:：.、].*|[*※].*");

  private final LocatedTable table;
  private final List<Integer> measureIndexes;
  private final List<Integer> totalIndexes;
  private final List<String> lastHeader;
  private final List<MergedRegion> mergedAcross;
  private final Map<Integer, String> unitByIndex = new HashMap<>();
  private int position;
  private boolean isBelowHeader;

  /**
   * @param isFromTop whether the rows start with the sheet's first one, else below the header
   */
  RowClassifier(LocatedTable table, boolean isFromTop) {
    this.table = table;
    this.position = isFromTop ? 0 : table.lastHeader() + 1;
    this.isBelowHeader = isFromTop;
    this.measureIndexes = table.measures().stream().map(Measure::index).toList();
    this.totalIndexes =
        table.layout().at(Place.COLUMN).stream()
            .filter(c -> c.isKey() || c.isHeaderOptional())
            .map(c -> table.columnIndex().get(c.name()))
            .filter(java.util.Objects::nonNull)
            .toList();
    this.lastHeader = table.sheet().head().get(table.lastHeader()).cells();
    this.mergedAcross =
        table.sheet().merged().stream().filter(MergedRegion::isWiderThanOneColumn).toList();
  }

  /** Unit of each measure that a unit row stated, by 0-based column index. */
  Map<Integer, String> unitByIndex() {
    return unitByIndex;
  }

  /** What the next row is; a section that turns out to be a note is the caller's to correct. */
  Disposition next(DeliveredRow row) {
    int at = position++;
    if (at > table.lastHeader() && isBlank(row)) {
      return Disposition.BLANK;
    }
    if (at < table.firstHeader()) {
      return isBlank(row) ? Disposition.BLANK : Disposition.TITLE;
    }
    if (at <= table.lastHeader()) {
      return Disposition.HEADER;
    }
    if (isBelowHeader && isUnitRow(row)) {
      measureIndexes.forEach(i -> unitByIndex.put(i, SourceSheet.cell(row.cells(), i)));
      return Disposition.UNIT;
    }
    isBelowHeader = false;
    return body(row);
  }

  private static boolean isBlank(DeliveredRow row) {
    for (String cell : row.cells()) {
      if (!CellText.isBlank(cell)) {
        return false;
      }
    }
    return true;
  }

  /** A unit row names a unit below every measure and nothing else. */
  private boolean isUnitRow(DeliveredRow row) {
    boolean isExpected =
        table.layout().columns().stream()
            .map(ContractColumn::unit)
            .anyMatch(unit -> unit != null && unit.mayStandInHeader());
    if (!isExpected || measureIndexes.isEmpty()) {
      return false;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      String text = CellText.key(row.cells().get(i));
      boolean isUnit = SourceUnits.of(text).isPresent();
      boolean isAllowed =
          measureIndexes.contains(i) ? isUnit : text.isEmpty() || UNIT_WORDS.contains(text);
      if (!isAllowed) {
        return false;
      }
    }
    return row.cells().size() > measureIndexes.get(0);
  }

  private Disposition body(DeliveredRow row) {
    if (repeatsHeader(row)) {
      return Disposition.HEADER;
    }
    if (isTotal(row)) {
      return Disposition.TOTAL;
    }
    String single = singleText(row);
    if (single != null && NOTE.matcher(single).matches()) {
      return Disposition.SECTION;
    }
    if (measureIndexes.isEmpty()) {
      return Disposition.DATA;
    }
    boolean hasFigure =
        measureIndexes.stream().anyMatch(i -> !CellText.isBlank(SourceSheet.cell(row.cells(), i)));
    if (single != null && (!hasFigure || isMergedAcross(row))) {
      return Disposition.SECTION;
    }
    return hasFigure ? Disposition.DATA : Disposition.NO_VALUE;
  }

  /**
   * The only filled cell of a row, in comparable form; null when there is none or more than one.
   */
  private static @org.jspecify.annotations.Nullable String singleText(DeliveredRow row) {
    String single = null;
    for (String cell : row.cells()) {
      if (!CellText.isBlank(cell)) {
        if (single != null) {
          return null;
        }
        single = cell;
      }
    }
    return single == null ? null : CellText.key(single);
  }

  /** A table printed over several pages repeats its header. */
  private boolean repeatsHeader(DeliveredRow row) {
    if (table.columnIndex().isEmpty()) {
      return false;
    }
    for (int i : table.columnIndex().values()) {
      String text = SourceSheet.cell(row.cells(), i);
      String header = SourceSheet.cell(lastHeader, i);
      // Most rows differ in their first cell already: the comparable form is rarely needed.
      if (text.isEmpty() || !CellText.key(text).equals(CellText.key(header))) {
        return false;
      }
    }
    return true;
  }

  private boolean isTotal(DeliveredRow row) {
    for (int i : totalIndexes) {
      String cell = SourceSheet.cell(row.cells(), i);
      if (cell.indexOf('计') >= 0 && TOTALS.contains(CellText.key(cell))) {
        return true;
      }
    }
    return false;
  }

  private boolean isMergedAcross(DeliveredRow row) {
    return mergedAcross.stream()
        .anyMatch(region -> region.firstRow() <= row.row() && region.lastRow() >= row.row());
  }
}
