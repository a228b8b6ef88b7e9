package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Institution;
import citybrain.simulation.city.Person;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.ReliefCase.Circumstance;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines of rescue bills closed in a month: one file for each institution that has any, in a zip.
 */
final class RescueBills implements ExtractGenerator {
  private static final List<String> DIAGNOSES =
      List.of("重型颅脑损伤", "多发伤", "骨盆骨折", "脾破裂", "血气胸", "股骨干骨折");
  private static final List<String> BASES =
      List.of("unstable", "life_danger", "disability", "prolonged");
  private static final double REASON_GIVEN = 0.85;

  @Override
  public String department() {
    return "医疗机构";
  }

  @Override
  public String extract() {
    return "rescue_bills";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months().flatMap(month -> delivery(city, month));
  }

  private static Stream<Delivery> delivery(City city, YearMonth month) {
    Map<Long, List<RescueBill>> bills = new TreeMap<>();
    for (RescueBill bill : RescueBill.closedIn(city, month)) {
      bills.computeIfAbsent(bill.institution(), unused -> new ArrayList<>()).add(bill);
    }
    if (bills.isEmpty()) {
      return Stream.empty();
    }
    Delivery delivery = Delivery.of(month);
    for (Map.Entry<Long, List<RescueBill>> ofInstitution : bills.entrySet()) {
      Institution institution = city.institution(ofInstitution.getKey());
      delivery =
          delivery.part(
              institution.name() + ".csv",
              () ->
                  ofInstitution.getValue().stream()
                      .flatMap(bill -> records(city, institution, bill)));
    }
    return Stream.of(delivery);
  }

  private static Stream<ExtractRecord> records(
      City city, Institution institution, RescueBill bill) {
    return IntStream.range(0, bill.lines().size())
        .mapToObj(line -> record(city, institution, bill, line));
  }

  private static ExtractRecord record(
      City city, Institution institution, RescueBill bill, int lineNumber) {
    ReliefCase relief = bill.relief();
    RescueBill.Line line = bill.lines().get(lineNumber);
    long number = Accident.number(relief.accidentId());
    SplittableRandom random =
        city.random("rescue_reason", relief.accidentOn().toEpochDay() * 100_000 + number);
    boolean isBeyond = bill.hours().get(lineNumber) > RescueBill.RULE_HOURS;
    boolean hasReason = isBeyond && random.nextDouble() < REASON_GIVEN;
    Person victim = Accident.victimOf(city, relief);
    return new ExtractRecord()
        .with("institution_credit_code", institution.creditCode())
        .with("bill_no", "ZD" + relief.accidentId().substring(2))
        .with("line_no", lineNumber + 1)
        .with("institution_name", institution.name())
        .with("accident_id", relief.accidentId())
        .with("area_code", relief.district().code())
        .with("patient_name", victim.name())
        .with("patient_id", victim.residentId())
        .with("victim_position", number % 3 == 0 ? "pedestrian" : "non_motor")
        .with("diagnosis", DIAGNOSES.get((int) (number % DIAGNOSES.size())))
        .with("rescue_basis", BASES.get((int) (number % BASES.size())))
        .with("admitted_at", bill.admittedAt())
        .with("serviced_at", bill.at(lineNumber))
        .with("elapsed_hours", bill.hours().get(lineNumber))
        .with("item_code", line.item().get(0))
        .with("item_name", line.item().get(1))
        .with("item_kind", line.item().get(2))
        .with("quantity", line.quantity())
        .with("unit_price", line.price())
        .with("standard_price", line.standardPrice())
        .with("amount", line.amount())
        .with(
            "insurer_paid",
            relief.circumstance() == Circumstance.OVER_LIMIT ? Yuan.of(10_000) : Yuan.NOTHING)
        .with("extension_reason", hasReason ? "生命体征仍不平稳，需继续抢救" : null)
        .with(
            "extension_reason_on",
            hasReason ? bill.admittedAt().plusHours(RescueBill.RULE_HOURS).toLocalDate() : null);
  }
}
