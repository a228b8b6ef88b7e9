package citybrain.entitlement;

import java.util.Map;

/**
 * Chinese names for what a claim's row holds, so that reasons can be read.
 *
 * @param columns name of each column
 * @param codes for columns that hold codes, the name of each code
 */
public record ClaimNames(Map<String, String> columns, Map<String, Map<String, String>> codes) {
  /** No names: columns and codes stand for themselves. */
  public static final ClaimNames NONE = new ClaimNames(Map.of(), Map.of());

  public ClaimNames {
    columns = Map.copyOf(columns);
    codes = Map.copyOf(codes);
  }

  String column(String name) {
    return columns.getOrDefault(name, name);
  }

  String code(String column, String code) {
    return codes.getOrDefault(column, Map.of()).getOrDefault(code, code);
  }
}
