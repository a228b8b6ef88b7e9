package citybrain.policy;

import citybrain.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy file and holds it against {@code schemas/meta/<name>.schema.json}. */
final class PolicyFileReader {
  /**
   * Names the schemas to the validator, so that they find each other; nothing is fetched from it.
   */
  private static final String SCHEMA_BASE = "registry:/schemas/meta/";

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).locale(Locale.ENGLISH).build();

  private final ObjectMapper yaml =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final JsonSchemaFactory schemas;
  private final Path root;
  private final List<Problem> problems;

  /**
   * @param root the folder that holds {@code policies/} and {@code schemas/}
   * @param problems where problems are told
   */
  PolicyFileReader(Path root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
    this.schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(this::schemaText)));
  }

  /** The file, or empty when it is no YAML; either way its problems have been told. */
  Optional<PolicyFile> read(String folder, String name) {
    Path path = root.resolve("policies").resolve(folder).resolve(name);
    try {
      return Optional.of(checked(folder, name, yaml.readTree(Files.readString(path))));
    } catch (CharacterCodingException e) {
      problems.add(
          new Problem(
              "POLICY_UNREADABLE",
              PolicyFile.subject(folder, name),
              "is not UTF-8",
              "Save it in UTF-8; the gazette's characters need it."));
    } catch (JsonProcessingException e) {
      problems.add(
          new Problem(
              "POLICY_UNREADABLE",
              PolicyFile.subject(folder, name),
              "is no YAML file of one document: " + firstLine(e.getOriginalMessage()) + position(e),
              "Correct the YAML there; indentation and quotes are the usual cause."));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + path, e);
    }
    return Optional.empty();
  }

  private PolicyFile checked(String folder, String name, JsonNode tree) {
    String schemaName = name.replace(".yaml", ".schema.json");
    JsonSchema schema = schemas.getSchema(SchemaLocation.of(SCHEMA_BASE + schemaName), CONFIG);
    Set<Integer> unfit = new HashSet<>();
    PolicyFile file = new PolicyFile(folder, name, tree, unfit);
    for (ValidationMessage message : schema.validate(tree)) {
      JsonNodePath path = message.getInstanceLocation();
      unfit.add(
          path.getNameCount() > 0 && path.getElement(0) instanceof Integer item
              ? item
              : PolicyFile.WHOLE);
      problems.add(schemaProblem(file, message, schemaName));
    }
    return file;
  }

  /** Read through the root's own file system: the registry may lie inside a jar. */
  private @Nullable String schemaText(String location) {
    if (!location.startsWith(SCHEMA_BASE)) {
      return null;
    }
    Path path =
        root.resolve("schemas").resolve("meta").resolve(location.substring(SCHEMA_BASE.length()));
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + path, e);
    }
  }

  private static Problem schemaProblem(
      PolicyFile file, ValidationMessage message, String schemaName) {
    Place place = Place.of(file.tree(), message.getInstanceLocation());
    String at = place.within().isEmpty() ? "" : " at " + place.within();
    String found = message.getError() == null ? message.getMessage() : message.getError();
    return new Problem(
        "POLICY_SCHEMA",
        place.item().isEmpty() ? file.subject() : file.subject(place.item()),
        "does not fit schemas/meta/" + schemaName + at + ": " + found,
        "reference".equals(message.getProperty())
            ? "Add the reference: no number stands without the document and the place it is printed."
            : "Correct it; the schema describes every field.");
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("no reason given");
  }

  private static String position(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
  }

  /**
   * Where in a file a problem lies.
   *
   * @param item id of the innermost item that has one, or empty
   * @param within path inside that item, or empty for the item itself
   */
  private record Place(String item, String within) {

    static Place of(JsonNode tree, JsonNodePath path) {
      JsonNode node = tree;
      String item = "";
      StringBuilder within = new StringBuilder();
      for (int i = 0; i < path.getNameCount(); i++) {
        Object step = path.getElement(i);
        node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
        within.append(step instanceof Integer ? "[" + step + "]" : "." + step);
        String id = node.path("id").asText(node.path("industry").asText(""));
        if (!id.isEmpty()) {
          item = id;
          within.setLength(0);
        }
      }
      return new Place(item, within.toString().replaceFirst("^\\.", ""));
    }
  }
}
