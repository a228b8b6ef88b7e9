package citybrain.services;

import citybrain.policy.EventScheme.Bounds;
import citybrain.policy.EventScheme.Criterion;
import citybrain.policy.EventScheme.End;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of one fact that gives a grade.
 *
 * @param from lower end; null where the plan prints none
 * @param to upper end; null where the plan prints none
 */
record GradeCriterion(
    EventGrade grade,
    EventFact fact,
    String unit,
    @Nullable BigDecimal from,
    boolean isFromIncluded,
    @Nullable BigDecimal to,
    boolean isToIncluded,
    String printed)
    implements Serializable {

  static GradeCriterion of(EventGrade grade, Criterion criterion, Bounds bounds) {
    return new GradeCriterion(
        grade,
        EventFact.ofCode(criterion.fact()),
        criterion.unit().code(),
        criterion.from(),
        bounds.lower() == End.INCLUDED,
        criterion.to(),
        bounds.upper() == End.INCLUDED,
        criterion.printed());
  }

  /** Whether the value lies in the range and the thing happened at all: 造成3人以下死亡 needs a death. */
  boolean isMet(BigDecimal value) {
    return contains(value) && !isMetByLetterOnly(value);
  }

  /**
   * Whether nothing happened and the range, printed without a lower end, still holds it. The plans
   * leave open whether such an event has a grade.
   */
  boolean isMetByLetterOnly(BigDecimal value) {
    return contains(value) && from == null && value.signum() == 0;
  }

  private boolean contains(BigDecimal value) {
    return isAboveFrom(value) && isBelowTo(value);
  }

  private boolean isAboveFrom(BigDecimal value) {
    int order = from == null ? 1 : value.compareTo(from);
    return order > 0 || (order == 0 && isFromIncluded);
  }

  private boolean isBelowTo(BigDecimal value) {
    int order = to == null ? -1 : value.compareTo(to);
    return order < 0 || (order == 0 && isToIncluded);
  }
}
