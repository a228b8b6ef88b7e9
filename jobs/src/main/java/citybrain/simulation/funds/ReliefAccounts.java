package citybrain.simulation.funds;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.ReliefLedger.Entry;
import java.time.YearMonth;
import java.util.stream.Stream;

/** The ledger of the relief fund's two accounts by month. */
final class ReliefAccounts implements ExtractGenerator {
  @Override
  public String department() {
    return ReliefExtracts.DEPARTMENT;
  }

  @Override
  public String extract() {
    return "relief_accounts";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return ReliefLedger.months(city)
        .map(
            month ->
                Delivery.of(month.month())
                    .records(() -> month.entries().stream().map(ReliefAccounts::record)));
  }

  private static ExtractRecord record(Entry entry) {
    boolean isFine = entry.item().equals("uninsured_fine");
    return new ExtractRecord()
        .with("account", entry.account().code())
        .with("entry_no", entry.number())
        .with("period", YearMonth.from(entry.bookedOn()))
        .with("booked_on", entry.bookedOn())
        .with("direction", entry.isReceipt() ? "receipt" : "expenditure")
        .with("item", entry.item())
        .with("amount", entry.amount())
        .with("balance", entry.balance())
        .with("counterparty", entry.counterparty())
        .with("counterparty_credit_code", entry.counterpartyCode())
        .with("fine_year", isFine ? Period.year(entry.bookedOn().getYear() - 1) : null)
        .with("related_number", entry.relatedNumber());
  }
}
