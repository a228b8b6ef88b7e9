package citybrain.intake.reading;

import citybrain.contract.CellReading;
import citybrain.contract.CellText;
import citybrain.contract.ColumnType;
import citybrain.contract.ContractColumn;
import citybrain.contract.HeaderAlias;
import citybrain.contract.Layout;
import citybrain.contract.Layout.Place;
import citybrain.contract.UnitSource;
import citybrain.intake.reading.LocatedTable.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a layout in a sheet: the first rows, one to five deep, whose texts fit the
 * contract best.
 *
 * <p>Texts are compared without blanks and in compatibility form; merged headers count for every
 * column they cover, and a unit in brackets is no part of the header.
 */
final class TableLocator {
  /** A header further down than this is not looked for. */
  private static final int LAST_FIRST_HEADER = 50;

  private static final int USUAL_DEPTH = 3;

  /** Where several values stand across, each may have rows of its own. */
  private static final int DEEPEST_HEADER = 5;

  /** Texts in one row beyond which no header is looked for; a table of days has 366. */
  private static final int MOST_HEADERS = 1_000;

  /** Unknown or repeated texts after which a row is no header. */
  private static final int STRANGE_HEADERS = 100;

  private static final Pattern BRACKETED_UNIT = Pattern.compile("(.+)\\(([^()]+)\\)");

  private final SourceSheet sheet;
  private final List<List<String>> keys;
  private final Set<String> known = new HashSet<>();
  private final Layout layout;
  private final LocalDate deliveredOn;
  private final NameParts names;

  private TableLocator(SourceSheet sheet, Layout layout, LocalDate deliveredOn) {
    this.sheet = sheet;
    this.keys = sheet.headKeys();
    this.layout = layout;
    this.deliveredOn = deliveredOn;
    for (ContractColumn column : layout.columns()) {
      known.add(CellText.key(column.header()));
      column.aliases().forEach(alias -> known.add(CellText.key(alias.text())));
    }
    this.names = NameParts.of(layout.at(Place.ACROSS), layout.at(Place.BELOW_ACROSS));
  }

  /**
   * The best header of a sheet.
   *
   * @param table null when the header does not fit
   * @param row 1-based row of the first header row looked at; 0 for an empty sheet
   * @param hits number of contract columns found
   * @param isWhole no merged cell reaches beyond the header rows
   * @param missing headers not found that must be there
   * @param repeated headers found more than once
   * @param unknown headers that the contract does not know
   */
  record HeaderFit(
      @Nullable LocatedTable table,
      int row,
      int hits,
      boolean isWhole,
      Collection<String> missing,
      Collection<String> repeated,
      Collection<String> unknown) {

    boolean isBetterThan(@Nullable HeaderFit other) {
      if (other == null || (table != null) != (other.table != null)) {
        return other == null || table != null;
      }
      return hits != other.hits ? hits > other.hits : isWhole && !other.isWhole;
    }
  }

  static HeaderFit fit(SourceSheet sheet, Layout layout, LocalDate deliveredOn) {
    return new TableLocator(sheet, layout, deliveredOn).best();
  }

  private HeaderFit best() {
    HeaderFit best = null;
    // Text has no merged cells and its header is one line deep.
    int inSpreadsheet = layout.at(Place.ACROSS).size() > 1 ? DEEPEST_HEADER : USUAL_DEPTH;
    int deepest = sheet.isText() ? 1 : inSpreadsheet;
    int last = Math.min(keys.size(), LAST_FIRST_HEADER);
    for (int depth = 1; depth <= deepest; depth++) {
      for (int first = 0; first < last && first + depth <= keys.size(); first++) {
        HeaderFit fit = at(first, depth);
        if (fit.isBetterThan(best)) {
          best = fit;
        }
      }
    }
    return best != null
        ? best
        : new HeaderFit(null, 0, 0, false, requiredHeaders(), List.of(), List.of());
  }

  private List<String> requiredHeaders() {
    return layout.at(Place.COLUMN).stream()
        .filter(c -> !c.isHeaderOptional())
        .map(ContractColumn::header)
        .toList();
  }

  private HeaderFit at(int first, int depth) {
    int width = 0;
    for (int i = first; i < first + depth; i++) {
      width = Math.max(width, keys.get(i).size());
    }
    List<List<String>> partsByIndex = new ArrayList<>();
    List<Optional<HeaderMatch>> matches = new ArrayList<>();
    List<ContractColumn> columns = layout.at(Place.COLUMN);
    int texts = 0;
    for (int index = 0; index < width && texts < MOST_HEADERS; index++) {
      List<String> parts = parts(first, depth, index);
      partsByIndex.add(parts);
      matches.add(parts.isEmpty() ? Optional.empty() : match(parts, columns));
      texts += parts.isEmpty() ? 0 : 1;
    }
    boolean isHopeless =
        depth > 1
            && layout.at(Place.COLUMN).stream().noneMatch(c -> c.paper().isHeaderBlank())
            && matches.stream().allMatch(Optional::isEmpty);
    if (isHopeless) {
      return new HeaderFit(
          null, sheet.head().get(first).row(), 0, false, requiredHeaders(), List.of(), List.of());
    }
    Map<String, Integer> columnIndex = new LinkedHashMap<>();
    Map<String, String> headerUnit = new HashMap<>();
    List<Measure> measures = new ArrayList<>();
    Set<String> repeated = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    Set<List<String>> seenMeasures = new HashSet<>();
    int firstBlank = -1;
    int again = 0;
    int strange = 0;
    for (int index = 0; index < partsByIndex.size(); index++) {
      List<String> parts = partsByIndex.get(index);
      if (parts.isEmpty()) {
        firstBlank = firstBlank < 0 ? index : firstBlank;
        continue;
      }
      Optional<HeaderMatch> match = matches.get(index);
      if (match.isPresent()) {
        ContractColumn column = match.get().column();
        headerUnit.put(column.name(), match.get().unit());
        if (columnIndex.putIfAbsent(column.name(), index) != null) {
          repeated.add(column.header());
        }
        continue;
      }
      Measure measure = measure(index, parts, measures, seenMeasures);
      if (measure == null) {
        unknown.add(String.join("/", parts));
        strange++;
        if (strange > STRANGE_HEADERS && measures.isEmpty() && columnIndex.isEmpty()) {
          break;
        }
      } else {
        measures.add(measure);
        if (!seenMeasures.add(identity(measure))) {
          repeated.add(measure.label() + measure.column().header());
          again++;
          if (again > STRANGE_HEADERS) {
            break;
          }
        }
      }
    }
    boolean isBlankLeftOfFigures =
        firstBlank >= 0 && !measures.isEmpty() && firstBlank < measures.get(0).index();
    for (ContractColumn column : layout.at(Place.COLUMN)) {
      if (isBlankLeftOfFigures && column.paper().isHeaderBlank()) {
        columnIndex.putIfAbsent(column.name(), firstBlank);
      }
    }
    Set<String> missing = new LinkedHashSet<>();
    for (ContractColumn column : layout.at(Place.COLUMN)) {
      if (!column.isHeaderOptional() && !columnIndex.containsKey(column.name())) {
        missing.add(column.header());
      }
    }
    if (measures.isEmpty()) {
      layout.at(Place.ACROSS).forEach(across -> missing.add(across.header()));
    }
    boolean isFit = missing.isEmpty() && repeated.isEmpty();
    int hits = columnIndex.size() + measures.size();
    LocatedTable table =
        isFit
            ? new LocatedTable(
                sheet, layout, first, first + depth - 1, columnIndex, headerUnit, measures)
            : null;
    return new HeaderFit(
        table,
        sheet.head().get(first).row(),
        hits,
        isWhole(first, first + depth - 1),
        missing,
        repeated,
        unknown);
  }

  /** The texts above a column from top to bottom; a text merged over several rows counts once. */
  private List<String> parts(int first, int depth, int index) {
    if (depth == 1) {
      String text = SourceSheet.cell(keys.get(first), index);
      return text.isEmpty() ? List.of() : List.of(text);
    }
    List<String> parts = new ArrayList<>();
    for (int i = first; i < first + depth; i++) {
      String text = SourceSheet.cell(keys.get(i), index);
      if (!text.isEmpty() && (parts.isEmpty() || !parts.get(parts.size() - 1).equals(text))) {
        parts.add(text);
      }
    }
    return parts;
  }

  /**
   * @param unit in brackets after the header, else empty
   */
  private record HeaderMatch(ContractColumn column, String unit) {}

  private Optional<HeaderMatch> match(List<String> parts, List<ContractColumn> columns) {
    String joined = parts.size() == 1 ? parts.get(0) : String.join("", parts);
    String last = parts.get(parts.size() - 1);
    if (!mayBeHeader(joined) && !mayBeHeader(last)) {
      return Optional.empty();
    }
    for (String text : new LinkedHashSet<>(List.of(joined, last))) {
      for (ContractColumn column : columns) {
        if (isHeader(column, text)) {
          return Optional.of(new HeaderMatch(column, ""));
        }
      }
      Matcher bracketed = BRACKETED_UNIT.matcher(text);
      if (bracketed.matches()) {
        for (ContractColumn column : columns) {
          UnitSource unit = column.unit();
          boolean isStatedInHeader = unit != null && unit.mayStandInHeader();
          if (isStatedInHeader && isHeader(column, bracketed.group(1))) {
            return Optional.of(new HeaderMatch(column, bracketed.group(2)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean mayBeHeader(String text) {
    return known.contains(text) || text.endsWith(")");
  }

  private boolean isHeader(ContractColumn column, String text) {
    if (!known.contains(text)) {
      return false;
    }
    if (CellText.key(column.header()).equals(text)) {
      return true;
    }
    for (HeaderAlias alias : column.aliases()) {
      if (!alias.from().isAfter(deliveredOn) && CellText.key(alias.text()).equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether no merged cell reaches into these rows from above or out of them below. */
  private boolean isWhole(int first, int last) {
    List<DeliveredRow> head = sheet.head();
    int firstRow = head.get(first).row();
    int nextRow = last + 1 < head.size() ? head.get(last + 1).row() : Integer.MAX_VALUE;
    return sheet.merged().stream()
        .noneMatch(
            region ->
                (region.firstRow() < firstRow && region.lastRow() >= firstRow)
                    || (region.firstRow() >= firstRow
                        && region.firstRow() < nextRow
                        && region.lastRow() >= nextRow));
  }

  private static List<String> identity(Measure measure) {
    List<String> identity = new ArrayList<>(measure.acrossKey());
    identity.add(measure.column().name());
    return identity;
  }

  private @Nullable Measure measure(
      int index, List<String> parts, List<Measure> left, Set<List<String>> seen) {
    List<ContractColumn> across = layout.at(Place.ACROSS);
    if (across.isEmpty()) {
      return null;
    }
    Measure measure = across.size() == 1 ? measureOfParts(index, parts, across.get(0)) : null;
    if (measure == null) {
      measure = measureOfNames(index, parts, across);
    }
    return measure == null || left.isEmpty()
        ? measure
        : withLeft(measure, left.get(left.size() - 1), across, seen);
  }

  /**
   * One part of the header is the across value, the rest names the measure; a sole measure needs no
   * name.
   */
  private @Nullable Measure measureOfParts(int index, List<String> parts, ContractColumn across) {
    List<ContractColumn> candidates = layout.at(Place.BELOW_ACROSS);
    for (int i = 0; i < parts.size(); i++) {
      if (!(across.read(parts.get(i)) instanceof CellReading.Value value)) {
        continue;
      }
      Map<String, StatedValue> stated =
          Map.of(across.name(), new StatedValue(parts.get(i), value.canonical()));
      List<String> rest = new ArrayList<>(parts);
      rest.remove(i);
      if (rest.isEmpty()) {
        if (candidates.size() == 1) {
          return new Measure(index, stated, candidates.get(0), "");
        }
        continue;
      }
      Optional<HeaderMatch> match = match(rest, candidates);
      if (match.isPresent()) {
        return new Measure(index, stated, match.get().column(), match.get().unit());
      }
    }
    return null;
  }

  /** All parts of the header together are names of across values, of a measure, and a unit. */
  private @Nullable Measure measureOfNames(
      int index, List<String> parts, List<ContractColumn> across) {
    Map<String, StatedValue> stated = new HashMap<>();
    List<String> rest = new ArrayList<>(parts);
    for (ContractColumn column : across) {
      if (column.type() == ColumnType.PERIOD) {
        period(column, rest).ifPresent(period -> stated.put(column.name(), period));
      }
    }
    Optional<NameParts.Named> named = names.read(String.join(NameParts.PART_END, rest));
    if (named.isEmpty()) {
      return null;
    }
    stated.putAll(named.get().values());
    Map<String, StatedValue> values = new LinkedHashMap<>();
    for (ContractColumn column : across) {
      StatedValue value = stated.get(column.name());
      if (value == null) {
        value = TableHeading.assumed(column).orElse(null);
      }
      if (value == null) {
        return null;
      }
      values.put(column.name(), value);
    }
    boolean isAnyStated = values.values().stream().anyMatch(value -> !value.verbatim().isEmpty());
    List<ContractColumn> candidates = layout.at(Place.BELOW_ACROSS);
    ContractColumn column =
        candidates.stream()
            .filter(c -> candidates.size() == 1 || stated.containsKey(c.name()))
            .findFirst()
            .orElse(null);
    return isAnyStated && column != null
        ? new Measure(index, values, column, named.get().unit())
        : null;
  }

  /** Takes the period out of a header's parts; its year may stand in a part of its own. */
  private static Optional<StatedValue> period(ContractColumn column, List<String> parts) {
    StatedValue found = null;
    List<String> rest = new ArrayList<>();
    for (String part : parts) {
      String year = found != null && isYear(found) ? found.canonical() + "年" : "";
      boolean isWanted = found == null || !year.isEmpty();
      if (isWanted && column.read(year + part) instanceof CellReading.Value value) {
        found = new StatedValue(year + part, value.canonical());
      } else {
        rest.add(part);
      }
    }
    parts.clear();
    parts.addAll(rest);
    return Optional.ofNullable(found);
  }

  private static boolean isYear(StatedValue period) {
    return period.canonical().length() == "2020".length();
  }

  /**
   * A year alone beside a month of that year means that month; a name that stands a second time
   * goes with the one to its left: 同比增长 right of 累计 is 累计同比增长.
   */
  private static Measure withLeft(
      Measure measure, Measure left, List<ContractColumn> across, Set<List<String>> seen) {
    Map<String, StatedValue> values = new LinkedHashMap<>(measure.across());
    boolean isRepeated = seen.contains(identity(measure));
    for (ContractColumn column : across) {
      StatedValue own = values.get(column.name());
      StatedValue before = left.across().get(column.name());
      if (!column.paper().isReadWithLeft() || own == null || before == null) {
        continue;
      }
      if (column.type() == ColumnType.PERIOD) {
        boolean isWithin =
            isYear(own) && !isYear(before) && before.canonical().startsWith(own.canonical());
        values.put(column.name(), isWithin ? before : own);
      } else if (isRepeated
          && column.read(before.verbatim() + own.verbatim()) instanceof CellReading.Value value) {
        values.put(
            column.name(), new StatedValue(before.verbatim() + own.verbatim(), value.canonical()));
      }
    }
    return new Measure(measure.index(), values, measure.column(), measure.unit());
  }
}
