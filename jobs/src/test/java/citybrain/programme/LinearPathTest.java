package citybrain.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.policy.Programme.Direction;
import java.math.BigDecimal;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Baselines (2019) and targets are rows of Annex 3 of 青政字〔2020〕16号; actuals are made up. */
final class LinearPathTest {
  private static final ProgressBounds BOUNDS =
      new ProgressBounds(new BigDecimal("0.95"), new BigDecimal("0.60"), BigDecimal.ZERO);

  @ParameterizedTest(name = "{0}: {6} in {7} is {8}")
  @CsvSource({
    // expected is 1 in the target's own year
    "中职学校数量,       AT_LEAST, 50,    2020, 52,    50→52 met,       52,     2020, achieved,  1.0,        1.0",
    "中职学校数量,       AT_LEAST, 50,    2020, 52,    half of the way, 51,     2020, off_track, 0.5,        1.0",
    "中职学校数量,       AT_LEAST, 50,    2020, 52,    no step,         50,     2020, off_track, 0.0,        1.0",
    "中职学校数量,       AT_LEAST, 50,    2020, 52,    fewer than 2019, 49,     2020, worsening, -0.5,       1.0",
    "中职学校数量,       AT_LEAST, 50,    2022, 53,    ahead of time,   53,     2021, achieved,  1.0,        0.66666667",
    // 招聘教师 180 → 350 in three years: a third of 170 is 56.67
    "职业院校招聘教师数, AT_LEAST, 180,   2022, 350,   on the line,     237,    2020, on_track,  0.33529412, 0.33333333",
    "职业院校招聘教师数, AT_LEAST, 180,   2022, 350,   0.953 of it,     234,    2020, on_track,  0.31764706, 0.33333333",
    "职业院校招聘教师数, AT_LEAST, 180,   2022, 350,   0.935 of it,     233,    2020, behind,    0.31176471, 0.33333333",
    "职业院校招聘教师数, AT_LEAST, 180,   2022, 350,   exactly 0.60,    214,    2020, behind,    0.2,        0.33333333",
    "职业院校招聘教师数, AT_LEAST, 180,   2022, 350,   under 0.60,      213.99, 2020, off_track, 0.19994118, 0.33333333",
    "中职学校师生比,     AT_MOST,  11.6,  2020, 11.5,  fewer is better, 11.5,   2020, achieved,  1.0,        1.0",
    "中职学校师生比,     AT_MOST,  11.6,  2022, 11.2,  half the way,    11.4,   2021, behind,    0.5,        0.66666667",
    "中职学校师生比,     AT_MOST,  11.6,  2022, 11.2,  wrong way,       11.7,   2021, worsening, -0.25,      0.66666667",
  })
  void progressIsHeldAgainstTheLineFromTheBaseline(
      String indicator,
      Direction direction,
      BigDecimal baseline,
      int targetYear,
      BigDecimal target,
      String situation,
      BigDecimal actual,
      int actualYear,
      String verdict,
      BigDecimal progress,
      BigDecimal expected) {
    LinearPath.Assessment assessment =
        assess(baseline, target, targetYear, actual, actualYear, direction);

    assertThat(assessment.verdict().code()).isEqualTo(verdict);
    assertThat(assessment.progressRatio()).isEqualByComparingTo(progress);
    assertThat(assessment.expectedRatio()).isEqualByComparingTo(expected);
    assertThat(assessment.basis()).isEqualTo(LinearPath.Basis.PATH);
  }

  @ParameterizedTest(name = "{0}: {4} is {5}")
  @CsvSource({
    "培训规模与全日制在校比例 falls to 2.9,     AT_LEAST, 4.4,    2.9,   2.9,    achieved,       LEVEL_WITHOUT_IMPROVEMENT",
    "培训规模与全日制在校比例 falls to 2.9,     AT_LEAST, 4.4,    2.9,   2.8,    on_track,       LEVEL_WITHOUT_IMPROVEMENT",
    "培训规模与全日制在校比例 falls to 2.9,     AT_LEAST, 4.4,    2.9,   2.7,    behind,         LEVEL_WITHOUT_IMPROVEMENT",
    "培训规模与全日制在校比例 falls to 2.9,     AT_LEAST, 4.4,    2.9,   1.7,    off_track,      LEVEL_WITHOUT_IMPROVEMENT",
    "综合性中职学校数量 stays at 11,            AT_LEAST, 11,     11,    11,     achieved,       LEVEL_WITHOUT_IMPROVEMENT",
    "综合性中职学校数量 stays at 11,            AT_LEAST, 11,     11,    10,     behind,         LEVEL_WITHOUT_IMPROVEMENT",
    "新能源新材料 has no baseline,              AT_LEAST, ,       40,    40,     achieved,       LEVEL_WITHOUT_BASELINE",
    "新能源新材料 has no baseline,              AT_LEAST, ,       40,    24,     behind,         LEVEL_WITHOUT_BASELINE",
    "新能源新材料 has no baseline,              AT_LEAST, ,       40,    0,      off_track,      LEVEL_WITHOUT_BASELINE",
    "at most what it was: 10 of 10.5 is 0.952,  AT_MOST,  10,     10,    10.5,   on_track,       LEVEL_WITHOUT_IMPROVEMENT",
    "none left is the target and it was so,     AT_MOST,  0,      0,     3,      off_track,      LEVEL_WITHOUT_IMPROVEMENT",
    "none left is the target and it is so,      AT_MOST,  0,      0,     0,      achieved,       LEVEL_WITHOUT_IMPROVEMENT",
    "a target of zero has no share,             AT_LEAST, 0,      0,     -1,     not_assessable, LEVEL_WITHOUT_IMPROVEMENT",
    "a target below zero has no share,          AT_LEAST, -1,     -2,    -3,     not_assessable, LEVEL_WITHOUT_IMPROVEMENT",
    "a target below zero has no share,          AT_MOST,  -3,     -2,    -1,     not_assessable, LEVEL_WITHOUT_IMPROVEMENT",
  })
  void withoutALineTheLevelIsHeldAgainstTheTarget(
      String situation,
      Direction direction,
      @Nullable BigDecimal baseline,
      BigDecimal target,
      BigDecimal actual,
      String verdict,
      LinearPath.Basis basis) {
    LinearPath.Assessment assessment = assess(baseline, target, 2022, actual, 2021, direction);

    assertThat(assessment.verdict().code()).isEqualTo(verdict);
    assertThat(assessment.basis()).isEqualTo(basis);
    assertThat(assessment.progressRatio()).isNull();
    assertThat(assessment.expectedRatio()).isNull();
  }

  @Property
  void changingTheUnitChangesNoVerdict(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(2) BigDecimal baseline,
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(2) BigDecimal target,
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(2) BigDecimal actual,
      @ForAll @BigRange(min = "0.0001", max = "100000000") @Scale(4) BigDecimal factor,
      @ForAll @IntRange(min = 2020, max = 2022) int actualYear,
      @ForAll boolean hasBaseline,
      @ForAll Direction direction) {
    BigDecimal start = hasBaseline ? baseline : null;
    BigDecimal scaledStart = hasBaseline ? baseline.multiply(factor) : null;

    assertThat(
            assess(
                scaledStart,
                target.multiply(factor),
                2022,
                actual.multiply(factor),
                actualYear,
                direction))
        .isEqualTo(assess(start, target, 2022, actual, actualYear, direction));
  }

  @Property
  void moreIsNeverAWorseVerdict(
      @ForAll @BigRange(min = "0", max = "1000") @Scale(2) BigDecimal baseline,
      @ForAll @BigRange(min = "0", max = "1000") @Scale(2) BigDecimal target,
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(2) BigDecimal actual,
      @ForAll @BigRange(min = "0", max = "1000") @Scale(2) BigDecimal more,
      @ForAll @IntRange(min = 2020, max = 2022) int actualYear) {
    Assume.that(target.signum() > 0);
    TargetVerdict low =
        assess(baseline, target, 2022, actual, actualYear, Direction.AT_LEAST).verdict();
    TargetVerdict high =
        assess(baseline, target, 2022, actual.add(more), actualYear, Direction.AT_LEAST).verdict();

    // Verdicts are declared from best to worst.
    assertThat(high).isLessThanOrEqualTo(low);
  }

  @Test
  void actualOfTheBaselineYearIsNoProgress() {
    assertThatThrownBy(
            () ->
                assess(
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    2022,
                    BigDecimal.valueOf(2),
                    2019,
                    Direction.AT_LEAST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2019");
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvSource({"0.6, 0.95, 0", "0.95, 0.6, 0.6", "0.95, 0, 0.6"})
  void boundsThatDoNotFallAreRefused(
      BigDecimal onTrackFrom, BigDecimal behindFrom, BigDecimal offTrackFrom) {
    assertThatThrownBy(() -> new ProgressBounds(onTrackFrom, behindFrom, offTrackFrom))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LinearPath.Assessment assess(
      @Nullable BigDecimal baseline,
      BigDecimal target,
      int targetYear,
      BigDecimal actual,
      int actualYear,
      Direction direction) {
    return LinearPath.assess(
        new LinearPath.Position(baseline, 2019, target, targetYear, actual, actualYear, direction),
        BOUNDS);
  }
}
