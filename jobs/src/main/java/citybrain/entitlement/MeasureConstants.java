package citybrain.entitlement;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import citybrain.expression.RowText;
import citybrain.policy.DatedValue;
import citybrain.policy.Entitlement;
import citybrain.policy.Parameter;
import citybrain.policy.ParameterCall;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every claim under a measure, as one literal array over all measures: looked
 * up by the measure's position. Words stand here and not among the expressions of each measure,
 * which so stay small enough to be compiled.
 */
final class MeasureConstants {
  static final String TITLE = "title";
  static final String DOCUMENT = "document";
  static final String FIRST_DAY = "first_day";
  static final String IS_FIRST_DAY_PRINTED = "is_first_day_printed";
  static final String LAST_DAY = "last_day";
  static final String BASIS_KIND = "required_basis";
  static final String BASIS_ZH = "required_basis_zh";
  static final String UNPRINTED = "unprinted";
  static final String ASSUMED = "assumed";

  /** Whether a cap goes with the amount. */
  static final String HAS_CAP = "has_cap";

  /** Columns the sum is made of. */
  static final String AMOUNT_COLUMNS = "amount_columns";

  /** Parts of the formula; empty without one. */
  static final String FORMULA = "formula";

  /** One per condition. */
  static final String CONDITIONS = "conditions";

  /** One per call of a parameter. */
  static final String CALLS = "calls";

  /** Of a condition: parts of what is found where it does not hold. */
  static final String OTHERWISE = "otherwise";

  /** Of a condition: its columns. */
  static final String COLUMNS = "columns";

  /** Of a call: the column of its day; null for the day whose law applies. */
  static final String DAY = "day";

  /** Of a call: title and days in force. */
  static final String FORCE = "force";

  /** Of a call: the values by their position. */
  static final String VALUES = "values";

  /** Of a value. */
  static final String WORDS = "words";

  /** Of a value. */
  static final String ZH = "zh";

  /** Of a part: words, or null. */
  static final String TEXT = "text";

  /** Of a part: a column, or null. */
  static final String COLUMN = "column";

  private static final String PARTS_TYPE =
      "array<struct<" + TEXT + ":string," + COLUMN + ":string>>";
  private static final String CONDITIONS_TYPE =
      "array<struct<" + OTHERWISE + ":" + PARTS_TYPE + "," + COLUMNS + ":array<string>>>";
  private static final String CALLS_TYPE =
      "array<struct<"
          + DAY
          + ":string,"
          + FORCE
          + ":string,"
          + VALUES
          + ":array<struct<"
          + WORDS
          + ":string,"
          + ZH
          + ":string>>>>";

  private MeasureConstants() {}

  /** The constants of the measure at {@code index} in the list; null for an index of null. */
  static Column at(List<CompiledMeasure> measures, ClaimNames names, Column index) {
    return get(all(measures, measure -> of(measure, names)), index);
  }

  private static Column of(CompiledMeasure compiled, ClaimNames names) {
    Entitlement entitlement = compiled.entitlement();
    String basis = entitlement.basisKind();
    return struct(
        lit(compiled.document().id()).as(EntitlementColumns.POLICY_ID),
        lit(compiled.measure().reference().toString()).as(EntitlementColumns.REFERENCE),
        lit(entitlement.isCeiling()).as(EntitlementColumns.IS_CEILING),
        lit(compiled.measure().title().zh()).as(TITLE),
        lit(compiled.document().number()).as(DOCUMENT),
        lit(compiled.firstDay()).as(FIRST_DAY),
        lit(compiled.isFirstDayPrinted()).as(IS_FIRST_DAY_PRINTED),
        day(compiled.lastDay()).as(LAST_DAY),
        text(basis).as(BASIS_KIND),
        text(basis == null ? null : names.code("basis_kind", basis)).as(BASIS_ZH),
        text(entitlement.unprintedZh()).as(UNPRINTED),
        text(entitlement.assumedZh().isEmpty() ? null : String.join("、", entitlement.assumedZh()))
            .as(ASSUMED),
        lit(entitlement.cap() != null).as(HAS_CAP),
        strings(compiled.amountColumns()).as(AMOUNT_COLUMNS),
        (entitlement.formulaZh() == null
                ? array().cast(PARTS_TYPE)
                : parts(entitlement.formulaZh()))
            .as(FORMULA),
        all(
                IntStream.range(0, entitlement.eligible().size()).boxed().toList(),
                i -> condition(compiled, i))
            .cast(CONDITIONS_TYPE)
            .as(CONDITIONS),
        all(List.copyOf(compiled.calls()), call -> call(compiled, call))
            .cast(CALLS_TYPE)
            .as(CALLS));
  }

  private static Column condition(CompiledMeasure compiled, int position) {
    return struct(
        parts(compiled.entitlement().eligible().get(position).otherwiseZh()).as(OTHERWISE),
        strings(compiled.conditionColumns().get(position)).as(COLUMNS));
  }

  private static Column call(CompiledMeasure compiled, ParameterCall call) {
    Parameter parameter = compiled.parameter(call);
    String force = "“" + parameter.title().zh() + "”（" + parameter.inForceZh() + "）";
    return struct(
        text(call.day()).as(DAY),
        lit(force).as(FORCE),
        all(parameter.values(), value -> value(parameter, value)).as(VALUES));
  }

  private static Column value(Parameter parameter, DatedValue value) {
    String zh =
        value.value() == null
            ? null
            : parameter.title().zh() + value.value().toPlainString() + parameter.unit().zh();
    return struct(text(parameter.inWords(value)).as(WORDS), text(zh).as(ZH));
  }

  private static Column parts(String text) {
    return all(
            RowText.parts(text),
            part -> struct(text(part.text()).as(TEXT), text(part.column()).as(COLUMN)))
        .cast(PARTS_TYPE);
  }

  private static Column strings(List<String> texts) {
    return all(texts, text -> lit(Objects.requireNonNull(text))).cast("array<string>");
  }

  private static <T> Column all(List<T> items, Function<T, Column> column) {
    return array(items.stream().map(column).toArray(Column[]::new));
  }

  private static Column text(@Nullable String text) {
    return lit(text).cast("string");
  }

  private static Column day(@Nullable LocalDate day) {
    return lit(day).cast("date");
  }
}
