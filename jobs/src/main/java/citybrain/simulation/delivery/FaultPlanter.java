package citybrain.simulation.delivery;

import citybrain.contract.CodeList;
import citybrain.contract.ColumnType;
import citybrain.contract.ContractColumn;
import citybrain.contract.RowCheck;
import citybrain.simulation.delivery.ComparisonCheck.Comparison;
import citybrain.simulation.delivery.ComparisonCheck.RecordView;
import citybrain.simulation.delivery.ComparisonCheck.Side;
import citybrain.unit.SourceUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plants faults into the rows of one file as they pass: at most one in a row, each in one cell or,
 * for a doubled key, in the cells of the key.
 *
 * <p>Cells that break their column's type stay at every row within the share that the contract
 * refuses a whole file above: otherwise the other faults in the file would never be found.
 */
final class FaultPlanter {
  private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String RESIDENT_CHECKS = "0123456789X";
  private static final List<String> UNKNOWN_UNITS = List.of("万园", "套（批）", "见备注");
  private static final double TWIN_CHANGES = 0.3;

  private final PaperTable table;
  private final double rate;
  private final RandomGenerator random;
  private final Set<Integer> mergedDown = new HashSet<>();
  private final List<Integer> keyIndexes = new ArrayList<>();
  private final List<ComparisonCheck> checks = new ArrayList<>();
  private final List<Pattern> opaqueChecks = new ArrayList<>();

  private final Map<String, Integer> filled = new HashMap<>();
  private final Map<String, Integer> broken = new HashMap<>();
  private @Nullable Standing twin;
  private @Nullable PaperRow clean;
  private @Nullable Fault planted;

  /**
   * @param silverKey key columns of the table the extract fills
   * @param rate share of rows that get a fault; a row in which none fits stays clean
   */
  FaultPlanter(PaperTable table, List<String> silverKey, double rate, RandomGenerator random) {
    this.table = table;
    this.rate = rate;
    this.random = random;
    for (ContractColumn column : table.layout().columns()) {
      if (column.yearFrom() != null) {
        mergedDown.add(table.indexOf(column.yearFrom()));
      }
    }
    for (String name : silverKey) {
      int index = table.indexOf(name);
      if (index >= 0) {
        keyIndexes.add(index);
      }
    }
    boolean hasBareMonths =
        keyIndexes.stream().anyMatch(i -> table.columns().get(i).column().yearFrom() != null);
    if (hasBareMonths) {
      keyIndexes.clear();
    }
    for (RowCheck check : table.layout().rowChecks()) {
      Optional<ComparisonCheck> known = ComparisonCheck.of(check);
      known.ifPresentOrElse(
          checks::add, () -> opaqueChecks.add(Pattern.compile(check.expression())));
    }
  }

  /** A clean row that was written, and where it stands. */
  private record Standing(PaperRow row, String sheet, int number) {}

  /**
   * A change of one row.
   *
   * @param changes new texts by position
   */
  private record Fault(
      CellFault kind,
      int column,
      String check,
      Map<Integer, String> changes,
      PaperRow trueRow,
      @Nullable Standing twin) {}

  /** A planted fault with its place; the simulation gives it its number. */
  record Found(
      String sheet,
      int row,
      String column,
      CellFault kind,
      String check,
      String plantedValue,
      String trueValue) {}

  /** A zip's next file begins: its rows are not doubled with those of the file before. */
  void beginPart() {
    twin = null;
  }

  /** The row as it shall be written. */
  PaperRow plant(PaperRow row) {
    requireGood(row);
    planted = null;
    clean = null;
    if (rate == 0) {
      return row;
    }
    countFilled(row);
    if (random.nextDouble() < rate) {
      List<Fault> candidates = candidates(row);
      if (!candidates.isEmpty()) {
        Fault chosen = choose(candidates);
        planted = chosen;
        if (chosen.kind().breaksType()) {
          broken.merge(table.columns().get(chosen.column()).name(), 1, Integer::sum);
        }
        if (chosen.kind() == CellFault.MISSING_REQUIRED) {
          filled.merge(table.columns().get(chosen.column()).name(), -1, Integer::sum);
        }
        return row.with(chosen.changes());
      }
    }
    clean = row;
    return row;
  }

  /** The row last planted was written; the faults that now stand in the file. */
  List<Found> written(String sheet, int number) {
    Fault fault = planted;
    if (fault == null) {
      if (clean != null && (twin == null || random.nextDouble() < TWIN_CHANGES)) {
        twin = new Standing(clean, sheet, number);
      }
      return List.of();
    }
    if (fault.twin() != null) {
      Standing other = fault.twin();
      String label = keyLabel();
      String key = keyText(other.row());
      twin = null;
      return List.of(
          new Found(other.sheet(), other.number(), label, fault.kind(), "", key, key),
          new Found(sheet, number, label, fault.kind(), "", key, keyText(fault.trueRow())));
    }
    PaperColumn column = table.columns().get(fault.column());
    return List.of(
        new Found(
            sheet,
            number,
            fault.check().isEmpty() ? column.label() : checkLabel(fault.check()),
            fault.kind(),
            fault.check(),
            fault.changes().getOrDefault(fault.column(), ""),
            fault.trueRow().texts().get(fault.column())));
  }

  /** The headers of all cells that a check compares: the reader cannot tell which is wrong. */
  private String checkLabel(String check) {
    return table.layout().rowChecks().stream()
        .filter(candidate -> candidate.name().equals(check))
        .flatMap(candidate -> candidate.columns().stream())
        .map(name -> table.layout().column(name).map(ContractColumn::header).orElse(name))
        .collect(Collectors.joining("、"));
  }

  /** What the department calls the key, as the reader says it. */
  private String keyLabel() {
    return table.contract().columns().stream()
        .filter(ContractColumn::isKey)
        .map(ContractColumn::header)
        .collect(Collectors.joining("、"));
  }

  private String keyText(PaperRow row) {
    return keyIndexes.stream()
        .map(index -> row.texts().get(index))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("、"));
  }

  /** A generator whose rows break their own contract would make every count of faults wrong. */
  private void requireGood(PaperRow row) {
    for (RecordView record : records(row, Map.of())) {
      for (ComparisonCheck check : checks) {
        if (!check.holds(record)) {
          throw new IllegalArgumentException(
              "%s: the row %s breaks %s"
                  .formatted(table.contract().path(), row.texts(), check.check().expression()));
        }
      }
    }
  }

  private void countFilled(PaperRow row) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (row.canonical().get(i) != null) {
        filled.merge(table.columns().get(i).name(), 1, Integer::sum);
      }
    }
  }

  private boolean mayBreak(String column) {
    return isWithinShare(broken.getOrDefault(column, 0) + 1, filled.getOrDefault(column, 0));
  }

  /** A blank cell makes the share of the broken ones larger. */
  private boolean mayBlank(String column) {
    return isWithinShare(broken.getOrDefault(column, 0), filled.getOrDefault(column, 0) - 1);
  }

  private boolean isWithinShare(int wrong, int of) {
    BigDecimal allowed = table.contract().refuseAboveShare().multiply(BigDecimal.valueOf(of));
    return BigDecimal.valueOf(wrong).compareTo(allowed) <= 0;
  }

  /** First the kind, then the cell: a kind is as frequent as another whatever it fits. */
  private Fault choose(List<Fault> candidates) {
    List<CellFault> kinds = candidates.stream().map(Fault::kind).distinct().sorted().toList();
    CellFault kind = oneOf(kinds);
    return oneOf(candidates.stream().filter(fault -> fault.kind() == kind).toList());
  }

  private List<Fault> candidates(PaperRow row) {
    boolean isRead = !table.hasMeasures() || !row.acrossStated().isEmpty();
    if (!isRead) {
      return List.of();
    }
    List<Fault> candidates = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String canonical = row.canonical().get(i);
      if (canonical != null && !mergedDown.contains(i)) {
        addCellFaults(candidates, row, i, canonical);
      }
    }
    for (ComparisonCheck check : checks) {
      addViolations(candidates, row, check);
    }
    doubled(row).ifPresent(candidates::add);
    return candidates;
  }

  private void addCellFaults(List<Fault> candidates, PaperRow row, int index, String canonical) {
    PaperColumn paper = table.columns().get(index);
    ContractColumn column = paper.column();
    String text = row.texts().get(index);
    boolean mayBreak = mayBreak(paper.name());
    switch (column.type()) {
      case DATE, TIMESTAMP -> {
        if (mayBreak) {
          String year = canonical.substring(0, 4);
          String time = column.type() == ColumnType.TIMESTAMP ? " 25:10" : "";
          String noDay = oneOf(List.of(year + "-13-05" + time, year + "-02-30" + time, "待定"));
          add(candidates, CellFault.UNPARSEABLE_DATE, row, index, noDay);
        }
      }
      case INTEGER, DECIMAL, PERCENT -> {
        if (mayBreak) {
          String noNumber = oneOf(List.of("约" + text, text + "左右", "见附件"));
          add(candidates, CellFault.UNPARSEABLE_NUMBER, row, index, noNumber);
        }
        outside(column.minimum(), -1)
            .ifPresent(
                value ->
                    add(candidates, CellFault.BELOW_MINIMUM, row, index, value.toPlainString()));
        outside(column.maximum(), 1)
            .ifPresent(
                value ->
                    add(candidates, CellFault.ABOVE_MAXIMUM, row, index, value.toPlainString()));
      }
      case PERIOD -> {
        if (mayBreak) {
          String noPeriod = oneOf(List.of("13月", canonical.substring(0, 4) + "年13月", "待定"));
          add(candidates, CellFault.UNPARSEABLE_PERIOD, row, index, noPeriod);
        }
      }
      case BOOLEAN -> {
        if (mayBreak) {
          add(candidates, CellFault.UNPARSEABLE_FLAG, row, index, "待核实");
        }
      }
      case CODE -> add(candidates, CellFault.UNKNOWN_CODE, row, index, unknownName(column, text));
      case UNIT -> {
        String unit = oneOf(UNKNOWN_UNITS);
        if (SourceUnits.of(unit).isEmpty()) {
          add(candidates, CellFault.UNKNOWN_UNIT, row, index, unit);
        }
      }
      case CREDIT_CODE ->
          add(candidates, CellFault.WRONG_CHECK_DIGIT, row, index, slipped(text, CREDIT_SIGNS));
      case RESIDENT_ID ->
          add(candidates, CellFault.WRONG_CHECK_DIGIT, row, index, slipped(text, RESIDENT_CHECKS));
      case TEXT, ARRAY -> {}
    }
    boolean mayBeBlank =
        column.isRequired()
            && !paper.isMeasure()
            && hasOtherCells(row, index)
            && mayBlank(paper.name());
    if (mayBeBlank) {
      add(candidates, CellFault.MISSING_REQUIRED, row, index, "");
    }
  }

  /** With one cell left, a row would be taken for a note or a section. */
  private static boolean hasOtherCells(PaperRow row, int index) {
    long others = row.texts().stream().filter(text -> !text.isEmpty()).count() - 1;
    return others > 1 && index >= 0;
  }

  private static void add(
      List<Fault> candidates, CellFault kind, PaperRow row, int index, String text) {
    candidates.add(new Fault(kind, index, "", Map.of(index, text), row, null));
  }

  private Optional<BigDecimal> outside(@Nullable BigDecimal bound, int side) {
    return Optional.ofNullable(bound)
        .map(value -> value.add(BigDecimal.valueOf((long) side * (1 + random.nextInt(90)))));
  }

  private static String unknownName(ContractColumn column, String text) {
    CodeList codes = Objects.requireNonNull(column.codes());
    String name = text.replaceAll("^.*：", "").strip();
    return List.of("其他" + name, name + "类", name + "（新）", name + "（原" + name + "）").stream()
        .filter(candidate -> codes.code(candidate).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** The last sign replaced by the next one, which never is right too. */
  private static String slipped(String number, String signs) {
    int last = number.length() - 1;
    char next = signs.charAt((signs.indexOf(number.charAt(last)) + 1) % signs.length());
    return number.substring(0, last) + next;
  }

  private void addViolations(List<Fault> candidates, PaperRow row, ComparisonCheck check) {
    for (String across : table.hasMeasures() ? row.acrossStated() : List.of("")) {
      RowRecord record = new RowRecord(row, across, Map.of());
      for (Comparison comparison : check.comparisons()) {
        violation(row, check, comparison, record, true).ifPresent(candidates::add);
        if (!comparison.isWithNumber()) {
          violation(row, check, comparison, record, false).ifPresent(candidates::add);
        }
      }
    }
  }

  /** The row with one side of the comparison changed; empty when that breaks something else. */
  private Optional<Fault> violation(
      PaperRow row,
      ComparisonCheck check,
      Comparison comparison,
      RowRecord record,
      boolean changesLeft) {
    String changedName = changesLeft ? comparison.left() : comparison.right();
    int index = record.index(changedName);
    Side changed = record.side(changedName);
    Side other =
        changesLeft && !comparison.isWithNumber()
            ? record.side(comparison.right())
            : record.side(comparison.left());
    if (index < 0 || changed == null || other == null || mergedDown.contains(index)) {
      return Optional.empty();
    }
    ContractColumn column = changed.column().column();
    boolean isOpaque = opaqueChecks.stream().anyMatch(opaque -> names(opaque, changedName));
    if (isOpaque || column.isKey()) {
      return Optional.empty();
    }
    boolean isLess = changesLeft == comparison.isLeftLarger();
    String value =
        switch (column.type()) {
          case DATE -> shiftedDay(other.canonical(), isLess);
          case TIMESTAMP -> shiftedTime(other.canonical(), isLess);
          case INTEGER, DECIMAL, PERCENT -> {
            BigDecimal bound =
                comparison.isWithNumber()
                    ? new BigDecimal(comparison.right())
                    : ComparisonCheck.stored(other, record);
            yield shiftedNumber(bound, changed, record, isLess);
          }
          default -> "";
        };
    return value.isEmpty() || !isWithinBounds(column, value)
        ? Optional.empty()
        : violating(row, check, index, value);
  }

  private Optional<Fault> violating(
      PaperRow row, ComparisonCheck check, int index, String canonical) {
    boolean breaksIt = false;
    for (RecordView changed : records(row, Map.of(index, canonical))) {
      breaksIt |= !check.holds(changed);
      boolean breaksAnother =
          checks.stream().anyMatch(other -> !other.equals(check) && !other.holds(changed));
      if (breaksAnother) {
        return Optional.empty();
      }
    }
    if (!breaksIt) {
      return Optional.empty();
    }
    String text = table.shown(table.columns().get(index), canonical);
    return Optional.of(
        new Fault(
            CellFault.CHECK_VIOLATED, index, check.check().name(), Map.of(index, text), row, null));
  }

  private String shiftedDay(String day, boolean isLess) {
    if (day.length() != LocalDate.EPOCH.toString().length()) {
      return "";
    }
    int days = 1 + random.nextInt(20);
    return LocalDate.parse(day).plusDays(isLess ? -days : days).toString();
  }

  private String shiftedTime(String time, boolean isLess) {
    if (!time.contains("T")) {
      return "";
    }
    int hours = 1 + random.nextInt(48);
    return LocalDateTime.parse(time).plusHours(isLess ? -hours : hours).toString()
        + (time.endsWith(":00") ? ":00" : "");
  }

  private static String shiftedNumber(
      BigDecimal bound, Side changed, RecordView record, boolean isLess) {
    BigDecimal factor = ComparisonCheck.factor(changed.column(), record).orElse(BigDecimal.ONE);
    BigDecimal step = bound.abs().multiply(new BigDecimal("0.1")).max(factor);
    BigDecimal stored = isLess ? bound.subtract(step) : bound.add(step);
    int decimals = Math.max(0, new BigDecimal(changed.canonical()).scale());
    return stored
        .divide(factor, decimals, isLess ? RoundingMode.FLOOR : RoundingMode.CEILING)
        .toPlainString();
  }

  private static boolean isWithinBounds(ContractColumn column, String value) {
    if (column.minimum() == null && column.maximum() == null) {
      return true;
    }
    BigDecimal number = new BigDecimal(value);
    return (column.minimum() == null || number.compareTo(column.minimum()) >= 0)
        && (column.maximum() == null || number.compareTo(column.maximum()) <= 0);
  }

  private static boolean names(Pattern expression, String column) {
    return Pattern.compile("\\b" + column + "\\b").matcher(expression.pattern()).find();
  }

  /** The row with the key of an earlier one that says something else. */
  private Optional<Fault> doubled(PaperRow row) {
    Standing other = twin;
    if (other == null || keyIndexes.isEmpty() || !saysSomethingElse(row, other.row())) {
      return Optional.empty();
    }
    Map<Integer, String> changes = new LinkedHashMap<>();
    Map<Integer, String> canonical = new HashMap<>();
    for (int index : keyIndexes) {
      String key = other.row().canonical().get(index);
      if (!Objects.equals(key, row.canonical().get(index))) {
        String name = table.columns().get(index).name();
        boolean isOpaque = opaqueChecks.stream().anyMatch(opaque -> names(opaque, name));
        if (key == null || isOpaque) {
          return Optional.empty();
        }
        changes.put(index, other.row().texts().get(index));
        canonical.put(index, key);
      }
    }
    boolean breaksCheck =
        records(row, canonical).stream()
            .anyMatch(record -> checks.stream().anyMatch(check -> !check.holds(record)));
    return changes.isEmpty() || breaksCheck
        ? Optional.empty()
        : Optional.of(
            new Fault(CellFault.DUPLICATE_KEY, keyIndexes.get(0), "", changes, row, other));
  }

  /** With equal content it would be the same row sent twice, which is no fault. */
  private boolean saysSomethingElse(PaperRow row, PaperRow other) {
    if (!table.hasMeasures()) {
      return differs(row, other, "");
    }
    return row.acrossStated().stream()
        .filter(across -> other.acrossStated().contains(across))
        .anyMatch(across -> differs(row, other, across));
  }

  private boolean differs(PaperRow row, PaperRow other, String across) {
    for (int i = 0; i < table.columns().size(); i++) {
      PaperColumn paper = table.columns().get(i);
      boolean isStored = !paper.column().isHeaderOptional() && !keyIndexes.contains(i);
      boolean isInRecord = !paper.isMeasure() || across.equals(paper.across());
      if (isStored
          && isInRecord
          && !Objects.equals(row.canonical().get(i), other.canonical().get(i))) {
        return true;
      }
    }
    return false;
  }

  private List<RowRecord> records(PaperRow row, Map<Integer, String> changes) {
    if (!table.hasMeasures()) {
      return List.of(new RowRecord(row, "", changes));
    }
    return row.acrossStated().stream().map(across -> new RowRecord(row, across, changes)).toList();
  }

  /** One record of a row, with some canonical values replaced. */
  private final class RowRecord implements RecordView {
    private final PaperRow row;
    private final String across;
    private final Map<Integer, String> changes;

    RowRecord(PaperRow row, String across, Map<Integer, String> changes) {
      this.row = row;
      this.across = across;
      this.changes = changes;
    }

    int index(String columnName) {
      for (int i = 0; i < table.columns().size(); i++) {
        PaperColumn paper = table.columns().get(i);
        boolean isInRecord = !paper.isMeasure() || across.equals(paper.across());
        if (isInRecord && paper.name().equals(columnName)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public @Nullable Side side(String columnName) {
      int index = index(columnName);
      if (index < 0) {
        return null;
      }
      String value = changes.getOrDefault(index, row.canonical().get(index));
      return value == null ? null : new Side(table.columns().get(index), value);
    }

    @Override
    public String unit(String columnName) {
      int index = index(columnName);
      String value = index < 0 ? null : row.canonical().get(index);
      return value == null ? "" : value;
    }
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
