package citybrain.entitlement;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import citybrain.expression.RowText;
import citybrain.expression.ValueInForce;
import citybrain.policy.DatedValue;
import citybrain.policy.Entitlement;
import citybrain.policy.Entitlement.ApplicantCap;
import citybrain.policy.Measure;
import citybrain.policy.Parameter;
import citybrain.policy.PolicyDocument;
import citybrain.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  private static final int CENTS = 2;

  static final String COVERS_FROM = "covers_from";
  static final String COVERS_UNTIL = "covers_until";
  static final String IS_ELIGIBLE = "is_eligible";
  static final String FAILED = "failed";
  static final String UNTOLD = "untold";
  static final String OWN = "own";
  static final String CAP = "cap";
  static final String AMOUNT_MISSING = "amount_missing";
  static final String FORMULA = "formula";
  static final String VALUES_ZH = "values_zh";
  static final String NOT_IN_FORCE = "not_in_force";
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
    Dataset<Row> facts = explodeOwnMeasure(ClaimFacts.of(silver), compiled, names);
    Dataset<Row> known =
        facts.withColumn(MEASURE, MeasureConstants.at(compiled, names, col(MEASURE_INDEX)));
    return Judgement.of(withApplicantCap(known, compiled));
  }

  /** What the claim's own measure says of it; nulls for a code that no measure has. */
  private static Dataset<Row> explodeOwnMeasure(
      Dataset<Row> claims, List<CompiledMeasure> measures, ClaimNames names) {
    Column own = null;
    for (int i = 0; i < measures.size(); i++) {
      CompiledMeasure measure = measures.get(i);
      Column isOwn = col("measure_id").equalTo(lit(measure.measure().id()));
      Column facts = facts(i, measure, names);
      own = own == null ? when(isOwn, facts) : own.when(isOwn, facts);
    }
    if (own == null) {
      throw new IllegalArgumentException("No measure has an entitlement");
    }
    // A generator, as it keeps the optimiser from writing the case out once per field.
    return claims.select(
        col("measure_id").as(EntitlementColumns.MEASURE_ID),
        col(ClaimFacts.APPLICANT_ID).as(EntitlementColumns.APPLICANT_ID),
        col("claim_id").as(EntitlementColumns.CLAIM_ID),
        col("department").as(EntitlementColumns.DEPARTMENT),
        col("area_code").as(EntitlementColumns.AREA_CODE),
        col("claimed_on").as(EntitlementColumns.CLAIMED_ON),
        col("claimed_amount").cast(DECIMAL).as(EntitlementColumns.CLAIMED),
        col("approved_amount").cast(DECIMAL).as(EntitlementColumns.APPROVED),
        col("paid_amount").cast(DECIMAL).as(EntitlementColumns.PAID),
        col("refusal_reason").as(Judgement.REFUSAL_REASON),
        col("basis_kind").as(Judgement.BASIS_KIND),
        basisName(names).as(Judgement.BASIS_NAME),
        col("is_simulated").as(EntitlementColumns.IS_SIMULATED),
        col(ClaimFacts.EVIDENCE).as(EntitlementColumns.EVIDENCE),
        inline(array(own)));
  }

  private static Column basisName(ClaimNames names) {
    return RowText.of("{basis_kind}", names.codes());
  }

  private static Column facts(int index, CompiledMeasure compiled, ClaimNames names) {
    Entitlement entitlement = compiled.entitlement();
    Column lawOn = expr(entitlement.appliesOn());
    ApplicantCap applicantCap = entitlement.applicantCap();
    boolean isYearly = applicantCap != null && applicantCap.per() == ApplicantCap.Scope.YEAR;
    Column own = money(compiled, entitlement.amount());
    Column cap = money(compiled, entitlement.cap());
    return struct(
        lit(index).as(MEASURE_INDEX),
        lawOn.as(EntitlementColumns.EVENT_ON),
        expr(compiled.coversFrom()).as(COVERS_FROM),
        expr(compiled.coversUntil()).as(COVERS_UNTIL),
        eligible(compiled).as(IS_ELIGIBLE),
        failed(compiled, names).as(FAILED),
        untold(compiled, names).as(UNTOLD),
        own.as(OWN),
        cap.as(CAP),
        capped(entitlement, own, cap).as(CAPPED),
        money(compiled, entitlement.minimum()).as(EntitlementColumns.COMPUTED_LEAST),
        money(compiled, applicantCap == null ? null : applicantCap.amount()).as(APPLICANT_CAP),
        (isYearly ? year(lawOn) : lit(0)).as(CAP_SCOPE),
        missing(compiled.amountColumns(), names).as(AMOUNT_MISSING),
        formula(entitlement, names).as(FORMULA),
        perCall(compiled, "、", EntitlementPass::valueZh).as(VALUES_ZH),
        perCall(compiled, "; ", ValueInForce::inWords).as(EntitlementColumns.PARAMETER_VALUES),
        perCall(compiled, "、", EntitlementPass::notInForceZh).as(NOT_IN_FORCE));
  }

  private static Column money(CompiledMeasure compiled, @Nullable String expression) {
    return round(expr(compiled.expression(expression)).cast(DECIMAL_OF_SUM), CENTS).cast(DECIMAL);
  }

  /** Wide enough for the quotient: no place is lost before the sum is rounded to the cent. */
  private static final String DECIMAL_OF_SUM = "decimal(38,11)";

  /** Null where the sum or the cap is: the cap alone is no sum of an amount that is missing. */
  private static Column capped(Entitlement entitlement, Column own, Column cap) {
    if (entitlement.isCeiling()) {
      return cap;
    }
    return entitlement.cap() == null
        ? own
        : when(own.isNotNull().and(cap.isNotNull()), least(own, cap));
  }

  private static Column eligible(CompiledMeasure compiled) {
    Column eligible = lit(true);
    for (Entitlement.Condition condition : compiled.entitlement().eligible()) {
      eligible = eligible.and(expr(compiled.expression(condition.condition())));
    }
    return eligible;
  }

  /** What is found where a condition does not hold; null where none fails. */
  private static Column failed(CompiledMeasure compiled, ClaimNames names) {
    return concatPresent(
        "；",
        compiled.entitlement().eligible().stream()
            .map(
                condition ->
                    when(
                        not(expr(compiled.expression(condition.condition()))),
                        RowText.of(condition.otherwiseZh(), names.codes()))));
  }

  /** Facts that are missing for a condition that cannot be told. */
  private static Column untold(CompiledMeasure compiled, ClaimNames names) {
    List<Entitlement.Condition> conditions = compiled.entitlement().eligible();
    return concatPresent(
        "、",
        IntStream.range(0, conditions.size())
            .mapToObj(
                i ->
                    when(
                        expr(compiled.expression(conditions.get(i).condition())).isNull(),
                        missing(compiled.conditionColumns().get(i), names))));
  }

  /** Names of the columns without a value. */
  private static Column missing(List<String> columns, ClaimNames names) {
    return concatPresent(
        "、", columns.stream().map(name -> when(col(name).isNull(), lit(names.column(name)))));
  }

  private static Column formula(Entitlement entitlement, ClaimNames names) {
    return entitlement.formulaZh() == null
        ? lit(null).cast("string")
        : RowText.of(entitlement.formulaZh(), names.codes());
  }

  private static Column perCall(
      CompiledMeasure compiled, String separator, BiFunction<Parameter, Column, Column> text) {
    return concatPresent(
        separator,
        compiled.entitlement().parameterCalls().stream()
            .map(
                call ->
                    text.apply(
                        Objects.requireNonNull(compiled.parameters().get(call.id())),
                        expr(compiled.dayOf(call)))));
  }

  private static Column valueZh(Parameter parameter, Column day) {
    return ValueInForce.text(parameter, day, value -> valueZh(parameter, value));
  }

  private static @Nullable String valueZh(Parameter parameter, DatedValue value) {
    return value.value() == null
        ? null
        : parameter.title().zh() + value.value().toPlainString() + parameter.unit().zh();
  }

  private static Column notInForceZh(Parameter parameter, Column day) {
    String force = "“" + parameter.title().zh() + "”（" + parameter.inForceZh() + "）";
    return when(
        ValueInForce.position(parameter, day).isNull(), concat(day.cast("string"), lit(force)));
  }

  /** The parts that are there, joined; null when none is. */
  private static Column concatPresent(String separator, Stream<Column> parts) {
    Column joined = concat_ws(separator, parts.toArray(Column[]::new));
    return when(joined.notEqual(lit("")), joined);
  }

  /** The sum within what is left of the cap over the applicant's claims. */
  private static Dataset<Row> withApplicantCap(Dataset<Row> known, List<CompiledMeasure> measures) {
    boolean isCapped =
        measures.stream().anyMatch(measure -> measure.entitlement().applicantCap() != null);
    Column before =
        isCapped
            ? sum(takenUp())
                .over(
                    Window.partitionBy(
                            EntitlementColumns.MEASURE_ID,
                            EntitlementColumns.APPLICANT_ID,
                            CAP_SCOPE)
                        .orderBy(EntitlementColumns.CLAIMED_ON, EntitlementColumns.CLAIM_ID)
                        .rowsBetween(Window.unboundedPreceding(), -1))
            : lit(null);
    Column taken = col(EntitlementColumns.TAKEN_BEFORE);
    Column left = col(APPLICANT_CAP).minus(taken);
    Column within = when(left.leq(lit(0)), lit(0)).otherwise(least(col(CAPPED), left));
    return known
        .withColumn(
            EntitlementColumns.TAKEN_BEFORE,
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
    Column asked = coalesce(col(EntitlementColumns.APPROVED), col(EntitlementColumns.CLAIMED));
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
