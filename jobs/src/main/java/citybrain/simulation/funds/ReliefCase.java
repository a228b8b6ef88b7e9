package citybrain.simulation.funds;

import citybrain.simulation.city.District;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application to the relief fund and all that will ever happen to it; amounts in yuan.
 *
 * @param requestCorrection the requested amount as the outlet corrects it later; null for most
 * @param decision null when the case is never decided
 * @param payments empty when refused or never paid
 */
record ReliefCase(
    String accidentId,
    LocalDate accidentOn,
    LocalDate appliedOn,
    Applicant applicant,
    Expense expense,
    Circumstance circumstance,
    District district,
    BigDecimal requestedAmount,
    @Nullable Correction requestCorrection,
    LocalDate receivedOn,
    @Nullable Decision decision,
    List<Payment> payments) {

  /** An amount that replaces the one first reported, from the day it is reported on. */
  record Correction(LocalDate reportedOn, BigDecimal amount) {}

  /**
   * @param refusalReason null when approved
   * @param approvedAmount null when refused
   * @param notifiedOn null when nobody was told
   */
  record Decision(
      LocalDate decidedOn,
      @Nullable String refusalReason,
      @Nullable BigDecimal approvedAmount,
      @Nullable Correction amountCorrection,
      @Nullable LocalDate notifiedOn) {
    Decision {
      if ((refusalReason == null) == (approvedAmount == null)) {
        throw new IllegalArgumentException(
            "Either approved with an amount or refused with a reason");
      }
    }
  }

  /** One transfer. */
  record Payment(LocalDate paidOn, BigDecimal amount, String payee) {}

  /** Who applies. */
  enum Applicant {
    VICTIM("受害人"),
    KIN("近亲属"),
    MEDICAL_INSTITUTION("医疗机构"),
    FUNERAL_INSTITUTION("殡葬服务机构");

    private final String word;

    Applicant(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What for. */
  enum Expense {
    RESCUE("抢救费用"),
    FUNERAL("丧葬费用");

    private final String word;

    Expense(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Why the fund and not an insurer. */
  enum Circumstance {
    OVER_LIMIT("超过交强险责任限额"),
    UNINSURED("未参加交强险"),
    HIT_AND_RUN("肇事后逃逸");

    private final String word;

    Circumstance(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** The days on which something is added to, or changed in, what is known of the application. */
  List<LocalDate> applicationDays() {
    List<LocalDate> days = new ArrayList<>(List.of(appliedOn));
    if (requestCorrection != null) {
      days.add(requestCorrection.reportedOn());
    }
    return days;
  }

  /** The days on which something is added to, or changed in, what is known of the decision. */
  List<LocalDate> decisionDays() {
    List<LocalDate> days = new ArrayList<>(List.of(receivedOn));
    if (decision != null) {
      days.add(decision.decidedOn());
      if (decision.notifiedOn() != null) {
        days.add(decision.notifiedOn());
      }
      if (decision.amountCorrection() != null) {
        days.add(decision.amountCorrection().reportedOn());
      }
    }
    return days;
  }
}
