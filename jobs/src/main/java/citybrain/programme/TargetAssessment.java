package citybrain.programme;

import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target held against what was reported for its indicator.
 *
 * <p>The newest actual counts that has a value, lies after the baseline and not after the target's
 * year, and describes a year that was over on the as-of day: a part of a year is not the year.
 *
 * @param actual the actual that counted, or that was refused for its unit; null when there is none
 * @param actualValue null when there is no actual in the target's unit
 */
record TargetAssessment(
    TargetVerdict verdict,
    @Nullable Actual actual,
    @Nullable BigDecimal actualValue,
    @Nullable BigDecimal progressRatio,
    @Nullable BigDecimal expectedRatio,
    String reasonZh) {

  static TargetAssessment of(
      Target target, List<Actual> reported, ProgressBounds bounds, LocalDate asOf) {
    Actual actual = newest(target, reported, asOf).orElse(null);
    boolean isComparable = actual != null && actual.unit().equals(target.unit().code());
    BigDecimal actualValue = isComparable ? Objects.requireNonNull(actual).value() : null;
    BigDecimal goal = target.value();
    if (goal == null) {
      String printed =
          target.verbatim().isBlank() ? "文件此栏空白" : "文件此栏印“" + target.verbatim().strip() + "”";
      return without(target, actual, actualValue, printed + "，未设目标");
    }
    if (actual == null) {
      return without(target, null, null, missing(target, asOf));
    }
    if (actualValue == null) {
      return without(
          target,
          actual,
          null,
          "报送单位为" + unitZh(actual.unit()) + "，目标单位为" + target.unit().zh() + "，不可比");
    }
    LinearPath.Position position =
        new LinearPath.Position(
            target.baseline(),
            target.baselineYear(),
            goal,
            target.year(),
            actualValue,
            actual.year(),
            target.direction());
    LinearPath.Assessment assessment = LinearPath.assess(position, bounds);
    return new TargetAssessment(
        assessment.verdict(),
        actual,
        actualValue,
        assessment.progressRatio(),
        assessment.expectedRatio(),
        sentence(target, facts(target, goal, actualValue, actual.year()) + how(assessment)));
  }

  private static Optional<Actual> newest(Target target, List<Actual> reported, LocalDate asOf) {
    return reported.stream()
        .filter(actual -> actual.value() != null)
        .filter(actual -> actual.year() > target.baselineYear() && actual.year() <= target.year())
        .filter(actual -> isOver(actual.year(), asOf))
        .max(Comparator.comparingInt(Actual::year));
  }

  private static boolean isOver(int year, LocalDate asOf) {
    return asOf.getYear() > year;
  }

  private static String missing(Target target, LocalDate asOf) {
    int firstYear = target.baselineYear() + 1;
    return isOver(firstYear, asOf)
        ? "截至" + asOf + "尚未收到" + firstYear + "年以来已结束年度的实际值"
        : firstYear + "年度在" + asOf + "尚未结束，还没有实际值";
  }

  private static TargetAssessment without(
      Target target, @Nullable Actual actual, @Nullable BigDecimal value, String why) {
    return new TargetAssessment(
        TargetVerdict.NOT_ASSESSABLE,
        actual,
        value,
        null,
        null,
        sentence(target, why + "，" + TargetVerdict.NOT_ASSESSABLE.zh()));
  }

  private static String sentence(Target target, String words) {
    return target.titleZh() + "：" + words;
  }

  private static String facts(Target target, BigDecimal goal, BigDecimal actual, int actualYear) {
    BigDecimal baseline = target.baseline();
    String start =
        baseline == null
            ? "文件未列基数"
            : target.baselineYear() + "年基数" + quantity(baseline, target.unit());
    return start
        + "，"
        + target.year()
        + "年目标"
        + quantity(goal, target.unit())
        + "，"
        + actualYear
        + "年实际"
        + quantity(actual, target.unit())
        + "，";
  }

  private static String how(LinearPath.Assessment assessment) {
    String basis =
        switch (assessment.basis()) {
          case PATH ->
              "完成进度"
                  + percent(assessment.progressRatio())
                  + "，按直线路径应完成"
                  + percent(assessment.expectedRatio());
          case LEVEL_WITHOUT_BASELINE -> "无基数，按实际与目标之比评定";
          case LEVEL_WITHOUT_IMPROVEMENT -> "目标不优于基数，按实际与目标之比评定";
        };
    return basis + "，" + assessment.verdict().zh();
  }

  private static String quantity(BigDecimal value, Unit unit) {
    String zh = unit == Unit.RATIO ? "" : unit.zh();
    return plain(value) + zh;
  }

  private static String percent(@Nullable BigDecimal ratio) {
    BigDecimal percent = Objects.requireNonNull(ratio).movePointRight(2);
    return plain(percent.setScale(1, RoundingMode.HALF_UP)) + "%";
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static String unitZh(String code) {
    return Unit.ofCode(code).map(Unit::zh).orElse(code);
  }
}
