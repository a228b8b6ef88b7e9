package citybrain.app;

import citybrain.problem.Problem;
import java.io.PrintWriter;

/** Where a command speaks: results to standard output, progress and problems to standard error. */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;

  Console() {
    this(CityBrain.utf8(System.out), CityBrain.utf8(System.err));
  }

  Console(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  void say(String line) {
    out.println(line);
  }

  void progress(String line) {
    err.println("· " + line);
  }

  void problem(Problem problem) {
    problem(problem.toString());
  }

  void problem(String text) {
    err.println(text);
  }

  /** An error of ours: the trace is what its mender needs. */
  void defect(Exception exception) {
    err.println(
        "INTERNAL_ERROR: "
            + exception
            + ". This is a defect of the program, not of the data: please report it.");
    exception.printStackTrace(err);
  }
}
