package citybrain.simulation;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import citybrain.simulation.delivery.ExtractGenerator;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be simulated.
 *
 * @param out folder that receives the departments' folders and {@code truth/}
 * @param from first month that happens in the city, 2008-01 at the earliest: the working-day
 *     calendar begins in 2007
 * @param to last month
 * @param scale 1 is a city with some 200 firms and sixty applications to the relief fund a month
 * @param seed equal requests with equal seeds give equal bytes
 * @param faultRate share of delivered rows that get one planted fault, 0 to 1
 * @param fileFaultRate share of delivered files that are wrong as a whole, 0 to 1
 * @param isCorrected whether each file with faults is sent again without them some days later
 * @param extracts names of the extracts to write; empty for all that can be simulated
 */
public record SimulationRequest(
    Path out,
    YearMonth from,
    YearMonth to,
    double scale,
    long seed,
    double faultRate,
    double fileFaultRate,
    boolean isCorrected,
    Set<String> extracts) {
  static final YearMonth FIRST_MONTH = YearMonth.of(2008, 1);
  static final YearMonth LAST_MONTH = YearMonth.of(2094, 12);
  static final double LARGEST_SCALE = 1_000;

  /**
   * @throws ProblemException SIMULATION_REQUEST, one problem for each argument that is out of its
   *     bounds
   */
  public SimulationRequest {
    List<Problem> problems = new ArrayList<>();
    if (from.isBefore(FIRST_MONTH) || to.isAfter(LAST_MONTH)) {
      problems.add(
          problem(
              "--from " + from + " --to " + to,
              "leaves the months that can be simulated, " + FIRST_MONTH + " to " + LAST_MONTH,
              "Choose months between them."));
    }
    if (from.isAfter(to)) {
      problems.add(
          problem("--from " + from, "is after --to " + to, "Give the earlier month to --from."));
    }
    if (!(scale > 0 && scale <= LARGEST_SCALE)) {
      problems.add(
          problem(
              "--scale " + scale,
              "is not above 0 and at most " + LARGEST_SCALE,
              "Use 1 for a city of the usual size."));
    }
    addUnlessShare(problems, "--faults", faultRate, "a fault in one of a hundred rows");
    addUnlessShare(problems, "--file-faults", fileFaultRate, "one of a hundred files wrong");
    extracts = Set.copyOf(extracts);
    for (String unknown : new TreeSet<>(extracts)) {
      if (CitySimulation.generators().stream().noneMatch(g -> g.extract().equals(unknown))) {
        problems.add(
            problem(
                "--extract " + unknown,
                "is no extract that can be simulated",
                "Use one of "
                    + CitySimulation.generators().stream()
                        .map(ExtractGenerator::extract)
                        .sorted()
                        .toList()
                    + "."));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /** All extracts, nothing wrong with whole files, nothing corrected. */
  public SimulationRequest(
      Path out, YearMonth from, YearMonth to, double scale, long seed, double faultRate) {
    this(out, from, to, scale, seed, faultRate, 0, false, Set.of());
  }

  /** The same, of these extracts alone. */
  public SimulationRequest ofExtracts(Set<String> names) {
    return new SimulationRequest(
        out, from, to, scale, seed, faultRate, fileFaultRate, isCorrected, names);
  }

  /** The same with whole files wrong and, where wanted, everything corrected later. */
  public SimulationRequest withFileFaults(double rate, boolean corrected) {
    return new SimulationRequest(out, from, to, scale, seed, faultRate, rate, corrected, extracts);
  }

  boolean includes(String extract) {
    return extracts.isEmpty() || extracts.contains(extract);
  }

  private static void addUnlessShare(
      List<Problem> problems, String option, double share, String example) {
    if (!(share >= 0 && share <= 1)) {
      problems.add(
          problem(
              option + " " + share,
              "is no share between 0 and 1",
              "Use 0.01 for " + example + "."));
    }
  }

  private static Problem problem(String subject, String message, String remedy) {
    return new Problem("SIMULATION_REQUEST", subject, message, remedy);
  }
}
