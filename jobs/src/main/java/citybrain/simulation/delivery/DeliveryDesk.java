package citybrain.simulation.delivery;

import citybrain.contract.CellText;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.contract.DeliveryForm;
import citybrain.contract.DeliveryForm.Format;
import citybrain.contract.DeliveryForm.Presentation;
import citybrain.contract.Layout.Place;
import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery.Part;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends the deliveries of generators: writes each in the form its contract names, plants faults,
 * keeps the truth about them and, where asked for, sends the corrected file some days later.
 */
public final class DeliveryDesk implements Closeable {
  /** Part of every simulated file's name; readers tell simulated figures by it. */
  public static final String SIMULATED = "模拟";

  private static final String CORRECTED = "（更正）";
  private static final int EARLIEST_BEFORE_DUE = 2;
  private static final int LATEST_AFTER_DUE = 5;
  private static final int ROWS_FAULT_IS_AMONG = 10;
  private static final double SHARE_LEFT_BY_CUT = 0.6;
  private static final int FEWEST_COLUMNS_TO_CUT = 3;

  private final Path out;
  private final ContractRegistry contracts;
  private final City city;
  private final Faults faults;
  private final Truth truth;
  private int files;
  private long rows;

  /**
   * How much goes wrong.
   *
   * @param rowShare share of delivered rows that get one planted fault, 0 to 1
   * @param fileShare share of delivered files that are wrong as a whole, 0 to 1
   * @param isCorrected whether each file with faults comes again without them
   */
  public record Faults(double rowShare, double fileShare, boolean isCorrected) {}

  /**
   * @param out the landing folder; the truth goes to {@code truth/} in it
   */
  public DeliveryDesk(Path out, ContractRegistry contracts, City city, Faults faults)
      throws IOException {
    this.out = out;
    this.contracts = contracts;
    this.city = city;
    this.faults = faults;
    this.truth = new Truth(out.resolve("truth"));
  }

  /** Delivered files so far. */
  public int files() {
    return files;
  }

  /** Data rows in them. */
  public long rows() {
    return rows;
  }

  /** Faults planted into rows. */
  public long rowFaults() {
    return truth.rowFaults();
  }

  /** Files that are wrong as a whole. */
  public long fileFaults() {
    return truth.fileFaults();
  }

  /** Sends everything a generator has, one delivery at a time. */
  public void send(ExtractGenerator generator) throws IOException {
    Contract contract =
        contracts
            .extract(generator.department(), generator.extract())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No contract " + generator.department() + "/" + generator.extract()));
    try (Stream<Delivery> deliveries = generator.deliveries(city)) {
      Iterator<Delivery> all = deliveries.iterator();
      @Nullable Delivery next = all.hasNext() ? all.next() : null;
      while (next != null) {
        LocalDate day = deliveredOn(contract, next);
        List<Delivery> ofDay = new ArrayList<>();
        while (next != null && deliveredOn(contract, next).equals(day)) {
          ofDay.add(next);
          next = all.hasNext() ? all.next() : null;
        }
        LocalDate nextDay = next == null ? null : deliveredOn(contract, next);
        if (nextDay != null && nextDay.isBefore(day)) {
          throw new IllegalStateException(contract.path() + ": " + nextDay + " comes after " + day);
        }
        sendDay(contract, ofDay, day, nextDay);
      }
    }
  }

  private void sendDay(
      Contract contract, List<Delivery> deliveries, LocalDate day, @Nullable LocalDate nextDay)
      throws IOException {
    Set<String> names = new HashSet<>();
    for (Delivery delivery : deliveries) {
      String name = fileName(contract, delivery, day);
      if (!names.add(name)) {
        throw new IllegalStateException(
            contract.path() + ": two files " + name + " on " + day + "; name them apart");
      }
      send(contract, delivery, day, nextDay, name);
    }
  }

  /** The due day or up to two working days before it. */
  private LocalDate deliveredOn(Contract contract, Delivery delivery) {
    LocalDate stated = delivery.deliveredOn();
    if (stated != null) {
      return stated;
    }
    LocalDate end = Objects.requireNonNull(delivery.lastDay());
    int latency =
        Objects.requireNonNull(contract.latencyWorkdays(), contract.path() + " has no due day");
    RandomGenerator random =
        city.random("delivery/" + contract.department() + contract.name(), end.toEpochDay());
    int early = random.nextInt(EARLIEST_BEFORE_DUE + 1);
    return city.officeDays().after(end, Math.max(1, latency - early));
  }

  private static String fileName(Contract contract, Delivery delivery, LocalDate day) {
    String title = contract.titleZh().replaceAll("[（(].*", "");
    String start = delivery.name().isEmpty() ? title : delivery.name();
    Period period = delivery.period();
    LocalDate about = delivery.lastDay() == null ? day : delivery.lastDay();
    String label =
        period == null
            ? DateTimeFormatter.BASIC_ISO_DATE.format(about)
            : period.first().getYear() + "年" + Handwriting.withoutYear(period).replace("全年", "");
    return start + SIMULATED + "数据" + label + "." + form(contract).format().text();
  }

  private static DeliveryForm form(Contract contract) {
    return Objects.requireNonNull(contract.form(), contract.path());
  }

  private void send(
      Contract contract, Delivery delivery, LocalDate day, @Nullable LocalDate nextDay, String name)
      throws IOException {
    String purpose = "faults/" + contract.department() + "/" + contract.name() + "/" + name;
    RandomGenerator random = city.random(purpose, day.toEpochDay());
    @Nullable FileFault fault =
        random.nextDouble() < faults.fileShare() ? drawn(contract, delivery, day, random) : null;
    boolean isLate = fault != null && fault.kind() == FileFault.Kind.LATE;
    LocalDate landedOn = isLate ? late(contract, delivery, random) : day;
    PaperTable table = new PaperTable(contract, delivery, landedOn);
    Path folder = folder(contract, landedOn);
    @Nullable Contract wrong = null;
    if (fault != null && fault.kind() == FileFault.Kind.WRONG_FOLDER) {
      wrong = elsewhere(table, random);
      folder = folder(wrong, landedOn);
    }
    double share = fault == null ? faults.rowShare() : 0;
    List<String> key =
        contracts.table("silver", contract.targetTable()).map(Contract::key).orElse(List.of());
    Written written =
        write(table, folder.resolve(name), fault, new FaultPlanter(table, key, share, random));
    for (FaultPlanter.Found found : written.found()) {
      truth.add(contract, landedOn, name, found);
    }
    boolean isWrongAsAWhole =
        fault != null && (!fault.kind().isInText() || isCut(fault, table, written.rowsOfFirst()));
    if (isWrongAsAWhole) {
      truth.add(contract, landedOn, name, Objects.requireNonNull(fault), wrong);
    }
    boolean isFaulty = !written.found().isEmpty() || (isWrongAsAWhole && !isLate);
    if (faults.isCorrected() && isFaulty) {
      correct(contract, delivery, landedOn, nextDay, name, random);
    }
  }

  /** A fault at a row of the text stands only where the text has that row. */
  private static boolean isCut(FileFault fault, PaperTable table, long rowsOfFirst) {
    boolean isContainer = !table.form().format().isText() || table.form().format() == Format.ZIP;
    return rowsOfFirst > fault.row()
        || (isContainer && fault.kind() == FileFault.Kind.TRUNCATED_FILE);
  }

  private Path folder(Contract contract, LocalDate day) {
    return out.resolve(contract.department()).resolve(contract.name()).resolve(day.toString());
  }

  private record Written(List<FaultPlanter.Found> found, long rowsOfFirst) {}

  private Written write(
      PaperTable table, Path file, @Nullable FileFault fault, FaultPlanter planter)
      throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    List<FaultPlanter.Found> found = new ArrayList<>();
    long rowsOfFirst = -1;
    try (TableWriter writer = writer(table, file, fault)) {
      for (Part part : table.delivery().parts()) {
        planter.beginPart();
        writer.begin(part.name());
        long before = rows;
        try (Stream<ExtractRecord> records = part.records().get()) {
          Iterator<PaperRow> paper = table.rows(records.iterator());
          while (paper.hasNext()) {
            PaperRow row = planter.plant(paper.next());
            int number = writer.write(row);
            rows++;
            found.addAll(planter.written(writer.sheet(), number));
          }
        }
        writer.end();
        rowsOfFirst = rowsOfFirst < 0 ? rows - before : rowsOfFirst;
      }
    }
    files++;
    spoil(table, file, fault);
    return new Written(found, rowsOfFirst);
  }

  private static TableWriter writer(PaperTable table, Path file, @Nullable FileFault fault)
      throws IOException {
    if (table.form().format().isText()) {
      return new TextWriter(table, file, fault);
    }
    List<PaperColumn> columns = fault == null ? table.columns() : fault.columnsLeft(table);
    return table.form().presentation() == Presentation.PRINT
        ? new PrintWriter(table, file, columns)
        : new ListWriter(table, file, columns);
  }

  private static void spoil(PaperTable table, Path file, @Nullable FileFault fault)
      throws IOException {
    if (fault == null) {
      return;
    }
    Format format = table.form().format();
    boolean isContainer = !format.isText() || format == Format.ZIP;
    if (fault.kind() == FileFault.Kind.EMPTY_FILE) {
      Files.write(file, new byte[0]);
    } else if (fault.kind() == FileFault.Kind.TRUNCATED_FILE && isContainer) {
      try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
        // An odd length lies inside a sector of an .xls too.
        channel.truncate((long) (channel.size() * SHARE_LEFT_BY_CUT) | 1);
      }
    }
  }

  private FileFault drawn(
      Contract contract, Delivery delivery, LocalDate day, RandomGenerator random) {
    PaperTable table = new PaperTable(contract, delivery, day);
    Format format = table.form().format();
    List<FileFault.Kind> kinds = new ArrayList<>();
    for (FileFault.Kind kind : FileFault.Kind.values()) {
      boolean isFit = format.isText() || kind.fitsWorkbooks();
      boolean isDue = kind != FileFault.Kind.LATE || mayBeLate(contract, delivery);
      boolean isRowCut =
          kind == FileFault.Kind.TRUNCATED_FILE && (format == Format.CSV || format == Format.TSV);
      boolean isWide = !isRowCut || table.columns().size() >= FEWEST_COLUMNS_TO_CUT;
      if (isFit && isDue && isWide) {
        kinds.add(kind);
      }
    }
    FileFault.Kind kind = kinds.get(random.nextInt(kinds.size()));
    List<String> columns = FileFault.indispensable(table);
    String column = columns.isEmpty() ? "" : columns.get(random.nextInt(columns.size()));
    boolean leavesOut = kind == FileFault.Kind.MISSING_COLUMN;
    return new FileFault(kind, random.nextInt(ROWS_FAULT_IS_AMONG), leavesOut ? column : "");
  }

  private static boolean mayBeLate(Contract contract, Delivery delivery) {
    return contract.latencyWorkdays() != null
        && delivery.lastDay() != null
        && !contract.cadence().equals("day");
  }

  private LocalDate late(Contract contract, Delivery delivery, RandomGenerator random) {
    int latency = Objects.requireNonNull(contract.latencyWorkdays());
    LocalDate end = Objects.requireNonNull(delivery.lastDay());
    return city.officeDays().after(end, latency + 1 + random.nextInt(LATEST_AFTER_DUE));
  }

  /** Another department's extract whose header this file surely does not fit. */
  private Contract elsewhere(PaperTable table, RandomGenerator random) {
    Set<String> headers = new HashSet<>();
    for (PaperColumn paper : table.columns()) {
      headers.addAll(headersOf(paper.column()));
    }
    List<Contract> others =
        contracts.extracts().stream()
            .filter(other -> !other.department().equals(table.contract().department()))
            .filter(other -> !fits(other, headers))
            .toList();
    if (others.isEmpty()) {
      throw new IllegalStateException("No other department has a contract");
    }
    return others.get(random.nextInt(others.size()));
  }

  private static boolean fits(Contract contract, Set<String> headers) {
    return contract.layouts().stream()
        .anyMatch(
            layout ->
                layout.at(Place.COLUMN).stream()
                    .filter(column -> !column.isHeaderOptional())
                    .allMatch(column -> !Collections.disjoint(headersOf(column), headers)));
  }

  private static Set<String> headersOf(ContractColumn column) {
    Set<String> headers = new HashSet<>(Set.of(CellText.key(column.header())));
    column.aliases().forEach(alias -> headers.add(CellText.key(alias.text())));
    return headers;
  }

  /**
   * Sends the file again, right this time, on a later working day, yet before the extract's next
   * delivery: what that one says anew must not be undone.
   */
  private void correct(
      Contract contract,
      Delivery delivery,
      LocalDate landedOn,
      @Nullable LocalDate nextDay,
      String name,
      RandomGenerator random)
      throws IOException {
    LocalDate day = city.officeDays().after(landedOn, 2 + random.nextInt(5));
    while (nextDay != null && !day.isBefore(nextDay) && day.isAfter(landedOn)) {
      day = day.minusDays(1);
    }
    int ending = name.lastIndexOf('.');
    String corrected = name.substring(0, ending) + CORRECTED + name.substring(ending);
    PaperTable table = new PaperTable(contract, delivery, day);
    FaultPlanter none = new FaultPlanter(table, List.of(), 0, random);
    write(table, folder(contract, day).resolve(corrected), null, none);
  }

  @Override
  public void close() throws IOException {
    truth.close();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d files, %d rows in %s", files, rows, out);
  }
}
