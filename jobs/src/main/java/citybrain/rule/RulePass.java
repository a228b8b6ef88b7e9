package citybrain.rule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import citybrain.calendar.WorkdayCalendar;
import citybrain.expression.RowText;
import citybrain.expression.ValueInForce;
import citybrain.policy.Parameter;
import citybrain.policy.Rule;
import citybrain.problem.ProblemException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * All rules over one subject table in one pass: rows of {@code gold/finding}.
 *
 * <p>Grain: one row per rule and subject the rule applies to. A projection takes from each row what
 * each rule needs (does it apply, event, settlement, sum, which dated value holds), an inline makes
 * one row per rule of it, and what does not apply is dropped. All that follows (due dates, verdict,
 * reason) is one set of expressions for all rules, so the cost of a rule is its own expressions.
 * There is no join, no shuffle and no user-defined function.
 *
 * <p>The value of a parameter is the one in force on the day of the event, not on the day of the
 * run. Days are counted as {@code docs/methods/deadlines.md} says.
 *
 * <p>Null rule: a condition that cannot be decided (null) gives not_assessable, not silence: write
 * {@code decision <=> 'approved'} where a missing decision means that the rule does not apply.
 *
 * <p>Units: {@code observed} and {@code expected} of a deadline are days of its parameter's unit,
 * and observed is null until the duty is done; of a ceiling or a floor they are in the unit of the
 * parameter; a requirement has neither. {@code amount} is yuan.
 *
 * <p>A requirement that is met leaves no row: it would be every row of the table.
 *
 * <p>Identity: {@code finding_id} is made of rule and subject only, so that a corrected date
 * changes the finding and does not make another. {@code first_seen_on} is the day its event became
 * known, {@code last_seen_on} the as-of day while it is open and the day its settlement became
 * known when it is closed: both come from the data and not from the history of runs.
 */
public final class RulePass {
  static final String DECIMAL = "decimal(28,8)";

  /** 80 bits: no two of a million findings share an id but once in a trillion cities. */
  private static final int ID_LENGTH = 20;

  /**
   * More rules over one table take a second pass: the method Spark generates for one grows with its
   * rules, and beyond 64 KB of code the JVM refuses it and the pass runs interpreted.
   */
  private static final int RULES_OF_A_PASS = 12;

  private static final String RULE_INDEX = "rule_index";
  private static final String APPLIES = "applies";
  private static final String VALUE_INDEX = "value_index";
  private static final String EVENT_KNOWN_FROM = "event_known_from";
  private static final String SETTLED_KNOWN_FROM = "settled_known_from";
  private static final String OWN_LIMIT = "own_limit";
  private static final String CALLED_VALUES = "called_values";
  private static final String RULE = "rule";

  /** Whether the condition of a requirement is true. */
  static final String HOLDS = "holds";

  /** What a requirement found. */
  static final String FOUND = "found";

  private static final String VALUE = "value";
  private static final String OUTCOME = "outcome";

  private RulePass() {}

  /**
   * Findings as known at {@code asOf}.
   *
   * @param subject the subject table, with {@link SubjectColumns}, made of rows known at asOf
   * @param rules rules over this subject; at least one
   * @param parameters by id; those the rules name must be there
   * @param calendar what was announced at asOf
   * @throws ProblemException with all that is wrong with the rules
   */
  public static Dataset<Row> of(
      Dataset<Row> subject,
      List<Rule> rules,
      Map<String, Parameter> parameters,
      WorkdayCalendar calendar,
      LocalDate asOf) {
    List<CompiledRule> compiled = RuleCompiler.compile(rules, parameters, subject.schema());
    int passes = (compiled.size() + RULES_OF_A_PASS - 1) / RULES_OF_A_PASS;
    return IntStream.range(0, passes)
        .mapToObj(
            index ->
                compiled.subList(
                    index * RULES_OF_A_PASS,
                    Math.min((index + 1) * RULES_OF_A_PASS, compiled.size())))
        .map(some -> pass(subject, some, calendar, asOf))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> pass(
      Dataset<Row> subject, List<CompiledRule> compiled, WorkdayCalendar calendar, LocalDate asOf) {
    Dataset<Row> facts = explodeApplicable(subject, compiled);
    Dataset<Row> limited = withLimit(facts, compiled);
    Dataset<Row> counted =
        Deadlines.withDays(limited, calendar, firstEvent(compiled, calendar), asOf);
    return counted.withColumn(OUTCOME, Outcomes.of(calendar, asOf)).select(findingColumns(asOf));
  }

  /**
   * One row per rule and subject; a rule that does not apply, or asks for what holds, leaves none.
   */
  private static Dataset<Row> explodeApplicable(Dataset<Row> subject, List<CompiledRule> rules) {
    Column[] facts =
        IntStream.range(0, rules.size())
            .mapToObj(index -> facts(index, rules.get(index)))
            .toArray(Column[]::new);
    return subject
        .select(
            col(SubjectColumns.IS_SIMULATED), col(SubjectColumns.EVIDENCE), inline(array(facts)))
        .filter(coalesce(col(APPLIES), lit(true)).and(not(coalesce(col(HOLDS), lit(false)))));
  }

  private static Column facts(int index, CompiledRule compiled) {
    Rule rule = compiled.rule();
    Column event = expr(rule.eventOn());
    Column holds = optional(compiled.holds()).cast("boolean");
    return struct(
        lit(index).as(RULE_INDEX),
        isInForce(rule, event).and(expr(compiled.appliesWhen())).as(APPLIES),
        valueIndex(compiled.parameter(), event).as(VALUE_INDEX),
        col(ColumnRole.SUBJECT_ID.columnIn(rule)).as(FindingColumns.SUBJECT_ID),
        col(ColumnRole.AREA_CODE.columnIn(rule)).as(FindingColumns.AREA_CODE),
        event.as(FindingColumns.EVENT_ON),
        optional(rule.settledOn()).cast("date").as(FindingColumns.SETTLED_ON),
        optional(compiled.observed()).cast(DECIMAL).as(FindingColumns.OBSERVED),
        optional(compiled.limit()).cast(DECIMAL).as(OWN_LIMIT),
        holds.as(HOLDS),
        (rule.foundZh() == null
                ? lit(null).cast("string")
                : when(not(holds), RowText.of(rule.foundZh())))
            .as(FOUND),
        calledValues(compiled, event).as(CALLED_VALUES),
        optional(compiled.amount()).cast(DECIMAL).as(FindingColumns.AMOUNT),
        coalesce(
                col(ColumnRole.EVENT_KNOWN_FROM.columnIn(rule)),
                col(SubjectColumns.KNOWN_FROM_FIRST))
            .as(EVENT_KNOWN_FROM),
        coalesce(
                col(ColumnRole.SETTLED_KNOWN_FROM.columnIn(rule)),
                col(SubjectColumns.KNOWN_FROM_LAST))
            .as(SETTLED_KNOWN_FROM));
  }

  /**
   * Whether the document was in force on the day of the event. Of a rule with a parameter the dated
   * values say so, and an event outside of them is told; a rule without one has no hold on it.
   */
  private static Column isInForce(Rule rule, Column event) {
    if (rule.parameter() != null) {
      return lit(true);
    }
    Column started = coalesce(event.geq(lit(rule.inForceFrom())), lit(true));
    return rule.inForceUntil() == null
        ? started
        : started.and(coalesce(event.leq(lit(rule.inForceUntil())), lit(true)));
  }

  /** The values in force that expressions called, as an auditor reads them; null for none. */
  private static Column calledValues(CompiledRule compiled, Column event) {
    if (!compiled.callsParameters()) {
      return lit(null).cast("string");
    }
    return concat_ws(
        "; ",
        compiled.parameters().values().stream()
            .map(parameter -> ValueInForce.inWords(parameter, event))
            .toArray(Column[]::new));
  }

  private static Column optional(@Nullable String expression) {
    return expression == null ? lit(null) : expr(expression);
  }

  /** Position of the value in force on the day of the event; null where there is none. */
  private static Column valueIndex(@Nullable Parameter parameter, Column event) {
    return parameter == null ? lit(null).cast("int") : ValueInForce.position(parameter, event);
  }

  /** The first day on which any limit was in force; before it no deadline can start. */
  private static LocalDate firstEvent(List<CompiledRule> rules, WorkdayCalendar calendar) {
    LocalDate firstInForce =
        rules.stream().map(CompiledRule::firstDay).min(Comparator.naturalOrder()).orElseThrow();
    // Within the calendar: a limit may be older than it, or younger than a past as-of day.
    return Stream.of(firstInForce, calendar.lastDay())
        .min(Comparator.naturalOrder())
        .filter(calendar.firstDay()::isBefore)
        .orElse(calendar.firstDay());
  }

  private static Dataset<Row> withLimit(Dataset<Row> facts, List<CompiledRule> rules) {
    return facts
        .withColumn(RULE, RuleConstants.at(rules, col(RULE_INDEX)))
        .withColumn(VALUE, get(rule(RuleConstants.VALUES), col(VALUE_INDEX)))
        .withColumn(
            FindingColumns.EXPECTED,
            when(rule(RuleConstants.HAS_OWN_LIMIT), col(OWN_LIMIT))
                .otherwise(col(VALUE).getField(RuleConstants.LIMIT)));
  }

  /** A constant of the row's rule. */
  static Column rule(String name) {
    return col(RULE).getField(name);
  }

  /** Whether the row's rule is of that kind. */
  static Column isOf(Rule.Kind kind) {
    return rule(RuleConstants.KIND).equalTo(lit(kind.name()));
  }

  /** Whether it is known that the row's rule applies. */
  static Column applies() {
    return col(APPLIES);
  }

  private static Column[] findingColumns(LocalDate asOf) {
    Column verdict = col(OUTCOME).getField(Outcomes.VERDICT);
    Column status = col(OUTCOME).getField(Outcomes.STATUS);
    Column firstSeen = col(EVENT_KNOWN_FROM);
    Map<String, Column> made =
        Map.of(
            FindingColumns.FINDING_ID, findingId(),
            FindingColumns.VERDICT, verdict,
            FindingColumns.PERIOD, date_format(col(FindingColumns.EVENT_ON), "yyyy-MM"),
            FindingColumns.OBSERVED,
                when(isOf(Rule.Kind.DEADLINE), Deadlines.daysUsed())
                    .otherwise(col(FindingColumns.OBSERVED)),
            FindingColumns.PARAMETER_VALUES,
                coalesce(col(CALLED_VALUES), col(VALUE).getField(RuleConstants.VALUE_TEXT)),
            FindingColumns.REASON_ZH, col(OUTCOME).getField(Outcomes.REASON),
            FindingColumns.FIRST_SEEN_ON, firstSeen,
            FindingColumns.LAST_SEEN_ON,
                when(status.equalTo(Verdict.Status.OPEN.code()), lit(asOf))
                    .otherwise(greatest(firstSeen, col(SETTLED_KNOWN_FROM))),
            FindingColumns.STATUS, status);
    return FindingColumns.ALL.stream()
        .map(
            name -> {
              Column constant = RuleConstants.OUTPUT.contains(name) ? rule(name) : col(name);
              return made.getOrDefault(name, constant).as(name);
            })
        .toArray(Column[]::new);
  }

  private static Column findingId() {
    Column key =
        concat(
            rule(FindingColumns.RULE_ID),
            lit("|"),
            rule(FindingColumns.SUBJECT_TYPE),
            lit("|"),
            col(FindingColumns.SUBJECT_ID));
    return substring(sha2(key.cast("binary"), 256), 1, ID_LENGTH);
  }
}
