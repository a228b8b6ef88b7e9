package citybrain.metric;

import citybrain.expression.ExpressionCheck;
import citybrain.policy.Reference;
import citybrain.policy.Text;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import citybrain.unit.Unit;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All declared metrics, found by folder and held to their schema. */
public final class MetricRegistry {
  private static final String FOLDER = "metrics";
  private static final String SUFFIX = ".yaml";
  private static final String SCHEMA = "schemas/meta/metric.schema.json";

  private final List<MetricDefinition> definitions;
  private final String hash;

  private MetricRegistry(List<MetricDefinition> definitions, String hash) {
    this.definitions = List.copyOf(definitions);
    this.hash = hash;
  }

  /**
   * Reads every YAML file under {@code metrics/}.
   *
   * @param root the folder that holds metrics/ and schemas/
   * @throws ProblemException with all problems of all files: {@code REGISTRY_NOT_FOUND}, {@code
   *     METRIC_INVALID}
   */
  public static MetricRegistry load(Path root) {
    return new Loader(root).load();
  }

  /** Ascending by id. */
  public List<MetricDefinition> definitions() {
    return definitions;
  }

  public Optional<MetricDefinition> find(String id) {
    return definitions.stream().filter(definition -> definition.id().equals(id)).findFirst();
  }

  /** SHA-256 over the paths and bytes of all metric files: equal hash, equal declarations. */
  public String hash() {
    return hash;
  }

  /** One reading of the folder; gathers problems instead of stopping at the first. */
  private static final class Loader {
    private static final String REMEDY =
        "Correct the file; docs/adding-a-metric.md shows a whole definition";

    private final Path root;
    private final YAMLMapper yaml =
        YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    private final List<Problem> problems = new ArrayList<>();
    private final MessageDigest digest;
    private final Map<MetricSource, ExpressionCheck> expressions =
        new EnumMap<>(MetricSource.class);

    Loader(Path root) {
      this.root = root;
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every JDK has SHA-256", e);
      }
    }

    MetricRegistry load() {
      JsonSchema schema = schema();
      List<MetricDefinition> definitions = new ArrayList<>();
      for (Path file : files()) {
        JsonNode node = read(file, schema);
        if (node != null) {
          definition(file, node).ifPresent(definitions::add);
        }
      }
      if (!problems.isEmpty()) {
        throw new ProblemException(problems);
      }
      definitions.sort(Comparator.comparing(MetricDefinition::id));
      return new MetricRegistry(definitions, HexFormat.of().formatHex(digest.digest()));
    }

    private JsonSchema schema() {
      try {
        JsonNode schema = new ObjectMapper().readTree(Files.readAllBytes(root.resolve(SCHEMA)));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
      } catch (IOException e) {
        throw new ProblemException(notFound(SCHEMA, "cannot be read: " + e));
      }
    }

    private List<Path> files() {
      Path folder = root.resolve(FOLDER);
      if (!Files.isDirectory(folder)) {
        throw new ProblemException(
            notFound(folder.toString(), "is no folder; it should hold the metric definitions"));
      }
      try (Stream<Path> files = Files.walk(folder)) {
        return files
            .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(SUFFIX))
            .sorted(Comparator.comparing(this::relative))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException("Listing " + folder, e);
      }
    }

    private static Problem notFound(String subject, String message) {
      return new Problem(
          "REGISTRY_NOT_FOUND",
          subject,
          message,
          "Point to the registry root, the folder that holds schemas/, policies/ and metrics/");
    }

    private String relative(Path file) {
      return root.relativize(file).toString().replace('\\', '/');
    }

    private @Nullable JsonNode read(Path file, JsonSchema schema) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        digest.update(relative(file).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
        digest.update((byte) 0);
        JsonNode node = yaml.readTree(bytes);
        var violations = schema.validate(node);
        violations.forEach(violation -> problem(file, "breaks " + SCHEMA + ": " + violation));
        return violations.isEmpty() ? node : null;
      } catch (JsonProcessingException e) {
        problem(file, "is no YAML: " + e.getOriginalMessage());
        return null;
      } catch (IOException e) {
        throw new UncheckedIOException("Reading " + file, e);
      }
    }

    /** Of a node that fits the schema; what a JSON Schema cannot say is checked here. */
    private Optional<MetricDefinition> definition(Path file, JsonNode node) {
      int before = problems.size();
      String id = node.path("id").asText();
      checkPlace(file, id);
      MetricSource source = source(file, node.path("source").path("table").asText());
      String filter = node.path("source").path("filter").asText();
      if (source != null) {
        checkFilter(file, source, filter);
      }
      Unit unit = unit(file, node.path("unit").asText());
      MetricDefinition.Nature nature =
          MetricDefinition.Nature.valueOf(upper(node.path("nature").asText()));
      Set<Measure> measures = measures(file, node.path("measures"));
      if (nature == MetricDefinition.Nature.STOCK && hasYearToDate(measures)) {
        problem(file, "publishes a year to date of a stock; amounts of a stock are not added up");
      }
      List<MetricDefinition.Break> breaks = breaks(file, node.path("breaks"));
      if (problems.size() > before || source == null || unit == null) {
        return Optional.empty();
      }
      return Optional.of(
          new MetricDefinition(
              id,
              node.path("version").asInt(),
              text(node.path("title")),
              text(node.path("description")),
              source,
              filter,
              unit,
              nature,
              MetricDefinition.Prices.valueOf(upper(node.path("growth_prices").asText())),
              measures,
              reference(node.path("reference")),
              breaks));
    }

    private static boolean hasYearToDate(Set<Measure> measures) {
      return measures.contains(Measure.YTD) || measures.contains(Measure.YTD_YOY);
    }

    private void checkPlace(Path file, String id) {
      String place = relative(file);
      String expected =
          place.substring(FOLDER.length() + 1, place.length() - SUFFIX.length()).replace('/', '.');
      if (!id.equals(expected)) {
        problem(file, "has id " + id + ", expected " + expected + " from its place");
      }
    }

    private @Nullable MetricSource source(Path file, String table) {
      Optional<MetricSource> source = MetricSource.ofTable(table);
      if (source.isEmpty()) {
        problem(file, "has the source " + table + ", which no metric can be declared over");
      }
      return source.orElse(null);
    }

    private void checkFilter(Path file, MetricSource source, String filter) {
      String remedy =
          "Correct the filter; it may ask about: "
              + String.join(", ", source.filterColumns().fieldNames())
              + ".";
      expressions
          .computeIfAbsent(source, key -> new ExpressionCheck(key.filterColumns()))
          .faults(filter, ExpressionCheck.Result.FILTER)
          .forEach(
              fault -> problem(file, "has the filter \"" + filter + "\", which " + fault, remedy));
    }

    private @Nullable Unit unit(Path file, String code) {
      Optional<Unit> unit = Unit.ofCode(code);
      if (unit.isEmpty()) {
        problem(file, "has the unit " + code + ", which is not on the list of units");
      }
      return unit.orElse(null);
    }

    private Set<Measure> measures(Path file, JsonNode codes) {
      Set<Measure> measures = EnumSet.noneOf(Measure.class);
      for (JsonNode code : codes) {
        Measure.ofCode(code.asText())
            .ifPresentOrElse(
                measures::add,
                () -> problem(file, "publishes the measure " + code.asText() + ", which is none"));
      }
      return measures;
    }

    private List<MetricDefinition.Break> breaks(Path file, JsonNode nodes) {
      List<MetricDefinition.Break> breaks = new ArrayList<>();
      for (JsonNode node : nodes) {
        Set<String> areas = new HashSet<>();
        node.path("areas").forEach(area -> areas.add(area.asText()));
        String from = node.path("from").asText();
        try {
          breaks.add(
              new MetricDefinition.Break(
                  LocalDate.parse(from),
                  areas,
                  text(node.path("reason")),
                  reference(node.path("reference"))));
        } catch (DateTimeParseException e) {
          problem(file, "has a break from " + from + ", which is no day such as 2019-01-01");
        }
      }
      breaks.sort(Comparator.comparing(MetricDefinition.Break::from));
      return breaks;
    }

    private static Text text(JsonNode node) {
      return new Text(node.path("zh").asText(), node.path("en").asText());
    }

    private static Reference reference(JsonNode node) {
      return new Reference(node.path("document").asText(), node.path("place").asText());
    }

    private static String upper(String code) {
      return code.toUpperCase(Locale.ROOT);
    }

    private void problem(Path file, String message) {
      problem(file, message, REMEDY);
    }

    private void problem(Path file, String message, String remedy) {
      problems.add(new Problem("METRIC_INVALID", relative(file), message, remedy));
    }
  }
}
