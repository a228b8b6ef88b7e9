package citybrain.funds;

import citybrain.rule.SubjectColumns;
import java.util.List;

/** Columns of the subject table {@code relief_case}. */
final class ReliefCaseColumns {
  static final String APPLICATION_ID = "application_id";
  static final String ACCIDENT_ON = "accident_on";
  static final String APPLIED_ON = "applied_on";
  static final String RECEIVED_ON = "received_on";
  static final String DECIDED_ON = "decided_on";
  static final String DECISION = "decision";
  static final String FIRST_PAID_ON = "first_paid_on";
  static final String PAID_AMOUNT = "paid_amount";
  static final String REQUESTED_AMOUNT = "requested_amount";
  static final String APPROVED_AMOUNT = "approved_amount";
  static final String EXPENSE_KIND = "expense_kind";
  static final String AREA_CODE = "area_code";
  static final String APPLICATION_KNOWN_FROM = "application_known_from";
  static final String DECISION_KNOWN_FROM = "decision_known_from";
  static final String PAYMENT_KNOWN_FROM = "payment_known_from";

  static final List<String> ALL =
      List.of(
          APPLICATION_ID,
          ACCIDENT_ON,
          APPLIED_ON,
          RECEIVED_ON,
          DECIDED_ON,
          DECISION,
          FIRST_PAID_ON,
          PAID_AMOUNT,
          REQUESTED_AMOUNT,
          APPROVED_AMOUNT,
          EXPENSE_KIND,
          AREA_CODE,
          APPLICATION_KNOWN_FROM,
          DECISION_KNOWN_FROM,
          PAYMENT_KNOWN_FROM,
          SubjectColumns.KNOWN_FROM_FIRST,
          SubjectColumns.KNOWN_FROM_LAST,
          SubjectColumns.IS_SIMULATED,
          SubjectColumns.EVIDENCE);

  private ReliefCaseColumns() {}
}
