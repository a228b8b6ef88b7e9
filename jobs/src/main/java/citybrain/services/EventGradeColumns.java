package citybrain.services;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Columns of {@code gold/event_grade}, without {@code as_of} and {@code release_id}, and those of
 * {@code silver/emergency_event} it is made from.
 */
final class EventGradeColumns {
  static final String EVENT_ID = "event_id";
  static final String RECORD_KIND = "record_kind";
  static final String PLAN = "plan";
  static final String CAUSE = "cause";
  static final String DAMAGE = "damage";
  static final String TRAFFIC_IMPACT = "traffic_impact";
  static final String POLICY_ID = "policy_id";
  static final String AREA_CODE = "area_code";
  static final String PLACE = "place";
  static final String OCCURRED_AT = "occurred_at";
  static final String GRADE = "grade";
  static final String OTHER_GRADE = "other_grade";
  static final String AT_LEAST_GRADE = "at_least_grade";
  static final String GRADE_STATUS = "grade_status";
  static final String TRIGGERS = "triggers";
  static final String MISSING_FACTS = "missing_facts";
  static final String INITIAL_GRADE = "initial_grade";
  static final String INITIAL_GRADE_CHECK = "initial_grade_check";
  static final String REPORT_DUE_AT = "report_due_at";
  static final String PHONE_REPORTED_AT = "phone_reported_at";
  static final String PHONE_VERDICT = "phone_verdict";
  static final String WRITTEN_REPORT_DUE_AT = "written_report_due_at";
  static final String WRITTEN_REPORTED_AT = "written_reported_at";
  static final String WRITTEN_VERDICT = "written_verdict";
  static final String VERDICT = "verdict";
  static final String REASON_ZH = "reason_zh";
  static final String REFERENCE = "reference";
  static final String REPORT_REFERENCE = "report_reference";
  static final String WRITTEN_REPORT_REFERENCE = "written_report_reference";
  static final String IS_SIMULATED = "is_simulated";
  static final String EVIDENCE = "evidence";

  private static final ArrayType TRIGGER_TYPE =
      DataTypes.createArrayType(
          new StructType()
              .add("grade", DataTypes.StringType)
              .add("fact", DataTypes.StringType)
              .add("observed", DataTypes.createDecimalType(28, 8))
              .add("unit", DataTypes.StringType)
              .add("printed", DataTypes.StringType));

  private static final ArrayType EVIDENCE_TYPE =
      DataTypes.createArrayType(
          new StructType()
              .add("file_sha256", DataTypes.StringType)
              .add("file", DataTypes.StringType)
              .add("sheet", DataTypes.StringType)
              .add("row", DataTypes.IntegerType)
              .add("cell", DataTypes.StringType));

  static final StructType SCHEMA =
      new StructType()
          .add(EVENT_ID, DataTypes.StringType)
          .add(POLICY_ID, DataTypes.StringType)
          .add(AREA_CODE, DataTypes.StringType)
          .add(PLACE, DataTypes.StringType)
          .add(OCCURRED_AT, DataTypes.TimestampType)
          .add(GRADE, DataTypes.StringType)
          .add(OTHER_GRADE, DataTypes.StringType)
          .add(AT_LEAST_GRADE, DataTypes.StringType)
          .add(GRADE_STATUS, DataTypes.StringType)
          .add(TRIGGERS, TRIGGER_TYPE)
          .add(MISSING_FACTS, DataTypes.createArrayType(DataTypes.StringType))
          .add(INITIAL_GRADE, DataTypes.StringType)
          .add(INITIAL_GRADE_CHECK, DataTypes.StringType)
          .add(REPORT_DUE_AT, DataTypes.TimestampType)
          .add(PHONE_REPORTED_AT, DataTypes.TimestampType)
          .add(PHONE_VERDICT, DataTypes.StringType)
          .add(WRITTEN_REPORT_DUE_AT, DataTypes.TimestampType)
          .add(WRITTEN_REPORTED_AT, DataTypes.TimestampType)
          .add(WRITTEN_VERDICT, DataTypes.StringType)
          .add(VERDICT, DataTypes.StringType)
          .add(REASON_ZH, DataTypes.StringType)
          .add(REFERENCE, DataTypes.StringType)
          .add(REPORT_REFERENCE, DataTypes.StringType)
          .add(WRITTEN_REPORT_REFERENCE, DataTypes.StringType)
          .add(IS_SIMULATED, DataTypes.BooleanType)
          .add(EVIDENCE, EVIDENCE_TYPE);

  private EventGradeColumns() {}
}
