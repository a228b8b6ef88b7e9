package citybrain.simulation;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be simulated.
 *
 * @param out folder that receives the departments' folders and {@code truth/}
 * @param from first month that happens in the city, 2008-01 at the earliest: the working-day
 *     calendar begins in 2007
 * @param to last month
 * @param scale 1 is a city with some sixty applications to the relief fund a month
 * @param seed equal requests with equal seeds give equal bytes
 * @param faultRate share of delivered rows that get one planted fault, 0 to 1
 */
public record SimulationRequest(
    Path out, YearMonth from, YearMonth to, double scale, long seed, double faultRate) {
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
    if (!(faultRate >= 0 && faultRate <= 1)) {
      problems.add(
          problem(
              "--faults " + faultRate,
              "is no share between 0 and 1",
              "Use 0.01 for a fault in one of a hundred rows."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private static Problem problem(String subject, String message, String remedy) {
    return new Problem("SIMULATION_REQUEST", subject, message, remedy);
  }
}
