package citybrain.intake.anomaly;

import citybrain.contract.SeriesCheck;
import citybrain.intake.anomaly.Found.Tally;
import citybrain.period.Period;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many figures of a file repeat another column, or the same column a period ago. One
 * figure that repeats means nothing; a file of them was copied.
 *
 * <p>Figures with few digits repeat by chance and are not counted, nor are zeros. Held against
 * another column, periods from January on are not counted: their figure is the cumulative one.
 * Counted is what has to do with the batch.
 */
final class CopiedColumn {
  private record Source(String check, String column, String file, String sheet, String from) {}

  private final Map<Source, Found> counts = new HashMap<>();

  /**
   * Counts the records of a series.
   *
   * @param column index of the column in the check
   * @param otherZh what the column is called that it is held against
   * @param records ascending by period and of one rhythm
   */
  void count(
      SeriesCheck check,
      int column,
      String otherZh,
      List<SeriesRecord> records,
      List<Period> periods) {
    String value = check.values().get(column);
    for (int i = 0; i < records.size(); i++) {
      SeriesRecord now = records.get(i);
      if (!check.against().isEmpty()) {
        String other = check.against().get(column);
        if (now.isOfBatch() && periods.get(i).first().getMonthValue() > 1) {
          count(check, value, now, now.number(other), "同期“" + otherZh + "”栏");
        }
      } else if (i > 0
          && (now.isOfBatch() || records.get(i - 1).isOfBatch())
          && periods.get(i - 1).last().plusMonths(1).equals(periods.get(i).first())) {
        SeriesRecord before = records.get(i - 1);
        count(check, value, now, before.number(value), Wording.of(periods.get(i - 1)));
      }
    }
  }

  private void count(
      SeriesCheck check,
      String column,
      SeriesRecord record,
      @Nullable BigDecimal other,
      String from) {
    BigDecimal value = record.number(column);
    if (value == null
        || other == null
        || value.signum() == 0
        || value.stripTrailingZeros().precision() < check.threshold("least_digits").intValue()) {
      return;
    }
    Tally one = new Tally(value.compareTo(other) == 0 ? 1 : 0, 1);
    counts.merge(
        new Source(check.name(), column, record.file(), record.sheet(), from),
        new Found(check, record, column, from, one),
        CopiedColumn::both);
  }

  private static Found both(Found one, Found other) {
    Found first = one.record().place().compareTo(other.record().place()) <= 0 ? one : other;
    Tally sum =
        java.util.Objects.requireNonNull(one.tally())
            .plus(java.util.Objects.requireNonNull(other.tally()));
    return new Found(first.check(), first.record(), first.column(), first.reasonZh(), sum);
  }

  /** What was counted, at the first record of each file; the reason says what may be copied. */
  List<Found> counts() {
    return List.copyOf(counts.values());
  }
}
