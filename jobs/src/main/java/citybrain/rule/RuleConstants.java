package citybrain.rule;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every finding of a rule, as one literal array over all rules: looked up by
 * the rule's position only for rows that the rule applies to.
 */
final class RuleConstants {
  static final String TITLE = "title";
  static final String IS_DEADLINE = "is_deadline";
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
    return struct(
        lit(rule.id()).as(FindingColumns.RULE_ID),
        lit(rule.policyId()).as(FindingColumns.POLICY_ID),
        lit(rule.reference().toString()).as(FindingColumns.REFERENCE),
        lit(rule.severity().name().toLowerCase(Locale.ROOT)).as(FindingColumns.SEVERITY),
        lit(rule.subject()).as(FindingColumns.SUBJECT_TYPE),
        lit(rule.department()).as(FindingColumns.DEPARTMENT),
        lit(parameter.unit().code()).as(FindingColumns.UNIT),
        lit(rule.title().zh()).as(TITLE),
        lit(compiled.isDeadline()).as(IS_DEADLINE),
        lit(parameter.unit().zh()).as(UNIT_ZH),
        lit(parameter.title().zh()).as(PARAMETER_TITLE),
        lit(forceZh(parameter)).as(FORCE_ZH),
        array(
                parameter.values().stream()
                    .map(value -> value(parameter, value))
                    .toArray(Column[]::new))
            .as(VALUES));
  }

  private static Column value(Parameter parameter, DatedValue value) {
    BigDecimal number = value.value();
    return struct(
        lit(number).cast(RulePass.DECIMAL).as(LIMIT), lit(text(parameter, value)).as(VALUE_TEXT));
  }

  /** As an auditor reads it: id, number, unit, first day, place. */
  private static @Nullable String text(Parameter parameter, DatedValue value) {
    BigDecimal number = value.value();
    return number == null
        ? null
        : parameter.id()
            + " = "
            + number.toPlainString()
            + " "
            + parameter.unit().code()
            + " from "
            + value.from()
            + " ("
            + value.reference()
            + ")";
  }

  /** When the parameter has a value, for example 自2020-08-01起、至2025-07-31止. */
  private static String forceZh(Parameter parameter) {
    List<DatedValue> values = parameter.values();
    String start = "自" + values.get(0).from() + "起";
    DatedValue last = values.get(values.size() - 1);
    return last.value() == null ? start + "、至" + last.from().minusDays(1) + "止" : start;
  }
}
