package citybrain.rule;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Rule;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * {@code parameter('folder.item')} in an expression of a rule: the value in force on the day of the
 * rule's event, and null where there is none. It is written out as a case over the dated values
 * before Spark sees the expression.
 */
final class ParameterCalls {
  private ParameterCalls() {}

  /** As {@link #writtenOut}, of an expression that is there. */
  static String required(String expression, String event, Map<String, Parameter> parameters) {
    return Objects.requireNonNull(writtenOut(expression, event, parameters));
  }

  /**
   * The expression without calls.
   *
   * @param event date expression: the day whose values hold
   * @param parameters by id; a call of one that is not there stays as it is, and is refused later
   */
  static @Nullable String writtenOut(
      @Nullable String expression, String event, Map<String, Parameter> parameters) {
    if (expression == null) {
      return null;
    }
    return Rule.PARAMETER_CALL
        .matcher(expression)
        .replaceAll(
            call -> {
              Parameter parameter = parameters.get(call.group(1));
              return Matcher.quoteReplacement(
                  parameter == null ? call.group() : valueOn(parameter, event));
            });
  }

  private static String valueOn(Parameter parameter, String event) {
    StringBuilder cases = new StringBuilder("(case");
    for (int i = parameter.values().size() - 1; i >= 0; i--) {
      DatedValue value = parameter.values().get(i);
      cases
          .append(" when (")
          .append(event)
          .append(") >= date'")
          .append(value.from())
          .append("' then ")
          .append(value.value() == null ? "null" : value.value().toPlainString() + "bd");
    }
    return cases.append(" end)").toString();
  }
}
