package citybrain.intake.reading;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record for a silver table. A delivered row gives one, or one per period when its periods
 * stand side by side.
 *
 * <p>Per file: records = accepted + quarantined + superseded.
 *
 * @param table silver table, for example {@code statistical_observation}
 * @param values column of the silver table to canonical text (ISO date, plain decimal in the stored
 *     unit, code); a column without a value is absent, never empty
 * @param sheet empty for a CSV
 * @param row 1-based, of the delivered row
 * @param cell address of the figure, such as {@code C12}; null when the record is the whole row
 * @param problems errors when quarantined; otherwise warnings, mostly none
 */
public record ConformedRow(
    String table,
    Map<String, String> values,
    String sheet,
    int row,
    @Nullable String cell,
    Outcome outcome,
    List<CellProblem> problems)
    implements Serializable {

  public ConformedRow {
    // Not copied: a record is made for every row, and nobody keeps the map it is made of.
    values = Collections.unmodifiableMap(values);
    problems = List.copyOf(problems);
    boolean isErroneous = problems.stream().anyMatch(problem -> !problem.isWarning());
    if (isErroneous != (outcome == Outcome.QUARANTINED)) {
      throw new IllegalArgumentException(
          "Errors and quarantine go together: row " + row + " is " + outcome);
    }
  }

  /** Where a record goes. */
  public enum Outcome {
    ACCEPTED,
    QUARANTINED,
    /** An identical record stands later in the same file. */
    SUPERSEDED
  }
}
