package citybrain.rule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Rule;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every finding of a rule, as one literal array over all rules: looked up by
 * the rule's position only for rows that the rule applies to.
 */
final class RuleConstants {
  static final String TITLE = "title";
  static final String KIND = "kind";
  static final String COUNTS_WORKDAYS = "counts_workdays";
  static final String HAS_OWN_LIMIT = "has_own_limit";
  static final String HAS_PARAMETER = "has_parameter";
  static final String UNIT_ZH = "unit_zh";
  static final String PARAMETER_TITLE = "parameter_title";
  static final String FORCE_ZH = "force_zh";
  static final String VALUES = "values";
  static final String LIMIT = "limit";
  static final String VALUE_TEXT = "value_text";

  /** Those that stand in a finding as they are. */
  static final Set<String> OUTPUT =
      Set.of(
          FindingColumns.RULE_ID,
          FindingColumns.POLICY_ID,
          FindingColumns.REFERENCE,
          FindingColumns.SEVERITY,
          FindingColumns.SUBJECT_TYPE,
          FindingColumns.DEPARTMENT,
          FindingColumns.UNIT);

  private RuleConstants() {}

  /** The constants of the rule at {@code index} in the list of rules. */
  static Column at(List<CompiledRule> rules, Column index) {
    return get(array(rules.stream().map(RuleConstants::of).toArray(Column[]::new)), index);
  }

  private static Column of(CompiledRule compiled) {
    Rule rule = compiled.rule();
    Parameter parameter = compiled.parameter();
    Optional<Unit> unit = compiled.unit();
    return struct(
        lit(rule.id()).as(FindingColumns.RULE_ID),
        lit(rule.policyId()).as(FindingColumns.POLICY_ID),
        lit(rule.reference().toString()).as(FindingColumns.REFERENCE),
        lit(rule.severity().name().toLowerCase(Locale.ROOT)).as(FindingColumns.SEVERITY),
        lit(rule.subject()).as(FindingColumns.SUBJECT_TYPE),
        lit(rule.department()).as(FindingColumns.DEPARTMENT),
        text(unit.map(Unit::code)).as(FindingColumns.UNIT),
        lit(rule.title().zh()).as(TITLE),
        lit(rule.kind().name()).as(KIND),
        lit(compiled.countsWorkdays()).as(COUNTS_WORKDAYS),
        lit(compiled.hasOwnLimit()).as(HAS_OWN_LIMIT),
        lit(parameter != null).as(HAS_PARAMETER),
        text(unit.map(Unit::zh)).as(UNIT_ZH),
        text(Optional.ofNullable(parameter).map(p -> p.title().zh())).as(PARAMETER_TITLE),
        text(Optional.ofNullable(parameter).map(Parameter::inForceZh)).as(FORCE_ZH),
        values(parameter).as(VALUES));
  }

  private static Column text(Optional<String> text) {
    return lit(text.orElse(null)).cast("string");
  }

  private static Column values(@Nullable Parameter parameter) {
    if (parameter == null) {
      return array().cast("array<struct<" + LIMIT + ":decimal(28,8)," + VALUE_TEXT + ":string>>");
    }
    return array(
        parameter.values().stream().map(value -> value(parameter, value)).toArray(Column[]::new));
  }

  private static Column value(Parameter parameter, DatedValue value) {
    BigDecimal number = value.value();
    return struct(
        lit(number).cast(RulePass.DECIMAL).as(LIMIT), lit(parameter.inWords(value)).as(VALUE_TEXT));
  }
}
