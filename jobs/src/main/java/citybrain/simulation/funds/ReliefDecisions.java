package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.ReliefCase.Decision;
import citybrain.simulation.funds.ReliefCases.Numbered;
import citybrain.simulation.funds.ReliefWeeks.Week;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decisions of the relief fund: first the day of receipt alone, again when decided, told or
 * corrected.
 */
final class ReliefDecisions implements ExtractGenerator {
  @Override
  public String department() {
    return ReliefExtracts.DEPARTMENT;
  }

  @Override
  public String extract() {
    return "relief_decisions";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return ReliefWeeks.deliveries(city, ReliefDecisions::records);
  }

  private static List<ExtractRecord> records(List<Numbered> cases, Week week) {
    return cases.stream()
        .filter(known -> week.isNews(known.relief().decisionDays()))
        .map(known -> record(known, week))
        .toList();
  }

  private static ExtractRecord record(Numbered known, Week week) {
    ExtractRecord record =
        new ExtractRecord()
            .with("application_id", known.applicationId())
            .with("received_on", known.relief().receivedOn());
    Decision decision = known.relief().decision();
    if (decision == null || decision.decidedOn().isAfter(week.knownUntil())) {
      return record;
    }
    BigDecimal approved = decision.approvedAmount();
    LocalDate notifiedOn = decision.notifiedOn();
    return record
        .with("decided_on", decision.decidedOn())
        .with("decision", approved == null ? "refused" : "approved")
        .with("refusal_reason", decision.refusalReason())
        .with(
            "approved_amount",
            approved == null
                ? null
                : ReliefExtracts.known(approved, decision.amountCorrection(), week))
        .with(
            "notified_on",
            notifiedOn == null || notifiedOn.isAfter(week.knownUntil()) ? null : notifiedOn);
  }
}
