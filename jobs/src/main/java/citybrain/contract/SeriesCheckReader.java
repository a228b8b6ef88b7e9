package citybrain.contract;

import citybrain.contract.SeriesCheck.Against;
import citybrain.contract.SeriesCheck.Kind;
import citybrain.contract.SeriesCheck.Sum;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the {@code quality} items of a table whose engine is {@value #ENGINE}. Items of type {@code
 * text} say what the engine sees to by itself.
 */
final class SeriesCheckReader {
  private static final String ENGINE = "citybrain.series";
  private static final String REMEDY = "remedy";
  private static final Set<String> FIELDS =
      Set.of(
          "kind",
          "series",
          "period",
          "periodType",
          "values",
          "against",
          "across",
          "sums",
          "only",
          "except",
          "thresholds");

  private final ContractProblems problems;
  private final Map<String, ContractColumn> columns = new HashMap<>();

  /**
   * @param columns of the table
   */
  SeriesCheckReader(ContractProblems problems, List<ContractColumn> columns) {
    this.problems = problems;
    columns.forEach(column -> this.columns.put(column.name(), column));
  }

  List<SeriesCheck> checks(String layout, JsonNode quality) {
    List<SeriesCheck> checks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode item : quality) {
      if (item.path("type").asText().equals("text")) {
        continue;
      }
      String name = item.path("name").asText();
      String where = layout + ".quality." + (name.isEmpty() ? "(no name)" : name);
      if (!name.matches("[a-z][a-z0-9_]*")) {
        problems.add(where, "needs a name of lower-case letters, digits and underscores");
      } else if (!names.add(name)) {
        problems.add(where, "stands twice in its table");
      }
      check(where, name, item).ifPresent(checks::add);
    }
    return checks;
  }

  private Optional<SeriesCheck> check(String where, String name, JsonNode item) {
    int before = problems.count();
    if (!item.path("type").asText().equals("custom")
        || !item.path("engine").asText().equals(ENGINE)) {
      problems.add(where, "is of no kind a table can have, expected type custom, engine " + ENGINE);
      return Optional.empty();
    }
    if (!item.path("severity").asText().equals(Severity.WARNING.text())) {
      problems.add(where, "needs severity warning: records are never kept out for a series");
    }
    String dimension = demand(where, item, "dimension", "its dimension of data quality");
    String description = demand(where, item, "description", "what is doubtful, in Chinese");
    CustomProperties custom = new CustomProperties(item, where, Set.of(REMEDY), problems);
    if (custom.text(REMEDY).isBlank()) {
      problems.add(where, "needs a custom property remedy: what to look at, in Chinese");
    }
    JsonNode body = item.path("implementation");
    Set<String> unknown = new TreeSet<>();
    body.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    if (!unknown.isEmpty()) {
      problems.add(where, "has " + unknown + ", which nobody reads; known are " + FIELDS);
    }
    Optional<Kind> kind = Kind.ofText(body.path("kind").asText());
    if (kind.isEmpty()) {
      problems.add(where, "has kind '" + body.path("kind").asText() + "', which is none of ours");
      return Optional.empty();
    }
    List<String> series = columnNames(where, body, "series");
    List<String> values = columnNames(where, body, "values");
    List<String> against = columnNames(where, body, "against");
    List<String> across = columnNames(where, body, "across");
    if (series.isEmpty() || values.isEmpty()) {
      problems.add(where, "needs series and values: columns of the table");
    }
    checkValues(where, kind.get(), values);
    checkAgainst(where, kind.get(), values, against);
    String period = columnName(where, body, "period");
    if (kind.get().hasPeriod() && period.isEmpty()) {
      problems.add(where, "needs a period: the column that orders a series");
    }
    List<Sum> sums = sums(where, kind.get(), body.path("sums"), series, across);
    Map<String, List<String>> only = codes(where, body.path("only"));
    Map<String, List<String>> except = codes(where, body.path("except"));
    Map<String, BigDecimal> thresholds = thresholds(where, kind.get(), body.path("thresholds"));
    String periodType = columnName(where, body, "periodType");
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new SeriesCheck(
                name,
                dimension,
                kind.get(),
                series,
                period,
                periodType,
                values,
                against,
                across,
                sums,
                only,
                except,
                thresholds,
                description,
                custom.text(REMEDY)));
  }

  private void checkValues(String where, Kind kind, List<String> values) {
    for (String value : values) {
      ContractColumn column = columns.get(value);
      if (column == null) {
        continue;
      }
      if (kind == Kind.ABOLISHED_CODE) {
        if (column.codes() == null) {
          problems.add(where, "looks at " + value + ", which has no code list");
        }
      } else if (!column.type().isNumber()) {
        problems.add(where, "looks at " + value + ", which is no number");
      }
    }
  }

  private void checkAgainst(String where, Kind kind, List<String> values, List<String> against) {
    boolean fits =
        switch (kind.against()) {
          case NOTHING -> against.isEmpty();
          case COLUMN -> against.size() == values.size();
          case ANY -> against.isEmpty() || against.size() == values.size();
        };
    if (!fits) {
      problems.add(
          where,
          kind.against() == Against.NOTHING
              ? "holds its values against " + against + ", which its kind does not do"
              : "needs as many columns in against as in values");
    }
  }

  private List<Sum> sums(
      String where, Kind kind, JsonNode nodes, List<String> series, List<String> across) {
    boolean isSum = kind == Kind.HIERARCHY_SUM;
    if (isSum != !across.isEmpty() || isSum == nodes.isEmpty()) {
      problems.add(where, "needs across and sums if it is a hierarchy_sum, and only then");
    }
    if (!series.containsAll(across)) {
      problems.add(where, "adds up across " + across + ", which must be columns of series");
    }
    List<Sum> sums = new ArrayList<>();
    for (JsonNode node : nodes) {
      List<List<String>> parts = new ArrayList<>();
      node.path("parts").forEach(part -> parts.add(member(where, part, across)));
      sums.add(new Sum(member(where, node.path("whole"), across), parts));
      if (parts.size() < 2) {
        problems.add(where, "has a sum of fewer than two parts");
      }
    }
    return sums;
  }

  /** The codes of a member; a bare text where figures add up across one column. */
  private List<String> member(String where, JsonNode node, List<String> across) {
    List<String> codes = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(code -> codes.add(code.asText()));
    } else {
      codes.add(node.asText());
    }
    if (codes.size() != across.size()) {
      problems.add(where, "has a member " + codes + " that does not fit across " + across);
      return codes;
    }
    for (int i = 0; i < codes.size(); i++) {
      checkCode(where, across.get(i), codes.get(i));
    }
    return codes;
  }

  private Map<String, List<String>> codes(String where, JsonNode node) {
    Map<String, List<String>> codes = new TreeMap<>();
    node.properties()
        .forEach(
            entry -> {
              List<String> allowed = new ArrayList<>();
              entry.getValue().forEach(code -> allowed.add(code.asText()));
              checkColumn(where, entry.getKey());
              allowed.forEach(code -> checkCode(where, entry.getKey(), code));
              codes.put(entry.getKey(), allowed);
            });
    return codes;
  }

  private void checkCode(String where, String columnName, String code) {
    ContractColumn column = columns.get(columnName);
    CodeList list = column == null ? null : column.codes();
    if (list != null && list.entry(code).isEmpty()) {
      problems.add(where, "names " + code + ", which code list " + list.id() + " does not know");
    }
  }

  /** Decimal strings, each with where it comes from. */
  private Map<String, BigDecimal> thresholds(String where, Kind kind, JsonNode nodes) {
    Map<String, BigDecimal> thresholds = new TreeMap<>();
    for (JsonNode node : nodes) {
      String name = node.path("name").asText();
      if (node.path("description").asText().isBlank()) {
        problems.add(where, "has threshold " + name + " without a description of its origin");
      }
      JsonNode value = node.path("value");
      if (!value.isTextual() || !value.asText().matches("\\d+(\\.\\d+)?")) {
        problems.add(where, "has threshold " + name + ", expected a value such as \"0.5\"");
      } else {
        thresholds.put(name, new BigDecimal(value.asText()));
      }
    }
    if (!thresholds.keySet().equals(kind.thresholds())) {
      problems.add(
          where,
          "has thresholds "
              + thresholds.keySet()
              + ", expected "
              + new TreeSet<>(kind.thresholds()));
    }
    return thresholds;
  }

  private List<String> columnNames(String where, JsonNode body, String field) {
    List<String> names = new ArrayList<>();
    body.path(field).forEach(name -> names.add(name.asText()));
    names.forEach(name -> checkColumn(where, name));
    return names;
  }

  private String columnName(String where, JsonNode body, String field) {
    String name = body.path(field).asText();
    if (!name.isEmpty()) {
      checkColumn(where, name);
    }
    return name;
  }

  private void checkColumn(String where, String name) {
    if (!columns.containsKey(name)) {
      problems.add(where, "names column " + name + ", which is not there");
    }
  }

  private String demand(String where, JsonNode item, String field, String words) {
    JsonNode value = item.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      problems.add(where, "needs " + field + ": " + words);
    }
    return value.asText();
  }
}
