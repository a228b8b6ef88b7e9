package citybrain.programme;

import citybrain.policy.Programme.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Progress of an indicator towards one yearly target, against a straight line from the baseline.
 *
 * <p>Formula: {@code progress = (actual − baseline) / (target − baseline)}, {@code expected = (year
 * of actual − baseline year) / (target year − baseline year)}; the class is that of {@code progress
 * / expected}. A target that is met is achieved, whatever the year of the actual.
 *
 * <p>There is no line where the baseline is missing or the target is no improvement on it (equal,
 * or on the wrong side as 4.4 → 2.9 at least): the ratios are null then and the class is that of
 * the level, actual over target for at_least and target over actual for at_most. That needs a
 * target above zero; otherwise nothing can be said of a target not met.
 *
 * <p>All comparisons are exact, and every ratio is of two numbers in one unit: changing the unit
 * changes no verdict. Described in {@code docs/methods/target-progress.md}.
 */
final class LinearPath {
  /** As stored in {@code gold/target_progress.method}. */
  static final String METHOD = "linear_path";

  private static final int RATIO_SCALE = 8;

  private LinearPath() {}

  /**
   * What the method is applied to; all three numbers in one unit.
   *
   * @param actualYear after baselineYear, not after targetYear
   */
  record Position(
      @Nullable BigDecimal baseline,
      int baselineYear,
      BigDecimal target,
      int targetYear,
      BigDecimal actual,
      int actualYear,
      Direction direction) {
    Position {
      if (actualYear <= baselineYear || actualYear > targetYear) {
        throw new IllegalArgumentException(
            "An actual lies after the baseline and not after the target: "
                + baselineYear
                + ", "
                + actualYear
                + ", "
                + targetYear);
      }
    }

    boolean isMet() {
      return gain(actual, target).signum() >= 0;
    }

    /** By how much {@code value} is better than {@code other}. */
    private BigDecimal gain(BigDecimal value, BigDecimal other) {
      return direction == Direction.AT_LEAST ? value.subtract(other) : other.subtract(value);
    }
  }

  /** How the verdict was found. */
  enum Basis {
    /** On the line from the baseline to the target. */
    PATH,
    /** No baseline: the level against the target. */
    LEVEL_WITHOUT_BASELINE,
    /** The target is no improvement on the baseline: the level against the target. */
    LEVEL_WITHOUT_IMPROVEMENT
  }

  /**
   * The result.
   *
   * @param progressRatio share of the way done, 1 = all; null off the line
   * @param expectedRatio share of the time gone; null off the line
   */
  record Assessment(
      TargetVerdict verdict,
      Basis basis,
      @Nullable BigDecimal progressRatio,
      @Nullable BigDecimal expectedRatio) {}

  static Assessment assess(Position position, ProgressBounds bounds) {
    BigDecimal baseline = position.baseline();
    if (baseline == null) {
      return byLevel(position, bounds, Basis.LEVEL_WITHOUT_BASELINE);
    }
    BigDecimal way = position.gain(position.target(), baseline);
    if (way.signum() <= 0) {
      return byLevel(position, bounds, Basis.LEVEL_WITHOUT_IMPROVEMENT);
    }
    BigDecimal done = position.gain(position.actual(), baseline);
    BigDecimal yearsGone = BigDecimal.valueOf(position.actualYear() - position.baselineYear());
    BigDecimal yearsInAll = BigDecimal.valueOf(position.targetYear() - position.baselineYear());
    TargetVerdict verdict =
        position.isMet()
            ? TargetVerdict.ACHIEVED
            : bounds.classify(done.multiply(yearsInAll), way.multiply(yearsGone));
    return new Assessment(verdict, Basis.PATH, ratio(done, way), ratio(yearsGone, yearsInAll));
  }

  private static Assessment byLevel(Position position, ProgressBounds bounds, Basis basis) {
    return new Assessment(levelVerdict(position, bounds), basis, null, null);
  }

  private static TargetVerdict levelVerdict(Position position, ProgressBounds bounds) {
    if (position.isMet()) {
      return TargetVerdict.ACHIEVED;
    }
    boolean isAtLeast = position.direction() == Direction.AT_LEAST;
    if (isAtLeast ? position.target().signum() <= 0 : position.target().signum() < 0) {
      return TargetVerdict.NOT_ASSESSABLE;
    }
    // An at_most target that is not met is below the actual, so the actual is above zero.
    return isAtLeast
        ? bounds.classify(position.actual(), position.target())
        : bounds.classify(position.target(), position.actual());
  }

  private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, RATIO_SCALE, RoundingMode.HALF_UP);
  }
}
