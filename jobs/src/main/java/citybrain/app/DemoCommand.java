package citybrain.app;

import citybrain.intake.IntakeJob;
import citybrain.intake.IntakeResult;
import citybrain.intake.LandingArea;
import citybrain.lake.Lake;
import citybrain.lake.LakeSession;
import citybrain.simulation.CitySimulation;
import citybrain.simulation.PublishedExtracts;
import citybrain.simulation.SimulationRequest;
import citybrain.simulation.SimulationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code demo}: the published series and a simulated city through all layers, and the cockpit page.
 *
 * <p>As of the last day of June 2025: the published series are all known, the three years of the
 * education programme are over, and the relief-fund rules (in force to 2025-07-31) have cases in
 * every state.
 */
@Command(
    name = "demo",
    description =
        "Land the published series and a simulated city, run everything, write the cockpit page.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final YearMonth FROM = YearMonth.of(2020, 8);
  private static final YearMonth TO = YearMonth.of(2025, 6);
  private static final LocalDate AS_OF = TO.atEndOfMonth();
  private static final double FAULTS = 0.002;

  /** What the page shows; a demo of all extracts would take its viewer's patience. */
  private static final Set<String> EXTRACTS =
      Set.of("relief_applications", "relief_decisions", "relief_payments", "indicator_report");

  private final Console console;

  @Option(
      names = "--dir",
      defaultValue = "demo",
      paramLabel = "D",
      description = "folder for everything the demo makes (default ${DEFAULT-VALUE})")
  private Path dir = Path.of("");

  @Option(
      names = "--scale",
      defaultValue = "0.25",
      paramLabel = "S",
      description = "size of the simulated city (default ${DEFAULT-VALUE})")
  private double scale;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "equal seeds give equal cities (default ${DEFAULT-VALUE})")
  private long seed;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path landing = dir.resolve("landing");
    // Spark takes seconds to start and the simulation needs none of it.
    CompletableFuture<SparkSession> starting = CompletableFuture.supplyAsync(LakeSession::open);
    Registry registry = Registry.load();
    int published = PublishedExtracts.write(landing).size();
    SimulationResult simulated =
        CitySimulation.run(
            new SimulationRequest(landing, FROM, TO, scale, seed, FAULTS).ofExtracts(EXTRACTS),
            registry.contracts());
    console.say(
        "Landing: "
            + published
            + " published extracts, "
            + simulated.files()
            + " simulated ones (模拟 in their names) with "
            + simulated.faults()
            + " planted faults, in "
            + landing);
    Lake lake = new Lake(starting.join(), dir.resolve("lake").toString());
    IntakeJob intake =
        new IntakeJob(
            lake,
            new LandingArea(landing.toString(), lake.spark().sparkContext().hadoopConfiguration()),
            registry.contracts(),
            console::progress);
    IntakeResult result = Jobs.ingest(intake, Optional.empty(), Optional.empty(), console);
    Jobs.buildAndPublish(lake, registry, AS_OF, console);
    Path page = new CockpitJob(lake, registry).write(dir.resolve("cockpit.html"));
    console.say("Lake: " + lake.root());
    console.say("Cockpit: " + page.toAbsolutePath());
    return Jobs.exitCode(result);
  }
}
