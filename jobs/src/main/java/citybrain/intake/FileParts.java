package citybrain.intake;

import citybrain.intake.reading.CellProblem;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.DeliveredRow;
import citybrain.intake.reading.DeliveredRow.Disposition;
import citybrain.intake.reading.FileReading;
import citybrain.intake.reading.FileVerdict;
import citybrain.intake.reading.ReadRow;
import citybrain.intake.reading.RecordKeys;
import citybrain.intake.reading.Repetitions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one judged file or slice, made row by row as they are asked for.
 *
 * <p>Records with suspected keys are held to the end and judged against each other; those of a
 * slice are given as suspects, because their twins may stand in another slice.
 */
final class FileParts implements Iterator<Row> {
  private final ReadingTask task;
  private final FileVerdict verdict;
  private final FileReading reading;
  private final Closeable[] resources;
  private final Set<String> kinds;
  private final PartRows parts;
  private final Iterator<ReadRow> rows;
  private final Deque<Row> ready = new ArrayDeque<>();
  private final List<ConformedRow> suspects = new ArrayList<>();
  private final Settlement settled;
  private long filledRows;
  private boolean isDone;

  /**
   * @param kinds what is wanted, of {@link PartRows}
   * @param resources closed when the last part was given
   */
  FileParts(
      ReadingTask task,
      FileVerdict verdict,
      FileReading reading,
      PartRows parts,
      Set<String> kinds,
      Closeable... resources)
      throws IOException {
    this.task = task;
    this.verdict = verdict;
    this.reading = reading;
    this.parts = parts;
    this.kinds = kinds;
    this.settled = new Settlement(parts);
    this.resources = resources;
    boolean areRecordsWanted = !kinds.equals(Set.of(PartRows.ROW));
    this.rows = reading.rows(verdict, areRecordsWanted);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !isDone) {
      if (rows.hasNext()) {
        take(rows.next());
      } else {
        end();
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void give(String kind, java.util.function.Supplier<Row> part) {
    if (kinds.contains(kind)) {
      ready.add(part.get());
    }
  }

  private void take(ReadRow read) {
    DeliveredRow row = read.row();
    give(PartRows.ROW, () -> parts.row(row));
    if (row.disposition() != Disposition.BLANK) {
      filledRows++;
    }
    boolean isRefused = verdict instanceof FileVerdict.Refused;
    // Records of one row share the problems of the cells they share.
    Map<CellProblem, ConformedRow> problems = new LinkedHashMap<>();
    for (ConformedRow record : read.records()) {
      record.problems().forEach(problem -> problems.putIfAbsent(problem, record));
      if (!isRefused) {
        count(record);
      }
    }
    problems.forEach(this::give);
    read.warnings().forEach(warning -> give(warning, null));
  }

  private void give(CellProblem problem, @Nullable ConformedRow record) {
    give(
        problem.isWarning() ? PartRows.WARNING : PartRows.CELL,
        () -> parts.problem(problem, record));
  }

  private void count(ConformedRow record) {
    if (record.outcome() == Outcome.QUARANTINED) {
      settled.quarantined();
    } else if (isSuspect(record)) {
      suspects.add(record);
    } else {
      settled.accepted();
      give(PartRows.RECORD, () -> parts.record(record));
    }
  }

  private boolean isSuspect(ConformedRow record) {
    return verdict instanceof FileVerdict.Taken taken
        && !taken.suspects().isEmpty()
        && taken.suspects().contains(RecordKeys.hash(record.values(), reading.key()));
  }

  private void end() {
    isDone = true;
    if (task.isOneOfMany()) {
      for (ConformedRow record : suspects) {
        long hash = RecordKeys.hash(record.values(), reading.key());
        give(PartRows.SUSPECT, () -> parts.suspect(record, hash));
      }
    } else {
      Repetitions.judge(suspects, reading.key(), reading.keyHeader())
          .forEach(record -> settled.settle(record, this::give));
    }
    // Beside its bad cells a refused file gives the reason why nothing of it was loaded.
    if (verdict instanceof FileVerdict.Refused refused && task.slice().isFirst()) {
      give(
          CellProblem.ofFile(
              refused.problem().code(), refused.problem().toString(), refused.problem().remedy()),
          null);
    }
    give(PartRows.FILE, this::file);
    try {
      reading.close();
      for (Closeable resource : resources) {
        resource.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void give(String kind, Row part) {
    if (kinds.contains(kind)) {
      ready.add(part);
    }
  }

  private Row file() {
    if (verdict instanceof FileVerdict.Refused refused) {
      return parts.file(
          "refused",
          refused.problem().toString(),
          refused.evidence(),
          null,
          new RecordCounts(filledRows, 0, filledRows, 0));
    }
    return parts.file(
        task.isRepeat() ? "repeated" : "loaded",
        task.isRepeat() ? "Same content as a file delivered before" : null,
        verdict.evidence(),
        verdict instanceof FileVerdict.Taken taken ? taken.period() : null,
        settled.counts());
  }
}
