package citybrain.intake;

import java.util.List;

/**
 * What an intake did.
 *
 * @param files files taken up by this run; 0 when nothing was new
 * @param refusedFiles how many of them were refused as a whole
 * @param counts records of those files
 * @param problems as text, sorted: files refused by this run; files refused earlier after which
 *     nothing of the same extract was accepted; files that lie where no delivery can
 */
public record IntakeResult(
    int files, int refusedFiles, RecordCounts counts, List<String> problems) {
  public IntakeResult {
    problems = List.copyOf(problems);
  }
}
