package citybrain.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import citybrain.calendar.WorkdayCalendar;
import citybrain.expression.Branch;
import citybrain.expression.Wording;
import citybrain.policy.Rule;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Verdict and reason of a row, decided together by one ordered list of cases: the first that holds
 * decides, and those that leave the row without a verdict stand first.
 */
final class Outcomes {
  static final String VERDICT = "verdict";
  static final String STATUS = "status";
  static final String REASON = "reason";

  private final WorkdayCalendar calendar;
  private final Column event = col(FindingColumns.EVENT_ON);
  private final Column settled = col(FindingColumns.SETTLED_ON);
  private final Column earliest = col(FindingColumns.DUE_EARLIEST_ON);
  private final Column latest = col(FindingColumns.DUE_LATEST_ON);
  private final Column limit = col(FindingColumns.EXPECTED);
  private final Column observed = col(FindingColumns.OBSERVED);
  private final Column today;

  private Outcomes(WorkdayCalendar calendar, LocalDate asOf) {
    this.calendar = calendar;
    this.today = lit(asOf);
  }

  /**
   * A struct of verdict, status and reason; null would mean that no case holds, which cannot be.
   */
  static Column of(WorkdayCalendar calendar, LocalDate asOf) {
    Outcomes outcomes = new Outcomes(calendar, asOf);
    Column decided =
        when(Deadlines.isDeadline(), Branch.firstThatHolds(outcomes.deadline()))
            .when(RulePass.isOf(Rule.Kind.CEILING), Branch.firstThatHolds(outcomes.ceiling()))
            .when(RulePass.isOf(Rule.Kind.FLOOR), Branch.firstThatHolds(outcomes.floor()))
            .otherwise(Branch.firstThatHolds(outcomes.requirement()));
    Column applicability = Branch.firstThatHolds(outcomes.withoutBasis());
    return coalesce(applicability, decided);
  }

  /**
   * What is true of every rule: without event and value there is nothing to hold the row against.
   */
  private List<Case> withoutBasis() {
    return List.of(
        notAssessable(RulePass.applies().isNull(), "缺少判断本规定是否适用所需的数据"),
        notAssessable(event.isNull(), "缺少起算日期"),
        notAssessable(
            limit.isNull().and(RulePass.rule(RuleConstants.HAS_OWN_LIMIT)), "缺少计算限额所需的数据"),
        notAssessable(
            limit.isNull().and(RulePass.rule(RuleConstants.HAS_PARAMETER)),
            event,
            "当日“",
            RulePass.rule(RuleConstants.PARAMETER_TITLE),
            "”无生效的规定（现有规定",
            RulePass.rule(RuleConstants.FORCE_ZH),
            "）"),
        notAssessable(event.gt(today), "起算日期", event, "晚于统计截止日", today, "，数据有矛盾"));
  }

  private List<Case> ceiling() {
    Column over = observed.minus(limit);
    return List.of(
        notAssessable(observed.isNull(), "缺少与上限比较的数值"),
        new Case(
            observed.leq(limit),
            Verdict.MET,
            sentence(event, "实际", sum(observed), "，上限", sum(limit), "，未超过")),
        new Case(
            observed.gt(limit),
            Verdict.BREACHED,
            sentence(event, "实际", sum(observed), "，上限", sum(limit), "，超出", sum(over))));
  }

  private List<Case> floor() {
    Column lacking = limit.minus(observed);
    return List.of(
        notAssessable(observed.isNull(), "缺少与下限比较的数值"),
        new Case(
            observed.geq(limit),
            Verdict.MET,
            sentence(event, "实际", sum(observed), "，下限", sum(limit), "，达到要求")),
        new Case(
            observed.lt(limit),
            Verdict.BREACHED,
            sentence(event, "实际", sum(observed), "，下限", sum(limit), "，相差", sum(lacking))));
  }

  /** What holds is no finding; what cannot be told, and what does not hold, is one. */
  private List<Case> requirement() {
    Column holds = col(RulePass.HOLDS);
    return List.of(
        notAssessable(holds.isNull(), "缺少判断是否符合所需的数据"),
        new Case(not(holds), Verdict.BREACHED, sentence(event, "，", col(RulePass.FOUND))));
  }

  private List<Case> deadline() {
    Column used = Deadlines.daysElapsed();
    Column over = used.minus(limit.cast("int"));
    Column left = limit.cast("int").minus(used);
    return List.of(
        notAssessable(settled.lt(event), "完成日期", settled, "早于起算日期", event, "，数据有矛盾"),
        notAssessable(settled.gt(today), "完成日期", settled, "晚于统计截止日", today, "，数据有矛盾"),
        notAssessable(
            earliest.isNull().or(latest.isNull()),
            "自",
            event,
            "起算的期限超出工作日历范围（",
            lit(calendar.firstDay()),
            "至",
            lit(calendar.lastDay()),
            "）"),
        new Case(
            settled.leq(earliest),
            Verdict.MET,
            sentence(term(), "，", settled, "完成", Wording.orNothing("，用时", used, days()), "，未逾期")),
        new Case(
            settled.gt(latest),
            Verdict.LATE,
            sentence(term(), "，实际", settled, "完成，逾期", Wording.orNothing(over, days()))),
        notAssessable(settled.isNotNull(), term(), "，", settled, "完成，是否逾期待放假安排公布"),
        new Case(
            today.leq(earliest),
            Verdict.DUE,
            sentence(term(), "，截至", today, "尚未完成，未到期", Wording.orNothing("，剩余", left, days()))),
        new Case(
            today.gt(latest),
            Verdict.OVERDUE,
            sentence(term(), "，截至", today, "尚未完成，已逾期", Wording.orNothing(over, days()))),
        notAssessable(lit(true), term(), "，截至", today, "尚未完成，是否逾期待放假安排公布"));
  }

  /** For example 自2020-09-25起算（当日不计）5个工作日，应不晚于2020-09-30. */
  private Column term() {
    Column due =
        when(Deadlines.isSettled(), concat(lit("应不晚于"), text(latest)))
            .otherwise(
                concat(lit("所涉年度放假安排尚未公布，期限在"), text(earliest), lit("至"), text(latest), lit("之间")));
    return concat(
        lit("自"), text(event), lit("起算（当日不计）"), Wording.number(limit), days(), lit("，"), due);
  }

  private static Column days() {
    return when(RulePass.rule(RuleConstants.COUNTS_WORKDAYS), lit("个工作日")).otherwise(lit("日"));
  }

  private Column sum(Column value) {
    return concat(Wording.number(value), coalesce(RulePass.rule(RuleConstants.UNIT_ZH), lit("")));
  }

  private static Case notAssessable(Column condition, Object... parts) {
    return new Case(condition, Verdict.NOT_ASSESSABLE, concat(sentence(parts), lit("，无法评定")));
  }

  private static Column sentence(Object... parts) {
    return concat(RulePass.rule(RuleConstants.TITLE), lit("："), Wording.join(parts));
  }

  private static Column text(Column value) {
    return value.cast("string");
  }

  private record Case(Column condition, Verdict verdict, Column reason) implements Branch {
    @Override
    public Column outcome() {
      return struct(
          lit(verdict.code()).as(VERDICT),
          lit(verdict.status().code()).as(STATUS),
          reason.as(REASON));
    }
  }
}
