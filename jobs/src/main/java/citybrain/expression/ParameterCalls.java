package citybrain.expression;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.ParameterCall;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * {@code parameter('folder.item')} in an expression of a policy: the value in force on the day of
 * the event, or on the day of a column that the call names; null where there is none. It is written
 * out as a case over the dated values before Spark sees the expression.
 */
public final class ParameterCalls {
  private ParameterCalls() {}

  /** As {@link #writtenOut}, of an expression that is there. */
  public static String required(
      String expression, String event, Map<String, Parameter> parameters) {
    return Objects.requireNonNull(writtenOut(expression, event, parameters));
  }

  /**
   * The expression without calls.
   *
   * @param event date expression: the day whose values hold where the call names none
   * @param parameters by id; a call of one that is not there stays as it is, and is refused later
   */
  public static @Nullable String writtenOut(
      @Nullable String expression, String event, Map<String, Parameter> parameters) {
    if (expression == null) {
      return null;
    }
    return ParameterCall.PATTERN
        .matcher(expression)
        .replaceAll(
            found -> {
              ParameterCall call = ParameterCall.of(found);
              Parameter parameter = parameters.get(call.id());
              return Matcher.quoteReplacement(
                  parameter == null
                      ? found.group()
                      : valueOn(parameter, Objects.requireNonNullElse(call.day(), event)));
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
