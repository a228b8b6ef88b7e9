package citybrain.entitlement;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.Map;
import java.util.Map.Entry;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A claim as the expressions of measures see it. Grain: one row per row of {@code
 * silver/subsidy_claim}.
 *
 * <p>Its numbers are narrowed to what a claim can hold, money to the cent (half up): a product of
 * four numbers of 28 digits would lose places, these are exact. A number that does not fit is null.
 *
 * <p>Added are {@code applicant_id}, the credit code of an organisation or the ID number of a
 * person; {@code period_months}, the length of the period where it is a whole number of months, and
 * null otherwise; and {@code evidence}.
 */
final class ClaimFacts {
  static final String APPLICANT_ID = "applicant_id";
  static final String EVIDENCE = "evidence";
  private static final String PERIOD_MONTHS = "period_months";

  private static final String MONEY = "decimal(16,2)";
  private static final String PERCENT = "decimal(8,4)";
  private static final String QUANTITY = "decimal(12,2)";
  private static final String MONTHS = "decimal(4,0)";

  private static final Map<String, String> NARROWED =
      Map.ofEntries(
          Map.entry("claimed_amount", MONEY),
          Map.entry("approved_amount", MONEY),
          Map.entry("paid_amount", MONEY),
          Map.entry("basis_amount", MONEY),
          Map.entry("government_amount", MONEY),
          Map.entry("foreign_capital", MONEY),
          Map.entry("lpr", PERCENT),
          Map.entry("relief_share", PERCENT),
          Map.entry("quantity", QUANTITY),
          Map.entry("floor_area", QUANTITY));

  private static final String EVIDENCE_TYPE =
      "ARRAY<STRUCT<file_sha256: STRING, file: STRING, sheet: STRING, row: INT, cell: STRING>>";

  private ClaimFacts() {}

  /** Its columns, known without a session. */
  static StructType schema(StructType silver) {
    StructType schema = new StructType();
    for (StructField field : silver.fields()) {
      String narrow = NARROWED.get(field.name());
      schema =
          schema.add(field.name(), narrow == null ? field.dataType() : DataType.fromDDL(narrow));
    }
    return schema
        .add(APPLICANT_ID, DataTypes.StringType)
        .add(PERIOD_MONTHS, DataType.fromDDL(MONTHS))
        .add(EVIDENCE, DataType.fromDDL(EVIDENCE_TYPE));
  }

  /**
   * The facts.
   *
   * @param silver claims, cut to the rows that are current on the as-of day
   */
  static Dataset<Row> of(Dataset<Row> silver) {
    Dataset<Row> facts = silver;
    for (Entry<String, String> column : NARROWED.entrySet()) {
      facts = facts.withColumn(column.getKey(), col(column.getKey()).try_cast(column.getValue()));
    }
    return facts
        .withColumn(
            APPLICANT_ID, coalesce(col("applicant_credit_code"), col("applicant_resident_id")))
        .withColumn(PERIOD_MONTHS, periodMonths())
        .withColumn(
            EVIDENCE,
            array(struct(col("file_sha256"), col("file"), col("sheet"), col("row"), col("cell")))
                .cast(EVIDENCE_TYPE));
  }

  private static Column periodMonths() {
    Column first = col("period_from");
    Column end = date_add(col("period_to"), 1);
    Column months = year(end).minus(year(first)).multiply(12).plus(month(end)).minus(month(first));
    return when(months.geq(lit(1)).and(add_months(first, months).equalTo(end)), months)
        .cast(MONTHS);
  }
}
