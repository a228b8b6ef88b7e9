package citybrain.metric;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.EqualNullSafe;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Like;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.parser.ParseException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a metric's filter may say, checked without a session.
 *
 * <p>The text is parsed by Spark's own parser. What is allowed is listed, everything else is
 * refused: comparisons and logic over columns and literals, and a few functions whose result
 * depends on nothing but their arguments. So no clock, no random number, no subquery, no window and
 * no aggregate can enter a figure.
 */
final class RowPredicate {
  private static final Set<Class<? extends Expression>> OPERATORS =
      Set.of(
          And.class,
          Or.class,
          Not.class,
          EqualTo.class,
          EqualNullSafe.class,
          LessThan.class,
          LessThanOrEqual.class,
          GreaterThan.class,
          GreaterThanOrEqual.class,
          In.class,
          IsNull.class,
          IsNotNull.class,
          Like.class,
          Literal.class);

  private static final Set<String> FUNCTIONS =
      Set.of("between", "coalesce", "lower", "month", "startswith", "substring", "upper", "year");

  private RowPredicate() {}

  /**
   * Holds a filter against what is allowed.
   *
   * @param columns names that may be asked about
   * @return what is wrong, each complete as the predicate of a sentence; empty when nothing is
   */
  static List<String> faults(String text, Set<String> columns) {
    Expression root;
    try {
      root = CatalystSqlParser$.MODULE$.parseExpression(text);
    } catch (Exception e) {
      // The parser is Scala and declares nothing, so javac knows no ParseException here.
      if (e instanceof ParseException) {
        return List.of("has a filter that is not Spark SQL: " + firstLine(e));
      }
      throw e;
    }
    List<String> faults = new ArrayList<>();
    if (root instanceof Literal || root instanceof UnresolvedAttribute) {
      faults.add("has a filter that asks nothing: " + text);
    }
    Deque<Expression> pending = new ArrayDeque<>(List.of(root));
    while (!pending.isEmpty()) {
      Expression expression = pending.removeFirst();
      addFault(expression, columns, faults);
      pending.addAll(CollectionConverters.asJava(expression.children()));
    }
    return faults;
  }

  private static void addFault(Expression expression, Set<String> columns, List<String> faults) {
    if (expression instanceof UnresolvedAttribute attribute) {
      if (!columns.contains(attribute.name())) {
        faults.add(
            "has a filter on the column "
                + attribute.name()
                + "; a filter may ask about "
                + new TreeSet<>(columns));
      }
    } else if (expression instanceof UnresolvedFunction function) {
      String name = String.join(".", CollectionConverters.asJava(function.nameParts()));
      if (!FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
        faults.add(
            "has a filter with the function "
                + name
                + "; deterministic functions of one row that are allowed are "
                + new TreeSet<>(FUNCTIONS));
      }
    } else if (!OPERATORS.contains(expression.getClass())) {
      faults.add(
          "has a filter with "
              + expression.sql()
              + " ("
              + expression.getClass().getSimpleName()
              + "); a filter compares columns of one row with literals");
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }
}
