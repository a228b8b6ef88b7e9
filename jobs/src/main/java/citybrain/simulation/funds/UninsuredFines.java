package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.Stream;

/** Fines for missing compulsory insurance, by the month of their decision. */
final class UninsuredFines implements ExtractGenerator {
  @Override
  public String department() {
    return "市公安局";
  }

  @Override
  public String extract() {
    return "uninsured_fines";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () ->
                            UninsuredFine.in(city, month).map(fine -> record(city, fine, month))));
  }

  private static ExtractRecord record(City city, UninsuredFine fine, YearMonth month) {
    LocalDate known = city.officeDays().after(month.atEndOfMonth(), 5);
    LocalDate paidOn = fine.paidOn();
    LocalDate treasuryOn = fine.treasuryOn();
    boolean isPaid = paidOn != null && !paidOn.isAfter(known);
    boolean isInTreasury = treasuryOn != null && !treasuryOn.isAfter(known);
    return new ExtractRecord()
        .with(
            "decision_no",
            String.format(
                Locale.ROOT,
                "青公交决〔%d〕第%02d%05d号",
                month.getYear(),
                month.getMonthValue(),
                fine.number()))
        .with("period", month)
        .with("decided_on", fine.decidedOn())
        .with("area_code", fine.district().code())
        .with("police_unit", fine.district().zh() + "交警大队")
        .with("party_name", fine.party().name())
        .with("party_role", fine.isManager() ? "manager" : "owner")
        .with("plate_number", "鲁B" + (10_000 + fine.party().index() * 13 % 90_000))
        .with("fine_amount", fine.amount())
        .with("paid_amount", isPaid ? fine.amount() : Yuan.NOTHING)
        .with("paid_on", isPaid ? paidOn : null)
        .with("treasury_on", isInTreasury ? treasuryOn : null)
        .with("treasury_level", isInTreasury ? "city" : null)
        .with("is_booked_apart", fine.number() % 25 != 0);
  }
}
