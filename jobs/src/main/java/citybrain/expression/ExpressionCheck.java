package citybrain.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAlias;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Cast;
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
import org.apache.spark.sql.catalyst.expressions.Multiply;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.expressions.Subtract;
import org.apache.spark.sql.catalyst.expressions.UnaryMinus;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions;
import org.apache.spark.sql.catalyst.optimizer.RewriteWithExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Holds an expression against columns of one row, with Spark's own parser and analyser and without
 * a session.
 *
 * <p>Allowed is what gives one value per row, the same on every run, and cannot end the job on a
 * single bad row: so no clock, random number, subquery, window or aggregate, and no cast from text
 * and no division, which fail under ANSI rules. Everything that is not listed here is refused.
 */
public final class ExpressionCheck {
  private static final Set<Class<?>> OPERATORS =
      Set.of(
          Literal.class,
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
          CaseWhen.class,
          Add.class,
          Subtract.class,
          Multiply.class,
          UnaryMinus.class);

  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "add_months",
          "between",
          "coalesce",
          "concat",
          "date_add",
          "date_sub",
          "datediff",
          "greatest",
          "if",
          "last_day",
          "least",
          "length",
          "lower",
          "month",
          "months_between",
          "nullif",
          "startswith",
          "substring",
          "trim",
          "try_divide",
          "upper",
          "year");

  private static final String COMPUTED = "a between over what is computed first";

  private final Set<String> columns;
  private final LogicalPlan subject;
  private final Analyzer analyzer;
  private final ParserInterface parser = new CatalystSqlParser();

  /**
   * A check over rows of this schema.
   *
   * @param schema the columns that may be asked about
   */
  public ExpressionCheck(StructType schema) {
    columns = new HashSet<>(List.of(schema.fieldNames()));
    List<Attribute> attributes =
        new ArrayList<>(CollectionConverters.asJava(DataTypeUtils.toAttributes(schema)));
    subject =
        new LocalRelation(seq(attributes), seq(List.<InternalRow>of()), false, Option.empty());
    // Nothing is looked up in this catalog but Spark's own functions.
    analyzer =
        new Analyzer(
            new SessionCatalog(
                new InMemoryCatalog(new SparkConf(false), new Configuration(false)),
                FunctionRegistry.builtin(),
                TableFunctionRegistry.builtin()));
  }

  /** What the expression must give. */
  public enum Result {
    CONDITION(BooleanType.class, "a condition"),
    /** A condition that asks about a column: one that takes every row, or none, chooses nothing. */
    FILTER(BooleanType.class, "a condition"),
    DAY(DateType.class, "a date"),
    NUMBER(NumericType.class, "a number");

    private final Class<? extends DataType> type;
    private final String words;

    Result(Class<? extends DataType> type, String words) {
      this.type = type;
      this.words = words;
    }
  }

  /** Everything that is wrong with the expression, as ends of a sentence; empty when it fits. */
  public List<String> faults(String text, Result expected) {
    Expression expression;
    try {
      expression = parser.parseExpression(text);
    } catch (ParseException exception) {
      return List.of("is no Spark SQL expression: " + firstLine(exception));
    }
    Set<String> faults = new LinkedHashSet<>();
    collectFaults(expression, faults);
    if (faults.isEmpty()) {
      resultFault(expression, expected).ifPresent(faults::add);
    }
    return List.copyOf(faults);
  }

  /** An expression and what it must give. */
  public record Asked(String text, Result expected) {}

  /**
   * Whether none of them has a fault. One analysis of all is many times faster than one of each:
   * only where it fails does it matter which.
   */
  public boolean allFit(List<Asked> asked) {
    List<NamedExpression> output = new ArrayList<>();
    Set<String> faults = new LinkedHashSet<>();
    try {
      for (Asked one : asked) {
        Expression expression = parser.parseExpression(one.text());
        collectFaults(expression, faults);
        output.add(new UnresolvedAlias(expression, Option.empty()));
      }
      if (!faults.isEmpty()) {
        return false;
      }
      List<Expression> resolved =
          List.copyOf(
              CollectionConverters.asJava(
                  analyze(new Project(seq(output), subject)).expressions()));
      for (int i = 0; i < resolved.size(); i++) {
        if (fault(resolved.get(i), asked.get(i).expected()).isPresent()) {
          return false;
        }
      }
      return true;
    } catch (AnalysisException exception) {
      return false;
    }
  }

  /**
   * The columns an expression names, in the order they first stand.
   *
   * @param text without {@link #faults}
   */
  public List<String> columnsOf(String text) {
    Set<String> named = new LinkedHashSet<>();
    try {
      collectColumns(parser.parseExpression(text), named);
    } catch (ParseException e) {
      throw new IllegalArgumentException("No expression: " + text, e);
    }
    return List.copyOf(named);
  }

  private static void collectColumns(Expression expression, Set<String> named) {
    if (expression instanceof UnresolvedAttribute attribute) {
      named.add(attribute.name());
    }
    CollectionConverters.asJava(expression.children())
        .forEach(child -> collectColumns(child, named));
  }

  /**
   * Why a condition without {@link #faults} can be asked in a query only, and of no single row; as
   * an end of a sentence.
   */
  public Optional<String> rowFault(String text) {
    LogicalPlan rewritten = rewritten(List.of(text));
    return rewritten.children().contains(subject)
        ? Optional.empty()
        : Optional.of("has " + COMPUTED + "; write it as two comparisons");
  }

  /** Whether none of the conditions, which have no {@link #faults}, has a {@link #rowFault}. */
  public boolean areOfOneRow(List<String> texts) {
    return rewritten(texts).children().contains(subject);
  }

  /**
   * The conditions, to be asked of single rows.
   *
   * @param texts each without {@link #faults} and {@link #rowFault}
   */
  public RowConditions conditions(List<String> texts) {
    LogicalPlan resolved = rewritten(texts);
    if (!resolved.children().contains(subject)) {
      throw new IllegalArgumentException("Conditions with " + COMPUTED + ": " + texts);
    }
    return new RowConditions(
        List.copyOf(CollectionConverters.asJava(resolved.expressions())),
        List.copyOf(CollectionConverters.asJava(subject.output())));
  }

  /** The conditions as columns of a plan, in what can be evaluated. */
  private LogicalPlan rewritten(List<String> texts) {
    List<NamedExpression> output = new ArrayList<>();
    for (String text : texts) {
      try {
        output.add(new UnresolvedAlias(parser.parseExpression(text), Option.empty()));
      } catch (ParseException e) {
        throw new IllegalArgumentException("No expression: " + text, e);
      }
    }
    try {
      // Some functions stand for others, which alone can be evaluated; "between" names its subject
      // once.
      return RewriteWithExpression.apply(
          ReplaceExpressions.apply(analyze(new Project(seq(output), subject))));
    } catch (AnalysisException e) {
      throw new IllegalArgumentException("Conditions that do not fit: " + texts, e);
    }
  }

  private void collectFaults(Expression expression, Set<String> faults) {
    if (expression instanceof UnresolvedAttribute attribute) {
      String name = attribute.name();
      if (!columns.contains(name)) {
        faults.add("names column " + name + ", which is none that it may ask about");
      }
    } else if (expression instanceof UnresolvedFunction function) {
      String name = String.join(".", CollectionConverters.asJava(function.nameParts()));
      boolean isPlain =
          !function.isDistinct()
              && function.filter().isEmpty()
              && function.orderingWithinGroup().isEmpty();
      if (!isPlain || !FUNCTIONS.contains(name.toLowerCase(Locale.ROOT))) {
        faults.add(
            "calls "
                + name
                + "; functions of one row that are allowed are "
                + String.join(", ", new TreeSet<>(FUNCTIONS)));
        return;
      }
    } else if (!OPERATORS.contains(expression.getClass())) {
      faults.add(
          "uses "
              + expression.prettyName()
              + "; allowed are comparisons, logic, case, +, - and * over columns of one row");
      return;
    } else if (expression instanceof Like like && !hasPlainPattern(like)) {
      faults.add(
          "uses like with a pattern that is no text without escapes, which may fail on a row");
    }
    CollectionConverters.asJava(expression.children())
        .forEach(child -> collectFaults(child, faults));
  }

  private Optional<String> resultFault(Expression expression, Result expected) {
    List<NamedExpression> output = List.of(new UnresolvedAlias(expression, Option.empty()));
    LogicalPlan resolved;
    try {
      resolved = analyze(new Project(seq(output), subject));
    } catch (AnalysisException exception) {
      return Optional.of("does not fit the columns: " + firstLine(exception));
    }
    return fault(resolved.expressions().apply(0), expected);
  }

  /** What is wrong with an expression that fits the columns. */
  private static Optional<String> fault(Expression resolved, Result expected) {
    if (hasCastFromText(resolved)) {
      return Optional.of("reads text as a number or a date, which fails on the first odd row");
    }
    if (expected == Result.FILTER && resolved.references().isEmpty()) {
      return Optional.of("asks nothing: it names no column");
    }
    DataType found = resolved.dataType();
    return expected.type.isInstance(found)
        ? Optional.empty()
        : Optional.of("gives " + found.simpleString() + ", expected " + expected.words);
  }

  /** Spark's methods throw {@code AnalysisException} without declaring it to Java. */
  private LogicalPlan analyze(LogicalPlan plan) throws AnalysisException {
    LogicalPlan resolved = analyzer.execute(plan);
    analyzer.checkAnalysis(resolved);
    return resolved;
  }

  private static boolean hasPlainPattern(Like like) {
    return like.right() instanceof Literal literal
        && literal.value() instanceof UTF8String pattern
        && pattern.toString().indexOf(like.escapeChar()) < 0;
  }

  private static boolean hasCastFromText(Expression expression) {
    if (expression instanceof Cast cast
        && cast.child().dataType() instanceof StringType
        && !(cast.dataType() instanceof StringType)) {
      return true;
    }
    return CollectionConverters.asJava(expression.children()).stream()
        .anyMatch(ExpressionCheck::hasCastFromText);
  }

  private static String firstLine(Exception exception) {
    String message = exception.getMessage();
    return message == null
        ? exception.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("");
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
