package citybrain.simulation.delivery;

import citybrain.period.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file that a department hands over, before it is written. Immutable; each method gives a
 * changed copy.
 */
public final class Delivery {
  private final @Nullable Period period;
  private final @Nullable LocalDate aboutDay;
  private final @Nullable LocalDate deliveredOn;
  private final String layout;
  private final String name;
  private final Map<String, String> heading;
  private final List<Across> across;
  private final Map<String, String> units;
  private final String sectionColumn;
  private final String subtotalColumn;
  private final boolean isTotalled;
  private final List<Part> parts;

  /**
   * A value that stands in the header above figures.
   *
   * @param unitByColumn unit of the figures below it, by column; for columns not named see {@link
   *     #unit}
   */
  record Across(String value, Map<String, String> unitByColumn) {}

  /**
   * @param name of the file inside a zip; empty for a file of its own
   * @param records gives the same records each time
   */
  record Part(String name, Supplier<Stream<ExtractRecord>> records) {}

  private Delivery(Draft draft) {
    this.period = draft.period;
    this.aboutDay = draft.aboutDay;
    this.deliveredOn = draft.deliveredOn;
    this.layout = draft.layout;
    this.name = draft.name;
    this.heading = Map.copyOf(draft.heading);
    this.across = List.copyOf(draft.across);
    this.units = Map.copyOf(draft.units);
    this.sectionColumn = draft.sectionColumn;
    this.subtotalColumn = draft.subtotalColumn;
    this.isTotalled = draft.isTotalled;
    this.parts = List.copyOf(draft.parts);
  }

  /** About a period; delivered by the contract's due day, which {@link #deliveredOn} overrides. */
  public static Delivery of(Period period) {
    Draft draft = new Draft();
    draft.period = period;
    return new Delivery(draft);
  }

  /** About a month. */
  public static Delivery of(YearMonth month) {
    return of(Period.month(month.getYear(), month.getMonthValue()));
  }

  /** About the days up to this one, for extracts of cadence day. */
  public static Delivery ofDay(LocalDate lastDay) {
    Draft draft = new Draft();
    draft.aboutDay = lastDay;
    return new Delivery(draft);
  }

  /** Sent for an event, or about no period. */
  public static Delivery on(LocalDate deliveredOn) {
    Draft draft = new Draft();
    draft.deliveredOn = deliveredOn;
    return new Delivery(draft);
  }

  /** Delivered on this day whatever the contract says. */
  public Delivery deliveredOn(LocalDate day) {
    Draft draft = new Draft(this);
    draft.deliveredOn = day;
    return new Delivery(draft);
  }

  /** The contract's layout; its first one when not called. */
  public Delivery layout(String layoutName) {
    Draft draft = new Draft(this);
    draft.layout = layoutName;
    return new Delivery(draft);
  }

  /**
   * What the file's name begins with, where several files of a period are told apart by it; the
   * contract's title when not called.
   */
  public Delivery named(String start) {
    Draft draft = new Draft(this);
    draft.name = start;
    return new Delivery(draft);
  }

  /** The value of a column that the contract places in the heading. */
  public Delivery heading(String column, String value) {
    Draft draft = new Draft(this);
    draft.heading.put(column, value);
    return new Delivery(draft);
  }

  /** One value of the column that the contract places across the header; left to right. */
  public Delivery across(Object value) {
    return across(value, Map.of());
  }

  /**
   * One value across the header and the units of the figures below it, by column.
   *
   * @param value as in {@link ExtractRecord#with}
   */
  public Delivery across(Object value, Map<String, String> unitByColumn) {
    Draft draft = new Draft(this);
    String canonical = value instanceof Period p ? p.code() : value.toString();
    draft.across.add(new Across(canonical, Map.copyOf(unitByColumn)));
    return new Delivery(draft);
  }

  /** The unit of a column whose unit the contract looks for in the header, for example 万元. */
  public Delivery unit(String column, String unit) {
    Draft draft = new Draft(this);
    draft.units.put(column, unit);
    return new Delivery(draft);
  }

  /** In print: a line with the column's value stands above the first row of each value. */
  public Delivery sections(String column) {
    Draft draft = new Draft(this);
    draft.sectionColumn = column;
    return new Delivery(draft);
  }

  /** In print: a row 小计 below the rows of each value of the column, sums of the amounts. */
  public Delivery subtotals(String column) {
    Draft draft = new Draft(this);
    draft.subtotalColumn = column;
    return new Delivery(draft);
  }

  /** In print: a row 合计 below all rows, sums of the amounts. */
  public Delivery total() {
    Draft draft = new Draft(this);
    draft.isTotalled = true;
    return new Delivery(draft);
  }

  /** The records, as often as asked for and always the same. */
  public Delivery records(Supplier<Stream<ExtractRecord>> records) {
    return part("", records);
  }

  /**
   * The records of one file in a zip.
   *
   * @param fileName with its ending
   */
  public Delivery part(String fileName, Supplier<Stream<ExtractRecord>> records) {
    Draft draft = new Draft(this);
    draft.parts.add(new Part(fileName, records));
    return new Delivery(draft);
  }

  @Nullable Period period() {
    return period;
  }

  /** The end of what it is about; null for an event. */
  @Nullable LocalDate lastDay() {
    return period == null ? aboutDay : period.end();
  }

  @Nullable LocalDate deliveredOn() {
    return deliveredOn;
  }

  String layout() {
    return layout;
  }

  String name() {
    return name;
  }

  Map<String, String> heading() {
    return heading;
  }

  List<Across> across() {
    return across;
  }

  Map<String, String> units() {
    return units;
  }

  String sectionColumn() {
    return sectionColumn;
  }

  String subtotalColumn() {
    return subtotalColumn;
  }

  boolean isTotalled() {
    return isTotalled;
  }

  List<Part> parts() {
    return parts;
  }

  /** The parts of a delivery while it is changed. */
  private static final class Draft {
    private @Nullable Period period;
    private @Nullable LocalDate aboutDay;
    private @Nullable LocalDate deliveredOn;
    private String layout = "";
    private String name = "";
    private final Map<String, String> heading = new LinkedHashMap<>();
    private final List<Across> across = new ArrayList<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private String sectionColumn = "";
    private String subtotalColumn = "";
    private boolean isTotalled;
    private final List<Part> parts = new ArrayList<>();

    Draft() {}

    Draft(Delivery delivery) {
      period = delivery.period;
      aboutDay = delivery.aboutDay;
      deliveredOn = delivery.deliveredOn;
      layout = delivery.layout;
      name = delivery.name;
      heading.putAll(delivery.heading);
      across.addAll(delivery.across);
      units.putAll(delivery.units);
      sectionColumn = delivery.sectionColumn;
      subtotalColumn = delivery.subtotalColumn;
      isTotalled = delivery.isTotalled;
      parts.addAll(delivery.parts);
    }
  }
}
