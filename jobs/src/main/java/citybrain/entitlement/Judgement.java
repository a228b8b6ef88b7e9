package citybrain.entitlement;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import citybrain.expression.Branch;
import citybrain.expression.Wording;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computed sum, verdict, difference and reason of a claim, decided together by one ordered list of
 * cases: the first that holds decides. What keeps a verdict from being given stands first, the
 * gravest verdict next.
 */
final class Judgement {
  /** What the measure gives, within all caps, if the claim has a right to it. */
  static final String ALLOWED = "allowed";

  private static final String OUTCOME = "outcome";
  private static final String FRAME = "frame";
  private static final String WORDS = "words";
  private static final Column NOTHING = lit(0);
  private static final Column UNKNOWN = lit(null);

  private final ClaimWords words;
  private final Column claimed = col("claimed_amount");
  private final Column approved = col("approved_amount");
  private final Column paid = col("paid_amount");
  private final Column allowed = col(ALLOWED);
  private final Column minimum = col(EntitlementPass.MINIMUM);
  private final Column event = col(EntitlementPass.LAW_ON);
  private final Column isCeiling = EntitlementPass.measure(EntitlementColumns.IS_CEILING);

  private Judgement(ClaimWords words) {
    this.words = words;
  }

  /** The columns of {@code gold/entitlement}. */
  static Dataset<Row> of(Dataset<Row> claims, ClaimWords words) {
    Judgement judgement = new Judgement(words);
    return claims
        .withColumn(OUTCOME, Branch.firstThatHolds(judgement.cases()))
        .select(
            EntitlementColumns.ALL.stream()
                .map(name -> judgement.column(name).as(name))
                .toArray(Column[]::new));
  }

  private Column column(String name) {
    return switch (name) {
      case EntitlementColumns.EVENT_ON -> event;
      case EntitlementColumns.CLAIMED -> claimed.cast(EntitlementPass.DECIMAL);
      case EntitlementColumns.APPROVED -> approved.cast(EntitlementPass.DECIMAL);
      case EntitlementColumns.PAID -> paid.cast(EntitlementPass.DECIMAL);
      case EntitlementColumns.COMPUTED_LEAST -> minimum;
      case EntitlementColumns.COMPUTED, EntitlementColumns.DIFFERENCE, EntitlementColumns.VERDICT ->
          outcome(name);
      case EntitlementColumns.REASON_ZH -> reason();
      case EntitlementColumns.PARAMETER_VALUES -> words.parameterValues();
      case EntitlementColumns.POLICY_ID,
          EntitlementColumns.REFERENCE,
          EntitlementColumns.IS_CEILING ->
          EntitlementPass.measure(name);
      case EntitlementColumns.UNIT -> lit("yuan");
      default -> col(name);
    };
  }

  private static Column outcome(String field) {
    return col(OUTCOME).getField(field);
  }

  /** Whether all that is claimed for lies within the days of the benefit, as far as printed. */
  static Column isWithinDays() {
    return not(isEarly().or(isPartlyOutside()));
  }

  private List<Case> cases() {
    Column noRight = not(col(EntitlementPass.IS_ELIGIBLE));
    Column nothingDue = isOutside().or(not(isPartlyOutside()).and(noRight));
    return List.of(
        notAssessable(
            not(EntitlementPass.hasMeasure()), "措施代码", col("measure_id"), "在政策库中没有可计算的措施"),
        notAssessable(claimed.isNull(), title(), "申报金额超出可计算的范围"),
        notAssessable(
            event.isNull().or(from().isNull()).or(until().isNull()), title(), "缺少判断享受期限所需的日期"),
        notAssessable(
            isEarly(),
            title(),
            span(),
            "早于",
            EntitlementPass.measure(MeasureConstants.DOCUMENT),
            "施行日",
            firstDay(),
            "，本文未载享受起始日，此前的规定不在库"),
        withoutRight(nothingDue.and(paid.gt(NOTHING)), EntitlementVerdict.OVERPAID, paid, "，不应兑现"),
        withoutRight(
            nothingDue.and(approved.gt(NOTHING)),
            EntitlementVerdict.OVERAPPROVED,
            approved,
            "，不应兑现"),
        withoutRight(isOutside(), EntitlementVerdict.OUTSIDE_WINDOW, claimed, ""),
        new Case(
            isPartlyOutside(),
            EntitlementVerdict.OUTSIDE_WINDOW,
            UNKNOWN,
            UNKNOWN,
            Frame.WITHOUT_RIGHT,
            lit("，期限内的部分无法从合计数分出")),
        withoutRight(noRight, EntitlementVerdict.NOT_ELIGIBLE, claimed, ""),
        notAssessable(
            EntitlementPass.measure(MeasureConstants.UNPRINTED).isNotNull(),
            title(),
            event,
            "，",
            EntitlementPass.measure(MeasureConstants.UNPRINTED),
            "，申报",
            yuan(claimed),
            settlement()),
        notAssessable(
            col(EntitlementPass.IS_ELIGIBLE).isNull(),
            title(),
            Wording.orNothing(words.notInForce(), "无生效的规定，"),
            "缺少判断是否符合条件所需的数据",
            Wording.orNothing("：", words.untold())),
        notAssessable(
            isWrongBasis(),
            title(),
            "计算基数应为",
            EntitlementPass.measure(MeasureConstants.BASIS_ZH),
            "，申报为",
            words.value("basis_kind")),
        notAssessable(
            allowed.isNull().and(words.amountMissing().isNotNull()),
            title(),
            "缺少计算金额所需的数据：",
            words.amountMissing()),
        notAssessable(
            allowed.isNull(),
            title(),
            "所填数据不能确定金额",
            Wording.orNothing("，", words.notInForce(), "无生效的规定")),
        computed(paid.gt(allowed), EntitlementVerdict.OVERPAID, paid.minus(allowed), "，多付"),
        computed(
            approved.gt(allowed), EntitlementVerdict.OVERAPPROVED, approved.minus(allowed), "，多核"),
        computed(
            claimed.gt(allowed), EntitlementVerdict.OVERCLAIMED, claimed.minus(allowed), "，多报"),
        computed(
            approved.equalTo(NOTHING).and(least(claimed, allowed).gt(NOTHING)),
            EntitlementVerdict.REFUSED,
            refusedSum(),
            "，少兑付"),
        computed(
            coalesce(paid, approved).lt(due()),
            EntitlementVerdict.UNDERPAID,
            due().minus(coalesce(paid, approved)),
            "，少兑付"),
        computed(
            claimed.lt(leastDue()),
            EntitlementVerdict.UNDERCLAIMED,
            leastDue().minus(claimed),
            "，少报"),
        new Case(
            lit(true),
            EntitlementVerdict.ENTITLED,
            allowed,
            NOTHING,
            Frame.COMPUTED,
            when(isCeiling, lit("，未超过")).otherwise(lit("，一致"))));
  }

  private Case withoutRight(
      Column condition, EntitlementVerdict verdict, Column difference, String words) {
    return new Case(condition, verdict, NOTHING, difference, Frame.WITHOUT_RIGHT, lit(words));
  }

  /**
   * A case in which the computed sum stands.
   *
   * @param words before the difference; neither is said where the difference is not known
   */
  private static Case computed(
      Column condition, EntitlementVerdict verdict, Column difference, String words) {
    return new Case(
        condition,
        verdict,
        col(ALLOWED),
        difference,
        Frame.COMPUTED,
        Wording.orNothing(words, yuan(difference)));
  }

  private static Case notAssessable(Column condition, Object... parts) {
    return new Case(
        condition,
        EntitlementVerdict.NOT_ASSESSABLE,
        UNKNOWN,
        UNKNOWN,
        Frame.NOT_ASSESSABLE,
        Wording.join(parts));
  }

  /** Starts before anything printed here was in force, and no first day is printed. */
  private static Column isEarly() {
    return not(EntitlementPass.measure(MeasureConstants.IS_FIRST_DAY_PRINTED))
        .and(from().lt(firstDay()));
  }

  private static Column isPartlyOutside() {
    return from().lt(firstDay()).or(coalesce(until().gt(lastDay()), lit(false)));
  }

  private static Column isOutside() {
    return until().lt(firstDay()).or(coalesce(from().gt(lastDay()), lit(false)));
  }

  /** Whether the basis is another than the measure takes its rate of; never null. */
  static Column isWrongBasis() {
    Column required = EntitlementPass.measure(MeasureConstants.BASIS_KIND);
    return required.isNotNull().and(not(required.eqNullSafe(col("basis_kind"))));
  }

  private static Column from() {
    return col(EntitlementPass.COVERS_FROM);
  }

  private static Column until() {
    return col(EntitlementPass.COVERS_UNTIL);
  }

  private static Column firstDay() {
    return EntitlementPass.measure(MeasureConstants.FIRST_DAY);
  }

  private static Column lastDay() {
    return EntitlementPass.measure(MeasureConstants.LAST_DAY);
  }

  /** What is not given by a refusal: of a ceiling only a printed minimum is known. */
  private Column refusedSum() {
    Column known = when(isCeiling, minimum).otherwise(allowed);
    return when(known.isNotNull(), least(claimed, known));
  }

  /**
   * What the department owes: what is claimed and within the law; of a ceiling what it approved
   * itself, but not less than a printed minimum.
   */
  private Column due() {
    Column least = least(minimum, claimed);
    Column ofCeiling = when(minimum.isNotNull().and(least.gt(approved)), least).otherwise(approved);
    return when(isCeiling, ofCeiling).otherwise(least(claimed, allowed));
  }

  /** The least that could have been claimed. */
  private Column leastDue() {
    return when(isCeiling, coalesce(minimum, NOTHING)).otherwise(allowed);
  }

  private Column reason() {
    return when(
            outcome(FRAME).equalTo(Frame.NOT_ASSESSABLE.name()),
            concat(outcome(WORDS), lit("，无法评定")))
        .when(
            outcome(FRAME).equalTo(Frame.WITHOUT_RIGHT.name()),
            Wording.join(
                title(),
                when(isPartlyOutside(), outsideText()).otherwise(ineligibleText()),
                outcome(WORDS),
                "，申报",
                yuan(claimed),
                settlement()))
        .otherwise(
            Wording.join(
                claimAgainstLaw(),
                settlement(),
                outcome(WORDS),
                Wording.orNothing(
                    "（", EntitlementPass.measure(MeasureConstants.ASSUMED), "，以主管部门认定为准）")));
  }

  /** For example 文旅企业贷款贴息：2020-05-08，申报5659.5元，按条款应得5659.5元（…）. */
  private Column claimAgainstLaw() {
    return Wording.join(
        title(),
        event,
        "，申报",
        yuan(claimed),
        "，按条款",
        when(minimum.isNotNull(), Wording.join("可得", yuan(minimum), "至"))
            .when(isCeiling, lit("最高可得"))
            .otherwise(lit("应得")),
        yuan(allowed),
        Wording.orNothing("（", words.formula(), "）"),
        Wording.orNothing("（", words.valuesZh(), "）"),
        when(
                col(EntitlementPass.OWN).gt(col(EntitlementPass.CAP)),
                Wording.join("（计算", yuan(col(EntitlementPass.OWN)), "，封顶）"))
            .otherwise(lit("")),
        when(
                col(EntitlementPass.TAKEN_BEFORE).gt(NOTHING),
                Wording.join("（该主体此前申报已占用上限", yuan(col(EntitlementPass.TAKEN_BEFORE)), "）"))
            .otherwise(lit("")));
  }

  private Column settlement() {
    return when(
            paid.isNotNull().and(not(paid.eqNullSafe(approved))),
            Wording.join(Wording.orNothing("，核定", yuan(approved)), "，已拨付", yuan(paid)))
        .when(paid.isNotNull(), Wording.join("，已拨付", yuan(paid)))
        .when(approved.gt(NOTHING), Wording.join("，已核定", yuan(approved), "，尚未拨付"))
        .when(
            approved.isNotNull(),
            Wording.join("，核定不予支持", Wording.orNothing("（", col("refusal_reason"), "）")))
        .otherwise(lit("，尚未核定"));
  }

  private Column ineligibleText() {
    return Wording.join(event, "，不符合条件：", Wording.orNothing(words.failed()));
  }

  /** For example 2020-12-01至2021-01-31超出享受期限（2020-01-01至2020-12-31）. */
  private static Column outsideText() {
    return Wording.join(
        span(),
        "超出享受期限（",
        firstDay(),
        when(lastDay().isNull(), lit("起")).otherwise(Wording.join("至", lastDay())),
        "）");
  }

  private static Column span() {
    return when(from().equalTo(until()), from().cast("string"))
        .otherwise(Wording.join(from(), "至", until()));
  }

  private static Column title() {
    return concat(EntitlementPass.measure(MeasureConstants.TITLE), lit("："));
  }

  private static Column yuan(Column value) {
    return concat(Wording.number(value), lit("元"));
  }

  /** What stands around the words of a case. */
  private enum Frame {
    NOT_ASSESSABLE,
    WITHOUT_RIGHT,
    COMPUTED
  }

  private record Case(
      Column condition,
      EntitlementVerdict verdict,
      Column computed,
      Column difference,
      Frame frame,
      Column words)
      implements Branch {
    @Override
    public Column outcome() {
      return struct(
          computed.cast(EntitlementPass.DECIMAL).as(EntitlementColumns.COMPUTED),
          lit(verdict.code()).as(EntitlementColumns.VERDICT),
          difference.cast(EntitlementPass.DECIMAL).as(EntitlementColumns.DIFFERENCE),
          lit(frame.name()).as(FRAME),
          words.as(WORDS));
    }
  }
}
