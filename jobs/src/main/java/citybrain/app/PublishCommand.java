package citybrain.app;

import citybrain.lake.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code publish}: serves the current release to its readers. */
@Command(
    name = "publish",
    description = "Serve the current release.",
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
  /** Where a release can be served to. */
  enum Destination {
    COCKPIT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DESTINATION",
      description = "${COMPLETION-CANDIDATES}")
  private Destination destination = Destination.COCKPIT;

  @Option(
      names = "--out",
      defaultValue = "cockpit.html",
      paramLabel = "FILE",
      description = "cockpit: the page to write (default ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  PublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Registry registry = Registry.load();
    Lake lake = lakeOption.open();
    switch (destination) {
      case COCKPIT -> console.say("Cockpit: " + new CockpitJob(lake, registry).write(out));
    }
    return ExitCode.DONE;
  }
}
