package citybrain.app;

import citybrain.contract.Contract;
import citybrain.lake.Lake;
import citybrain.lake.LakeTable;
import citybrain.lake.Release;
import citybrain.lake.ReleaseLog;
import citybrain.lake.TableName;
import citybrain.lake.TableSchema;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import citybrain.serving.feedback.DueDelivery;
import citybrain.serving.feedback.FeedbackTables;
import citybrain.serving.feedback.FeedbackWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Gives departments back what they have to correct, and their scorecards, from the current release.
 * The scorecards of all departments are kept in {@code quality/scorecard} too, those of an earlier
 * day than the release's below {@code archive/<as-of>/}.
 */
final class FeedbackJob {
  private static final TableName SCORECARD = new TableName("quality", "scorecard");

  private final Lake lake;
  private final Registry registry;
  private final Consumer<String> progress;

  FeedbackJob(Lake lake, Registry registry, Consumer<String> progress) {
    this.lake = lake;
    this.registry = registry;
    this.progress = progress;
  }

  /**
   * Writes the feedback as of a day.
   *
   * @param asOf the release's own day when empty
   * @param department only this one; then the table of scorecards stays as it is
   * @throws ProblemException {@code OPTION_WRONG} for a day the release knows nothing of, or a
   *     department without a delivery
   */
  FeedbackWriter.Written write(Path folder, Optional<LocalDate> asOf, Optional<String> department)
      throws IOException {
    ReleaseLog log = new ReleaseLog(lake);
    Release release = log.requireCurrent();
    LocalDate day = asOf.orElse(release.asOf());
    if (day.isAfter(release.asOf())) {
      throw new ProblemException(
          new Problem(
              "OPTION_WRONG",
              "--as-of " + day,
              "is after " + release.asOf() + ", the day the current release stands on",
              "Give that day or an earlier one, or run `citybrain run` for the later day first."));
    }
    FeedbackTables all = tables(log, release);
    department.ifPresent(name -> requireDelivery(all, name));
    FeedbackTables tables = department.map(all::of).orElse(all);
    List<DueDelivery> due = DueDeliveries.by(day, registry.contracts(), tables.deliveries());
    FeedbackWriter writer = new FeedbackWriter(tables, registry.contracts(), due, day);
    FeedbackWriter.Written written = writer.write(folder, progress);
    if (department.isEmpty()) {
      keep(writer.scorecard(), release, day);
    }
    return written;
  }

  private static void requireDelivery(FeedbackTables tables, String department) {
    if (tables.deliveries().where(functions.col("department").equalTo(department)).isEmpty()) {
      throw new ProblemException(
          new Problem(
              "OPTION_WRONG",
              "--department " + department,
              "has delivered nothing that the current release knows",
              "Write the department as its landing folder is called."));
    }
  }

  private FeedbackTables tables(ReleaseLog log, Release release) {
    List<FeedbackTables.SilverTable> silver =
        registry.contracts().extracts().stream()
            .map(Contract::targetTable)
            .distinct()
            .map(table -> new TableName("silver", table))
            .filter(table -> release.table(table).isPresent())
            .map(
                table ->
                    new FeedbackTables.SilverTable(
                        GoldTables.contract(registry, table), log.read(release, table)))
            .toList();
    return new FeedbackTables(
        log.read(release, new TableName("bronze", "delivered_row")),
        log.read(release, new TableName("quality", "quarantined_row")),
        warnings(log, release),
        log.read(release, new TableName("quality", "delivery")),
        log.read(release, new TableName("quality", "reconciliation")),
        silver);
  }

  /** A release made before there were warnings has none. */
  private Dataset<Row> warnings(ReleaseLog log, Release release) {
    TableName warning = new TableName("quality", "warning");
    return release.table(warning).isPresent()
        ? log.read(release, warning)
        : lake.spark()
            .createDataFrame(List.of(), TableSchema.of(GoldTables.contract(registry, warning)));
  }

  private void keep(Dataset<Row> scorecard, Release release, LocalDate asOf) {
    String folder = asOf.equals(release.asOf()) ? "" : "archive/" + asOf + "/";
    LakeTable table = lake.tableAt(SCORECARD, folder + SCORECARD);
    Dataset<Row> stamped =
        TableSchema.conform(
            scorecard
                .withColumn("as_of", functions.lit(java.sql.Date.valueOf(asOf)))
                .withColumn("release_id", functions.lit(release.releaseId())),
            GoldTables.contract(registry, SCORECARD));
    progress.accept("Computing " + table.relativePath());
    table.replace(stamped.coalesce(1), release.releaseId());
  }
}
