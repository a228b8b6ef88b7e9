package citybrain.intake.reading;

import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** All that a reading gives of one small file, held in memory for a test to look at. */
public sealed interface WholeFile {

  /** Rows are given when the file could be read. */
  record Refused(Problem problem, List<DeliveredRow> rows, List<CellProblem> cellProblems)
      implements WholeFile {}

  /** Records in file order, repeated keys judged. */
  record Accepted(
      FileEvidence evidence,
      List<DeliveredRow> rows,
      List<ConformedRow> records,
      List<CellProblem> warnings)
      implements WholeFile {
    public List<CellProblem> cellProblems() {
      return records.stream()
          .flatMap(r -> r.problems().stream())
          .filter(p -> !p.isWarning())
          .distinct()
          .toList();
    }

    public long count(Outcome outcome) {
      return records.stream().filter(r -> r.outcome() == outcome).count();
    }
  }

  /** Surveys, judges and reads as a small file is read by the intake. */
  static WholeFile read(
      String department,
      String extract,
      LocalDate deliveredOn,
      String fileName,
      byte[] content,
      ContractRegistry contracts) {
    return read(department, extract, deliveredOn, fileName, content, contracts, RecordChecks.NONE);
  }

  /** The same, with the contract's row checks. */
  static WholeFile read(
      String department,
      String extract,
      LocalDate deliveredOn,
      String fileName,
      byte[] content,
      ContractRegistry contracts,
      RecordChecks checks) {
    return read(
        department, extract, deliveredOn, fileName, DeliveredBytes.of(content), contracts, checks);
  }

  /** The same of bytes that lie wherever they lie. */
  static WholeFile read(
      String department,
      String extract,
      LocalDate deliveredOn,
      String fileName,
      DeliveredBytes bytes,
      ContractRegistry contracts,
      RecordChecks checks) {
    FileReading.Delivered delivered =
        new FileReading.Delivered(department, extract, deliveredOn, fileName);
    try {
      FileSurvey survey = survey(delivered, bytes, false, contracts, checks);
      boolean isGb18030 = survey.isNotUtf8();
      if (isGb18030) {
        survey = survey(delivered, bytes, true, contracts, checks);
      }
      FileVerdict verdict =
          survey.judge(contracts.extract(department, extract).orElse(null), survey.repeated());
      try (FileReading reading = reading(delivered, bytes, isGb18030, contracts, checks)) {
        return collected(reading, verdict);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileSurvey survey(
      FileReading.Delivered delivered,
      DeliveredBytes bytes,
      boolean isGb18030,
      ContractRegistry contracts,
      RecordChecks checks)
      throws IOException {
    try (FileReading reading = reading(delivered, bytes, isGb18030, contracts, checks)) {
      return reading.survey();
    }
  }

  private static FileReading reading(
      FileReading.Delivered delivered,
      DeliveredBytes bytes,
      boolean isGb18030,
      ContractRegistry contracts,
      RecordChecks checks) {
    return new FileReading(delivered, bytes, TextSlice.WHOLE, isGb18030, contracts, checks);
  }

  private static WholeFile collected(FileReading reading, FileVerdict verdict) throws IOException {
    List<DeliveredRow> rows = new ArrayList<>();
    List<ConformedRow> records = new ArrayList<>();
    List<CellProblem> warnings = new ArrayList<>();
    Iterator<ReadRow> read = reading.rows(verdict, true);
    while (read.hasNext()) {
      ReadRow row = read.next();
      rows.add(row.row());
      records.addAll(row.records());
      warnings.addAll(row.warnings());
    }
    if (verdict instanceof FileVerdict.Refused refused) {
      return new Refused(
          refused.problem(),
          rows,
          records.stream()
              .flatMap(r -> r.problems().stream())
              .filter(p -> !p.isWarning())
              .distinct()
              .toList());
    }
    FileVerdict.Taken taken = (FileVerdict.Taken) verdict;
    Set<Long> suspects = taken.suspects();
    List<ConformedRow> twins =
        records.stream()
            .filter(r -> suspects.contains(RecordKeys.hash(r.values(), reading.key())))
            .toList();
    Iterator<ConformedRow> judged =
        Repetitions.judge(twins, reading.key(), reading.keyHeader()).iterator();
    List<ConformedRow> settled =
        records.stream().map(r -> twins.contains(r) ? judged.next() : r).toList();
    records.forEach(
        r -> r.problems().stream().filter(CellProblem::isWarning).forEach(warnings::add));
    return new Accepted(taken.evidence(), rows, settled, warnings);
  }
}
