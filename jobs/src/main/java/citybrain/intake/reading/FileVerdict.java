package citybrain.intake.reading;

import citybrain.problem.Problem;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of one delivered file: taken, or refused as a whole with the reason. */
public sealed interface FileVerdict extends Serializable {

  /** How the file was recognised; null when it could not be. */
  @Nullable FileEvidence evidence();

  /**
   * Nothing of the file is loaded.
   *
   * @param problem lists everything found
   * @param isReadable whether its rows can be given, for the department's copy
   */
  record Refused(Problem problem, @Nullable FileEvidence evidence, boolean isReadable)
      implements FileVerdict {}

  /**
   * The file fits its contract; single records may still be quarantined.
   *
   * @param suspects {@link RecordKeys#hash} of keys that may stand more than once
   * @param records how many the file holds
   * @param isClean whether no record is held back and nothing is doubtful
   */
  record Taken(FileEvidence evidence, Set<Long> suspects, long records, boolean isClean)
      implements FileVerdict {
    public Taken {
      suspects = Set.copyOf(suspects);
    }
  }
}
