package citybrain.intake.reading;

import citybrain.contract.CellReading;
import citybrain.contract.CellText;
import citybrain.contract.ColumnType;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.Layout.Place;
import citybrain.contract.RowCheck;
import citybrain.contract.Severity;
import citybrain.contract.UnitSource;
import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.LocatedTable.Measure;
import citybrain.period.Period;
import citybrain.period.PeriodText;
import citybrain.unit.SourceUnits;
import citybrain.unit.Unit;
import citybrain.unit.Unit.SourceUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * Records of one located table: cells read by contract, units converted, rows unpivoted, each with
 * what is wrong with it.
 *
 * <p>A blank cell below an across header states nothing and gives no record; a null token there
 * states that there is no figure and gives a record without it.
 */
final class TableConformer {
  /** As tables hold numbers: decimal(28,8). */
  private static final int SCALE = 8;

  private static final int WHOLE_DIGITS = 20;

  private final Contract contract;
  private final LocatedTable table;
  private final TableHeading heading;
  private final Map<String, NameParts> partsOf = new HashMap<>();

  /** The last text of each column in which a blank cell means the one above, by its name. */
  private final Map<String, String> above = new HashMap<>();

  private final List<ContractColumn> columns;
  private final List<ContractColumn> ownColumns;
  private final TypeTally tally;
  private final RecordChecks checks;
  private final Map<String, Optional<SourceUnit>> units = new HashMap<>();

  /**
   * @param tally told of every cell read
   * @param checks run over records whose cells could all be read
   */
  TableConformer(Contract contract, LocatedTable table, TypeTally tally, RecordChecks checks) {
    this.contract = contract;
    this.table = table;
    this.columns = table.layout().columns();
    this.ownColumns = table.layout().at(Place.COLUMN);
    this.tally = tally;
    this.checks = checks;
    this.heading = TableHeading.of(table);
    for (ContractColumn whole : table.layout().at(Place.COLUMN)) {
      List<ContractColumn> parts = table.layout().partsOf(whole);
      if (!parts.isEmpty()) {
        List<ContractColumn> coded = new ArrayList<>(parts);
        coded.add(whole);
        partsOf.put(whole.name(), NameParts.of(coded, List.of()));
      }
    }
  }

  private Optional<SourceUnit> unit(String written) {
    return units.computeIfAbsent(written, SourceUnits::of);
  }

  /**
   * Records of one row of data.
   *
   * @param filled the row's cells, those of merged regions filled
   * @param unitByIndex units that a unit row states, by 0-based column index
   */
  List<ConformedRow> records(
      DeliveredRow delivered, List<String> filled, Map<Integer, String> unitByIndex) {
    List<ConformedRow> records = new ArrayList<>(1);
    addRecords(new RowView(table, delivered, filled, unitByIndex), records);
    return records;
  }

  /** One data row with everything needed to read it. */
  private record RowView(
      LocatedTable table,
      DeliveredRow delivered,
      List<String> cells,
      Map<Integer, String> unitByIndex) {

    String cell(ContractColumn column) {
      Integer index = table.columnIndex().get(column.name());
      return index == null ? "" : SourceSheet.cell(cells, index);
    }

    boolean isSpreadsheet() {
      return !table.sheet().isText();
    }

    @Nullable String address(@Nullable Integer index) {
      return index == null || !isSpreadsheet()
          ? null
          : new CellReference(delivered.row() - 1, index).formatAsString();
    }
  }

  private void addRecords(RowView row, List<ConformedRow> records) {
    RecordDraft shared = new RecordDraft(row);
    for (ContractColumn column : columns) {
      if (column.place() == Place.COLUMN) {
        Integer index = row.table().columnIndex().get(column.name());
        String written = written(row, column);
        if (!shared.readParts(column, written, index)) {
          shared.read(column, column.header(), written, index, "");
        }
      } else if (column.place() == Place.HEADING) {
        shared.readHeading(column);
      }
    }
    shared.convert(ownColumns);
    if (row.table().measures().isEmpty()) {
      records.add(shared.finish(null));
      return;
    }
    Map<List<String>, List<Measure>> byAcross = new LinkedHashMap<>();
    for (Measure measure : row.table().measures()) {
      String text = SourceSheet.cell(row.delivered().cells(), measure.index());
      if (!CellText.key(text).isEmpty()) {
        byAcross.computeIfAbsent(measure.acrossKey(), a -> new ArrayList<>()).add(measure);
      }
    }
    List<ContractColumn> across = row.table().layout().at(Place.ACROSS);
    byAcross.forEach(
        (key, measures) -> {
          RecordDraft draft = shared.copy();
          for (ContractColumn column : across) {
            StatedValue stated =
                Objects.requireNonNull(measures.get(0).across().get(column.name()));
            draft.put(column, stated.verbatim(), stated.canonical());
          }
          for (Measure measure : measures) {
            draft.readMeasure(measure);
          }
          records.add(draft.finish(row.address(measures.get(0).index())));
        });
  }

  /** A bare month is read with the year of its year column before it. */
  private String written(RowView row, ContractColumn column) {
    String own = row.cell(column);
    if (column.paper().isRepeatedBelow()) {
      own = CellText.isBlank(own) ? above.getOrDefault(column.name(), own) : own;
      above.put(column.name(), own);
    }
    if (column.yearFrom() == null || CellText.key(own).isEmpty()) {
      return own;
    }
    String year =
        row.table().layout().column(column.yearFrom()).map(row::cell).map(CellText::key).orElse("");
    return year.isEmpty() ? own : year + (year.endsWith("年") ? "" : "年") + CellText.key(own);
  }

  /** A record while its cells are read. */
  private final class RecordDraft {
    private final RowView row;
    private final Map<String, String> canonical = new LinkedHashMap<>();
    private final Map<String, String> verbatim = new LinkedHashMap<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private @Nullable String unitCode;
    private String unitOfName = "";
    private boolean isUnitNearest;

    RecordDraft(RowView row) {
      this.row = row;
    }

    RecordDraft copy() {
      RecordDraft copy = new RecordDraft(row);
      copy.canonical.putAll(canonical);
      copy.verbatim.putAll(verbatim);
      copy.problems.addAll(problems);
      copy.unitCode = unitCode;
      copy.unitOfName = unitOfName;
      copy.isUnitNearest = isUnitNearest;
      return copy;
    }

    void put(ContractColumn column, String written, String value) {
      verbatim.put(column.name(), written);
      canonical.put(column.name(), value);
    }

    /**
     * Reads a cell that names several things.
     *
     * @return false when the column has no parts or the cell does not name all of them
     */
    boolean readParts(ContractColumn column, String written, @Nullable Integer index) {
      NameParts parts = partsOf.get(column.name());
      Optional<NameParts.Named> named =
          parts == null ? Optional.empty() : parts.read(CellText.key(CellText.name(written)));
      StatedValue own = named.map(n -> n.values().get(column.name())).orElse(null);
      if (named.isEmpty() || own == null) {
        return false;
      }
      CellReading reading = new CellReading.Value(own.canonical());
      tally.count(column, reading, row.delivered(), row.address(index), written);
      put(column, written, own.canonical());
      for (ContractColumn part : row.table().layout().partsOf(column)) {
        StatedValue value = named.get().values().get(part.name());
        if (value != null) {
          put(part, value.verbatim(), value.canonical());
        } else if (part.isRequired()) {
          problems.add(
              problem(
                  column.header(),
                  index,
                  written,
                  "required",
                  "“%s”中的“%s”未写明“%s”".formatted(column.header(), written, part.header())));
        }
      }
      unitOfName = named.get().unit();
      return true;
    }

    /**
     * @param unitNearby stated in the header, below it or in the row's name; empty for none
     */
    void read(
        ContractColumn column,
        String label,
        String written,
        @Nullable Integer index,
        String unitNearby) {
      String text = withoutPercentOfPercentUnit(column, written, unitNearby);
      CellReading reading = column.read(text);
      tally.count(column, reading, row.delivered(), row.address(index), written);
      if (reading instanceof CellReading.Value value) {
        put(column, written, value.canonical());
        if (column.type() == ColumnType.UNIT && unit(written).isEmpty()) {
          problems.add(unknownUnit(label, index, written));
        }
      } else if (reading instanceof CellReading.Failure failure) {
        problems.add(problem(label, index, written, failure.checkId(), failure.reasonZh()));
      } else if (column.isRequired()) {
        problems.add(problem(label, index, written, "required", "“%s”不能为空".formatted(label)));
      }
    }

    /**
     * In a row whose unit is %, 5.2% and 5.2 say the same; elsewhere a percent sign is no number,
     * unless each figure has the unit stated nearest to it.
     */
    private String withoutPercentOfPercentUnit(
        ContractColumn column, String written, String unitNearby) {
      UnitSource unit = column.unit();
      String key = CellText.key(written);
      if (column.type() != ColumnType.DECIMAL || unit == null || !key.endsWith("%")) {
        return written;
      }
      String stated =
          switch (unit.place()) {
            case COLUMN -> verbatim.getOrDefault(unit.text(), "");
            case NEAREST -> unitNearby.isEmpty() ? "%" : unitNearby;
            case FIXED, HEADER -> "";
          };
      boolean isInPercent = unit(stated).filter(u -> u.unit() == Unit.PERCENT).isPresent();
      return isInPercent ? key.substring(0, key.length() - 1) : written;
    }

    void readHeading(ContractColumn column) {
      Optional<StatedValue> found = heading.value(column);
      if (found.isPresent()) {
        put(column, found.get().verbatim(), found.get().canonical());
      } else if (column.isRequired()) {
        problems.add(
            problem(
                column.header(),
                null,
                row.delivered().sheet(),
                "required",
                "标题和工作表名称中未写明“%s”".formatted(column.header())));
      }
    }

    void readMeasure(Measure measure) {
      ContractColumn column = measure.column();
      String written = SourceSheet.cell(row.delivered().cells(), measure.index());
      boolean isSole = row.table().layout().at(Place.BELOW_ACROSS).size() == 1;
      String label = measure.label() + (isSole ? "" : "/" + column.header());
      String unit = row.unitByIndex().getOrDefault(measure.index(), measure.unit());
      unit = unit.isEmpty() ? unitOfName : unit;
      read(column, label, written, measure.index(), unit);
      if (unit.isEmpty() && CellText.key(written).endsWith("%")) {
        unit = "%";
      }
      convert(column, label, measure.index(), unit);
    }

    void convert(List<ContractColumn> columns) {
      for (ContractColumn column : columns) {
        Integer index = row.table().columnIndex().get(column.name());
        convert(
            column,
            column.header(),
            index,
            row.table().headerUnit().getOrDefault(column.name(), ""));
      }
    }

    private void convert(
        ContractColumn column, String label, @Nullable Integer index, String headerUnit) {
      UnitSource source = column.unit();
      String value = canonical.get(column.name());
      if (source == null || value == null) {
        return;
      }
      String written = unitText(source, headerUnit);
      Optional<SourceUnit> unit = unit(written);
      if (unit.isEmpty()) {
        // A unit in a column of its own is reported there, once for all figures of the row.
        // So is one in a row's name that could not be read: with its name.
        boolean isInUnreadName = !partsOf.isEmpty() && written.isEmpty() && !problems.isEmpty();
        if (source.place() != UnitSource.Place.COLUMN && !isInUnreadName) {
          problems.add(unknownUnit(label, index, written));
        }
        canonical.remove(column.name());
        return;
      }
      if (column.type() == ColumnType.PERCENT && unit.get().unit() != Unit.PERCENT) {
        problems.add(
            problem(
                label,
                index,
                written,
                "unit.percent",
                "“%s”应以%%为单位，收到“%s”".formatted(label, written)));
        return;
      }
      BigDecimal stored = unit.get().toStored(new BigDecimal(value));
      if (stored.scale() > SCALE) {
        stored = stored.setScale(SCALE, RoundingMode.HALF_UP);
      }
      if (stored.precision() - stored.scale() > WHOLE_DIGITS) {
        problems.add(problem(label, index, value, "range.digits", "“%s”超过20位整数".formatted(label)));
        return;
      }
      canonical.put(
          column.name(), stored.signum() == 0 ? "0" : stored.stripTrailingZeros().toPlainString());
      if (column.type() == ColumnType.DECIMAL) {
        unitCode = unit.get().unit().code();
        isUnitNearest = source.place() == UnitSource.Place.NEAREST;
      }
    }

    private CellProblem unknownUnit(String label, @Nullable Integer index, String written) {
      return problem(
          label, index, written, "unit.unknown", "“%s”中的单位“%s”无法识别".formatted(label, written));
    }

    private String unitText(UnitSource source, String headerUnit) {
      return switch (source.place()) {
        case FIXED -> source.text();
        case COLUMN -> verbatim.getOrDefault(source.text(), "");
        case HEADER -> CellText.key(headerUnit).isEmpty() ? source.text() : headerUnit;
        case NEAREST -> nearest(headerUnit, heading.unit(), source.text());
      };
    }

    private static String nearest(String... units) {
      return Stream.of(units).filter(unit -> !CellText.isBlank(unit)).findFirst().orElse("");
    }

    private CellProblem problem(
        String label, @Nullable Integer index, String value, String checkId, String reasonZh) {
      return CellProblem.error(
          row.delivered().sheet(),
          row.delivered().row(),
          row.address(index),
          label,
          value,
          checkId,
          reasonZh);
    }

    ConformedRow finish(@Nullable String cell) {
      Map<String, String> values = silver();
      boolean isReadable = problems.isEmpty();
      if (isReadable) {
        for (RowCheck check : checks.broken(contract, table.layout(), values)) {
          problems.add(broken(check));
        }
      }
      List<CellProblem> found =
          problems.size() < 2 ? problems : problems.stream().distinct().toList();
      boolean isTaken = found.stream().allMatch(CellProblem::isWarning);
      return new ConformedRow(
          contract.targetTable(),
          values,
          row.delivered().sheet(),
          row.delivered().row(),
          cell,
          isTaken ? Outcome.ACCEPTED : Outcome.QUARANTINED,
          found);
    }

    /** One problem for all cells that a check compares: nobody knows which of them is wrong. */
    private CellProblem broken(RowCheck check) {
      List<String> headers = new ArrayList<>();
      List<String> written = new ArrayList<>();
      String address = null;
      for (String name : check.columns()) {
        headers.add(table.layout().column(name).map(ContractColumn::header).orElse(name));
        written.add(verbatim.getOrDefault(name, ""));
        address = address == null ? row.address(table.columnIndex().get(name)) : address;
      }
      return new CellProblem(
          row.delivered().sheet(),
          row.delivered().row(),
          address,
          String.join("、", headers),
          String.join("、", written),
          check.name(),
          check.descriptionZh(),
          check.remedyZh(),
          check.severity() == Severity.WARNING);
    }

    private Map<String, String> silver() {
      SilverRecord record = new SilverRecord(canonical);
      String indicator = CellText.name(verbatim.getOrDefault("indicator_code", ""));
      return switch (contract.targetTable()) {
        case "statistical_observation", "industry_observation" ->
            period()
                .map(p -> record.observation(p, statedUnit(), indicator, contract.name()))
                .orElseGet(() -> record.asDelivered(statedUnit()));
        case "indicator_report" -> record.indicatorReport(statedUnit(), indicator);
        default -> isUnitNearest ? record.withUnit(statedUnit()) : record.asDelivered(statedUnit());
      };
    }

    private Optional<Period> period() {
      return canonical.containsKey("period")
          ? PeriodText.parse(verbatim.getOrDefault("period", ""))
              .or(() -> PeriodText.parse(canonical.get("period")))
          : Optional.empty();
    }

    /**
     * The unit of the figures; without a figure the unit written, unless it is that of growth
     * alone.
     */
    private @Nullable String statedUnit() {
      if (unitCode != null) {
        return unitCode;
      }
      Optional<Unit> written = unit(verbatim.getOrDefault("unit", "")).map(SourceUnit::unit);
      boolean isObservation = contract.targetTable().endsWith("_observation");
      return written.filter(u -> !isObservation || u != Unit.PERCENT).map(Unit::code).orElse(null);
    }
  }
}
