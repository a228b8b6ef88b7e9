package citybrain.app;

import citybrain.simulation.CitySimulation;
import citybrain.simulation.SimulationRequest;
import citybrain.simulation.SimulationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: extracts of a synthetic city, and the truth about every planted fault. */
@Command(
    name = "simulate",
    description = "Write extracts as departments send them, and the truth in truth/.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "D",
      description = "folder to write; usable as --landing")
  private Path out = Path.of("");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "M",
      description = "first month, for example 2020-08")
  private YearMonth from = YearMonth.of(1970, 1);

  @Option(names = "--to", required = true, paramLabel = "M", description = "last month")
  private YearMonth to = YearMonth.of(1970, 1);

  @Option(
      names = "--scale",
      defaultValue = "1",
      paramLabel = "S",
      description = "1 is some 200 firms and 300 insured persons (default ${DEFAULT-VALUE})")
  private double scale;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "equal seeds give equal bytes (default ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--faults",
      defaultValue = "0",
      paramLabel = "R",
      description = "share of rows with a planted fault (default ${DEFAULT-VALUE})")
  private double faults;

  @Option(
      names = "--file-faults",
      defaultValue = "0",
      paramLabel = "R",
      description = "share of files wrong as a whole (default ${DEFAULT-VALUE})")
  private double fileFaults;

  @Option(
      names = "--corrected",
      description = "send each file with faults again without them some days later")
  private boolean isCorrected;

  @Option(
      names = "--extract",
      paramLabel = "E",
      description = "only this extract; repeatable (default: all)")
  private Set<String> extracts = new LinkedHashSet<>();

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SimulationResult result =
        CitySimulation.run(
            new SimulationRequest(
                out, from, to, scale, seed, faults, fileFaults, isCorrected, extracts),
            Registry.load().contracts());
    console.say(
        "Simulated: "
            + result.files()
            + " files, "
            + result.rows()
            + " rows, "
            + result.faults()
            + " planted faults, "
            + result.fileFaults()
            + " files wrong as a whole, in "
            + out);
    return ExitCode.DONE;
  }
}
