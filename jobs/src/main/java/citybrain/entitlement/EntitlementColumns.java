package citybrain.entitlement;

import java.util.List;

/** Columns of {@code gold/entitlement}, without {@code as_of} and {@code release_id}. */
final class EntitlementColumns {
  static final String MEASURE_ID = "measure_id";
  static final String APPLICANT_ID = "applicant_id";
  static final String CLAIM_ID = "claim_id";
  static final String POLICY_ID = "policy_id";
  static final String DEPARTMENT = "department";
  static final String AREA_CODE = "area_code";
  static final String EVENT_ON = "event_on";
  static final String CLAIMED_ON = "claimed_on";
  static final String CLAIMED = "claimed";
  static final String COMPUTED = "computed";
  static final String COMPUTED_LEAST = "computed_least";
  static final String IS_CEILING = "is_ceiling";
  static final String TAKEN_BEFORE = "taken_before";
  static final String APPROVED = "approved";
  static final String PAID = "paid";
  static final String DIFFERENCE = "difference";
  static final String UNIT = "unit";
  static final String VERDICT = "verdict";
  static final String REASON_ZH = "reason_zh";
  static final String REFERENCE = "reference";
  static final String PARAMETER_VALUES = "parameter_values";
  static final String IS_SIMULATED = "is_simulated";
  static final String EVIDENCE = "evidence";

  /** In the order they are written. */
  static final List<String> ALL =
      List.of(
          MEASURE_ID,
          APPLICANT_ID,
          CLAIM_ID,
          POLICY_ID,
          DEPARTMENT,
          AREA_CODE,
          EVENT_ON,
          CLAIMED_ON,
          CLAIMED,
          COMPUTED,
          COMPUTED_LEAST,
          IS_CEILING,
          TAKEN_BEFORE,
          APPROVED,
          PAID,
          DIFFERENCE,
          UNIT,
          VERDICT,
          REASON_ZH,
          REFERENCE,
          PARAMETER_VALUES,
          IS_SIMULATED,
          EVIDENCE);

  private EntitlementColumns() {}
}
