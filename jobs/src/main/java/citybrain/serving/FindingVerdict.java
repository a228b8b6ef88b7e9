package citybrain.serving;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.util.Locale;

/** What a rule says of a case, the gravest first: the order in which the page lists findings. */
public enum FindingVerdict {
  OVERDUE("逾期未办"),
  BREACHED("超限"),
  LATE("逾期办结"),
  NOT_ASSESSABLE("无法评估"),
  DUE("办理中"),
  MET("按期");

  private final String zh;

  FindingVerdict(String zh) {
    this.zh = zh;
  }

  /** The code in {@code gold/finding.verdict}. */
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
  public static FindingVerdict ofCode(String code) {
    for (FindingVerdict verdict : values()) {
      if (verdict.code().equals(code)) {
        return verdict;
      }
    }
    throw new ProblemException(
        new Problem(
            "CODE_UNKNOWN",
            "gold/finding.verdict",
            "holds \""
                + code
                + "\", which is none of met, breached, due, overdue, late, not_assessable",
            "Rebuild the funds domain with this version of the project."));
  }
}
