package citybrain.intake.reading;

import citybrain.contract.Contract;
import citybrain.contract.ContractRegistry;
import citybrain.contract.Layout;
import citybrain.intake.reading.FileOutcome.Accepted;
import citybrain.intake.reading.FileOutcome.Refused;
import citybrain.intake.reading.TableLocator.HeaderFit;
import citybrain.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one delivered file by its content and holds it against its contract.
 *
 * <p>A file is refused as a whole when it cannot be read, when its header does not fit, when a row
 * has more or fewer cells than the header, or when too large a share of one column has the wrong
 * type; then nothing of it is loaded. Otherwise every record is accepted, quarantined or
 * superseded.
 */
public final class FileReading {
  /** The file is held in memory, text and cells beside the bytes. */
  public static final int MAX_BYTES = 512 * 1024 * 1024;

  /** Enough to see what is wrong; a message is no listing. */
  private static final int RAGGED_ROWS_NAMED = 5;

  private static final int UNKNOWN_HEADERS_NAMED = 12;

  private static final String CORRECT =
      "Correct the extract, or add an alias with the date it starts.";

  private final String subject;
  private final Contract contract;
  private final LocalDate deliveredOn;
  private final ContractRegistry contracts;

  private FileReading(
      String subject, Contract contract, LocalDate deliveredOn, ContractRegistry contracts) {
    this.subject = subject;
    this.contract = contract;
    this.deliveredOn = deliveredOn;
    this.contracts = contracts;
  }

  /**
   * Reads a whole file.
   *
   * @param department landing folder
   * @param extract landing folder
   * @param deliveredOn landing folder; decides which header aliases are taken
   * @param fileName for messages only: the format is told by the content
   */
  public static FileOutcome of(
      String department,
      String extract,
      LocalDate deliveredOn,
      String fileName,
      byte[] content,
      ContractRegistry contracts) {
    String subject = department + "/" + extract + "/" + deliveredOn + "/" + fileName;
    Optional<Contract> contract = contracts.extract(department, extract);
    if (contract.isEmpty()) {
      return refused(
          new Problem(
              "UNKNOWN_EXTRACT",
              subject,
              "lies in a folder that no contract describes",
              "Move it to its extract's folder, or add schemas/extracts/"
                  + department
                  + "/"
                  + extract
                  + ".yaml."),
          List.of(),
          List.of());
    }
    return new FileReading(subject, contract.get(), deliveredOn, contracts).read(content);
  }

  private FileOutcome read(byte[] content) {
    if (content.length == 0) {
      return refused(
          new Problem("FILE_EMPTY", subject, "has no byte", "Deliver the file again."),
          List.of(),
          List.of());
    }
    if (content.length > MAX_BYTES) {
      return refused(
          new Problem(
              "FILE_TOO_LARGE",
              subject,
              "has %d bytes, at most %d are read".formatted(content.length, MAX_BYTES),
              "Split the file by period."),
          List.of(),
          List.of());
    }
    SourceFile file;
    try {
      file =
          WorkbookReader.isWorkbook(content)
              ? WorkbookReader.read(content)
              : CsvReader.read(content);
    } catch (UnreadableFileException e) {
      return refused(
          new Problem(e.code(), subject, e.message() + ". Nothing was loaded", e.remedy()),
          List.of(),
          List.of());
    }
    return conform(file);
  }

  private static Refused refused(
      Problem problem, List<DeliveredRow> rows, List<CellProblem> cellProblems) {
    return new Refused(problem, rows, cellProblems);
  }

  private FileOutcome conform(SourceFile file) {
    if (file.rows().stream().allMatch(row -> row.cells().stream().allMatch(String::isBlank))) {
      return refused(
          new Problem("FILE_EMPTY", subject, "has no cell with text", "Deliver the file again."),
          file.rows(),
          List.of());
    }
    FileConformer conformer =
        new FileConformer(
            contract, contracts.table("silver", contract.targetTable()).orElseThrow().key());
    HeaderFit closest = null;
    boolean isLocated = false;
    List<String> ragged = new ArrayList<>();
    for (SourceSheet sheet : file.sheets()) {
      HeaderFit fit = best(sheet, contract);
      LocatedTable table = fit.table();
      if (table == null) {
        closest = fit.isBetterThan(closest) ? fit : closest;
        conformer.addUnread(sheet);
      } else {
        isLocated = true;
        ragged.addAll(raggedRows(table));
        conformer.add(table);
      }
    }
    if (!isLocated) {
      return refused(headerProblem(file, closest), file.rows(), List.of());
    }
    return judged(file, conformer, ragged);
  }

  private FileOutcome judged(SourceFile file, FileConformer conformer, List<String> ragged) {
    List<ConformedRow> records = conformer.records();
    List<String> mismatches = new ArrayList<>(ragged);
    mismatches.addAll(conformer.tally().columnsAbove(contract.refuseAboveShare()));
    if (!mismatches.isEmpty()) {
      List<CellProblem> cellProblems =
          records.stream().flatMap(r -> r.problems().stream()).distinct().toList();
      return refused(mismatch(String.join("; ", mismatches)), conformer.rows(), cellProblems);
    }
    // Days without an event are reported by a header alone; a statistic without a figure is a
    // mistake.
    boolean mayBeEmpty = contract.cadence().equals("day") || contract.cadence().equals("event");
    if (records.isEmpty() && !mayBeEmpty) {
      return refused(
          new Problem(
              "FILE_EMPTY",
              subject,
              "has a header and not one record below it",
              "Deliver the file again with its figures."),
          conformer.rows(),
          List.of());
    }
    return new Accepted(file.evidence(), conformer.rows(), records);
  }

  private HeaderFit best(SourceSheet sheet, Contract candidate) {
    HeaderFit best = null;
    for (Layout layout : candidate.layouts()) {
      HeaderFit fit = TableLocator.fit(sheet, layout, deliveredOn);
      if (fit.isBetterThan(best)) {
        best = fit;
      }
    }
    if (best == null) {
      throw new IllegalStateException("A contract has a layout: " + candidate.path());
    }
    return best;
  }

  private Problem mismatch(String found) {
    return new Problem(
        "SCHEMA_MISMATCH",
        subject,
        "does not fit " + contract.path() + ": " + found + ". Nothing was loaded",
        CORRECT);
  }

  /**
   * A row of a text file with more or fewer cells than the header has lost or won a delimiter: its
   * columns are shifted.
   */
  private static List<String> raggedRows(LocatedTable table) {
    if (!table.sheet().name().isEmpty()) {
      return List.of();
    }
    List<DeliveredRow> rows = table.sheet().rows();
    int width = rows.get(table.lastHeader()).cells().size();
    List<String> ragged = new ArrayList<>();
    int count = 0;
    for (DeliveredRow row : rows.subList(table.lastHeader() + 1, rows.size())) {
      long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
      boolean isNote = row.cells().size() == 1 && filled <= 1;
      if (row.cells().size() != width && !isNote) {
        count++;
        if (count <= RAGGED_ROWS_NAMED) {
          ragged.add(
              "the row in line %d has %d cells, the header %d"
                  .formatted(row.row(), row.cells().size(), width));
        }
      }
    }
    if (count > RAGGED_ROWS_NAMED) {
      ragged.add((count - RAGGED_ROWS_NAMED) + " more rows too");
    }
    return ragged;
  }

  private Problem headerProblem(SourceFile file, @Nullable HeaderFit closest) {
    Optional<Contract> other =
        contracts.extracts().stream()
            .filter(c -> !c.path().equals(contract.path()))
            .filter(c -> file.sheets().stream().anyMatch(s -> best(s, c).table() != null))
            .findFirst();
    if (other.isPresent()) {
      return new Problem(
          "WRONG_EXTRACT",
          subject,
          "has the header of %s/%s and lies in the folder of %s/%s. Nothing was loaded"
              .formatted(
                  other.get().department(),
                  other.get().name(),
                  contract.department(),
                  contract.name()),
          "Deliver it under its own department and extract.");
    }
    if (closest == null || closest.hits() == 0) {
      return mismatch(
          "no row has any of its headers "
              + contract.columns().stream()
                  .filter(c -> c.place() == Layout.Place.COLUMN)
                  .map(c -> c.header())
                  .toList());
    }
    List<String> found = new ArrayList<>();
    closest.missing().forEach(header -> found.add("column " + header + " is missing"));
    closest.repeated().forEach(header -> found.add("column " + header + " stands more than once"));
    String unknown =
        closest.unknown().isEmpty()
            ? ""
            : " (found "
                + String.join(
                    ", ", closest.unknown().stream().limit(UNKNOWN_HEADERS_NAMED).toList())
                + ")";
    return mismatch(String.join("; ", found) + unknown + " in the header of row " + closest.row());
  }
}
