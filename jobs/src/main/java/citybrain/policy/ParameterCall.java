package citybrain.policy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code parameter('folder.item')} in an expression: the value in force on the day whose law
 * applies; {@code parameter('folder.item', column)}: the value in force on the day in that column.
 *
 * @param id of the parameter
 * @param day column of the day; null for the day whose law applies
 */
public record ParameterCall(String id, @Nullable String day) {

  /** Its groups are the id and the column. */
  public static final Pattern PATTERN =
      Pattern.compile("\\bparameter\\(\\s*'([^']*)'\\s*(?:,\\s*([a-z][a-z0-9_]*)\\s*)?\\)");

  /** The calls of an expression, in its order. */
  public static Stream<ParameterCall> in(String expression) {
    return PATTERN.matcher(expression).results().map(ParameterCall::of);
  }

  /** The call that {@link #PATTERN} found. */
  public static ParameterCall of(MatchResult found) {
    return new ParameterCall(found.group(1), found.group(2));
  }
}
