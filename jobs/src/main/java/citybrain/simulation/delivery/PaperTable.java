package citybrain.simulation.delivery;

import citybrain.contract.CellText;
import citybrain.contract.CodeList;
import citybrain.contract.ColumnType;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.DeliveryForm;
import citybrain.contract.DeliveryForm.Presentation;
import citybrain.contract.HeaderAlias;
import citybrain.contract.Layout;
import citybrain.contract.Layout.Place;
import citybrain.contract.UnitSource;
import citybrain.simulation.delivery.Delivery.Across;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A delivery's table: which columns it has, and how records become its rows. */
final class PaperTable {
  private static final String FIRST_SUB_ITEM = "　　其中：";
  private static final String SUB_ITEM = "　　";

  private final Contract contract;
  private final Delivery delivery;
  private final LocalDate deliveredOn;
  private final DeliveryForm form;
  private final Layout layout;
  private final Handwriting hand;
  private final List<PaperColumn> columns;
  private final int subItemColumn;

  PaperTable(Contract contract, Delivery delivery, LocalDate deliveredOn) {
    this.contract = contract;
    this.delivery = delivery;
    this.deliveredOn = deliveredOn;
    this.form = Objects.requireNonNull(contract.form(), contract.path());
    this.hand = Handwriting.of(contract.department());
    this.layout = layoutOf(contract, delivery);
    this.columns = List.copyOf(columnsOf());
    this.subItemColumn = firstCode();
  }

  private static Layout layoutOf(Contract contract, Delivery delivery) {
    if (delivery.layout().isEmpty()) {
      return contract.layouts().get(0);
    }
    return contract.layouts().stream()
        .filter(layout -> layout.name().equals(delivery.layout()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    contract.path() + " has no layout " + delivery.layout()));
  }

  Contract contract() {
    return contract;
  }

  Delivery delivery() {
    return delivery;
  }

  LocalDate deliveredOn() {
    return deliveredOn;
  }

  DeliveryForm form() {
    return form;
  }

  boolean isPrint() {
    return form.presentation() == Presentation.PRINT;
  }

  Layout layout() {
    return layout;
  }

  Handwriting hand() {
    return hand;
  }

  List<PaperColumn> columns() {
    return columns;
  }

  /** The departments of the city print one kind of value across a header. */
  private ContractColumn soleAcross() {
    List<ContractColumn> across = layout.at(Place.ACROSS);
    if (across.size() != 1) {
      throw new IllegalArgumentException(layout.name() + " has " + across.size() + " across");
    }
    return across.get(0);
  }

  boolean hasMeasures() {
    return !layout.at(Place.ACROSS).isEmpty();
  }

  /** Where columns that a file has stand in a whole row. */
  int[] positions(List<PaperColumn> some) {
    return some.stream().mapToInt(columns::indexOf).toArray();
  }

  /** Position of a column under its own header; -1 when the layout has none of that name. */
  int indexOf(String columnName) {
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isMeasure() && columns.get(i).name().equals(columnName)) {
        return i;
      }
    }
    return -1;
  }

  private int firstCode() {
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isMeasure() && columns.get(i).column().type() == ColumnType.CODE) {
        return i;
      }
    }
    return -1;
  }

  /** The contract's title without what it says in brackets. */
  String titleZh() {
    return contract.titleZh().replaceAll("[（(].*", "");
  }

  /** The name that stands in the title for a column placed there. */
  String headingText(ContractColumn column) {
    String value = delivery.heading().get(column.name());
    if (value == null) {
      throw new IllegalArgumentException(
          contract.path() + " states " + column.name() + " in the heading; the delivery does not");
    }
    return codesOf(column).zh(canonical(column, value)).orElseThrow();
  }

  private List<PaperColumn> columnsOf() {
    List<PaperColumn> paper = new ArrayList<>();
    for (ContractColumn column : layout.at(Place.COLUMN)) {
      boolean isInHeader = isInHeader(column);
      String unit = isInHeader ? unit(column, delivery.units()) : "";
      paper.add(new PaperColumn(column, null, "", headerOf(column), column.header(), unit));
    }
    List<ContractColumn> below = layout.at(Place.BELOW_ACROSS);
    if (hasMeasures() && delivery.across().isEmpty()) {
      throw new IllegalArgumentException(
          contract.path() + " has values across its header; the delivery names none");
    }
    for (Across across : delivery.across()) {
      ContractColumn column = soleAcross();
      String value = canonical(column, across.value());
      String text = written(column, value);
      for (ContractColumn measure : below) {
        Map<String, String> units = new LinkedHashMap<>(delivery.units());
        units.putAll(across.unitByColumn());
        String unit = isInHeader(measure) ? unit(measure, units) : "";
        String header = headerOf(measure);
        String label = CellText.key(text) + (below.size() == 1 ? "" : "/" + measure.header());
        paper.add(new PaperColumn(measure, value, text, header, label, unit));
      }
    }
    return paper;
  }

  private static boolean isInHeader(ContractColumn column) {
    UnitSource unit = column.unit();
    return unit != null && unit.place() == UnitSource.Place.HEADER;
  }

  private String unit(ContractColumn column, Map<String, String> units) {
    UnitSource source = column.unit();
    String assumed = source == null ? "" : source.text();
    String unit = units.getOrDefault(column.name(), assumed);
    if (unit.isEmpty()) {
      throw new IllegalArgumentException(
          contract.path() + " takes the unit of " + column.name() + " from the header; state it");
    }
    return unit;
  }

  /** The newest header that the contract takes on the day of delivery. */
  private String headerOf(ContractColumn column) {
    String header = column.header();
    LocalDate newest = LocalDate.MIN;
    for (HeaderAlias alias : column.aliases()) {
      if (!alias.from().isAfter(deliveredOn) && alias.from().isAfter(newest)) {
        header = alias.text();
        newest = alias.from();
      }
    }
    return header;
  }

  /** The rows of records, one at a time. */
  Iterator<PaperRow> rows(Iterator<ExtractRecord> records) {
    return new Assembly(records);
  }

  /**
   * Records to rows: each record is a row, or its figures stand below their value across the header
   * beside those of the records around it that agree in all columns under their own header.
   */
  private final class Assembly implements Iterator<PaperRow> {
    private final Iterator<ExtractRecord> records;
    private @Nullable ExtractRecord next;
    private boolean isBelowSubItem;

    Assembly(Iterator<ExtractRecord> records) {
      this.records = records;
      advance();
    }

    private void advance() {
      next = records.hasNext() ? records.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public PaperRow next() {
      ExtractRecord first = next;
      if (first == null) {
        throw new NoSuchElementException();
      }
      requireKnown(first);
      List<@Nullable String> canonical =
          new ArrayList<>(Collections.<@Nullable String>nCopies(columns.size(), null));
      for (int i = 0; i < columns.size(); i++) {
        if (!columns.get(i).isMeasure()) {
          canonical.set(
              i, canonicalOrNull(columns.get(i).column(), first.value(columns.get(i).name())));
        }
      }
      if (!hasMeasures()) {
        advance();
        return indented(row(canonical, Set.of()), first);
      }
      Set<String> stated = new LinkedHashSet<>();
      ExtractRecord record = first;
      while (record != null && agrees(record, canonical)) {
        requireKnown(record);
        addMeasures(record, canonical, stated);
        advance();
        record = next;
      }
      return indented(row(canonical, stated), first);
    }

    /** The first sub-item says 其中, those after it are indented alone. */
    private PaperRow indented(PaperRow row, ExtractRecord record) {
      boolean isIndented = record.isSubItem() && isPrint() && subItemColumn >= 0;
      String mark = isIndented ? (isBelowSubItem ? SUB_ITEM : FIRST_SUB_ITEM) : "";
      isBelowSubItem = isIndented;
      if (mark.isEmpty()) {
        return row;
      }
      List<String> texts = new ArrayList<>(row.texts());
      texts.set(subItemColumn, mark + texts.get(subItemColumn));
      return new PaperRow(
          PaperTable.this, texts, row.canonical(), row.acrossStated(), row.altered());
    }

    private boolean agrees(ExtractRecord record, List<@Nullable String> canonical) {
      for (int i = 0; i < columns.size(); i++) {
        PaperColumn paper = columns.get(i);
        if (!paper.isMeasure()) {
          String value = canonicalOrNull(paper.column(), record.value(paper.name()));
          String shared = canonical.get(i);
          if (shared == null ? value != null : !shared.equals(value)) {
            return false;
          }
        }
      }
      return true;
    }

    private void addMeasures(
        ExtractRecord record, List<@Nullable String> canonical, Set<String> stated) {
      ContractColumn acrossColumn = soleAcross();
      String across = canonicalOrNull(acrossColumn, record.value(acrossColumn.name()));
      boolean isFound = false;
      for (int i = 0; i < columns.size(); i++) {
        PaperColumn paper = columns.get(i);
        if (paper.isMeasure() && String.valueOf(across).equals(paper.across())) {
          isFound = true;
          canonical.set(i, canonicalOrNull(paper.column(), record.value(paper.name())));
        }
      }
      if (!isFound || !stated.add(String.valueOf(across))) {
        throw new IllegalArgumentException(
            contract.path() + ": " + across + " is not across the header, or twice in a row");
      }
    }

    private void requireKnown(ExtractRecord record) {
      for (String name : record.values().keySet()) {
        if (layout.column(name).isEmpty()) {
          throw new IllegalArgumentException(
              contract.path() + "#" + layout.name() + " has no column " + name);
        }
      }
      for (ContractColumn column : layout.columns()) {
        boolean isInRecord = column.place() != Place.HEADING;
        if (column.isRequired() && isInRecord && record.value(column.name()) == null) {
          throw new IllegalArgumentException(
              contract.path() + ": a record lacks " + column.name() + ": " + record.values());
        }
      }
    }
  }

  private PaperRow row(List<@Nullable String> canonical, Set<String> stated) {
    List<String> texts = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      texts.add(text(columns.get(i), canonical.get(i), stated));
    }
    return new PaperRow(this, texts, canonical, List.copyOf(stated), Set.of());
  }

  private String text(PaperColumn paper, @Nullable String canonical, Set<String> stated) {
    ContractColumn column = paper.column();
    if (canonical != null) {
      return shown(paper, canonical);
    }
    if (paper.isMeasure()) {
      return stated.contains(String.valueOf(paper.across())) ? hand.dash(column.nullTokens()) : "";
    }
    boolean mayHaveMark =
        !column.isHeaderOptional()
            && (paper.isNumber()
                || column.type() == ColumnType.DATE
                || column.type() == ColumnType.TIMESTAMP);
    if (!mayHaveMark) {
      return "";
    }
    return isPrint() ? hand.dash(column.nullTokens()) : hand.missing(column.nullTokens());
  }

  /** What a canonical value looks like in its cell. */
  String shown(PaperColumn paper, String canonical) {
    ContractColumn column = paper.column();
    if (column.yearFrom() != null) {
      return Handwriting.withoutYear(Handwriting.periodOf(canonical));
    }
    boolean isNumberInText = paper.isNumber() && form.format().isText();
    return isNumberInText ? hand.number(canonical) : written(column, canonical);
  }

  /** What a canonical value of a column looks like on this department's paper. */
  String written(ContractColumn column, String canonical) {
    return switch (column.type()) {
      case CODE -> hand.name(codesOf(column), canonical);
      case DATE -> hand.date(LocalDate.parse(canonical));
      case PERIOD -> hand.period(Handwriting.periodOf(canonical));
      case BOOLEAN -> canonical.equals("true") ? "是" : "否";
      case TIMESTAMP -> hand.timestamp(LocalDateTime.parse(canonical));
      case TEXT, INTEGER, DECIMAL, PERCENT, UNIT, CREDIT_CODE, RESIDENT_ID, ARRAY -> canonical;
    };
  }

  private static CodeList codesOf(ContractColumn column) {
    CodeList codes = column.codes();
    if (codes == null) {
      throw new IllegalStateException("A code column has a code list: " + column.name());
    }
    return codes;
  }

  /** The code of a code or of a name; every other value is canonical already. */
  private String canonical(ContractColumn column, String value) {
    if (column.type() != ColumnType.CODE) {
      return value;
    }
    return codesOf(column)
        .code(value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    contract.path() + ": " + column.name() + " has no code " + value));
  }

  private @Nullable String canonicalOrNull(ContractColumn column, @Nullable String value) {
    return value == null ? null : canonical(column, value);
  }
}
