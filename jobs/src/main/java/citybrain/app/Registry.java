package citybrain.app;

import citybrain.contract.CodeList;
import citybrain.contract.ContractRegistry;
import citybrain.metric.MetricRegistry;
import citybrain.policy.Parameter;
import citybrain.policy.PolicyRegistry;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is declared: contracts, policies, metrics.
 *
 * @param hash SHA-256 over the three: it changes with every change of what is declared
 */
public record Registry(
    ContractRegistry contracts, PolicyRegistry policies, MetricRegistry metrics, String hash) {
  private static final String IN_JAR = "/citybrain/registry";

  /** The city, and how the codes of its districts begin: GB/T 2260. */
  private static final String CITY = "370200";

  private static final String IN_CITY = "3702";

  /**
   * Reads the registry of {@code CITYBRAIN_HOME}, so that an edit of a YAML file counts at once, or
   * the one packed into the jar when there is no such variable.
   *
   * @throws ProblemException with all problems of all files
   */
  public static Registry load() {
    String home = System.getenv("CITYBRAIN_HOME");
    return home == null ? load(packed()) : load(Path.of(home));
  }

  /** Reads the registry below {@code root}: schemas/, policies/, metrics/. */
  public static Registry load(Path root) {
    List<Problem> problems = new ArrayList<>();
    ContractRegistry contracts = collect(root, ContractRegistry::load, problems);
    PolicyRegistry policies = collect(root, PolicyRegistry::load, problems);
    MetricRegistry metrics = collect(root, MetricRegistry::load, problems);
    if (contracts == null || policies == null || metrics == null) {
      throw new ProblemException(problems);
    }
    Registry registry =
        new Registry(contracts, policies, metrics, hash(contracts, policies, metrics));
    problems.addAll(RegistryCheck.problems(registry));
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return registry;
  }

  /** Names of the districts of Qingdao that exist on a day, by code. */
  SortedMap<String, String> districtsOn(LocalDate day) {
    CodeList areas =
        contracts
            .codeList("area")
            .orElseThrow(() -> new IllegalStateException("No schemas/codes/area.yaml"));
    SortedMap<String, String> districts = new TreeMap<>();
    areas.entries().stream()
        .filter(area -> area.code().startsWith(IN_CITY) && !area.code().equals(CITY))
        .filter(area -> areas.validOn(area.code(), day))
        .forEach(area -> districts.put(area.code(), area.zh()));
    return districts;
  }

  Map<String, Parameter> parametersById() {
    return policies.parameters().stream()
        .collect(Collectors.toMap(Parameter::id, Function.identity()));
  }

  private static <T> @org.jspecify.annotations.Nullable T collect(
      Path root, Function<Path, T> loader, List<Problem> problems) {
    try {
      return loader.apply(root);
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static String hash(
      ContractRegistry contracts, PolicyRegistry policies, MetricRegistry metrics) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all = contracts.hash() + policies.hash() + metrics.hash();
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static Path packed() {
    URL url = Registry.class.getResource(IN_JAR);
    if (url == null) {
      throw new IllegalStateException("The jar holds no registry at " + IN_JAR);
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return Path.of(uri);
      }
      return jar(uri).getPath(IN_JAR);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileSystem jar(URI uri) throws IOException {
    try {
      return FileSystems.newFileSystem(uri, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      return FileSystems.getFileSystem(uri);
    }
  }
}
