package citybrain.intake.reading;

import citybrain.contract.CellReading;
import citybrain.contract.CellText;
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
 * Finds the header of a layout in a sheet: the first rows, one to three deep, whose texts fit the
 * contract best.
 *
 * <p>Texts are compared without blanks and in compatibility form; merged headers count for every
 * column they cover, and a unit in brackets is no part of the header.
 */
final class TableLocator {
  /** A header further down than this is not looked for. */
  private static final int LAST_FIRST_HEADER = 50;

  private static final int DEEPEST_HEADER = 3;

  /** Texts in one row beyond which no header is looked for; a table of days has 366. */
  private static final int MOST_HEADERS = 1_000;

  private static final Pattern BRACKETED_UNIT = Pattern.compile("(.+)\\(([^()]+)\\)");

  private final SourceSheet sheet;
  private final List<List<String>> keys;
  private final @Nullable ContractColumn across;
  private final Set<String> known = new HashSet<>();
  private final Layout layout;
  private final LocalDate deliveredOn;

  private TableLocator(SourceSheet sheet, Layout layout, LocalDate deliveredOn) {
    this.sheet = sheet;
    this.keys = sheet.headKeys();
    this.layout = layout;
    this.across = layout.across().orElse(null);
    this.deliveredOn = deliveredOn;
    for (ContractColumn column : layout.columns()) {
      known.add(CellText.key(column.header()));
      column.aliases().forEach(alias -> known.add(CellText.key(alias.text())));
    }
  }

  /**
   * The best header of a sheet.
   *
   * @param table null when the header does not fit
   * @param row 1-based row of the first header row looked at; 0 for an empty sheet
   * @param hits number of contract columns found
   * @param missing headers not found that must be there
   * @param repeated headers found more than once
   * @param unknown headers that the contract does not know
   */
  record HeaderFit(
      @Nullable LocatedTable table,
      int row,
      int hits,
      Collection<String> missing,
      Collection<String> repeated,
      Collection<String> unknown) {

    boolean isBetterThan(@Nullable HeaderFit other) {
      if (other == null || (table != null) != (other.table != null)) {
        return other == null || table != null;
      }
      return hits > other.hits;
    }
  }

  static HeaderFit fit(SourceSheet sheet, Layout layout, LocalDate deliveredOn) {
    return new TableLocator(sheet, layout, deliveredOn).best();
  }

  private HeaderFit best() {
    HeaderFit best = null;
    // Text has no merged cells and its header is one line deep.
    int deepest = sheet.isText() ? 1 : DEEPEST_HEADER;
    int last = Math.min(keys.size(), LAST_FIRST_HEADER);
    for (int depth = 1; depth <= deepest; depth++) {
      for (int first = 0; first < last && first + depth <= keys.size(); first++) {
        HeaderFit fit = at(first, depth);
        if (fit.isBetterThan(best)) {
          best = fit;
        }
      }
    }
    return best != null ? best : new HeaderFit(null, 0, 0, requiredHeaders(), List.of(), List.of());
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
    Map<String, Integer> columnIndex = new LinkedHashMap<>();
    Map<String, String> headerUnit = new HashMap<>();
    List<Measure> measures = new ArrayList<>();
    Set<String> repeated = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    Set<String> seenMeasures = new LinkedHashSet<>();
    List<ContractColumn> columns = layout.at(Place.COLUMN);
    int texts = 0;
    for (int index = 0; index < width && texts < MOST_HEADERS; index++) {
      List<String> parts = parts(first, depth, index);
      if (parts.isEmpty()) {
        continue;
      }
      texts++;
      Optional<HeaderMatch> match = match(parts, columns);
      if (match.isPresent()) {
        ContractColumn column = match.get().column();
        headerUnit.put(column.name(), match.get().unit());
        if (columnIndex.putIfAbsent(column.name(), index) != null) {
          repeated.add(column.header());
        }
        continue;
      }
      Measure measure = measure(index, parts);
      if (measure == null) {
        unknown.add(String.join("/", parts));
      } else {
        measures.add(measure);
        if (!seenMeasures.add(measure.across() + " " + measure.column().name())) {
          repeated.add(measure.acrossVerbatim() + measure.column().header());
        }
      }
    }
    Set<String> missing = new LinkedHashSet<>();
    for (ContractColumn column : layout.at(Place.COLUMN)) {
      if (!column.isHeaderOptional() && !columnIndex.containsKey(column.name())) {
        missing.add(column.header());
      }
    }
    boolean lacksMeasures = layout.across().isPresent() && measures.isEmpty();
    if (lacksMeasures) {
      layout.across().ifPresent(across -> missing.add(across.header()));
    }
    boolean isFit = missing.isEmpty() && repeated.isEmpty();
    int hits = columnIndex.size() + measures.size();
    LocatedTable table =
        isFit
            ? new LocatedTable(
                sheet, layout, first, first + depth - 1, columnIndex, headerUnit, measures)
            : null;
    return new HeaderFit(table, sheet.head().get(first).row(), hits, missing, repeated, unknown);
  }

  /** The texts above a column from top to bottom; a text merged over several rows counts once. */
  private List<String> parts(int first, int depth, int index) {
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
    String joined = String.join("", parts);
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
          boolean isStatedInHeader = unit != null && unit.place() == UnitSource.Place.HEADER;
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

  /**
   * One part of the header is the across value, the rest names the measure; a sole measure needs no
   * name.
   */
  private @Nullable Measure measure(int index, List<String> parts) {
    if (across == null) {
      return null;
    }
    List<ContractColumn> candidates = layout.at(Place.BELOW_ACROSS);
    for (int i = 0; i < parts.size(); i++) {
      if (!(across.read(parts.get(i)) instanceof CellReading.Value value)) {
        continue;
      }
      List<String> rest = new ArrayList<>(parts);
      rest.remove(i);
      if (rest.isEmpty()) {
        if (candidates.size() == 1) {
          return new Measure(index, value.canonical(), parts.get(i), candidates.get(0), "");
        }
        continue;
      }
      Optional<HeaderMatch> match = match(rest, candidates);
      if (match.isPresent()) {
        return new Measure(
            index, value.canonical(), parts.get(i), match.get().column(), match.get().unit());
      }
    }
    return null;
  }
}
