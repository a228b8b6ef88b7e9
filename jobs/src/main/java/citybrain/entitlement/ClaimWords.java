package citybrain.entitlement;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import citybrain.expression.RowText;
import citybrain.policy.ParameterCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructType;

/**
 * What a measure says of a claim, in words. One set of expressions for all measures: a measure
 * brings its words as constants, the claim its values by the name of their column.
 */
final class ClaimWords {
  private final List<String> facts;
  private final ClaimNames names;

  /** Values of the claim as they are read, by the name of their column. */
  private final Column shown;

  ClaimWords(StructType silver, List<CompiledMeasure> measures, ClaimNames names) {
    this.facts = List.of(ClaimFacts.schema(silver).fieldNames());
    this.names = names;
    Set<String> columns = new TreeSet<>(Set.of("basis_kind"));
    for (CompiledMeasure measure : measures) {
      measure.texts().forEach(text -> columns.addAll(RowText.columns(text)));
      measure.calls().stream()
          .map(ParameterCall::day)
          .filter(Objects::nonNull)
          .forEach(columns::add);
    }
    this.shown =
        map(
            columns.stream()
                .flatMap(name -> Stream.of(lit(name), shown(name)))
                .toArray(Column[]::new));
  }

  private Column shown(String column) {
    Map<String, String> codes = names.codes().getOrDefault(column, Map.of());
    if (codes.isEmpty()) {
      return RowText.shown(column);
    }
    Column[] entries =
        codes.entrySet().stream()
            .flatMap(name -> Stream.of(lit(name.getKey()), lit(name.getValue())))
            .toArray(Column[]::new);
    return coalesce(try_element_at(map(entries), col(column)), col(column));
  }

  /** A value of the claim. */
  Column value(String column) {
    return coalesce(try_element_at(shown, lit(column)), lit(RowText.BLANK));
  }

  /** How the sum comes about; null where the measure says nothing of it. */
  Column formula() {
    return orNull(filled(EntitlementPass.measure(MeasureConstants.FORMULA)));
  }

  /** What is found where conditions do not hold; null where none fails. */
  Column failed() {
    return perCondition(
        "；",
        Column::unary_$bang,
        condition -> filled(condition.getField(MeasureConstants.OTHERWISE)));
  }

  /** Facts without a value that a condition asks for; null for none. */
  Column untold() {
    return perCondition(
        "、",
        Column::isNull,
        condition -> orNull(missing(condition.getField(MeasureConstants.COLUMNS))));
  }

  /** Facts without a value that the sum is made of; null for none. */
  Column amountMissing() {
    return orNull(missing(EntitlementPass.measure(MeasureConstants.AMOUNT_COLUMNS)));
  }

  /** The values of parameters in force; null for none. */
  Column valuesZh() {
    return perValue("、", MeasureConstants.ZH);
  }

  /** The values of parameters in force, as an auditor reads them; null for none. */
  Column parameterValues() {
    return perValue("; ", MeasureConstants.WORDS);
  }

  /** Parameters without a value on their day; null where all have one. */
  Column notInForce() {
    Column calls = EntitlementPass.measure(MeasureConstants.CALLS);
    Column texts =
        transform(
            calls,
            (call, i) -> {
              Column day =
                  coalesce(
                      try_element_at(shown, call.getField(MeasureConstants.DAY)),
                      col(EntitlementPass.LAW_ON).cast("string"));
              return when(
                  get(col(EntitlementPass.POSITIONS), i).isNull(),
                  concat(day, call.getField(MeasureConstants.FORCE)));
            });
    return orNull(array_join(array_compact(texts), "、"));
  }

  private Column perValue(String separator, String field) {
    Column values =
        transform(
            EntitlementPass.measure(MeasureConstants.CALLS),
            (call, i) ->
                get(call.getField(MeasureConstants.VALUES), get(col(EntitlementPass.POSITIONS), i))
                    .getField(field));
    // A parameter may be called for several days, or twice in one expression.
    return orNull(array_join(array_distinct(array_compact(values)), separator));
  }

  private static Column perCondition(
      String separator, Function<Column, Column> isTold, Function<Column, Column> words) {
    Column texts =
        transform(
            EntitlementPass.measure(MeasureConstants.CONDITIONS),
            (condition, i) ->
                when(isTold.apply(get(col(EntitlementPass.HOLDS), i)), words.apply(condition)));
    return orNull(array_join(array_compact(texts), separator));
  }

  /** The parts of a text with the values of the claim. */
  private Column filled(Column parts) {
    return aggregate(
        parts,
        lit(""),
        (text, part) ->
            concat(
                text,
                coalesce(
                    part.getField(MeasureConstants.TEXT),
                    try_element_at(shown, part.getField(MeasureConstants.COLUMN)),
                    lit(RowText.BLANK))));
  }

  /** Names of those of the columns that have no value. */
  private Column missing(Column columns) {
    Column blank =
        filter(
            array(
                facts.stream()
                    .map(name -> when(col(name).isNull(), lit(name)))
                    .toArray(Column[]::new)),
            Column::isNotNull);
    Column[] zh =
        facts.stream()
            .flatMap(name -> Stream.of(lit(name), lit(names.column(name))))
            .toArray(Column[]::new);
    return array_join(
        transform(array_intersect(columns, blank), name -> try_element_at(map(zh), name)), "、");
  }

  private static Column orNull(Column text) {
    return when(not(text.equalTo(lit(""))), text);
  }
}
