package citybrain.contract;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The key of a record as one text: the canonical values of its silver table's key, in key order,
 * joined with a bar. A bar or backslash inside a value has a backslash before it, so that no two
 * keys look the same.
 */
public final class RecordKey {
  /** Between two values. */
  public static final String SEPARATOR = "|";

  /** Before a separator, or itself, inside a value. */
  public static final String ESCAPE = "\\";

  private RecordKey() {}

  /**
   * The key as one text.
   *
   * @param values ISO dates, plain decimals, codes or text as silver holds them
   */
  public static String of(List<String> values) {
    return values.stream().map(RecordKey::escaped).collect(Collectors.joining(SEPARATOR));
  }

  private static String escaped(String value) {
    return value.replace(ESCAPE, ESCAPE + ESCAPE).replace(SEPARATOR, ESCAPE + SEPARATOR);
  }
}
