package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.ReliefCases.Numbered;
import citybrain.simulation.funds.ReliefWeeks.Week;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Applications to the relief fund: once, and again when the amount is corrected. */
final class ReliefApplications implements ExtractGenerator {
  @Override
  public String department() {
    return ReliefExtracts.DEPARTMENT;
  }

  @Override
  public String extract() {
    return "relief_applications";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return ReliefWeeks.deliveries(city, ReliefApplications::records);
  }

  private static List<ExtractRecord> records(List<Numbered> cases, Week week) {
    return cases.stream()
        .filter(known -> week.isNews(known.relief().applicationDays()))
        .map(known -> record(known, week))
        .toList();
  }

  private static ExtractRecord record(Numbered known, Week week) {
    ReliefCase relief = known.relief();
    BigDecimal requested =
        ReliefExtracts.known(relief.requestedAmount(), relief.requestCorrection(), week);
    return new ExtractRecord()
        .with("application_id", known.applicationId())
        .with("accident_id", relief.accidentId())
        .with("accident_on", relief.accidentOn())
        .with("applied_on", relief.appliedOn())
        .with("applicant_kind", relief.applicant().word())
        .with("expense_kind", relief.expense().word())
        .with("circumstance", relief.circumstance().word())
        .with("area_code", relief.district().code())
        .with("outlet", relief.district().zh() + "救助服务网点")
        .with("requested_amount", requested);
  }
}
