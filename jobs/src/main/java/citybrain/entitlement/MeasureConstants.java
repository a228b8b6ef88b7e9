package citybrain.entitlement;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import citybrain.policy.Entitlement;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every claim under a measure, as one literal array over all measures: looked
 * up by the measure's position.
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

  private MeasureConstants() {}

  /** The constants of the measure at {@code index} in the list; null for an index of null. */
  static Column at(List<CompiledMeasure> measures, ClaimNames names, Column index) {
    return get(
        array(measures.stream().map(measure -> of(measure, names)).toArray(Column[]::new)), index);
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
            .as(ASSUMED));
  }

  private static Column text(@Nullable String text) {
    return lit(text).cast("string");
  }

  private static Column day(@Nullable LocalDate day) {
    return lit(day).cast("date");
  }
}
