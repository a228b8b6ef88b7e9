package citybrain.app;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.util.Set;

/** What a command ends with; schedulers decide by it. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int DATA_REFUSED = 3;

  /** Problems of the command line itself: another option mends them. */
  private static final Set<String> USAGE =
      Set.of("LANDING_NOT_FOUND", "SIMULATION_REQUEST", "OPTION_MISSING", "OPTION_WRONG");

  private ExitCode() {}

  static int of(ProblemException e) {
    return e.problems().stream().map(Problem::code).anyMatch(USAGE::contains)
        ? WRONG_USAGE
        : FAILED;
  }
}
