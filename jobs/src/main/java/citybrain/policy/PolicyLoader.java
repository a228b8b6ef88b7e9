package citybrain.policy;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads all policy folders, tells all problems at once, and builds the registry. */
final class PolicyLoader {
  private static final String DOCUMENT = "document.yaml";
  private static final String PARAMETERS = "parameters.yaml";
  private static final String RULES = "rules.yaml";
  private static final String TARGETS = "targets.yaml";
  private static final Set<String> NAMES =
      Stream.concat(Stream.of(DOCUMENT, RULES), ProvisionKind.files().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Path root;
  private final List<Problem> problems = new ArrayList<>();
  private final List<PolicyFile> files = new ArrayList<>();

  PolicyLoader(Path root) {
    this.root = root;
  }

  PolicyRegistry load() {
    readFiles();
    PolicyDocuments documents = new PolicyDocuments(problems);
    named(DOCUMENT).forEach(documents::add);
    documents.checkOwnReferences();

    ParameterReader parameterReader = new ParameterReader(documents, problems);
    List<Parameter> parameters =
        named(PARAMETERS).stream().flatMap(file -> parameterReader.read(file).stream()).toList();
    RuleReader ruleReader = new RuleReader(documents, parameterUnits(), problems);
    List<Rule> rules =
        named(RULES).stream().flatMap(file -> ruleReader.read(file).stream()).toList();
    TargetReader targetReader = new TargetReader(documents, problems);
    named(TARGETS).forEach(targetReader::read);

    ProvisionReader provisionReader = new ProvisionReader(root, documents, problems);
    for (PolicyFile file : files) {
      ProvisionKind.ofFile(file.name())
          .filter(kind -> kind != ProvisionKind.TARGET)
          .ifPresent(kind -> provisionReader.read(file, kind));
    }
    targetReader.programmes().forEach(provisionReader::add);
    Provisions provisions = provisionReader.provisions();
    ProvisionCheck.check(provisions, parameters, writtenIds(), parameterUnits().keySet(), problems);

    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new PolicyRegistry(
        documents.all(),
        parameters,
        rules,
        targetReader.programmes(),
        targetReader.majorOffers(),
        provisions,
        PolicyHash.of(files));
  }

  private void readFiles() {
    Path policies = root.resolve("policies");
    if (!Files.isDirectory(policies)) {
      throw new ProblemException(
          new Problem(
              "POLICY_FOLDER_MISSING",
              policies.toString(),
              "is no folder, expected the policy folders in it",
              "Give the folder that holds policies/, metrics/ and schemas/."));
    }
    if (!Files.isDirectory(root.resolve("schemas").resolve("meta"))) {
      throw new ProblemException(
          new Problem(
              "POLICY_SCHEMAS_MISSING",
              root.resolve("schemas").resolve("meta").toString(),
              "is no folder, expected the JSON Schemas of the policy files in it",
              "Give the folder that holds policies/, metrics/ and schemas/."));
    }
    PolicyFileReader reader = new PolicyFileReader(root, problems);
    for (Path folder : entries(policies)) {
      String folderName = folder.getFileName().toString();
      if (!Files.isDirectory(folder)) {
        tellUnknown("policies/" + folderName);
        continue;
      }
      if (!Files.exists(folder.resolve(DOCUMENT))) {
        problems.add(
            new Problem(
                "POLICY_DOCUMENT_MISSING",
                "policies/" + folderName,
                "has no " + DOCUMENT,
                "Add it: number, title, issuer and days in force, as the gazette prints them."));
      }
      for (Path path : entries(folder)) {
        String name = path.getFileName().toString();
        if (NAMES.contains(name)) {
          reader.read(folderName, name).ifPresent(files::add);
        } else if (!name.endsWith(".csv")) {
          tellUnknown("policies/" + folderName + "/" + name);
        }
      }
    }
  }

  /** A misspelt file must not be left out in silence. */
  private void tellUnknown(String subject) {
    problems.add(
        new Problem(
            "POLICY_FILE_UNKNOWN",
            subject,
            "is not read by anything, expected a folder per document with "
                + String.join(", ", NAMES.stream().sorted().toList()),
            "Rename it, or move it out of policies/."));
  }

  private List<PolicyFile> named(String name) {
    return files.stream().filter(file -> file.name().equals(name)).toList();
  }

  /** Ids of all items, sound or not: a reference to one that is unsound is no second problem. */
  private Set<String> writtenIds() {
    Set<String> ids = new HashSet<>();
    for (PolicyFile file : files) {
      for (JsonNode item : file.tree()) {
        ids.add(file.folder() + "." + item.path("id").asText(""));
      }
    }
    return ids;
  }

  private Map<String, String> parameterUnits() {
    Map<String, String> units = new HashMap<>();
    for (PolicyFile file : named(PARAMETERS)) {
      for (JsonNode item : file.tree()) {
        units.put(file.folder() + "." + item.path("id").asText(""), item.path("unit").asText(""));
      }
    }
    return units;
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Listing " + folder, e);
    }
  }
}
