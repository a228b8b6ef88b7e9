package citybrain.intake.reading;

import citybrain.contract.Contract;
import citybrain.contract.ContractRegistry;
import citybrain.contract.Layout;
import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.TableLocator.HeaderFit;
import citybrain.intake.reading.TextFile.NotUtf8Exception;
import citybrain.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one delivered file by its content and holds it against its contract, without holding the
 * file in memory: {@link #survey} goes over it once and tells whether it is taken, {@link #rows}
 * goes over it again and gives its rows and records.
 *
 * <p>A file is refused as a whole when it cannot be read, when its header does not fit, when a row
 * of text has more or fewer cells than the header, or when too large a share of one column has the
 * wrong type; then nothing of it is loaded. Otherwise every record is accepted, quarantined or
 * superseded.
 *
 * <p>A large text file can be read slice by slice, each by a reading of its own.
 */
public final class FileReading implements Closeable {
  private static final int UNKNOWN_HEADERS_NAMED = 12;
  private static final String RESEND = "Deliver the file again.";

  private final Delivered delivered;
  private final DeliveredBytes bytes;
  private final TextSlice slice;
  private final ContractRegistry contracts;
  private final RecordChecks checks;
  private final @Nullable Contract contract;
  private final List<String> key;
  private final boolean isGb18030;
  private @Nullable SourceFile file;
  private @Nullable Map<SourceSheet, LocatedTable> tables;

  /**
   * Which file it is.
   *
   * @param department landing folder
   * @param extract landing folder
   * @param deliveredOn landing folder; decides which header aliases are taken
   * @param fileName for messages only: the format is told by the content
   */
  public record Delivered(
      String department, String extract, java.time.LocalDate deliveredOn, String fileName)
      implements java.io.Serializable {
    String subject() {
      return department + "/" + extract + "/" + deliveredOn + "/" + fileName;
    }
  }

  /**
   * A reading of one slice.
   *
   * @param isGb18030 the whole file was found not to be the UTF-8 that its beginning promised
   */
  public FileReading(
      Delivered delivered,
      DeliveredBytes bytes,
      TextSlice slice,
      boolean isGb18030,
      ContractRegistry contracts,
      RecordChecks checks) {
    this.delivered = delivered;
    this.bytes = bytes;
    this.slice = slice;
    this.isGb18030 = isGb18030;
    this.contracts = contracts;
    this.checks = checks;
    this.contract = contracts.extract(delivered.department(), delivered.extract()).orElse(null);
    this.key =
        contract == null
            ? List.of()
            : contracts.table("silver", contract.targetTable()).orElseThrow().key();
  }

  /** Columns of the key of the records it gives. */
  public List<String> key() {
    return key;
  }

  /** What a department calls the key. */
  public String keyHeader() {
    return contract == null ? "" : Repetitions.keyHeader(contract);
  }

  /**
   * Slices of a text file that is worth many tasks; the whole of any other.
   *
   * @param bytesASlice least size of a slice but the last
   */
  public static List<TextSlice> slices(DeliveredBytes bytes, long bytesASlice) throws IOException {
    byte[] head = TextEncoding.head(bytes);
    if (bytes.size() < 2 * bytesASlice || isContainer(head)) {
      return List.of(TextSlice.WHOLE);
    }
    TextEncoding encoding;
    try {
      encoding = TextEncoding.of(head);
    } catch (UnreadableFileException e) {
      // The survey of the whole file says so with its reason.
      return List.of(TextSlice.WHOLE);
    }
    if (!encoding.canBeCut()) {
      return List.of(TextSlice.WHOLE);
    }
    char delimiter = TextFile.recognise(head, encoding).delimiter();
    try (java.io.InputStream in = bytes.open(0)) {
      return TextSlice.cut(in, delimiter, bytesASlice);
    }
  }

  private static boolean isContainer(byte[] head) {
    return ZipContainer.isZip(head) || Signatures.startsWith(head, Biff8File.MARK);
  }

  /** The first pass. Never throws on what a department may send. */
  public FileSurvey survey() throws IOException {
    FileSurvey survey = new FileSurvey(delivered.subject());
    if (contract == null) {
      survey.unreadable(
          new Problem(
              "UNKNOWN_EXTRACT",
              delivered.subject(),
              "lies in a folder that no contract describes",
              "Move it to its extract's folder, or add schemas/extracts/"
                  + delivered.department()
                  + "/"
                  + delivered.extract()
                  + ".yaml."));
    } else if (bytes.size() == 0) {
      survey.unreadable(new Problem("FILE_EMPTY", delivered.subject(), "has no byte", RESEND));
    } else {
      try {
        survey(survey, contract);
      } catch (NotUtf8Exception e) {
        survey.notUtf8(problem(e));
      } catch (UnreadableFileException e) {
        survey.unreadable(problem(e));
      } catch (UnreadableContentException e) {
        if (e.reason() instanceof NotUtf8Exception) {
          survey.notUtf8(problem(e.reason()));
        } else {
          survey.unreadable(problem(e.reason()));
        }
      }
    }
    return survey;
  }

  private Problem problem(UnreadableFileException e) {
    return new Problem(
        e.code(), delivered.subject(), e.message() + ". Nothing was loaded", e.remedy());
  }

  private void survey(FileSurvey survey, Contract of) throws UnreadableFileException, IOException {
    SourceFile source = source();
    survey.evidence(source.evidence());
    Map<SourceSheet, LocatedTable> located = tables(of);
    if (located.isEmpty()) {
      survey.unfit(unfit(source, of));
      return;
    }
    survey.located();
    for (LocatedTable table : located.values()) {
      int width = table.sheet().head().get(table.lastHeader()).cells().size();
      try (RowCursor rows = cursor(table)) {
        TableRows read = rows(table, rows, survey.tally(), of, true);
        while (read.hasNext()) {
          ReadRow row = read.next();
          boolean isBelowHeader =
              !slice.isFirst()
                  || row.row().row() > table.sheet().head().get(table.lastHeader()).row();
          if (table.sheet().isText() && isBelowHeader && isRagged(row.row(), width)) {
            survey.ragged(row.row(), width);
          }
          survey.problems(row.warnings().size());
          for (ConformedRow record : row.records()) {
            survey.problems(record.problems().size());
            survey.record(
                record.outcome() == Outcome.ACCEPTED
                    ? RecordKeys.hash(record.values(), key)
                    : null);
          }
        }
      }
    }
  }

  /**
   * A row of a text file with more or fewer cells than the header has lost or won a delimiter: its
   * columns are shifted. A note below the table is one cell, or one cell with the rest left blank.
   */
  private static boolean isRagged(DeliveredRow row, int width) {
    return row.cells().size() != width && row.cells().size() != 1;
  }

  private SourceFile source() throws UnreadableFileException, IOException {
    if (file == null) {
      file = open(slice);
    }
    return file;
  }

  private SourceFile open(TextSlice of) throws UnreadableFileException, IOException {
    byte[] head = TextEncoding.head(bytes);
    if (Signatures.startsWith(head, Biff8File.MARK)) {
      return Biff8File.open(bytes, "");
    }
    if (ZipContainer.isZip(head)) {
      ZipContainer zip = ZipContainer.open(bytes);
      if (zip.isWorkbook()) {
        long texts = zip.sharedStringBytes();
        zip.close();
        return OoxmlFile.open(bytes, texts, "");
      }
      return zip.members(isGb18030);
    }
    TextFile.Recognised text = TextFile.recognise(head, TextEncoding.of(head, isGb18030));
    return new SourceFile(text.evidence(), List.of(TextFile.sheet("", bytes, text, of)), () -> {});
  }

  /** The tables of the contract, by sheet; a hidden sheet is kept and not read. */
  private Map<SourceSheet, LocatedTable> tables(Contract of)
      throws UnreadableFileException, IOException {
    if (tables == null) {
      Map<SourceSheet, LocatedTable> located = new LinkedHashMap<>();
      SourceFile whole = slice.isFirst() ? source() : open(TextSlice.WHOLE);
      for (SourceSheet sheet : whole.sheets()) {
        LocatedTable table = sheet.isHidden() ? null : best(sheet, of).table();
        if (table != null) {
          located.put(sheet, table);
        }
      }
      tables = located;
    }
    return tables;
  }

  /** A cursor over the rows of this slice; the table was located in the head of the file. */
  private RowCursor cursor(LocatedTable table) throws UnreadableFileException, IOException {
    return slice.isFirst() ? table.sheet().rows() : source().sheets().get(0).rows();
  }

  /** Where figures stand side by side, only the records tell whether a row states any. */
  private TableRows rows(
      LocatedTable table, RowCursor rows, TypeTally tally, Contract of, boolean areRecordsWanted) {
    TableConformer conformer =
        areRecordsWanted || !table.measures().isEmpty()
            ? new TableConformer(of, table, tally, checks)
            : null;
    return new TableRows(table, rows, slice.isFirst(), conformer);
  }

  /**
   * The second pass: every row of the file in its order, with its records, until this reading is
   * closed. Records whose keys are suspected to stand more than once are given like the others;
   * {@link Repetitions} judges them.
   *
   * @param verdict on the whole file
   * @param areRecordsWanted whether the rows come with their records
   * @throws IllegalStateException when the content changed since the survey
   */
  public Iterator<ReadRow> rows(FileVerdict verdict, boolean areRecordsWanted) throws IOException {
    boolean isReadable = !(verdict instanceof FileVerdict.Refused refused) || refused.isReadable();
    if (!isReadable || contract == null) {
      return List.<ReadRow>of().iterator();
    }
    try {
      return new SheetRows(contract, areRecordsWanted);
    } catch (UnreadableFileException e) {
      throw new IllegalStateException(delivered.subject() + " changed since it was surveyed", e);
    }
  }

  /** Sheet after sheet. */
  private final class SheetRows implements Iterator<ReadRow> {
    private final Contract of;
    private final boolean areRecordsWanted;
    private final Map<SourceSheet, LocatedTable> located;
    private final Iterator<SourceSheet> sheets;
    private @Nullable RowCursor cursor;
    private Iterator<ReadRow> rows = List.<ReadRow>of().iterator();
    private Map<Integer, List<String>> merged = Map.of();

    SheetRows(Contract of, boolean areRecordsWanted) throws UnreadableFileException, IOException {
      this.of = of;
      this.areRecordsWanted = areRecordsWanted;
      this.located = tables(of);
      this.sheets = source().sheets().iterator();
    }

    @Override
    public boolean hasNext() {
      while (!rows.hasNext() && sheets.hasNext()) {
        if (cursor != null) {
          cursor.close();
        }
        open(sheets.next());
      }
      boolean hasNext = rows.hasNext();
      if (!hasNext && cursor != null) {
        cursor.close();
        cursor = null;
      }
      return hasNext;
    }

    private void open(SourceSheet sheet) {
      LocatedTable table =
          slice.isFirst() ? located.get(sheet) : located.values().stream().findFirst().orElse(null);
      RowCursor opened = sheet.rows();
      cursor = opened;
      merged = Spreadsheet.addressesByFirstRow(sheet.merged());
      rows =
          table == null
              ? unread(opened)
              : rows(table, opened, new TypeTally(), of, areRecordsWanted);
    }

    private Iterator<ReadRow> unread(RowCursor of) {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return of.hasNext();
        }

        @Override
        public ReadRow next() {
          return new ReadRow(of.next(), List.of(), List.of());
        }
      };
    }

    @Override
    public ReadRow next() {
      ReadRow read = rows.next();
      List<String> starting = merged.get(read.row().row());
      return starting == null
          ? read
          : new ReadRow(read.row().merging(starting), read.records(), read.warnings());
    }
  }

  private HeaderFit best(SourceSheet sheet, Contract candidate) {
    HeaderFit best = null;
    for (Layout layout : candidate.layouts()) {
      HeaderFit fit = TableLocator.fit(sheet, layout, delivered.deliveredOn());
      if (fit.isBetterThan(best)) {
        best = fit;
      }
    }
    if (best == null) {
      throw new IllegalStateException("A contract has a layout: " + candidate.path());
    }
    return best;
  }

  /** Why no table was found. */
  private Problem unfit(SourceFile source, Contract of) {
    if (isBlank(source)) {
      return new Problem("FILE_EMPTY", delivered.subject(), "has no cell with text", RESEND);
    }
    Optional<Contract> other =
        contracts.extracts().stream()
            .filter(c -> !c.path().equals(of.path()))
            .filter(c -> source.sheets().stream().anyMatch(s -> best(s, c).table() != null))
            .findFirst();
    if (other.isPresent()) {
      return new Problem(
          "WRONG_EXTRACT",
          delivered.subject(),
          "has the header of %s/%s and lies in the folder of %s/%s. Nothing was loaded"
              .formatted(other.get().department(), other.get().name(), of.department(), of.name()),
          "Deliver it under its own department and extract.");
    }
    HeaderFit closest = null;
    for (SourceSheet sheet : source.sheets()) {
      HeaderFit fit = best(sheet, of);
      if (sheet.isHidden() && fit.table() != null) {
        return FileSurvey.mismatch(
            delivered.subject(), of, "its table stands in the hidden sheet " + sheet.name());
      }
      closest = fit.isBetterThan(closest) ? fit : closest;
    }
    return FileSurvey.mismatch(delivered.subject(), of, lacking(closest, of));
  }

  private static boolean isBlank(SourceFile source) {
    for (SourceSheet sheet : source.sheets()) {
      try (RowCursor rows = sheet.rows()) {
        while (rows.hasNext()) {
          if (rows.next().cells().stream().anyMatch(cell -> !cell.isBlank())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static String lacking(@Nullable HeaderFit closest, Contract of) {
    if (closest == null || closest.hits() == 0) {
      return "no row has any of its headers "
          + of.columns().stream()
              .filter(c -> c.place() == Layout.Place.COLUMN)
              .map(c -> c.header())
              .toList();
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
    return String.join("; ", found) + unknown + " in the header of row " + closest.row();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
