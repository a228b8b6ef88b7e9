package citybrain.contract;

import citybrain.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files of a registry: collected, so that all of it is told at once. */
final class ContractProblems {
  private static final String REMEDY =
      "Correct the file; docs/adding-a-source.md shows a whole contract.";

  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param subject file, with {@code #layout.column} where it is about one
   * @param message end of a sentence about the subject
   */
  void add(String subject, String message) {
    problems.add(new Problem("CONTRACT_INVALID", subject, message, REMEDY));
  }

  int count() {
    return problems.size();
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
