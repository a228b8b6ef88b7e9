package citybrain.entitlement;

import citybrain.expression.ExpressionCheck;
import citybrain.expression.ExpressionCheck.Result;
import citybrain.expression.ParameterCalls;
import citybrain.expression.RowText;
import citybrain.policy.Entitlement;
import citybrain.policy.Measure;
import citybrain.policy.Parameter;
import citybrain.policy.ParameterCall;
import citybrain.policy.PolicyDocument;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Holds the entitlements of measures against the claims table and the parameters they call. No
 * session is needed, so the registry can be checked anywhere.
 *
 * <p>Errors, all of them at once: {@code ENTITLEMENT_EXPRESSION} (an expression that does not
 * parse, names an unknown column, calls a function that is not allowed, gives the wrong type, or
 * passes over missing values), {@code ENTITLEMENT_COLUMN} (a text that shows an unknown column),
 * {@code ENTITLEMENT_PARAMETER} (no such parameter, or no such day), {@code ENTITLEMENT_INCOMPLETE}
 * (parts that do not go together).
 */
public final class MeasureCompiler {
  /** Both skip a null: a sum without its basis would be the cap. */
  private static final Pattern SKIPS_NULLS =
      Pattern.compile("\\b(least|greatest)\\s*\\(", Pattern.CASE_INSENSITIVE);

  private final Map<String, Parameter> parameters;
  private final StructType facts;
  private final List<String> names;
  private final ExpressionCheck expressions;
  private final List<Problem> problems = new ArrayList<>();

  private MeasureCompiler(Map<String, Parameter> parameters, StructType silver) {
    this.parameters = parameters;
    this.facts = ClaimFacts.schema(silver);
    this.names = List.of(facts.fieldNames());
    this.expressions = new ExpressionCheck(facts);
  }

  /**
   * Everything that keeps the measures from being computed over claims of this schema.
   *
   * @param measures those without an entitlement are passed over
   * @param silver schema of {@code silver/subsidy_claim}
   */
  public static List<Problem> check(
      List<Measure> measures, Map<String, Parameter> parameters, StructType silver) {
    MeasureCompiler compiler = new MeasureCompiler(parameters, silver);
    measures.forEach(compiler::check);
    return List.copyOf(compiler.problems);
  }

  /**
   * The measures, ready to run.
   *
   * @throws ProblemException with all that is wrong
   */
  static List<CompiledMeasure> compile(
      List<Measure> measures,
      Map<String, Parameter> parameters,
      List<PolicyDocument> documents,
      StructType silver) {
    MeasureCompiler compiler = new MeasureCompiler(parameters, silver);
    measures.forEach(compiler::check);
    if (!compiler.problems.isEmpty()) {
      throw new ProblemException(compiler.problems);
    }
    Map<String, PolicyDocument> byFolder =
        documents.stream().collect(Collectors.toMap(PolicyDocument::id, Function.identity()));
    return measures.stream()
        .filter(measure -> measure.entitlement() != null)
        .map(measure -> compiler.compiled(measure, byFolder))
        .toList();
  }

  private CompiledMeasure compiled(Measure measure, Map<String, PolicyDocument> documents) {
    Entitlement entitlement = Objects.requireNonNull(measure.entitlement());
    Map<String, Parameter> called = new LinkedHashMap<>();
    for (ParameterCall call : entitlement.parameterCalls()) {
      called.put(call.id(), Objects.requireNonNull(parameters.get(call.id())));
    }
    String folder = folder(measure);
    PolicyDocument document = documents.get(folder);
    if (document == null) {
      throw new IllegalArgumentException("No document " + folder + " of " + measure.id());
    }
    return new CompiledMeasure(
        measure,
        entitlement,
        document,
        called,
        columns(
            entitlement, Stream.of(entitlement.amount(), entitlement.minimum(), entitlement.cap())),
        entitlement.eligible().stream()
            .map(condition -> columns(entitlement, Stream.of(condition.condition())))
            .toList());
  }

  /** Columns that the expressions name. */
  private List<String> columns(Entitlement entitlement, Stream<@Nullable String> texts) {
    Set<String> named = new LinkedHashSet<>();
    texts
        .filter(Objects::nonNull)
        .map(text -> ParameterCalls.writtenOut(text, entitlement.appliesOn(), parameters))
        .forEach(text -> named.addAll(expressions.columnsOf(Objects.requireNonNull(text))));
    return List.copyOf(named);
  }

  private void check(Measure measure) {
    Entitlement entitlement = measure.entitlement();
    if (entitlement == null) {
      return;
    }
    checkParts(measure, entitlement);
    checkExpression(measure, "applies_on", entitlement.appliesOn(), Result.DAY);
    if (entitlement.covers() != null) {
      checkExpression(measure, "covers.from", entitlement.covers().from(), Result.DAY);
      checkExpression(measure, "covers.until", entitlement.covers().until(), Result.DAY);
    }
    for (Entitlement.Condition condition : entitlement.eligible()) {
      checkExpression(measure, "eligible", condition.condition(), Result.FILTER);
      checkText(measure, "otherwise_zh", condition.otherwiseZh());
    }
    checkExpression(measure, "amount", entitlement.amount(), Result.NUMBER);
    checkExpression(measure, "minimum", entitlement.minimum(), Result.NUMBER);
    checkExpression(measure, "cap", entitlement.cap(), Result.NUMBER);
    if (entitlement.applicantCap() != null) {
      checkExpression(measure, "applicant_cap", entitlement.applicantCap().amount(), Result.NUMBER);
    }
    checkText(measure, "formula_zh", entitlement.formulaZh());
    entitlement.parameterCalls().forEach(call -> checkCall(measure, call));
  }

  private void checkParts(Measure measure, Entitlement entitlement) {
    boolean isComputed = entitlement.amount() != null || entitlement.cap() != null;
    if (isComputed == (entitlement.unprintedZh() != null)) {
      report(
          "ENTITLEMENT_INCOMPLETE",
          measure,
          isComputed
              ? "has amount or cap, and unprinted_zh that says there is none"
              : "has neither amount nor cap",
          isComputed ? "Remove one." : "Add one, or say in unprinted_zh why there is none.");
    }
    if (entitlement.minimum() != null
        && (entitlement.amount() != null || entitlement.cap() == null)) {
      report(
          "ENTITLEMENT_INCOMPLETE",
          measure,
          "has a minimum, which goes with a cap and without an amount",
          "Give a range as minimum and cap, a sum as amount.");
    }
    if (entitlement.applicantCap() != null && !isComputed) {
      report(
          "ENTITLEMENT_INCOMPLETE",
          measure,
          "has an applicant_cap and nothing to cap",
          "Add amount or cap.");
    }
  }

  private void checkExpression(
      Measure measure, String name, @Nullable String text, Result expected) {
    Entitlement entitlement = Objects.requireNonNull(measure.entitlement());
    if (text == null) {
      return;
    }
    if (SKIPS_NULLS.matcher(text).find()) {
      report(
          "ENTITLEMENT_EXPRESSION",
          measure,
          name + " \"" + text + "\" calls least or greatest, which pass over a missing value",
          "Use cap for a ceiling, and case with both comparisons elsewhere.");
    }
    String writtenOut = ParameterCalls.required(text, entitlement.appliesOn(), parameters);
    for (String fault : expressions.faults(writtenOut, expected)) {
      report(
          "ENTITLEMENT_EXPRESSION",
          measure,
          name + " \"" + text + "\" " + fault,
          "Correct the expression; columns of a claim: " + String.join(", ", names) + ".");
    }
  }

  private void checkText(Measure measure, String name, @Nullable String text) {
    for (String column : text == null ? List.<String>of() : RowText.columns(text)) {
      if (!names.contains(column)) {
        report(
            "ENTITLEMENT_COLUMN",
            measure,
            "shows column " + column + " in " + name + ", which a claim does not have",
            "Name one of its columns: " + String.join(", ", names) + ".");
      }
    }
  }

  private void checkCall(Measure measure, ParameterCall call) {
    if (!parameters.containsKey(call.id())) {
      report(
          "ENTITLEMENT_PARAMETER",
          measure,
          "calls parameter('" + call.id() + "'), which no policy declares",
          "Declare it in the policy's parameters.yaml, or correct the id.");
    }
    if (call.day() != null && !isDay(call.day())) {
      report(
          "ENTITLEMENT_PARAMETER",
          measure,
          "takes the value of " + call.id() + " on " + call.day() + ", which is no day of a claim",
          "Name a date column of " + String.join(", ", names) + ".");
    }
  }

  private boolean isDay(String column) {
    DataType type = names.contains(column) ? facts.apply(column).dataType() : null;
    return type instanceof DateType;
  }

  private void report(String code, Measure measure, String message, String remedy) {
    String folder = folder(measure);
    String item = measure.id().substring(folder.length() + 1);
    problems.add(
        new Problem(code, "policies/" + folder + "/measures.yaml#" + item, message, remedy));
  }

  private static String folder(Measure measure) {
    return measure.id().substring(0, measure.id().indexOf('.'));
  }
}
