package citybrain.intake.anomaly;

import citybrain.contract.SeriesCheck;
import citybrain.period.Period;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A current record of a silver table, as far as the checks look at it.
 *
 * @param values canonical texts by column; a column without a value is missing
 * @param key its key in canonical form
 * @param cell null when the record is a whole row
 * @param isOfBatch whether it came with the batch that is judged
 */
record SeriesRecord(
    Map<String, String> values,
    String key,
    String file,
    String fileSha256,
    String sheet,
    int row,
    @Nullable String cell,
    boolean isSimulated,
    boolean isOfBatch) {

  SeriesRecord {
    values = Map.copyOf(values);
  }

  @Nullable String text(String column) {
    return values.get(column);
  }

  @Nullable BigDecimal number(String column) {
    String text = values.get(column);
    return text == null ? null : new BigDecimal(text);
  }

  Optional<Period> period(SeriesCheck check) {
    String code = values.get(check.period());
    return code == null
        ? Optional.empty()
        : Rhythm.period(code, values.getOrDefault(check.periodType(), ""));
  }

  /** Whether a check looks at the record. */
  boolean isMeantBy(SeriesCheck check) {
    return check.only().entrySet().stream()
            .allMatch(only -> isOneOf(only.getKey(), only.getValue()))
        && check.except().entrySet().stream()
            .noneMatch(except -> isOneOf(except.getKey(), except.getValue()));
  }

  private boolean isOneOf(String column, java.util.List<String> codes) {
    String code = values.get(column);
    return code != null && codes.contains(code);
  }

  /** Where it stands, in the order of files, sheets and rows. */
  String place() {
    return "%s\n%s\n%s\n%09d\n%s".formatted(file, fileSha256, sheet, row, cell);
  }
}
