package citybrain.app;

import citybrain.policy.PolicyDocument;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code check}: validates everything that is declared and prints all problems. Needs no Spark
 * session.
 */
@Command(
    name = "check",
    description = "Validate schemas, policies and metrics; print all problems.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Option(
      names = "--coverage",
      description =
          "Print, per document, how many statements are evaluated and why others are not.")
  private boolean isCoverage;

  @Option(
      names = "--document",
      paramLabel = "FOLDER",
      description = "With --coverage: every statement of one document, by its folder.")
  private @Nullable String document;

  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = Registry.load();
    if (isCoverage) {
      console.say(
          (document == null
                  ? Coverage.report(registry)
                  : Coverage.document(registry, find(registry, document)))
              .stripTrailing());
      return ExitCode.DONE;
    }
    console.say(
        "Checked: "
            + registry.contracts().contracts().size()
            + " contracts, "
            + registry.policies().documents().size()
            + " policy documents with "
            + registry.policies().parameters().size()
            + " parameters and "
            + registry.policies().provisions().all().size()
            + " statements, "
            + registry.policies().rules().size()
            + " rules and "
            + registry.policies().programmes().stream().mapToInt(p -> p.indicators().size()).sum()
            + " target rows, "
            + registry.metrics().definitions().size()
            + " metrics; no problems");
    return ExitCode.DONE;
  }

  private static PolicyDocument find(Registry registry, String folder) {
    return registry.policies().documents().stream()
        .filter(known -> known.id().equals(folder))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    new Problem(
                        "POLICY_UNKNOWN",
                        folder,
                        "is no folder of policies/, expected one of "
                            + registry.policies().documents().stream()
                                .map(PolicyDocument::id)
                                .collect(Collectors.joining(", ")),
                        "Name the document by its folder.")));
  }
}
