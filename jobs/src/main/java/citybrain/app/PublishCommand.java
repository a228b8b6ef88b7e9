package citybrain.app;

import citybrain.lake.Lake;
import citybrain.serving.feedback.FeedbackWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    COCKPIT,
    FEEDBACK;

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
      paramLabel = "PATH",
      description =
          "cockpit: the page to write (default cockpit.html); feedback: the folder to write into (default feedback)")
  private @Nullable Path out;

  @Option(
      names = "--department",
      paramLabel = "X",
      description = "feedback: only this department, for example 市统计局")
  private @Nullable String department;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "feedback: as known on this day (default: the day of the current release)")
  private @Nullable LocalDate asOf;

  PublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Registry registry = Registry.load();
    Lake lake = lakeOption.open();
    switch (destination) {
      case COCKPIT ->
          console.say("Cockpit: " + new CockpitJob(lake, registry).write(outOr("cockpit.html")));
      case FEEDBACK -> writeFeedback(lake, registry);
    }
    return ExitCode.DONE;
  }

  private void writeFeedback(Lake lake, Registry registry) throws IOException {
    Path folder = outOr("feedback");
    FeedbackWriter.Written written =
        new FeedbackJob(lake, registry, console::progress)
            .write(folder, Optional.ofNullable(asOf), Optional.ofNullable(department));
    console.say(
        "Feedback: "
            + written.copies().size()
            + " deliveries to correct ("
            + written.errors()
            + " errors, "
            + written.warnings()
            + " warnings), "
            + written.scorecards().size()
            + " scorecards in "
            + folder);
  }

  private Path outOr(String name) {
    return out == null ? Path.of(name) : out;
  }
}
