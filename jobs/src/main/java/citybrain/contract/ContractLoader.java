package citybrain.contract;

import citybrain.contract.Layout.Place;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads contracts and code lists from disk, holds them against their JSON Schemas and each other,
 * and reports all problems at once.
 */
final class ContractLoader {
  private static final String SCHEMAS = "schemas";
  private static final List<String> LAYERS = List.of("extracts", "silver", "gold", "quality");
  private static final String REMEDY =
      "Correct the file; docs/adding-a-source.md shows a whole contract.";

  private final Path root;
  private final YAMLMapper yaml = new YAMLMapper();
  private final ObjectMapper json = new ObjectMapper();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, CodeList> codeLists = new TreeMap<>();
  private final Map<String, Contract> contracts = new TreeMap<>();
  private final MessageDigest digest;

  ContractLoader(Path root) {
    this.root = root;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  ContractRegistry load() {
    Path schemas = root.resolve(SCHEMAS);
    if (!Files.isDirectory(schemas)) {
      throw new ProblemException(
          new Problem(
              "REGISTRY_NOT_FOUND",
              schemas.toString(),
              "is no folder; it should hold the data contracts",
              "Point to the registry root, the folder that holds schemas/, policies/ and metrics/."));
    }
    JsonSchema codeListSchema = schema("meta/code-list.schema.json");
    for (Path file : yamlFilesIn("codes")) {
      JsonNode node = read(file, codeListSchema);
      if (node != null) {
        addCodeList(file, node);
      }
    }
    JsonSchema contractSchema = schema("meta/odcs-3.1.0.schema.json");
    for (String layer : LAYERS) {
      for (Path file : yamlFilesIn(layer)) {
        JsonNode node = read(file, contractSchema);
        if (node != null) {
          addContract(layer, file, node);
        }
      }
    }
    checkTargets();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new ContractRegistry(contracts, codeLists, HexFormat.of().formatHex(digest.digest()));
  }

  private JsonSchema schema(String name) {
    Path file = root.resolve(SCHEMAS).resolve(name);
    try {
      return JsonSchemaFactory.getInstance(VersionFlag.V201909)
          .getSchema(json.readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "REGISTRY_INCOMPLETE",
              relative(file),
              "cannot be read as JSON: " + e.getMessage(),
              "Restore it from version control."));
    }
  }

  private List<Path> yamlFilesIn(String folder) {
    Path start = root.resolve(SCHEMAS).resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> f.toString().endsWith(".yaml"))
          .sorted((a, b) -> relative(a).compareTo(relative(b)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Listing " + start, e);
    }
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private @Nullable JsonNode read(Path file, JsonSchema schema) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
    digest.update(relative(file).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes);
    digest.update((byte) 0);
    JsonNode node;
    try {
      node = yaml.readTree(bytes);
    } catch (JsonProcessingException e) {
      problem(file, "is no YAML: " + e.getOriginalMessage() + place(e));
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
    var errors = schema.validate(node);
    errors.forEach(e -> problem(file, "breaks its JSON Schema: " + e.getMessage()));
    return errors.isEmpty() ? node : null;
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
  }

  private void problem(Path file, String message) {
    problem(relative(file), message);
  }

  private void problem(String subject, String message) {
    problems.add(new Problem("CONTRACT_INVALID", subject, message, REMEDY));
  }

  private static String stem(Path file) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    return name.substring(0, name.length() - ".yaml".length());
  }

  private void addCodeList(Path file, JsonNode node) {
    String id = node.path("id").asText();
    if (!id.equals(stem(file))) {
      problem(file, "has id " + id + ", expected the file's name " + stem(file));
    }
    List<CodeList.CodeEntry> entries = new ArrayList<>();
    Map<String, String> codeByName = new HashMap<>();
    Set<String> codes = new HashSet<>();
    for (JsonNode item : node.path("codes")) {
      String code = item.path("code").asText();
      if (!codes.add(code)) {
        problem(file, "lists code " + code + " twice");
      }
      List<String> otherNames = texts(item.path("other_names"));
      entries.add(new CodeList.CodeEntry(code, item.path("zh").asText(), otherNames));
      Set<String> keys = new LinkedHashSet<>();
      keys.add(CellText.key(code));
      keys.add(CellText.key(item.path("zh").asText()));
      otherNames.forEach(name -> keys.add(CellText.key(name)));
      for (String key : keys) {
        String other = codeByName.putIfAbsent(key, code);
        if (other != null && !other.equals(code)) {
          problem(file, "gives the name " + key + " to " + other + " and to " + code);
        }
      }
    }
    codeLists.put(
        id, new CodeList(id, node.path("title").path("zh").asText(), entries, codeByName));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  private void addContract(String layer, Path file, JsonNode node) {
    int before = problems.size();
    String path = relative(file);
    Map<String, JsonNode> custom = custom(node);
    String department = "";
    String expectedName = stem(file);
    if (layer.equals("extracts")) {
      department =
          Objects.requireNonNull(Objects.requireNonNull(file.getParent()).getFileName()).toString();
      String stated = text(custom, "department");
      if (!department.equals(stated)) {
        problem(file, "names department " + stated + ", expected its folder's name " + department);
      }
    }
    String name = node.path("name").asText();
    if (!name.equals(expectedName)) {
      problem(file, "has name " + name + ", expected the file's name " + expectedName);
    }
    Set<String> nullTokens = new HashSet<>();
    if (custom.containsKey("nullTokens")) {
      texts(custom.get("nullTokens")).forEach(token -> nullTokens.add(CellText.key(token)));
    }
    List<Layout> layouts = new ArrayList<>();
    for (JsonNode object : node.path("schema")) {
      layouts.add(layout(path, object, nullTokens));
    }
    if (layouts.isEmpty()) {
      problem(file, "has no schema object, expected at least one");
    } else if (!layer.equals("extracts") && layouts.size() > 1) {
      problem(file, "has " + layouts.size() + " schema objects, a table has one");
    }
    BigDecimal share = share(path, custom);
    Integer dueWorkdays = dueWorkdays(path, node);
    if (problems.size() == before) {
      String key = path.substring(SCHEMAS.length() + 1, path.length() - ".yaml".length());
      contracts.put(
          key,
          new Contract(
              path,
              layer,
              department,
              name,
              node.path("version").asText(),
              titleZh(node),
              layouts,
              text(custom, "targetTable"),
              text(custom, "cadence"),
              share,
              dueWorkdays));
    }
  }

  private static String titleZh(JsonNode node) {
    String businessName = node.path("schema").path(0).path("businessName").asText();
    return businessName.isEmpty() ? node.path("name").asText() : businessName;
  }

  private BigDecimal share(String path, Map<String, JsonNode> custom) {
    String text = text(custom, "refuseAboveShare");
    if (text.isEmpty()) {
      return BigDecimal.ZERO;
    }
    try {
      BigDecimal share = new BigDecimal(text);
      if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0) {
        return share;
      }
    } catch (NumberFormatException e) {
      problem(path, "has refuseAboveShare " + text + ", which is no number");
      return BigDecimal.ZERO;
    }
    problem(path, "has refuseAboveShare " + text + ", expected a share between 0 and 1");
    return BigDecimal.ZERO;
  }

  /** The latency of the service level, in working days after the end of the period. */
  private @Nullable Integer dueWorkdays(String path, JsonNode node) {
    for (JsonNode level : node.path("slaProperties")) {
      if (level.path("property").asText().equals("latency")) {
        JsonNode value = level.path("value");
        if (value.isInt() && value.asInt() > 0 && level.path("unit").asText().equals("workday")) {
          return value.asInt();
        }
        problem(path, "has a latency that is no positive number of the unit workday");
      }
    }
    return null;
  }

  private static Map<String, JsonNode> custom(JsonNode node) {
    Map<String, JsonNode> custom = new LinkedHashMap<>();
    node.path("customProperties")
        .forEach(p -> custom.put(p.path("property").asText(), p.path("value")));
    return custom;
  }

  private static String text(Map<String, JsonNode> custom, String property) {
    JsonNode value = custom.get(property);
    return value == null ? "" : value.asText();
  }

  private Layout layout(String path, JsonNode object, Set<String> nullTokens) {
    String layoutName = object.path("name").asText();
    List<ContractColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> headers = new HashSet<>();
    List<Integer> keyPositions = new ArrayList<>();
    for (JsonNode property : object.path("properties")) {
      String where = path + "#" + layoutName + "." + property.path("name").asText();
      ContractColumn column = column(where, property, nullTokens);
      if (column == null) {
        continue;
      }
      if (!names.add(column.name())) {
        problem(where, "stands twice in its layout");
      }
      for (String header : headersOf(column)) {
        if (!headers.add(CellText.key(header))) {
          problem(where, "has header " + header + ", which another column has too");
        }
      }
      if (column.isKey()) {
        keyPositions.add(column.keyPosition());
      }
      columns.add(column);
    }
    for (int i = 1; i <= keyPositions.size(); i++) {
      if (!keyPositions.contains(i)) {
        problem(path + "#" + layoutName, "has no key column with primaryKeyPosition " + i);
      }
    }
    for (ContractColumn column : columns) {
      String where = path + "#" + layoutName + "." + column.name();
      UnitSource unit = column.unit();
      if (unit != null && unit.place() == UnitSource.Place.COLUMN && !names.contains(unit.text())) {
        problem(where, "takes its unit from column " + unit.text() + ", which is not there");
      }
      String yearFrom = column.yearFrom();
      if (yearFrom != null && !names.contains(yearFrom)) {
        problem(where, "takes its year from column " + yearFrom + ", which is not there");
      }
    }
    if (columns.stream().filter(c -> c.place() == Place.ACROSS).count() > 1) {
      problem(path + "#" + layoutName, "has two columns across, one at most can be unpivoted");
      return new Layout(layoutName, List.of());
    }
    return new Layout(layoutName, columns);
  }

  private static List<String> headersOf(ContractColumn column) {
    if (column.place() != Place.COLUMN && column.place() != Place.BELOW_ACROSS) {
      return List.of();
    }
    List<String> headers = new ArrayList<>();
    headers.add(column.header());
    column.aliases().forEach(alias -> headers.add(alias.text()));
    return headers;
  }

  private @Nullable ContractColumn column(String where, JsonNode property, Set<String> nullTokens) {
    int before = problems.size();
    Map<String, JsonNode> custom = custom(property);
    CodeList codes = null;
    String codeListId = text(custom, "codeList");
    if (!codeListId.isEmpty()) {
      codes = codeLists.get(codeListId);
      if (codes == null) {
        problem(where, "uses code list " + codeListId + ", which schemas/codes does not hold");
      }
    }
    ColumnType type = type(where, property, custom);
    Place place = place(where, custom);
    if (place == Place.HEADING && type != ColumnType.CODE) {
      problem(where, "is looked for in the heading, which only a column with a code list can be");
    }
    List<HeaderAlias> aliases = new ArrayList<>();
    JsonNode aliasNodes = custom.get("headerAliases");
    if (aliasNodes != null) {
      for (JsonNode alias : aliasNodes) {
        try {
          aliases.add(
              new HeaderAlias(
                  alias.path("text").asText(), LocalDate.parse(alias.path("from").asText())));
        } catch (DateTimeParseException e) {
          problem(where, "has an alias from " + alias.path("from").asText() + ", which is no date");
        }
      }
    }
    String yearFrom = text(custom, "yearFrom");
    JsonNode minimum = property.path("logicalTypeOptions").path("minimum");
    UnitSource unit = unit(where, custom);
    if (problems.size() > before) {
      return null;
    }
    int keyPosition =
        property.path("primaryKey").asBoolean() ? property.path("primaryKeyPosition").asInt(1) : 0;
    return new ContractColumn(
        property.path("name").asText(),
        property.path("businessName").asText(),
        type,
        property.path("physicalType").asText(),
        property.path("required").asBoolean(),
        Boolean.parseBoolean(text(custom, "headerOptional")),
        keyPosition,
        place,
        yearFrom.isEmpty() ? null : yearFrom,
        property.path("classification").asText(),
        property.path("description").asText(),
        aliases,
        codes,
        minimum.isNumber() ? minimum.decimalValue() : null,
        unit,
        nullTokens);
  }

  private ColumnType type(String where, JsonNode property, Map<String, JsonNode> custom) {
    if (custom.containsKey("codeList")) {
      return ColumnType.CODE;
    }
    String cellType = text(custom, "cellType");
    if (!cellType.isEmpty()) {
      return ColumnType.ofText(cellType)
          .orElseGet(
              () -> {
                problem(where, "has cellType " + cellType + ", which is none of ColumnType");
                return ColumnType.TEXT;
              });
    }
    return switch (property.path("logicalType").asText()) {
      case "string" -> ColumnType.TEXT;
      case "integer" -> ColumnType.INTEGER;
      case "number" -> ColumnType.DECIMAL;
      case "date" -> ColumnType.DATE;
      case "boolean" -> ColumnType.BOOLEAN;
      case "array" -> ColumnType.ARRAY;
      default -> {
        problem(where, "has no logicalType that our tables hold");
        yield ColumnType.TEXT;
      }
    };
  }

  private Place place(String where, Map<String, JsonNode> custom) {
    String text = text(custom, "place");
    if (text.isEmpty()) {
      return Place.COLUMN;
    }
    for (Place place : Place.values()) {
      if (place.name().toLowerCase(Locale.ROOT).equals(text)) {
        return place;
      }
    }
    problem(where, "has place " + text + ", expected heading, across or below_across");
    return Place.COLUMN;
  }

  private @Nullable UnitSource unit(String where, Map<String, JsonNode> custom) {
    JsonNode node = custom.get("sourceUnit");
    if (node == null) {
      return null;
    }
    for (UnitSource.Place place : UnitSource.Place.values()) {
      JsonNode text = node.get(place.name().toLowerCase(Locale.ROOT));
      if (text != null) {
        return new UnitSource(place, text.asText());
      }
    }
    problem(where, "has a sourceUnit without fixed, column or header");
    return null;
  }

  /** An extract fills a silver table that has a contract. */
  private void checkTargets() {
    for (Contract contract : contracts.values()) {
      boolean isExtract = contract.layer().equals("extracts");
      if (isExtract && !contracts.containsKey("silver/" + contract.targetTable())) {
        problem(
            contract.path(),
            "fills silver table '"
                + contract.targetTable()
                + "', which has no contract in schemas/silver");
      }
    }
  }
}
