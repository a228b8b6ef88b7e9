package citybrain.programme;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns of {@code gold/task_progress}, without {@code as_of} and {@code release_id}. */
final class TaskProgressColumns {
  static final String TASK_ID = "task_id";
  static final String POLICY_ID = "policy_id";
  static final String TITLE = "title";
  static final String DEPARTMENT = "department";
  static final String PART = "part";
  static final String NUMBER = "number";
  static final String DUE_KIND = "due_kind";
  static final String DUE_ON = "due_on";
  static final String DUE_PRINTED = "due_printed";
  static final String REPORTED_AS = "reported_as";
  static final String REPORTED_ON = "reported_on";
  static final String REPORTED_PERIOD = "reported_period";
  static final String REPORTERS = "reporters";
  static final String REPORTERS_COMPLETED = "reporters_completed";
  static final String COMPLETED_ON = "completed_on";
  static final String VERDICT = "verdict";
  static final String REASON_ZH = "reason_zh";
  static final String HAS_CONFLICT = "has_conflict";
  static final String REFERENCE = "reference";
  static final String IS_SIMULATED = "is_simulated";
  static final String EVIDENCE = "evidence";

  static final StructType SCHEMA =
      new StructType()
          .add(TASK_ID, DataTypes.StringType)
          .add(POLICY_ID, DataTypes.StringType)
          .add(TITLE, DataTypes.StringType)
          .add(DEPARTMENT, DataTypes.StringType)
          .add(PART, DataTypes.StringType)
          .add(NUMBER, DataTypes.StringType)
          .add(DUE_KIND, DataTypes.StringType)
          .add(DUE_ON, DataTypes.DateType)
          .add(DUE_PRINTED, DataTypes.StringType)
          .add(REPORTED_AS, DataTypes.StringType)
          .add(REPORTED_ON, DataTypes.DateType)
          .add(REPORTED_PERIOD, DataTypes.StringType)
          .add(REPORTERS, DataTypes.IntegerType)
          .add(REPORTERS_COMPLETED, DataTypes.IntegerType)
          .add(COMPLETED_ON, DataTypes.DateType)
          .add(VERDICT, DataTypes.StringType)
          .add(REASON_ZH, DataTypes.StringType)
          .add(HAS_CONFLICT, DataTypes.BooleanType)
          .add(REFERENCE, DataTypes.StringType)
          .add(IS_SIMULATED, DataTypes.BooleanType)
          .add(EVIDENCE, DataTypes.createArrayType(TargetProgressColumns.EVIDENCE_ITEM));

  private TaskProgressColumns() {}
}
