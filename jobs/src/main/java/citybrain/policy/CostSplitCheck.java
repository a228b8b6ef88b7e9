package citybrain.policy;

import citybrain.policy.CostSplit.Level;
import citybrain.problem.Problem;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Proves that the shares of a split sum to the whole and that no area is in two groups of it. */
final class CostSplitCheck {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private CostSplitCheck() {}

  static void check(CostSplit split, String subject, List<Problem> problems) {
    Set<String> seen = new HashSet<>();
    for (Level level : split.levels()) {
      for (String area : level.areas()) {
        if (!seen.add(area)) {
          problems.add(
              new Problem(
                  "POLICY_SPLIT_OVERLAP",
                  subject,
                  "shares the cost of area " + area + " in two ways",
                  "Name each area in one group; others stands for all that no group names."));
        }
      }
      checkSum(level, subject, problems);
    }
  }

  private static void checkSum(Level level, String subject, List<Problem> problems) {
    if (level.shares().values().stream().anyMatch(Objects::isNull)) {
      return;
    }
    BigDecimal sum = level.shares().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(WHOLE) != 0) {
      problems.add(
          new Problem(
              "POLICY_SPLIT_SUM",
              subject,
              "has shares of " + sum.toPlainString() + " % for " + String.join(", ", level.areas()),
              "Give the shares of the whole, 100 % together; null where the text gives none."));
    }
  }
}
