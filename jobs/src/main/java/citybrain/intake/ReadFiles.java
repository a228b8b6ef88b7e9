package citybrain.intake;

import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.CellProblem;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.FileReading;
import citybrain.intake.reading.FileSurvey;
import citybrain.intake.reading.FileVerdict;
import citybrain.intake.reading.RecordChecks;
import citybrain.intake.reading.Repetitions;
import citybrain.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/** What Spark tasks do with files: survey them, read them, judge repeated keys. */
final class ReadFiles implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String landing;
  private final Broadcast<ContractRegistry> contracts;
  private final Broadcast<RecordChecks> checks;
  private final Broadcast<SerializableConfiguration> hadoop;

  ReadFiles(
      LandingArea landing,
      Broadcast<ContractRegistry> contracts,
      Broadcast<RecordChecks> checks,
      Broadcast<SerializableConfiguration> hadoop) {
    this.checks = checks;
    this.landing = landing.location("");
    this.contracts = contracts;
    this.hadoop = hadoop;
  }

  LandedBytes bytes(ReadingTask task) throws IOException {
    return new LandedBytes(landing + task.file(), hadoop.value().value());
  }

  private FileReading reading(ReadingTask task, LandedBytes bytes) {
    return new FileReading(
        task.delivered(), bytes, task.slice(), task.isGb18030(), contracts.value(), checks.value());
  }

  private Optional<Contract> contract(ReadingTask task) {
    return contracts.value().extract(task.department(), task.extract());
  }

  private PartRows partRows(ReadingTask task) {
    Optional<Contract> silver =
        contract(task).flatMap(c -> contracts.value().table("silver", c.targetTable()));
    return new PartRows(
        task,
        silver.map(s -> s.columns().stream().map(ContractColumn::name).toList()).orElse(List.of()),
        silver.map(Contract::key).orElse(List.of()));
  }

  /** The first pass over a file or slice. */
  FileSurvey survey(ReadingTask task) throws IOException {
    try (LandedBytes bytes = bytes(task);
        FileReading reading = reading(task, bytes)) {
      return reading.survey();
    }
  }

  /**
   * The parts of a file or slice.
   *
   * @param kinds what is wanted, of {@link PartRows}
   */
  Iterator<Row> parts(ReadingTask task, Set<String> kinds) throws IOException {
    ReadingTask judged = task;
    FileVerdict verdict = task.verdict();
    if (verdict == null) {
      if (!isUnchanged(task)) {
        return changed(task, kinds);
      }
      judged = judged(task);
      verdict = java.util.Objects.requireNonNull(judged.verdict());
    }
    LandedBytes bytes = bytes(judged);
    return new FileParts(judged, verdict, reading(judged, bytes), partRows(judged), kinds, bytes);
  }

  /** The file part of a file that was found clean. */
  Row cleanFile(ReadingTask task) {
    FileVerdict.Taken taken = (FileVerdict.Taken) java.util.Objects.requireNonNull(task.verdict());
    return partRows(task)
        .file(
            "loaded",
            null,
            taken.evidence(),
            new RecordCounts(taken.records(), taken.records(), 0, 0));
  }

  private boolean isUnchanged(ReadingTask task) throws IOException {
    try (LandedBytes bytes = bytes(task);
        InputStream in = bytes.open(0)) {
      return LandingArea.sha256(in).equals(task.fileSha256());
    }
  }

  private Iterator<Row> changed(ReadingTask task, Set<String> kinds) {
    Problem problem =
        new Problem(
            "FILE_CHANGED",
            task.file(),
            "was changed while it was being taken in",
            "Deliver it again under a new name or date when it is complete.");
    PartRows rows = partRows(task);
    List<Row> parts = new ArrayList<>();
    if (kinds.contains(PartRows.FILE)) {
      parts.add(rows.file("refused", problem.toString(), null, RecordCounts.NONE));
    }
    if (kinds.contains(PartRows.CELL)) {
      parts.add(
          rows.problem(
              CellProblem.ofFile(problem.code(), problem.toString(), problem.remedy()), null));
    }
    return parts.iterator();
  }

  /** A small file is surveyed by the task that reads it. */
  private ReadingTask judged(ReadingTask task) throws IOException {
    ReadingTask again = task;
    FileSurvey survey = survey(task);
    if (survey.isNotUtf8()) {
      again = task.asGb18030();
      survey = survey(again);
    }
    return again.judged(survey.judge(contract(task).orElse(null), survey.repeated()));
  }

  /** Records of one key that stands in several places of a large file. */
  List<Row> twins(ReadingTask task, Iterable<Row> suspects) {
    PartRows parts = partRows(task);
    List<ConformedRow> records = new ArrayList<>();
    suspects.forEach(suspect -> records.add(parts.recordOf(suspect)));
    records.sort(Comparator.comparingInt(ConformedRow::row));
    Contract contract = contract(task).orElseThrow();
    List<String> key =
        contracts.value().table("silver", contract.targetTable()).orElseThrow().key();
    return Settlement.of(Repetitions.judge(records, key, Repetitions.keyHeader(contract)), parts);
  }
}
