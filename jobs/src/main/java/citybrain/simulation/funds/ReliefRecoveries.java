package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Person;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.Recovery.Obligor;
import citybrain.simulation.funds.Recovery.Step;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Steps of recovering advances, by the month in which they were taken. */
final class ReliefRecoveries implements ExtractGenerator {
  @Override
  public String department() {
    return ReliefExtracts.DEPARTMENT;
  }

  @Override
  public String extract() {
    return "relief_recoveries";
  }

  private record Taken(Recovery recovery, Step step) {}

  @Override
  public Stream<Delivery> deliveries(City city) {
    YearNumbers numbers = new YearNumbers("ZC");
    return ReliefMonths.of(city, month -> delivery(city, month, numbers))
        .flatMap(delivery -> delivery);
  }

  /** None for a month without a step. */
  private static Stream<Delivery> delivery(
      City city, ReliefMonths.Month month, YearNumbers numbers) {
    List<ExtractRecord> records =
        month.open().stream()
            .map(known -> Recovery.of(city, known))
            .flatMap(recovery -> recovery.steps().stream().map(step -> new Taken(recovery, step)))
            .filter(taken -> YearMonth.from(taken.step().actedOn()).equals(month.month()))
            .sorted(
                Comparator.comparing((Taken taken) -> taken.step().actedOn())
                    .thenComparing(taken -> taken.recovery().known().applicationId()))
            .map(taken -> record(city, taken, numbers))
            .toList();
    return records.isEmpty()
        ? Stream.empty()
        : Stream.of(Delivery.of(month.month()).records(records::stream));
  }

  private static ExtractRecord record(City city, Taken taken, YearNumbers numbers) {
    Recovery recovery = taken.recovery();
    Step step = taken.step();
    ReliefCase relief = recovery.known().relief();
    String id = numbers.next(step.actedOn());
    ExtractRecord record =
        new ExtractRecord()
            .with("recovery_id", id)
            .with("application_id", recovery.known().applicationId())
            .with("period", YearMonth.from(step.actedOn()))
            .with("area_code", relief.district().code())
            .with("acted_on", step.actedOn())
            .with("action", step.action())
            .with("obligor_kind", recovery.obligor().code())
            .with("advanced_amount", recovery.advanced())
            .with("outstanding_amount", step.outstanding());
    Person liable = Accident.liableOf(city, relief);
    switch (recovery.obligor()) {
      case PERSON ->
          record.with("obligor_name", liable.name()).with("obligor_id", liable.residentId());
      case INSURER -> record.with("obligor_name", Insurer.all().get(0).name());
      case ORGANISATION -> record.with("obligor_name", relief.district().zh() + "模拟运输有限公司");
    }
    if (recovery.obligor() == Obligor.PERSON && step.action().equals("notice")) {
      record.with("assisting_body", "police");
    }
    return withAmounts(record, step, id);
  }

  private static ExtractRecord withAmounts(ExtractRecord record, Step step, String id) {
    return switch (step.action()) {
      case "notice" -> record.with("claimed_amount", step.amount());
      case "lawsuit" ->
          record
              .with("claimed_amount", step.amount())
              .with("assisting_body", "court")
              .with(
                  "case_number",
                  "（" + step.actedOn().getYear() + "）鲁0202民初" + id.substring(7) + "号");
      case "repayment" ->
          record
              .with("repaid_amount", step.amount())
              .with("repaid_on", step.actedOn())
              .with("received_account", "special");
      case "offset" -> record.with("offset_amount", step.amount());
      case "write_off_request" -> record.with("write_off_reason", "赔偿义务人下落不明或无财产可供执行");
      default ->
          record
              .with("write_off_amount", step.amount())
              .with("write_off_reason", "赔偿义务人下落不明或无财产可供执行")
              .with("approving_body", "市财政局、市公安局")
              .with(
                  "approval_number",
                  "青财核〔" + step.actedOn().getYear() + "〕" + id.substring(7) + "号")
              .with("approved_on", step.actedOn());
    };
  }
}
