package citybrain.intake.anomaly;

import citybrain.contract.SeriesCheck;
import org.jspecify.annotations.Nullable;

/**
 * A doubt about a record; or, for a column that may be copied, how many records of a file repeat
 * another figure.
 *
 * @param column of the silver table
 * @param tally null for a doubt that stands by itself
 */
record Found(
    SeriesCheck check, SeriesRecord record, String column, String reasonZh, @Nullable Tally tally) {

  /**
   * Records of a file.
   *
   * @param repeated those with the same figure as where it may be copied from
   * @param compared those that could be compared
   */
  record Tally(long repeated, long compared) {
    Tally plus(Tally other) {
      return new Tally(repeated + other.repeated, compared + other.compared);
    }
  }
}
