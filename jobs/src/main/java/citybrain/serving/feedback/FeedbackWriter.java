package citybrain.serving.feedback;

import citybrain.contract.ContractRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Everything that goes back to departments: for each delivery with something to correct a marked
 * copy, for each department a scorecard.
 */
public final class FeedbackWriter {
  private final FeedbackTables tables;
  private final ContractRegistry contracts;
  private final List<DueDelivery> due;
  private final LocalDate asOf;

  /**
   * Feedback as of a day.
   *
   * @param due deliveries that contracts ask for
   */
  public FeedbackWriter(
      FeedbackTables tables, ContractRegistry contracts, List<DueDelivery> due, LocalDate asOf) {
    this.tables = tables;
    this.contracts = contracts;
    this.due = List.copyOf(due);
    this.asOf = asOf;
  }

  /**
   * What was written.
   *
   * @param copies copies for correction
   * @param scorecards one per department
   * @param errors problems that hold a record or file back, in all copies
   * @param warnings figures to look at, in all copies
   */
  public record Written(List<Path> copies, List<Path> scorecards, long errors, long warnings) {
    public Written {
      copies = List.copyOf(copies);
      scorecards = List.copyOf(scorecards);
    }
  }

  /**
   * Writes below {@code folder}, and nowhere else. What lay there under the same name is replaced,
   * other files stay.
   *
   * @param progress told in one line what is being done
   */
  public Written write(Path folder, Consumer<String> progress) throws IOException {
    CopyPaths paths = new CopyPaths(folder);
    List<CorrectionCopies.Copy> copies =
        new CorrectionCopies(tables, contracts, asOf, paths, CorrectionCopies.MAX_WHOLE_ROWS)
            .write(progress);
    progress.accept("Writing scorecards");
    List<Path> scorecards = new ArrayList<>();
    Dataset<Row> facts = Scorecard.facts(tables, due, asOf).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<Row> byMonth = Scorecard.of(facts, Scorecard.BY_MONTH).collectAsList();
      List<Row> byExtract = Scorecard.of(facts, Scorecard.BY_EXTRACT).collectAsList();
      for (Row total : Scorecard.of(facts, Scorecard.BY_DEPARTMENT).collectAsList()) {
        String department = total.getAs("department");
        scorecards.add(
            new ScorecardWorkbook(contracts, department, asOf)
                .write(
                    paths.department(department),
                    of(department, byMonth),
                    of(department, byExtract),
                    List.of(total),
                    copies.stream()
                        .filter(copy -> copy.delivery().department().equals(department))
                        .toList()));
      }
    } finally {
      facts.unpersist();
    }
    return new Written(
        copies.stream().map(CorrectionCopies.Copy::path).toList(),
        scorecards,
        copies.stream().mapToLong(CorrectionCopies.Copy::errors).sum(),
        copies.stream().mapToLong(CorrectionCopies.Copy::warnings).sum());
  }

  /** Rows of {@code quality/scorecard}, without the columns that name the release. */
  public Dataset<Row> scorecard() {
    return Scorecard.of(Scorecard.facts(tables, due, asOf), Scorecard.BY_MONTH);
  }

  private static List<Row> of(String department, List<Row> rows) {
    return rows.stream().filter(row -> row.getAs("department").equals(department)).toList();
  }
}
