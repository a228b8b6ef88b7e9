package citybrain.serving;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.util.Locale;

/** How an indicator stands against its target, the best first. */
public enum TargetVerdict {
  ACHIEVED("已达标"),
  ON_TRACK("进度正常"),
  BEHIND("进度滞后"),
  OFF_TRACK("严重滞后"),
  WORSENING("不升反降"),
  NOT_ASSESSABLE("无法评估");

  private final String zh;

  TargetVerdict(String zh) {
    this.zh = zh;
  }

  /** The code in {@code gold/target_progress.verdict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String zh() {
    return zh;
  }

  /**
   * The verdict of a stored code.
   *
   * @throws ProblemException {@code CODE_UNKNOWN}
   */
  public static TargetVerdict ofCode(String code) {
    for (TargetVerdict verdict : values()) {
      if (verdict.code().equals(code)) {
        return verdict;
      }
    }
    throw new ProblemException(
        new Problem(
            "CODE_UNKNOWN",
            "gold/target_progress.verdict",
            "holds \""
                + code
                + "\", which is none of achieved, on_track, behind, off_track, worsening,"
                + " not_assessable",
            "Rebuild the education domain with this version of the project."));
  }
}
