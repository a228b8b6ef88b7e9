package citybrain.app;

import citybrain.intake.IntakeResult;
import citybrain.lake.Lake;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: ingest, build, release. */
@Command(name = "run", description = "Ingest, build and release.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private LandingOption landing = new LandingOption();
  @Mixin private LakeOption lakeOption = new LakeOption();

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "what was known on this day")
  private LocalDate asOf = LocalDate.EPOCH;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = Registry.load();
    Lake lake = lakeOption.open();
    IntakeResult intake =
        Jobs.ingest(
            landing.intake(lake, registry.contracts(), console),
            Optional.empty(),
            Optional.empty(),
            console);
    Jobs.buildAndPublish(lake, registry, asOf, console);
    return Jobs.exitCode(intake);
  }
}
