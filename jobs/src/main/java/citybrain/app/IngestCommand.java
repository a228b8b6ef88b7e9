package citybrain.app;

import citybrain.lake.Lake;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest}: new files to bronze and silver. */
@Command(
    name = "ingest",
    description = "Take all new files to bronze and silver.",
    mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private LandingOption landing = new LandingOption();
  @Mixin private LakeOption lakeOption = new LakeOption();

  @Option(
      names = "--department",
      paramLabel = "X",
      description = "only this department, for example 市统计局")
  private @Nullable String department;

  @Option(
      names = "--extract",
      paramLabel = "E",
      description = "only this extract, for example stat_monthly")
  private @Nullable String extract;

  IngestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = Registry.load();
    Lake lake = lakeOption.open();
    return Jobs.exitCode(
        Jobs.ingest(
            landing.intake(lake, registry.contracts(), console),
            Optional.ofNullable(department),
            Optional.ofNullable(extract),
            console));
  }
}
