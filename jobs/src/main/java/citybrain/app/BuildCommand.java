package citybrain.app;

import citybrain.lake.Lake;
import citybrain.lake.ReleaseLog;
import citybrain.lake.TableName;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code build}: gold, without showing it to readers. */
@Command(
    name = "build",
    description = "Compute gold; readers see it after `release`.",
    mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "what was known on this day")
  private LocalDate asOf = LocalDate.EPOCH;

  @Option(names = "--domain", paramLabel = "X", description = "only ${COMPLETION-CANDIDATES}")
  private @Nullable Domain domain;

  @Option(
      names = "--job",
      paramLabel = "J",
      description = "only this gold table, for example finding")
  private @Nullable String job;

  @Option(names = "--full", description = "compute even if the same build stands there")
  private boolean isFull;

  BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Set<Domain> domains = domain == null ? EnumSet.allOf(Domain.class) : EnumSet.of(domain);
    requireJob(domains);
    Registry registry = Registry.load();
    Lake lake = lakeOption.open();
    BuildJob.Result build =
        new BuildJob(lake, registry, console::progress)
            .run(asOf, domains, Optional.ofNullable(job), isFull);
    if (build.wroteTables()) {
      new ReleaseLog(lake)
          .append(build.isPast() ? ReleaseLog.Act.ARCHIVE : ReleaseLog.Act.BUILD, build.release());
    }
    console.say(
        "Build: "
            + build.release().releaseId()
            + (build.wroteTables() ? "" : " stands; nothing changed"));
    return ExitCode.DONE;
  }

  private void requireJob(Set<Domain> domains) {
    List<String> jobs =
        domains.stream().flatMap(d -> d.tables().stream()).map(TableName::name).sorted().toList();
    if (job != null && !jobs.contains(job)) {
      throw new ProblemException(
          new Problem(
              "OPTION_WRONG",
              "--job " + job,
              "is no gold table of "
                  + domains.stream()
                      .map(Domain::toString)
                      .sorted()
                      .collect(Collectors.joining(", ")),
              "Choose one of " + String.join(", ", jobs) + "."));
    }
  }
}
