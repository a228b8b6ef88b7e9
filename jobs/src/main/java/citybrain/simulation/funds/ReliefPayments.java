package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.ReliefCase.Payment;
import citybrain.simulation.funds.ReliefCases.Numbered;
import citybrain.simulation.funds.ReliefWeeks.Week;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Advances that the relief fund paid, each once. */
final class ReliefPayments implements ExtractGenerator {
  @Override
  public String department() {
    return ReliefExtracts.DEPARTMENT;
  }

  @Override
  public String extract() {
    return "relief_payments";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    YearNumbers numbers = new YearNumbers("BF");
    return ReliefWeeks.deliveries(city, (cases, week) -> records(cases, week, numbers));
  }

  private record Known(String applicationId, Payment payment) {}

  private static List<ExtractRecord> records(List<Numbered> cases, Week week, YearNumbers numbers) {
    return cases.stream()
        .flatMap(
            known ->
                known.relief().payments().stream()
                    .map(payment -> new Known(known.applicationId(), payment)))
        .filter(known -> week.isNews(List.of(known.payment().paidOn())))
        .sorted(
            Comparator.comparing((Known known) -> known.payment().paidOn())
                .thenComparing(Known::applicationId))
        .map(
            known ->
                new ExtractRecord()
                    .with("payment_id", numbers.next(known.payment().paidOn()))
                    .with("application_id", known.applicationId())
                    .with("paid_on", known.payment().paidOn())
                    .with("amount", known.payment().amount())
                    .with("payee", known.payment().payee()))
        .toList();
  }
}
