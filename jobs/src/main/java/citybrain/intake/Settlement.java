package citybrain.intake;

import citybrain.intake.reading.ConformedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Row;

/** Counts where records go, and makes their parts. */
final class Settlement {
  private final PartRows parts;
  private long accepted;
  private long quarantined;
  private long superseded;

  Settlement(PartRows parts) {
    this.parts = parts;
  }

  void accepted() {
    accepted++;
  }

  void quarantined() {
    quarantined++;
  }

  RecordCounts counts() {
    return new RecordCounts(accepted + quarantined + superseded, accepted, quarantined, superseded);
  }

  /**
   * Settles a record that was judged against its twins.
   *
   * @param give told the kind of a part and the part
   */
  void settle(ConformedRow record, BiConsumer<String, Row> give) {
    switch (record.outcome()) {
      case ACCEPTED -> {
        accepted++;
        give.accept(PartRows.RECORD, parts.record(record));
      }
      case SUPERSEDED -> superseded++;
      case QUARANTINED -> {
        quarantined++;
        record.problems().stream()
            .filter(problem -> !problem.isWarning())
            .forEach(problem -> give.accept(PartRows.CELL, parts.problem(problem, record)));
      }
    }
  }

  /** All parts of the records of one key, and a file part with their counts. */
  static List<Row> of(List<ConformedRow> judged, PartRows parts) {
    Settlement settlement = new Settlement(parts);
    List<Row> made = new ArrayList<>();
    judged.forEach(record -> settlement.settle(record, (kind, part) -> made.add(part)));
    made.add(parts.file("loaded", null, null, null, settlement.counts()));
    return made;
  }
}
