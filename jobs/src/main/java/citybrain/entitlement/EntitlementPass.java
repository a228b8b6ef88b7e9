package citybrain.entitlement;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.forall;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import citybrain.expression.ValueInForce;
import citybrain.policy.Entitlement;
import citybrain.policy.Entitlement.ApplicantCap;
import citybrain.policy.Measure;
import citybrain.policy.Parameter;
import citybrain.policy.PolicyDocument;
import citybrain.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.jspecify.annotations.Nullable;

/**
 * What the measures give for each claim, against what was claimed, approved and paid: rows of
 * {@code gold/entitlement}.
 *
 * <p>Grain: one row per claim as known. One projection holds what each measure says of a row, as a
 * case over the claim's measure code, so that only the expressions of its own measure are evaluated
 * for a claim. There is no join. Only where a measure caps what all claims of an applicant give, a
 * window over each applicant's claims follows, in the order they were made.
 *
 * <p>The sum is rounded to the cent, half up, and capped after it is rounded. A difference of a
 * cent is a difference.
 *
 * <p>Null rule: a condition or a sum that cannot be told gives not_assessable and never 0; a claim
 * that has no right gives a computed sum of 0.
 *
 * <p>Source: {@code policies/<folder>/measures.yaml}; method: {@code docs/methods/entitlements.md}.
 */
public final class EntitlementPass {
  static final String DECIMAL = "decimal(28,8)";

  /** Wide enough for a quotient: no place is lost before the sum is rounded to the cent. */
  private static final String UNROUNDED = "decimal(38,11)";

  private static final int CENTS = 2;

  /** The day whose law applies. */
  static final String LAW_ON = "law_on";

  static final String COVERS_FROM = "covers_from";
  static final String COVERS_UNTIL = "covers_until";

  /** Whether each condition holds. */
  static final String HOLDS = "holds";

  /** Whether all conditions hold. */
  static final String IS_ELIGIBLE = "is_eligible";

  /** Before the cap; null of a ceiling. */
  static final String OWN = "own";

  static final String CAP = "cap";
  static final String MINIMUM = "minimum";

  /** For each call of a parameter the position of the value in force; null where none is. */
  static final String POSITIONS = "positions";

  /** What the applicant's earlier claims took of a cap over all of them. */
  static final String TAKEN_BEFORE = "taken_before";

  private static final String APPLICANT_CAP = "applicant_cap";
  private static final String CAP_SCOPE = "cap_scope";
  private static final String MEASURE_INDEX = "measure_index";
  private static final String MEASURE = "measure";
  private static final String CAPPED = "capped";

  private EntitlementPass() {}

  /**
   * Entitlements as known.
   *
   * @param silver {@code silver/subsidy_claim}, cut to the rows that are current on the as-of day
   * @param measures a claim is made under one of them by its id; those without an entitlement are
   *     passed over
   * @param parameters by id; those the measures call must be there
   * @param documents those of the measures
   * @param names Chinese names for columns and codes
   * @throws ProblemException with all that is wrong with the measures
   */
  public static Dataset<Row> of(
      Dataset<Row> silver,
      List<Measure> measures,
      Map<String, Parameter> parameters,
      List<PolicyDocument> documents,
      ClaimNames names) {
    List<CompiledMeasure> compiled =
        MeasureCompiler.compile(measures, parameters, documents, silver.schema());
    Dataset<Row> known =
        explodeOwnMeasure(ClaimFacts.of(silver), compiled)
            .withColumn(MEASURE, MeasureConstants.at(compiled, names, col(MEASURE_INDEX)))
            .withColumn(IS_ELIGIBLE, forall(col(HOLDS), holds -> holds))
            .withColumn(CAPPED, capped());
    return Judgement.of(
        withApplicantCap(known, compiled), new ClaimWords(silver.schema(), compiled, names));
  }

  /** What the claim's own measure says of it; nulls for a code that no measure has. */
  private static Dataset<Row> explodeOwnMeasure(
      Dataset<Row> claims, List<CompiledMeasure> measures) {
    Column own = null;
    for (int i = 0; i < measures.size(); i++) {
      CompiledMeasure measure = measures.get(i);
      Column isOwn = col("measure_id").equalTo(lit(measure.measure().id()));
      Column facts = facts(i, measure);
      own = own == null ? when(isOwn, facts) : own.when(isOwn, facts);
    }
    if (own == null) {
      throw new IllegalArgumentException("No measure has an entitlement");
    }
    // A generator, as it keeps the optimiser from writing the case out once per field.
    return claims.select(col("*"), inline(array(own)));
  }

  private static Column facts(int index, CompiledMeasure compiled) {
    Entitlement entitlement = compiled.entitlement();
    Column lawOn = expr(entitlement.appliesOn());
    ApplicantCap applicantCap = entitlement.applicantCap();
    boolean isYearly = applicantCap != null && applicantCap.per() == ApplicantCap.Scope.YEAR;
    return struct(
        lit(index).as(MEASURE_INDEX),
        lawOn.as(LAW_ON),
        expr(compiled.coversFrom()).as(COVERS_FROM),
        expr(compiled.coversUntil()).as(COVERS_UNTIL),
        array(
                entitlement.eligible().stream()
                    .map(condition -> expr(compiled.expression(condition.condition())))
                    .toArray(Column[]::new))
            .cast("array<boolean>")
            .as(HOLDS),
        money(compiled, entitlement.amount()).as(OWN),
        money(compiled, entitlement.cap()).as(CAP),
        money(compiled, entitlement.minimum()).as(MINIMUM),
        money(compiled, applicantCap == null ? null : applicantCap.amount()).as(APPLICANT_CAP),
        (isYearly ? year(lawOn) : lit(0)).as(CAP_SCOPE),
        array(
                compiled.calls().stream()
                    .map(
                        call ->
                            ValueInForce.position(
                                compiled.parameter(call), expr(compiled.dayOf(call))))
                    .toArray(Column[]::new))
            .cast("array<int>")
            .as(POSITIONS));
  }

  private static Column money(CompiledMeasure compiled, @Nullable String expression) {
    return expression == null
        ? lit(null).cast(DECIMAL)
        : round(expr(compiled.expression(expression)).cast(UNROUNDED), CENTS).cast(DECIMAL);
  }

  /** Null where the amount or the cap is: the cap is no sum for an amount that is missing. */
  private static Column capped() {
    return when(measure(EntitlementColumns.IS_CEILING), col(CAP))
        .when(
            measure(MeasureConstants.HAS_CAP),
            when(col(OWN).isNotNull().and(col(CAP).isNotNull()), least(col(OWN), col(CAP))))
        .otherwise(col(OWN));
  }

  /** The sum within what is left of the cap over the applicant's claims. */
  private static Dataset<Row> withApplicantCap(Dataset<Row> known, List<CompiledMeasure> measures) {
    boolean isCapped =
        measures.stream().anyMatch(measure -> measure.entitlement().applicantCap() != null);
    Column before =
        isCapped
            ? sum(takenUp())
                .over(
                    Window.partitionBy("measure_id", ClaimFacts.APPLICANT_ID, CAP_SCOPE)
                        .orderBy("claimed_on", "claim_id")
                        .rowsBetween(Window.unboundedPreceding(), -1))
            : lit(null);
    Column taken = col(TAKEN_BEFORE);
    Column left = col(APPLICANT_CAP).minus(taken);
    Column within = when(left.leq(lit(0)), lit(0)).otherwise(least(col(CAPPED), left));
    return known
        .withColumn(
            TAKEN_BEFORE,
            when(col(APPLICANT_CAP).isNotNull(), coalesce(before, lit(0))).cast(DECIMAL))
        .withColumn(
            Judgement.ALLOWED,
            when(taken.isNotNull().and(col(CAPPED).isNotNull()), within.cast(DECIMAL))
                .otherwise(col(CAPPED)));
  }

  /**
   * What a claim takes of its applicant's cap: what was approved, or claimed while it is not
   * decided, but not more than the measure gives for it. A claim that has no right takes nothing.
   */
  private static Column takenUp() {
    Column asked = coalesce(col("approved_amount"), col("claimed_amount"));
    return when(
            col(APPLICANT_CAP)
                .isNotNull()
                .and(Judgement.isWithinDays())
                .and(not(Judgement.isWrongBasis()))
                .and(col(IS_ELIGIBLE))
                .and(col(CAPPED).isNotNull()),
            least(col(CAPPED), asked))
        .otherwise(lit(0));
  }

  /** A constant of the claim's measure. */
  static Column measure(String name) {
    return col(MEASURE).getField(name);
  }

  /** Whether the claim's code has a measure. */
  static Column hasMeasure() {
    return col(MEASURE_INDEX).isNotNull();
  }
}
