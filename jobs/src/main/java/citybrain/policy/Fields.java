package citybrain.policy;

import citybrain.problem.Problem;
import citybrain.unit.Unit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an item that fits its schema: what the schema requires is there. */
final class Fields {
  private Fields() {}

  static String text(JsonNode item, String field) {
    return item.get(field).textValue();
  }

  static @Nullable String optionalText(JsonNode item, String field) {
    return item.has(field) ? text(item, field) : null;
  }

  static LocalDate date(JsonNode item, String field) {
    return LocalDate.parse(text(item, field));
  }

  static Text title(JsonNode item) {
    JsonNode title = item.get("title");
    return new Text(text(title, "zh"), text(title, "en"));
  }

  static Reference reference(JsonNode item) {
    JsonNode reference = item.get("reference");
    return new Reference(text(reference, "document"), text(reference, "place"));
  }

  /** The item's unit, or empty, and then the problem has been told. */
  static Optional<Unit> unit(JsonNode item, String subject, List<Problem> problems) {
    String code = text(item, "unit");
    Optional<Unit> unit = Unit.ofCode(code);
    if (unit.isEmpty()) {
      problems.add(
          new Problem(
              "POLICY_UNIT_UNKNOWN",
              subject,
              "has the unit " + code + ", expected one of " + codes(),
              "Correct the unit, or add it to citybrain.unit.Unit."));
    }
    return unit;
  }

  private static String codes() {
    return Arrays.stream(Unit.values()).map(Unit::code).collect(Collectors.joining(", "));
  }
}
