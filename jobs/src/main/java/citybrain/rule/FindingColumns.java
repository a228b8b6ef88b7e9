package citybrain.rule;

import java.util.List;

/** Columns of {@code gold/finding}, without {@code as_of} and {@code release_id}. */
final class FindingColumns {
  static final String FINDING_ID = "finding_id";
  static final String RULE_ID = "rule_id";
  static final String POLICY_ID = "policy_id";
  static final String REFERENCE = "reference";
  static final String SEVERITY = "severity";
  static final String VERDICT = "verdict";
  static final String SUBJECT_TYPE = "subject_type";
  static final String SUBJECT_ID = "subject_id";
  static final String AREA_CODE = "area_code";
  static final String DEPARTMENT = "department";
  static final String PERIOD = "period";
  static final String EVENT_ON = "event_on";
  static final String DUE_ON = "due_on";
  static final String DUE_EARLIEST_ON = "due_earliest_on";
  static final String DUE_LATEST_ON = "due_latest_on";
  static final String SETTLED_ON = "settled_on";
  static final String OBSERVED = "observed";
  static final String EXPECTED = "expected";
  static final String UNIT = "unit";
  static final String AMOUNT = "amount";
  static final String PARAMETER_VALUES = "parameter_values";
  static final String REASON_ZH = "reason_zh";
  static final String IS_SIMULATED = "is_simulated";
  static final String EVIDENCE = "evidence";
  static final String FIRST_SEEN_ON = "first_seen_on";
  static final String LAST_SEEN_ON = "last_seen_on";
  static final String STATUS = "status";

  /** In the order they are written. */
  static final List<String> ALL =
      List.of(
          FINDING_ID,
          RULE_ID,
          POLICY_ID,
          REFERENCE,
          SEVERITY,
          VERDICT,
          SUBJECT_TYPE,
          SUBJECT_ID,
          AREA_CODE,
          DEPARTMENT,
          PERIOD,
          EVENT_ON,
          DUE_ON,
          DUE_EARLIEST_ON,
          DUE_LATEST_ON,
          SETTLED_ON,
          OBSERVED,
          EXPECTED,
          UNIT,
          AMOUNT,
          PARAMETER_VALUES,
          REASON_ZH,
          IS_SIMULATED,
          EVIDENCE,
          FIRST_SEEN_ON,
          LAST_SEEN_ON,
          STATUS);

  private FindingColumns() {}
}
