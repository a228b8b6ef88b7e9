package citybrain.intake.reading;

import citybrain.contract.Contract;
import citybrain.intake.reading.RecordKeys.Repeated;
import citybrain.problem.Problem;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a first pass over a file, or over one slice of it, found. The surveys of all slices together
 * decide whether the file is taken.
 */
public final class FileSurvey implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Enough to see what is wrong; a message is no listing. */
  private static final int RAGGED_ROWS_NAMED = 5;

  /** A key that stands so often is no key: the column was filled down, or is the wrong one. */
  private static final long MOST_REPETITIONS = 10_000;

  private static final int MOST_REPEATED_KEYS = 200_000;

  private static final String CORRECT =
      "Correct the extract, or add an alias with the date it starts.";

  private final String subject;
  private @Nullable Problem unreadable;
  private @Nullable Problem unfit;
  private @Nullable FileEvidence evidence;
  private boolean isNotUtf8;
  private boolean isLocated;
  private final List<String> ragged = new ArrayList<>();
  private long raggedCount;
  private final TypeTally tally = new TypeTally();
  private final RecordKeys.Hashes hashes = new RecordKeys.Hashes();
  private long records;
  private long problems;

  FileSurvey(String subject) {
    this.subject = subject;
  }

  void unreadable(Problem problem) {
    unreadable = problem;
  }

  /** The file began as UTF-8 and went on otherwise. */
  void notUtf8(Problem problem) {
    unreadable = problem;
    isNotUtf8 = true;
  }

  void evidence(FileEvidence recognised) {
    evidence = recognised;
  }

  /** No table of the contract was found. */
  void unfit(Problem problem) {
    unfit = problem;
  }

  void located() {
    isLocated = true;
  }

  void ragged(DeliveredRow row, int width) {
    raggedCount++;
    if (ragged.size() < RAGGED_ROWS_NAMED) {
      ragged.add(
          "the row in line %d has %d cells, the header %d"
              .formatted(row.row(), row.cells().size(), width));
    }
  }

  /** Something to report that does not refuse the file. */
  void problems(int count) {
    problems += count;
  }

  /**
   * @param keyHash null when the record is held back, so that its key does not count
   */
  void record(@Nullable Long keyHash) {
    records++;
    if (keyHash != null) {
      hashes.add(keyHash);
    }
  }

  TypeTally tally() {
    return tally;
  }

  /** Whether the file is to be surveyed again as GB18030. */
  public boolean isNotUtf8() {
    return isNotUtf8;
  }

  /** Hashes of the keys of all records that may be accepted, sorted. */
  public long[] keyHashes() {
    return hashes.sorted();
  }

  /** Hashes found more than once in this survey. */
  public List<Repeated> repeated() {
    return RecordKeys.repeated(hashes.sorted());
  }

  /** Hashes found more than once in several surveys together. */
  public static List<Repeated> repeated(Iterable<long[]> hashes) {
    long[] all = new long[0];
    for (long[] some : hashes) {
      int size = all.length;
      all = Arrays.copyOf(all, size + some.length);
      System.arraycopy(some, 0, all, size, some.length);
    }
    Arrays.sort(all);
    return RecordKeys.repeated(all);
  }

  /** The same without the hashes, which are as many as the file has records. */
  public FileSurvey withoutKeys() {
    FileSurvey light = new FileSurvey(subject);
    light.unreadable = unreadable;
    light.unfit = unfit;
    light.evidence = evidence;
    light.isNotUtf8 = isNotUtf8;
    light.isLocated = isLocated;
    light.ragged.addAll(ragged);
    light.raggedCount = raggedCount;
    light.tally.add(tally);
    light.records = records;
    light.problems = problems;
    return light;
  }

  /** Adds what was found in the next slice of the same file; the key hashes stay apart. */
  public void add(FileSurvey next) {
    unreadable = unreadable == null ? next.unreadable : unreadable;
    isNotUtf8 |= next.isNotUtf8;
    for (String row : next.ragged) {
      if (ragged.size() < RAGGED_ROWS_NAMED) {
        ragged.add(row);
      }
    }
    raggedCount += next.raggedCount;
    tally.add(next.tally);
    records += next.records;
    problems += next.problems;
  }

  /**
   * Decides on the file.
   *
   * @param repeated keys found more than once in the whole file
   */
  public FileVerdict judge(@Nullable Contract contract, List<Repeated> repeated) {
    if (unreadable != null) {
      return new FileVerdict.Refused(unreadable, evidence, false);
    }
    if (unfit != null || !isLocated || contract == null || evidence == null) {
      return new FileVerdict.Refused(java.util.Objects.requireNonNull(unfit), evidence, true);
    }
    List<String> mismatches = new ArrayList<>(ragged);
    if (raggedCount > ragged.size()) {
      mismatches.add((raggedCount - ragged.size()) + " more rows too");
    }
    BigDecimal share = contract.refuseAboveShare();
    mismatches.addAll(tally.columnsAbove(share));
    if (!mismatches.isEmpty()) {
      return refused(mismatch(subject, contract, String.join("; ", mismatches)));
    }
    // Days without an event are reported by a header alone; a statistic without a figure is a
    // mistake.
    boolean mayBeEmpty =
        contract.mayBeEmpty()
            || contract.cadence().equals("day")
            || contract.cadence().equals("event");
    if (records == 0 && !mayBeEmpty) {
      return refused(
          new Problem(
              "FILE_EMPTY",
              subject,
              "has a header and not one record below it",
              "Deliver the file again with its figures."));
    }
    long most = repeated.stream().mapToLong(Repeated::count).max().orElse(0);
    if (most > MOST_REPETITIONS || repeated.size() > MOST_REPEATED_KEYS) {
      return refused(
          new Problem(
              "KEY_REPEATED",
              subject,
              "has %d keys that stand more than once, one of them %d times. Nothing was loaded"
                  .formatted(repeated.size(), most),
              "Fill the key columns with what tells one record from another."));
    }
    Set<Long> suspects = new HashSet<>();
    repeated.forEach(key -> suspects.add(key.hash()));
    return new FileVerdict.Taken(evidence, suspects, records, problems == 0 && suspects.isEmpty());
  }

  private FileVerdict.Refused refused(Problem problem) {
    return new FileVerdict.Refused(problem, evidence, true);
  }

  static Problem mismatch(String subject, Contract contract, String found) {
    return new Problem(
        "SCHEMA_MISMATCH",
        subject,
        "does not fit " + contract.path() + ": " + found + ". Nothing was loaded",
        CORRECT);
  }
}
