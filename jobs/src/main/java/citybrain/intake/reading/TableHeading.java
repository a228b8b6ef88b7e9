package citybrain.intake.reading;

import citybrain.contract.CellReading;
import citybrain.contract.CellText;
import citybrain.contract.ColumnType;
import citybrain.contract.ContractColumn;
import citybrain.contract.Layout.Place;
import citybrain.unit.SourceUnits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a sheet's name and in the titles above its table, for all records below. */
final class TableHeading {
  private static final Pattern BRACKETED = Pattern.compile("\\(([^()]+)\\)");
  private static final Pattern STATED_UNIT = Pattern.compile("单位:?([^,;()。]+)");

  /** Digits of a year, Arabic or Chinese, and what may follow in the name of a period. */
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?:(?:19|20)\\d{2}|[〇○零一二三四五六七八九]{4})(?:[年./-]?[第前上下\\d一二三四五六七八九十至到.~Q/-]*[个半]?(?:年度|季度|月份|年|月)?(?:累计|[末底])?)?");

  private final Map<String, StatedValue> values = new LinkedHashMap<>();
  private final String unit;

  private TableHeading(LocatedTable table) {
    List<String> titles = new ArrayList<>();
    titles.add(CellText.key(table.sheet().name()));
    List<DeliveredRow> head = table.sheet().head();
    for (DeliveredRow row : head.subList(0, table.firstHeader())) {
      row.cells().forEach(cell -> titles.add(CellText.key(cell)));
    }
    for (ContractColumn column : table.layout().at(Place.HEADING)) {
      value(column, titles).ifPresent(found -> values.put(column.name(), found));
    }
    Set<String> units = new LinkedHashSet<>();
    titles.forEach(title -> units.addAll(units(title, BRACKETED)));
    titles.forEach(title -> units.addAll(units(title, STATED_UNIT)));
    // 单位：万元 may also stand in a corner of the header itself.
    for (DeliveredRow row : head.subList(table.firstHeader(), table.lastHeader() + 1)) {
      row.cells().forEach(cell -> units.addAll(units(CellText.key(cell), STATED_UNIT)));
    }
    // Two units above one table say nothing about its figures.
    unit = units.size() == 1 ? units.iterator().next() : "";
  }

  static TableHeading of(LocatedTable table) {
    return new TableHeading(table);
  }

  Optional<StatedValue> value(ContractColumn column) {
    return Optional.ofNullable(values.get(column.name()));
  }

  /** The one unit stated, as written; empty when none is, or more than one. */
  String unit() {
    return unit;
  }

  private static Optional<StatedValue> value(ContractColumn column, List<String> titles) {
    Optional<StatedValue> stated =
        column.type() == ColumnType.PERIOD ? period(column, titles) : code(column, titles);
    return stated.or(() -> assumed(column));
  }

  /** What the contract says of a column that the file does not state. */
  static Optional<StatedValue> assumed(ContractColumn column) {
    String otherwise = column.paper().otherwise();
    return otherwise != null && column.read(otherwise) instanceof CellReading.Value value
        ? Optional.of(new StatedValue("", value.canonical()))
        : Optional.empty();
  }

  /** The longest name wins, so that 青岛市市南区 is no whole city. */
  private static Optional<StatedValue> code(ContractColumn column, List<String> titles) {
    if (column.codes() == null) {
      return Optional.empty();
    }
    return column.codes().codeByName().entrySet().stream()
        .filter(e -> titles.stream().anyMatch(t -> t.contains(e.getKey())))
        .max(
            Map.Entry.<String, String>comparingByKey(
                    (a, b) -> Integer.compare(a.length(), b.length()))
                .thenComparing(Map.Entry.comparingByValue()))
        .map(e -> new StatedValue(e.getKey(), e.getValue()));
  }

  /** The only period named; 1990-2021 is none, and two different ones say nothing. */
  private static Optional<StatedValue> period(ContractColumn column, List<String> titles) {
    Map<String, StatedValue> found = new LinkedHashMap<>();
    for (String title : titles) {
      Matcher matcher = PERIOD.matcher(title);
      while (matcher.find()) {
        if (column.read(matcher.group()) instanceof CellReading.Value value) {
          found.put(value.canonical(), new StatedValue(matcher.group(), value.canonical()));
        }
      }
    }
    return found.size() == 1 ? found.values().stream().findFirst() : Optional.empty();
  }

  private static List<String> units(String title, Pattern pattern) {
    List<String> units = new ArrayList<>();
    Matcher matcher = pattern.matcher(title);
    while (matcher.find()) {
      if (SourceUnits.of(matcher.group(1)).isPresent()) {
        units.add(matcher.group(1));
      }
    }
    return units;
  }
}
