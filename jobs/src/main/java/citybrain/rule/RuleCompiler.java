package citybrain.rule;

import citybrain.expression.ExpressionCheck;
import citybrain.expression.ParameterCalls;
import citybrain.expression.RowText;
import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Rule;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Holds declared rules against the schema of their subject table and the parameters they name. No
 * session is needed, so the registry can be checked anywhere.
 *
 * <p>Errors, all of them at once: {@code RULE_INCOMPLETE} (what the kind of rule needs is not
 * there), {@code RULE_EXPRESSION} (an expression that does not parse, names an unknown column,
 * calls a function that is not allowed, or gives the wrong type), {@code RULE_COLUMN} (a column for
 * an output that the subject lacks), {@code RULE_PARAMETER} (no such parameter, or one that cannot
 * limit this kind of rule), {@code RULE_TWICE}, {@code RULE_SUBJECT}.
 */
public final class RuleCompiler {
  /** Working days of two years: beyond it the calendar may end before the deadline does. */
  private static final int LONGEST_DEADLINE = 500;

  private static final Set<Unit> DAYS = Set.of(Unit.WORKDAY, Unit.DAY);

  private final Map<String, Parameter> parameters;
  private final StructType subject;
  private final List<String> names;
  private final ExpressionCheck expressions;
  private final List<Problem> problems = new ArrayList<>();

  private RuleCompiler(Map<String, Parameter> parameters, StructType subject) {
    this.parameters = parameters;
    this.subject = subject;
    this.names = List.of(subject.fieldNames());
    this.expressions = new ExpressionCheck(subject);
  }

  /** Everything that keeps the rules from running over a table of this schema. */
  public static List<Problem> check(
      List<Rule> rules, Map<String, Parameter> parameters, StructType subject) {
    RuleCompiler compiler = new RuleCompiler(parameters, subject);
    compiler.checkAll(rules);
    return List.copyOf(compiler.problems);
  }

  /**
   * The rules, ready to run.
   *
   * @throws ProblemException with all that is wrong
   */
  static List<CompiledRule> compile(
      List<Rule> rules, Map<String, Parameter> parameters, StructType subject) {
    List<Problem> problems = check(rules, parameters, subject);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return rules.stream()
        .map(
            rule ->
                new CompiledRule(
                    rule,
                    rule.parameter() == null
                        ? null
                        : Objects.requireNonNull(parameters.get(rule.parameter())),
                    called(rule, parameters)))
        .toList();
  }

  private static Map<String, Parameter> called(Rule rule, Map<String, Parameter> parameters) {
    Map<String, Parameter> called = new LinkedHashMap<>();
    for (String id : rule.parameterIds()) {
      Parameter parameter = parameters.get(id);
      if (parameter != null) {
        called.put(id, parameter);
      }
    }
    return Collections.unmodifiableMap(called);
  }

  private void checkAll(List<Rule> rules) {
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("A pass without a rule finds nothing");
    }
    checkSubjectColumns(rules.get(0));
    Set<String> ids = new HashSet<>();
    boolean fits = doAllExpressionsFit(rules);
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        report("RULE_TWICE", rule, "is declared twice", "Remove one, or give it an id of its own.");
      }
      if (!rule.subject().equals(rules.get(0).subject())) {
        report(
            "RULE_SUBJECT",
            rule,
            "is about " + rule.subject() + ", the pass is over " + rules.get(0).subject(),
            "Run the rules of each subject table in a pass of their own.");
      }
      checkKind(rule);
      if (!fits) {
        parts(rule).forEach(part -> checkExpression(rule, part));
      }
      checkNames(rule);
      checkColumns(rule);
      checkParameter(rule);
    }
  }

  private void checkSubjectColumns(Rule first) {
    List<String> missing =
        SubjectColumns.REQUIRED.stream().filter(column -> !names.contains(column)).toList();
    if (!missing.isEmpty()) {
      problems.add(
          new Problem(
              "RULE_SUBJECT",
              first.subject(),
              "lacks " + String.join(", ", missing) + ", which every subject table has",
              "Add them where the subject table is built."));
    }
  }

  /** What each kind needs, and what it has no use for: an expression nobody reads misleads. */
  private void checkKind(Rule rule) {
    boolean isDeadline = rule.kind() == Rule.Kind.DEADLINE;
    boolean isRequirement = rule.kind() == Rule.Kind.REQUIREMENT;
    boolean isBound = !isDeadline && !isRequirement;
    checkPart(rule, "settled_on", rule.settledOn() != null, isDeadline);
    checkPart(rule, "observed", rule.observed() != null, isBound);
    checkPart(rule, "holds", rule.holds() != null, isRequirement);
    checkPart(rule, "found_zh", rule.foundZh() != null, isRequirement);
    checkPart(
        rule,
        "parameter or limit",
        rule.parameter() != null || rule.limit() != null,
        !isRequirement);
  }

  private void checkPart(Rule rule, String part, boolean isThere, boolean isNeeded) {
    if (isThere != isNeeded) {
      String kind = rule.kind().name().toLowerCase(Locale.ROOT);
      report(
          "RULE_INCOMPLETE",
          rule,
          "is a " + kind + (isNeeded ? " and has no " : " and has ") + part,
          isNeeded ? "Add it." : "Remove it, or change the kind of the rule.");
    }
  }

  /** A part of a rule that is an expression. */
  private record Part(String name, String text, ExpressionCheck.Result expected) {}

  private static List<Part> parts(Rule rule) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("applies_when", rule.appliesWhen(), ExpressionCheck.Result.CONDITION));
    parts.add(new Part("event_on", rule.eventOn(), ExpressionCheck.Result.DAY));
    add(parts, "settled_on", rule.settledOn(), ExpressionCheck.Result.DAY);
    add(parts, "observed", rule.observed(), ExpressionCheck.Result.NUMBER);
    add(parts, "limit", rule.limit(), ExpressionCheck.Result.NUMBER);
    add(parts, "holds", rule.holds(), ExpressionCheck.Result.FILTER);
    add(parts, "amount", rule.amount(), ExpressionCheck.Result.NUMBER);
    return parts;
  }

  private static void add(
      List<Part> parts, String name, @Nullable String text, ExpressionCheck.Result expected) {
    if (text != null) {
      parts.add(new Part(name, text, expected));
    }
  }

  private boolean doAllExpressionsFit(List<Rule> rules) {
    return expressions.allFit(
        rules.stream()
            .flatMap(
                rule ->
                    parts(rule).stream()
                        .map(
                            part ->
                                new ExpressionCheck.Asked(
                                    ParameterCalls.required(
                                        part.text(), rule.eventOn(), parameters),
                                    part.expected())))
            .toList());
  }

  private void checkNames(Rule rule) {
    for (String column : foundColumns(rule)) {
      if (!names.contains(column)) {
        report(
            "RULE_COLUMN",
            rule,
            "shows column " + column + " in found_zh, which the subject does not have",
            "Name one of its columns: " + String.join(", ", names) + ".");
      }
    }
    for (String id : rule.parameterIds()) {
      if (!parameters.containsKey(id) && !id.equals(rule.parameter())) {
        report(
            "RULE_PARAMETER",
            rule,
            "calls parameter('" + id + "'), which no policy declares",
            "Declare it in the policy's parameters.yaml, or correct the id.");
      }
    }
  }

  private static List<String> foundColumns(Rule rule) {
    return rule.foundZh() == null ? List.of() : RowText.columns(rule.foundZh());
  }

  private void checkExpression(Rule rule, Part part) {
    String writtenOut = ParameterCalls.required(part.text(), rule.eventOn(), parameters);
    for (String fault : expressions.faults(writtenOut, part.expected())) {
      report(
          "RULE_EXPRESSION",
          rule,
          part.name() + " \"" + part.text() + "\" " + fault,
          "Correct the expression; subject columns: " + String.join(", ", names) + ".");
    }
  }

  private void checkColumns(Rule rule) {
    for (ColumnRole role : ColumnRole.values()) {
      String column = role.columnIn(rule);
      if (!names.contains(column)) {
        report(
            "RULE_COLUMN",
            rule,
            "takes " + role.key() + " from column " + column + ", which the subject does not have",
            "Name one of its columns under columns: " + String.join(", ", names) + ".");
      } else if (!role.type().isInstance(subject.apply(column).dataType())) {
        String type = subject.apply(column).dataType().simpleString();
        report(
            "RULE_COLUMN",
            rule,
            "takes " + role.key() + " from column " + column + ", which is of type " + type,
            "Name a column of the right type under columns.");
      }
    }
    Set<String> unknown = new TreeSet<>(rule.columns().keySet());
    Stream.of(ColumnRole.values()).map(ColumnRole::key).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      report(
          "RULE_COLUMN",
          rule,
          "names columns for " + String.join(", ", unknown) + ", which no rule has",
          "Remove them, or correct the spelling.");
    }
  }

  private void checkParameter(Rule rule) {
    if (rule.parameter() == null) {
      return;
    }
    Parameter parameter = parameters.get(rule.parameter());
    if (parameter == null) {
      report(
          "RULE_PARAMETER",
          rule,
          "is limited by " + rule.parameter() + ", which no policy declares",
          "Declare it in the policy's parameters.yaml, or correct the id.");
      return;
    }
    boolean isOfTime = DAYS.contains(parameter.unit());
    if (rule.kind() != Rule.Kind.DEADLINE) {
      if (isOfTime
          && rule.limit() == null
          && rule.observed() != null
          && parameter.unit() == Unit.WORKDAY) {
        report(
            "RULE_PARAMETER",
            rule,
            "holds a number against " + parameter.id() + ", which is in working days",
            "Make it a deadline, or name the limit that fits.");
      }
      return;
    }
    if (!isOfTime) {
      report(
          "RULE_PARAMETER",
          rule,
          "is a deadline limited by "
              + parameter.id()
              + " in "
              + parameter.unit().code()
              + ", expected workday or day",
          "Take a parameter in days or working days.");
    }
    for (DatedValue value : parameter.values()) {
      if (value.value() != null && !isWholeNumberOfDays(value.value())) {
        report(
            "RULE_PARAMETER",
            rule,
            "is limited to " + value.value() + " days from " + value.from(),
            "A deadline is a whole number of days from 1 to " + LONGEST_DEADLINE + ".");
      }
    }
  }

  private static boolean isWholeNumberOfDays(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        && value.compareTo(BigDecimal.ONE) >= 0
        && value.compareTo(BigDecimal.valueOf(LONGEST_DEADLINE)) <= 0;
  }

  private void report(String code, Rule rule, String message, String remedy) {
    String item = rule.id().substring(rule.id().indexOf('.') + 1);
    String subjectOfProblem = "policies/" + rule.policyId() + "/rules.yaml#" + item;
    problems.add(new Problem(code, subjectOfProblem, message, remedy));
  }
}
