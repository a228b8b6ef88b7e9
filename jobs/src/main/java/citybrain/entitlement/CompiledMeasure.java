package citybrain.entitlement;

import citybrain.expression.ParameterCalls;
import citybrain.policy.Entitlement;
import citybrain.policy.Measure;
import citybrain.policy.Parameter;
import citybrain.policy.ParameterCall;
import citybrain.policy.PolicyDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A measure whose entitlement fits the claims, with its document and the parameters it calls. Only
 * {@link MeasureCompiler} makes one, so that nothing is executed that was not checked.
 *
 * @param parameters all it calls, by id
 * @param amountColumns columns that the sum is made of
 * @param conditionColumns columns of each condition
 */
record CompiledMeasure(
    Measure measure,
    Entitlement entitlement,
    PolicyDocument document,
    Map<String, Parameter> parameters,
    List<String> amountColumns,
    List<List<String>> conditionColumns) {

  /** The expression with parameters written out. */
  String expression(String expression) {
    return ParameterCalls.required(expression, entitlement.appliesOn(), parameters);
  }

  /** Calls of parameters, in an order of their own. */
  List<ParameterCall> calls() {
    return List.copyOf(entitlement.parameterCalls());
  }

  /** The parameter that is called. */
  Parameter parameter(ParameterCall call) {
    return Objects.requireNonNull(parameters.get(call.id()));
  }

  /** Words that show values of the claim. */
  List<String> texts() {
    return Stream.concat(
            Stream.ofNullable(entitlement.formulaZh()),
            entitlement.eligible().stream().map(Entitlement.Condition::otherwiseZh))
        .toList();
  }

  /** Day expression that a call takes its value of. */
  String dayOf(ParameterCall call) {
    return Objects.requireNonNullElse(call.day(), entitlement.appliesOn());
  }

  String coversFrom() {
    Entitlement.Span covers = entitlement.covers();
    return covers == null ? entitlement.appliesOn() : covers.from();
  }

  String coversUntil() {
    Entitlement.Span covers = entitlement.covers();
    return covers == null ? entitlement.appliesOn() : covers.until();
  }

  /**
   * First day of the benefit as printed; where no window is printed it is the first day of the
   * document for nothing earlier to be known of, and {@link #isFirstDayPrinted} is false.
   */
  LocalDate firstDay() {
    Measure.Window window = measure.window();
    return window == null || window.from() == null ? document.inForceFrom() : window.from();
  }

  boolean isFirstDayPrinted() {
    Measure.Window window = measure.window();
    return window != null && window.from() != null;
  }

  /**
   * Last day of the benefit, of the measure or else of the document; null where none is printed.
   */
  @Nullable LocalDate lastDay() {
    Measure.Window window = measure.window();
    return window == null || window.until() == null ? document.inForceUntil() : window.until();
  }
}
