package citybrain.app;

import citybrain.lake.Lake;
import citybrain.lake.Release;
import citybrain.lake.ReleaseLog;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code release}: shows the newest build to readers, lists releases, or goes back to one. */
@Command(
    name = "release",
    description = "Publish the newest build, list releases, or roll back.",
    mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private LakeOption lakeOption = new LakeOption();
  @ArgGroup private @Nullable Choice choice;

  /** One of the two, or neither: publish. */
  static final class Choice {
    @Option(names = "--list", description = "list all releases, the current one marked with *")
    private boolean isList;

    @Option(
        names = "--rollback",
        paramLabel = "ID",
        description = "make this release current again")
    private @Nullable String rollback;
  }

  ReleaseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Lake lake = lakeOption.open();
    ReleaseLog log = new ReleaseLog(lake);
    if (choice == null) {
      publish(lake, log);
    } else if (choice.rollback != null) {
      Release release = log.requirePublished(choice.rollback);
      log.rollBackTo(release);
      console.say("Release: " + release.releaseId() + " is current again");
    } else if (choice.isList) {
      list(log);
    }
    return ExitCode.DONE;
  }

  private void publish(Lake lake, ReleaseLog log) {
    Release newest =
        log.entries().stream()
            .filter(entry -> entry.act() != ReleaseLog.Act.ARCHIVE)
            .reduce((a, b) -> b)
            .map(ReleaseLog.Entry::release)
            .orElseThrow(
                () ->
                    new ProblemException(
                        new Problem(
                            "NO_BUILD",
                            lake.root(),
                            "holds no build",
                            "Run `citybrain build` first.")));
    boolean isCurrent = log.current().equals(Optional.of(newest));
    if (!isCurrent) {
      log.append(ReleaseLog.Act.PUBLISH, newest);
    }
    console.say(
        "Release: "
            + newest.releaseId()
            + (isCurrent ? " stands; nothing changed" : " is current"));
  }

  private void list(ReleaseLog log) {
    List<ReleaseLog.Entry> entries = log.entries();
    Optional<Release> current = ReleaseLog.current(entries);
    for (ReleaseLog.Entry entry : entries) {
      Release release = entry.release();
      boolean isCurrent = current.equals(Optional.of(release));
      console.say(
          String.format(
              "%s %4d  %-8s  %s  as of %s  code %s  %d tables  %d files",
              isCurrent ? "*" : " ",
              entry.sequence(),
              entry.act().code(),
              release.releaseId(),
              release.asOf(),
              release.codeVersion(),
              release.tables().size(),
              release.sources().size()));
    }
  }
}
