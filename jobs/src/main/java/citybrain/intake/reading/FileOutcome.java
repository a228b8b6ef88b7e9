package citybrain.intake.reading;

import citybrain.problem.Problem;
import java.io.Serializable;
import java.util.List;

/**
 * What became of one delivered file: taken with its records, or refused as a whole with the reason.
 */
public sealed interface FileOutcome {

  /**
   * Nothing of the file was loaded.
   *
   * @param problem lists everything found
   * @param rows what could be read, for the department's copy; empty when nothing could
   * @param cellProblems every bad cell found before the file was given up, for quarantine
   */
  record Refused(Problem problem, List<DeliveredRow> rows, List<CellProblem> cellProblems)
      implements FileOutcome {
    public Refused {
      rows = List.copyOf(rows);
      cellProblems = List.copyOf(cellProblems);
    }
  }

  /**
   * The file fits its contract; single records may still be quarantined.
   *
   * @param rows every delivered row in file order
   * @param records in file order
   */
  record Accepted(FileEvidence evidence, List<DeliveredRow> rows, List<ConformedRow> records)
      implements FileOutcome, Serializable {
    public Accepted {
      rows = List.copyOf(rows);
      records = List.copyOf(records);
    }

    /**
     * Every bad cell once, in file order: the records of one delivered row share their row's
     * problems.
     */
    public List<CellProblem> cellProblems() {
      return records.stream().flatMap(r -> r.problems().stream()).distinct().toList();
    }

    /** Number of records with this outcome. */
    public long count(ConformedRow.Outcome outcome) {
      return records.stream().filter(r -> r.outcome() == outcome).count();
    }
  }
}
