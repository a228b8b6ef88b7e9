package citybrain.simulation;

import citybrain.contract.Contract;
import citybrain.contract.ContractRegistry;
import citybrain.contract.RowCheck;
import citybrain.intake.RowChecks;
import citybrain.intake.reading.CellProblem;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.RecordChecks;
import citybrain.intake.reading.WholeFile;
import citybrain.intake.reading.WholeFile.Accepted;
import citybrain.intake.reading.WholeFile.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** A landing area as the project's own reader sees it, beside the truth that lies with it. */
final class DeliveredCity {
  private final Path landing;
  private final ContractRegistry contracts;
  private final SortedMap<String, WholeFile> files = new TreeMap<>();

  private DeliveredCity(Path landing, ContractRegistry contracts) {
    this.landing = landing;
    this.contracts = contracts;
  }

  static DeliveredCity read(Path landing, ContractRegistry contracts) throws IOException {
    DeliveredCity city = new DeliveredCity(landing, contracts);
    RecordChecks checks = RowChecks.of(contracts);
    for (Path file : Fingerprints.filesOf(landing)) {
      Path path = landing.relativize(file);
      if (!path.startsWith("truth")) {
        city.files.put(
            path.toString(),
            WholeFile.read(
                path.getName(0).toString(),
                path.getName(1).toString(),
                LocalDate.parse(path.getName(2).toString()),
                path.getName(3).toString(),
                Files.readAllBytes(file),
                contracts,
                checks));
      }
    }
    return city;
  }

  SortedMap<String, WholeFile> files() {
    return files;
  }

  private Contract contract(String path) {
    Path parts = Path.of(path);
    return contracts
        .extract(parts.getName(0).toString(), parts.getName(1).toString())
        .orElseThrow();
  }

  /** Refused files, by path, with the code of the reason. */
  SortedMap<String, String> refused() {
    SortedMap<String, String> refused = new TreeMap<>();
    files.forEach(
        (path, file) -> {
          if (file instanceof Refused whole) {
            refused.put(path, whole.problem().code() + " " + whole.problem().message());
          }
        });
    return refused;
  }

  /** Every reported cell or row as {@code path|sheet|row|column}, warnings of row checks too. */
  SortedMap<String, String> reported() {
    SortedMap<String, String> reported = new TreeMap<>();
    files.forEach(
        (path, file) -> {
          if (file instanceof Accepted accepted) {
            Set<String> checks =
                contract(path).layouts().stream()
                    .flatMap(layout -> layout.rowChecks().stream())
                    .map(RowCheck::name)
                    .collect(Collectors.toSet());
            accepted.cellProblems().forEach(p -> reported.put(place(path, p), p.checkId()));
            accepted.warnings().stream()
                .filter(p -> checks.contains(p.checkId()))
                .forEach(p -> reported.put(place(path, p), p.checkId()));
          }
        });
    return reported;
  }

  private static String place(String path, CellProblem problem) {
    return String.join(
        "|", path, problem.sheet(), Integer.toString(problem.row()), problem.column());
  }

  /** What the truth says was planted, in the same form, with the kind of fault. */
  SortedMap<String, String> planted() throws IOException {
    SortedMap<String, String> planted = new TreeMap<>();
    for (CSVRecord fault : DeliveredCells.records(landing.resolve("truth/faults.csv"))) {
      planted.put(
          String.join(
              "|",
              path(fault, "department", "extract"),
              fault.get("sheet"),
              fault.get("row"),
              fault.get("column")),
          fault.get("fault_kind"));
    }
    return planted;
  }

  /** Files that the truth calls wrong as a whole, by path, with the kind of fault. */
  SortedMap<String, String> plantedFiles() throws IOException {
    SortedMap<String, String> planted = new TreeMap<>();
    for (CSVRecord fault : DeliveredCells.records(landing.resolve("truth/files.csv"))) {
      planted.put(path(fault, "landed_department", "landed_extract"), fault.get("fault_kind"));
    }
    return planted;
  }

  private static String path(CSVRecord fault, String department, String extract) {
    return Path.of(
            fault.get(department), fault.get(extract), fault.get("delivered_on"), fault.get("file"))
        .toString();
  }

  /** The rows on which something is reported, in the place of their cells. */
  static Set<String> rowsOf(Set<String> places) {
    return places.stream()
        .map(place -> place.substring(0, place.lastIndexOf('|')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What a lake would hold in the end: by extract and silver key the values of the latest delivery.
   */
  Map<String, Map<String, String>> current() {
    Map<String, Map<String, String>> current = new HashMap<>();
    List<String> inOrder =
        files.keySet().stream()
            .sorted((a, b) -> (day(a) + order(a)).compareTo(day(b) + order(b)))
            .toList();
    for (String path : inOrder) {
      if (files.get(path) instanceof Accepted accepted) {
        Contract contract = contract(path);
        List<String> key = contracts.table("silver", contract.targetTable()).orElseThrow().key();
        for (ConformedRow record : accepted.records()) {
          if (record.outcome() == Outcome.ACCEPTED) {
            String id =
                contract.name()
                    + key.stream().map(c -> record.values().getOrDefault(c, "")).toList();
            current.put(id, record.values());
          }
        }
      }
    }
    return current;
  }

  private static String day(String path) {
    return Path.of(path).getName(2).toString();
  }

  private static String order(String path) {
    return path.contains("（更正）") ? "1" : "0";
  }

  /** Records that were not taken. */
  Set<String> lost() {
    Set<String> lost = new HashSet<>();
    files.forEach(
        (path, file) -> {
          if (file instanceof Accepted accepted) {
            accepted.records().stream()
                .filter(record -> record.outcome() != Outcome.ACCEPTED)
                .forEach(record -> lost.add(path + " row " + record.row() + record.problems()));
          }
        });
    return lost;
  }
}
