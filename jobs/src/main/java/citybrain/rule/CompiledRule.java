package citybrain.rule;

import citybrain.expression.ParameterCalls;
import citybrain.policy.Parameter;
import citybrain.policy.Rule;
import citybrain.unit.Unit;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fits its subject table, with the parameters it names. Only {@link RuleCompiler} makes
 * one, so that nothing is executed that was not checked.
 *
 * @param parameter what limits it; null where its expressions name what they need
 * @param parameters all it names, by id
 */
record CompiledRule(Rule rule, @Nullable Parameter parameter, Map<String, Parameter> parameters) {

  boolean isDeadline() {
    return rule.kind() == Rule.Kind.DEADLINE;
  }

  /** Whether the deadline counts working days; natural days otherwise. */
  boolean countsWorkdays() {
    return parameter != null && parameter.unit() == Unit.WORKDAY;
  }

  /** Whether the limit is an expression of its own and not the parameter's value. */
  boolean hasOwnLimit() {
    return rule.limit() != null;
  }

  String appliesWhen() {
    return ParameterCalls.required(rule.appliesWhen(), rule.eventOn(), parameters);
  }

  @Nullable String observed() {
    return ParameterCalls.writtenOut(rule.observed(), rule.eventOn(), parameters);
  }

  @Nullable String limit() {
    return ParameterCalls.writtenOut(rule.limit(), rule.eventOn(), parameters);
  }

  @Nullable String holds() {
    return ParameterCalls.writtenOut(rule.holds(), rule.eventOn(), parameters);
  }

  @Nullable String amount() {
    return ParameterCalls.writtenOut(rule.amount(), rule.eventOn(), parameters);
  }

  /** The unit of what is observed and of the limit: that of the parameters; none of a condition. */
  Optional<Unit> unit() {
    return Stream.concat(Stream.ofNullable(parameter), parameters.values().stream())
        .filter(p -> rule.holds() == null)
        .map(Parameter::unit)
        .filter(unit -> parameter != null || (unit != Unit.PERCENT && unit != Unit.RATIO))
        .findFirst();
  }

  /** Whether its expressions call parameters besides the one that limits it. */
  boolean callsParameters() {
    return parameters.values().stream().anyMatch(called -> !called.equals(parameter));
  }

  /** The first day on which the rule can say something. */
  LocalDate firstDay() {
    return parameter == null ? rule.inForceFrom() : parameter.values().get(0).from();
  }
}
