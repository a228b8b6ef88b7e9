package citybrain.programme;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/** Columns of {@code gold/target_progress}, without {@code as_of} and {@code release_id}. */
final class TargetProgressColumns {
  static final String PROGRAMME_ID = "programme_id";
  static final String INDICATOR_ID = "indicator_id";
  static final String AREA_CODE = "area_code";
  static final String BREAKDOWN = "breakdown";
  static final String YEAR = "year";
  static final String METHOD = "method";
  static final String IS_PRIMARY = "is_primary";
  static final String BASELINE_YEAR = "baseline_year";
  static final String BASELINE = "baseline";
  static final String TARGET = "target";
  static final String ACTUAL = "actual";
  static final String ACTUAL_PERIOD = "actual_period";
  static final String DIRECTION = "direction";
  static final String PROGRESS_RATIO = "progress_ratio";
  static final String EXPECTED_RATIO = "expected_ratio";
  static final String VERDICT = "verdict";
  static final String REASON_ZH = "reason_zh";
  static final String REFERENCE = "reference";
  static final String UNIT = "unit";
  static final String IS_SIMULATED = "is_simulated";
  static final String EVIDENCE = "evidence";

  static final DecimalType DECIMAL = DataTypes.createDecimalType(28, 8);

  static final StructType EVIDENCE_ITEM =
      new StructType()
          .add("file_sha256", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("sheet", DataTypes.StringType)
          .add("row", DataTypes.IntegerType)
          .add("cell", DataTypes.StringType);

  static final StructType SCHEMA =
      new StructType()
          .add(PROGRAMME_ID, DataTypes.StringType)
          .add(INDICATOR_ID, DataTypes.StringType)
          .add(AREA_CODE, DataTypes.StringType)
          .add(BREAKDOWN, DataTypes.StringType)
          .add(YEAR, DataTypes.IntegerType)
          .add(METHOD, DataTypes.StringType)
          .add(IS_PRIMARY, DataTypes.BooleanType)
          .add(BASELINE_YEAR, DataTypes.IntegerType)
          .add(BASELINE, DECIMAL)
          .add(TARGET, DECIMAL)
          .add(ACTUAL, DECIMAL)
          .add(ACTUAL_PERIOD, DataTypes.StringType)
          .add(DIRECTION, DataTypes.StringType)
          .add(PROGRESS_RATIO, DECIMAL)
          .add(EXPECTED_RATIO, DECIMAL)
          .add(VERDICT, DataTypes.StringType)
          .add(REASON_ZH, DataTypes.StringType)
          .add(REFERENCE, DataTypes.StringType)
          .add(UNIT, DataTypes.StringType)
          .add(IS_SIMULATED, DataTypes.BooleanType)
          .add(EVIDENCE, DataTypes.createArrayType(EVIDENCE_ITEM));

  private TargetProgressColumns() {}
}
