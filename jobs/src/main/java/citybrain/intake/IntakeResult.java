package citybrain.intake;

import java.util.List;

/**
 * What an intake did.
 *
 * @param files files taken up by this run; 0 when nothing was new
 * @param refusedFiles how many of them were refused as a whole
 * @param counts records of those files
 * @param standing problems as text: refusals that stand: files refused now or earlier for which no
 *     later delivery of the same extract was accepted, and files that lie where no delivery can
 */
public record IntakeResult(
    int files, int refusedFiles, RecordCounts counts, List<String> standing) {
  public IntakeResult {
    standing = List.copyOf(standing);
  }
}
