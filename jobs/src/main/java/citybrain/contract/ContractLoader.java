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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
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

  private static final Set<String> EXTRACT_PROPERTIES =
      Set.of(
          "department",
          "format",
          "encoding",
          "presentation",
          "cadence",
          "targetTable",
          "refuseAboveShare",
          "mayBeEmpty",
          "nullTokens",
          "negativeMarks");

  /** Signs that mean minus where a contract says so; elsewhere they mean a fall, a note, a rank. */
  private static final Set<String> NEGATIVE_MARKS = Set.of("▲", "△", "▼", "▽");

  private static final Set<String> TABLE_PROPERTIES = Set.of();

  private final Path root;
  private final YAMLMapper yaml = new YAMLMapper();
  private final ObjectMapper json = new ObjectMapper();
  private final ContractProblems problems = new ContractProblems();
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
    if (problems.count() > 0) {
      throw new ProblemException(problems.all());
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

  /** The file's bytes, which from now on count in the hash of the registry. */
  private byte[] readHashed(Path file) {
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
    return bytes;
  }

  private @Nullable JsonNode read(Path file, JsonSchema schema) {
    byte[] bytes = readHashed(file);
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
    problems.add(subject, message);
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
    String table = node.path("table").asText();
    String text = table.isEmpty() ? null : table(file, table);
    codeLists.put(id, new CodeListReader(relative(file), problems).read(node, text));
  }

  /** Text of a code list's table; empty after a problem. */
  private String table(Path list, String name) {
    Path file = list.resolveSibling(name);
    if (!Files.isRegularFile(file)) {
      problem(list, "names the table " + name + ", which is not beside it");
      return "";
    }
    return new String(readHashed(file), StandardCharsets.UTF_8);
  }

  private void addContract(String layer, Path file, JsonNode node) {
    int before = problems.count();
    String path = relative(file);
    boolean isExtract = layer.equals("extracts");
    CustomProperties custom =
        new CustomProperties(
            node, path, isExtract ? EXTRACT_PROPERTIES : TABLE_PROPERTIES, problems);
    String department = "";
    String expectedName = stem(file);
    if (isExtract) {
      department =
          Objects.requireNonNull(Objects.requireNonNull(file.getParent()).getFileName()).toString();
      String stated = custom.text("department");
      if (!department.equals(stated)) {
        problem(file, "names department " + stated + ", expected its folder's name " + department);
      }
    }
    String name = node.path("name").asText();
    if (!name.equals(expectedName)) {
      problem(file, "has name " + name + ", expected the file's name " + expectedName);
    }
    Set<String> nullTokens = new HashSet<>();
    custom.texts("nullTokens").forEach(token -> nullTokens.add(CellText.key(token)));
    Set<String> negativeMarks = new HashSet<>(custom.texts("negativeMarks"));
    if (!NEGATIVE_MARKS.containsAll(negativeMarks)) {
      problem(file, "has negativeMarks " + negativeMarks + ", allowed are " + NEGATIVE_MARKS);
    }
    ColumnReader reader = new ColumnReader(codeLists, nullTokens, negativeMarks, problems);
    List<Layout> layouts = new ArrayList<>();
    for (JsonNode object : node.path("schema")) {
      layouts.add(layout(path, object, reader, isExtract));
    }
    if (layouts.isEmpty()) {
      problem(file, "has no schema object, expected at least one");
    } else if (!isExtract && layouts.size() > 1) {
      problem(file, "has " + layouts.size() + " schema objects, a table has one");
    }
    BigDecimal share = share(path, custom);
    DeliveryReader delivery = new DeliveryReader(path, problems);
    String cadence = isExtract ? delivery.cadence(custom) : "";
    DeliveryForm form = isExtract ? delivery.form(custom) : null;
    Integer latency = isExtract ? delivery.latencyWorkdays(node, cadence) : null;
    String owner = isExtract ? delivery.owner(node) : node.path("team").path("name").asText();
    if (problems.count() == before) {
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
              custom.text("targetTable"),
              owner,
              form,
              cadence,
              latency,
              share,
              Boolean.parseBoolean(custom.text("mayBeEmpty"))));
    }
  }

  private static String titleZh(JsonNode node) {
    String businessName = node.path("schema").path(0).path("businessName").asText();
    return businessName.isEmpty() ? node.path("name").asText() : businessName;
  }

  private BigDecimal share(String path, CustomProperties custom) {
    String text = custom.text("refuseAboveShare");
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

  private Layout layout(String path, JsonNode object, ColumnReader reader, boolean isExtract) {
    String layoutName = object.path("name").asText();
    List<ContractColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> headers = new HashSet<>();
    List<Integer> keyPositions = new ArrayList<>();
    for (JsonNode property : object.path("properties")) {
      String where = path + "#" + layoutName + "." + property.path("name").asText();
      ContractColumn column = reader.column(where, property);
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
      String partOf = column.paper().partOf();
      boolean isWholeThere =
          columns.stream().anyMatch(c -> c.name().equals(partOf) && c.place() == Place.COLUMN);
      if (partOf != null && !isWholeThere) {
        problem(where, "is part of " + partOf + ", which has no header of its own there");
      }
      String yearFrom = column.yearFrom();
      if (yearFrom != null && !names.contains(yearFrom)) {
        problem(where, "takes its year from column " + yearFrom + ", which is not there");
      }
    }
    Set<String> declared = new HashSet<>();
    object.path("properties").forEach(property -> declared.add(property.path("name").asText()));
    List<RowCheck> rowChecks =
        isExtract
            ? new QualityReader(problems)
                .rowChecks(path + "#" + layoutName, object.path("quality"), declared)
            : List.of();
    List<SeriesCheck> seriesChecks =
        isExtract
            ? List.of()
            : new SeriesCheckReader(problems, columns)
                .checks(path + "#" + layoutName, object.path("quality"));
    return new Layout(layoutName, columns, rowChecks, seriesChecks);
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

  /** An extract fills a silver table that has a contract and can hold it. */
  private void checkTargets() {
    for (Contract extract : contracts.values()) {
      if (!extract.layer().equals("extracts")) {
        continue;
      }
      Contract table = contracts.get("silver/" + extract.targetTable());
      if (table == null) {
        problem(
            extract.path(),
            "fills silver table '"
                + extract.targetTable()
                + "', which has no valid contract in schemas/silver");
      } else {
        new TargetFit(extract, table, problems).check();
      }
    }
  }
}
