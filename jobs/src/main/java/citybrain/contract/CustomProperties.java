package citybrain.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The {@code customProperties} of a contract, a column or a check: what the standard lacks. */
final class CustomProperties {
  private final Map<String, JsonNode> values = new LinkedHashMap<>();

  /**
   * Reads them. A name that nobody reads is a slip of the pen and a problem, not a comment.
   *
   * @param owner the node that has {@code customProperties}
   * @param known the names that are read
   */
  CustomProperties(JsonNode owner, String where, Set<String> known, ContractProblems problems) {
    for (JsonNode item : owner.path("customProperties")) {
      String name = item.path("property").asText();
      if (!known.contains(name)) {
        problems.add(
            where,
            "has custom property " + name + ", which nobody reads; known are " + sorted(known));
      } else if (values.put(name, item.path("value")) != null) {
        problems.add(where, "has custom property " + name + " twice");
      }
    }
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  @Nullable JsonNode get(String name) {
    return values.get(name);
  }

  /** The value as text; empty when there is none. */
  String text(String name) {
    JsonNode value = values.get(name);
    return value == null ? "" : value.asText();
  }

  /** The items of a list as text; empty when there is none. */
  List<String> texts(String name) {
    JsonNode value = values.get(name);
    List<String> texts = new ArrayList<>();
    if (value != null) {
      value.forEach(item -> texts.add(item.asText()));
    }
    return texts;
  }
}
