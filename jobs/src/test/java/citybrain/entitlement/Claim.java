package citybrain.entitlement;

import citybrain.contract.ContractRegistry;
import citybrain.lake.TableSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** One row of silver/subsidy_claim; what a test does not name is null, or of no matter. */
final class Claim {
  static final StructType SCHEMA =
      TableSchema.of(
          ContractRegistry.load(Path.of("..")).table("silver", "subsidy_claim").orElseThrow());

  private final Map<String, @Nullable Object> values = new HashMap<>();

  private Claim(String measure) {
    with("claim_id", "SB1")
        .with("measure_id", measure)
        .with("department", "市财政局")
        .with("applicant_name", "青岛模拟一号有限公司")
        .with("applicant_kind", "enterprise")
        .with("applicant_credit_code", "913702000000000001")
        .with("area_code", "370202")
        .with("claimed_on", "2020-12-15")
        .with("known_from", "2021-01-10")
        .with("file_sha256", "f00d")
        .with("file", "f.xlsx")
        .with("sheet", "Sheet1")
        .with("batch_id", "b");
    values.put("is_simulated", true);
    values.put("row", 7);
    values.put("arrival", 1L);
  }

  static Claim under(String measure) {
    return new Claim(measure);
  }

  /** The value as text; of a column that is not there it fails. */
  Claim with(String column, @Nullable String value) {
    StructField field = SCHEMA.apply(column);
    values.put(column, value == null ? null : typed(field, value));
    return this;
  }

  Claim named(String claimId) {
    return with("claim_id", claimId);
  }

  Claim on(String event) {
    return with("event_on", event);
  }

  Claim during(String from, String to) {
    return on(from).with("period_from", from).with("period_to", to);
  }

  Claim basis(String kind, String amount) {
    return with("basis_kind", kind).with("basis_amount", amount);
  }

  Claim claimed(String amount) {
    return with("claimed_amount", amount);
  }

  Claim paid(String amount) {
    return approved(amount).with("paid_on", "2021-01-05").with("paid_amount", amount);
  }

  Claim approved(String amount) {
    return with("approved_on", "2020-12-30").with("approved_amount", amount);
  }

  private static Object typed(StructField field, String value) {
    if (field.dataType() instanceof DecimalType) {
      return new BigDecimal(value);
    }
    if (field.dataType().equals(DataTypes.DateType)) {
      return Date.valueOf(value);
    }
    if (field.dataType().equals(DataTypes.LongType)) {
      return Long.valueOf(value);
    }
    return field.dataType().equals(DataTypes.BooleanType) ? Boolean.valueOf(value) : value;
  }

  static Dataset<Row> table(SparkSession spark, List<Claim> claims) {
    return spark.createDataFrame(
        claims.stream()
            .map(
                claim ->
                    RowFactory.create(
                        List.of(SCHEMA.fieldNames()).stream().map(claim.values::get).toArray()))
            .toList(),
        SCHEMA);
  }
}
