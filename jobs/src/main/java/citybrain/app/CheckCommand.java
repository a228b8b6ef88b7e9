package citybrain.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code check}: validates everything that is declared and prints all problems. Needs no Spark
 * session.
 */
@Command(
    name = "check",
    description = "Validate schemas, policies and metrics; print all problems.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = Registry.load();
    console.say(
        "Checked: "
            + registry.contracts().contracts().size()
            + " contracts, "
            + registry.policies().documents().size()
            + " policy documents with "
            + registry.policies().parameters().size()
            + " parameters, "
            + registry.policies().rules().size()
            + " rules and "
            + registry.policies().programmes().stream().mapToInt(p -> p.indicators().size()).sum()
            + " target rows, "
            + registry.metrics().definitions().size()
            + " metrics; no problems");
    return ExitCode.DONE;
  }
}
