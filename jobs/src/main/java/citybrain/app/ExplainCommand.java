package citybrain.app;

import citybrain.lake.Lake;
import citybrain.lake.Release;
import citybrain.lake.ReleaseLog;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: clause, formula, inputs, files and rows of one figure. */
@Command(
    name = "explain",
    description = "Walk a figure back to clause, formula and file/sheet/row.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  /** What can be explained. */
  enum Kind {
    FINDING,
    METRIC,
    TARGET;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
  private Kind kind = Kind.FINDING;

  @Parameters(index = "1", paramLabel = "ID", description = "finding_id, metric_id or indicator_id")
  private String id = "";

  @Option(names = "--area", paramLabel = "A", description = "metric: area code, for example 370200")
  private @Nullable String area;

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "metric: period, for example 2020-09 or 2020-01/2020-02")
  private @Nullable String period;

  @Option(
      names = "--measure",
      paramLabel = "M",
      description = "metric: only this measure, for example yoy")
  private @Nullable String measure;

  @Option(names = "--year", paramLabel = "Y", description = "target: only this year")
  private @Nullable Integer year;

  @Option(
      names = "--breakdown",
      paramLabel = "B",
      description = "target: only this member, for example 现代海洋")
  private @Nullable String breakdown;

  @Option(names = "--release", paramLabel = "ID", description = "explain an earlier release")
  private @Nullable String releaseId;

  @Option(names = "--json", description = "for machines")
  private boolean isJson;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (kind == Kind.METRIC && (area == null || period == null)) {
      throw new ProblemException(
          new Problem(
              "OPTION_MISSING", "explain metric", "needs --area and --period", "Add both."));
    }
    Registry registry = Registry.load();
    Lake lake = lakeOption.open();
    ReleaseLog log = new ReleaseLog(lake);
    Release release = releaseId == null ? log.requireCurrent() : log.require(releaseId);
    List<Explanation> explanations = explanations(new Explainer(lake, registry, release));
    if (isJson) {
      console.say(
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(explanations));
    } else {
      explanations.forEach(explanation -> console.say(explanation.text()));
    }
    return ExitCode.DONE;
  }

  private List<Explanation> explanations(Explainer explainer) {
    return switch (kind) {
      case FINDING -> explainer.finding(id);
      case METRIC ->
          explainer.metric(
              id,
              java.util.Objects.requireNonNull(area),
              java.util.Objects.requireNonNull(period),
              Optional.ofNullable(measure));
      case TARGET ->
          explainer.target(id, Optional.ofNullable(year), Optional.ofNullable(breakdown));
    };
  }
}
