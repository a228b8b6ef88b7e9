package citybrain.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code quality} of a layout. Items of type {@code custom} are row checks; items of type
 * {@code text} say what the engine sees to by itself.
 */
final class QualityReader {
  private static final String ENGINE = "citybrain";
  private static final String REMEDY = "remedy";
  private static final String COLUMNS = "columns";

  private final ContractProblems problems;

  QualityReader(ContractProblems problems) {
    this.problems = problems;
  }

  /**
   * The row checks of a layout.
   *
   * @param columnNames the layout's columns
   */
  List<RowCheck> rowChecks(String layout, JsonNode quality, Set<String> columnNames) {
    List<RowCheck> checks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode item : quality) {
      String name = item.path("name").asText();
      String where = layout + ".quality." + (name.isEmpty() ? "(no name)" : name);
      if (!name.matches("[a-z][a-z0-9_]*")) {
        problems.add(where, "needs a name of lower-case letters, digits and underscores");
      } else if (!names.add(name)) {
        problems.add(where, "stands twice in its layout");
      }
      check(where, item, columnNames).ifPresent(checks::add);
    }
    return checks;
  }

  /** Empty for an item that states no row check, or a wrong one. */
  private Optional<RowCheck> check(String where, JsonNode item, Set<String> columnNames) {
    int before = problems.count();
    String type = item.path("type").asText();
    boolean isRowCheck = type.equals("custom");
    if (!isRowCheck && !type.equals("text")) {
      problems.add(where, "has type " + type + ", expected custom (a row check) or text");
    }
    Optional<Severity> severity = Severity.ofText(item.path("severity").asText());
    if (severity.isEmpty()) {
      problems.add(where, "needs a severity, error or warning");
    }
    String dimension = demand(where, item, "dimension", "its dimension of data quality");
    String description = demand(where, item, "description", "what is wrong, in Chinese");
    CustomProperties custom =
        new CustomProperties(
            item, where, isRowCheck ? Set.of(REMEDY, COLUMNS) : Set.of(REMEDY), problems);
    if (custom.text(REMEDY).isBlank()) {
      problems.add(where, "needs a custom property remedy: what to do, in Chinese");
    }
    if (!isRowCheck) {
      return Optional.empty();
    }
    if (!item.path("engine").asText().equals(ENGINE)) {
      problems.add(where, "has engine " + item.path("engine").asText() + ", expected " + ENGINE);
    }
    String expression = demand(where, item, "implementation", "its condition as text");
    List<String> columns = custom.texts(COLUMNS);
    if (columns.isEmpty()) {
      problems.add(where, "needs a custom property columns: the cells to mark");
    }
    columns.stream()
        .filter(column -> !columnNames.contains(column))
        .forEach(column -> problems.add(where, "marks column " + column + ", which is not there"));
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new RowCheck(
                item.path("name").asText(),
                dimension,
                severity.orElseThrow(),
                expression,
                description,
                custom.text(REMEDY),
                columns));
  }

  private String demand(String where, JsonNode item, String field, String words) {
    JsonNode value = item.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      problems.add(where, "needs " + field + ": " + words);
    }
    return value.asText();
  }
}
