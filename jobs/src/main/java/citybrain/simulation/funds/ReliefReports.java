package citybrain.simulation.funds;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.Identifiers;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.ReliefLedger.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports of the relief fund: the quarter's accounts, and with the first quarter's those of the
 * year before, audited. They sum up the ledger; moves between the fund's own accounts are left out.
 */
final class ReliefReports implements ExtractGenerator {
  private static final int MONTHS_A_QUARTER = 3;
  private static final int MONTHS_A_YEAR = 12;
  private static final int WORKDAYS_TO_REPORT = 8;
  private static final long AUDITOR = 81_000_000;

  @Override
  public String department() {
    return ReliefExtracts.DEPARTMENT;
  }

  @Override
  public String extract() {
    return "relief_reports";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    List<ReliefLedger.Month> kept = new ArrayList<>();
    return ReliefLedger.months(city)
        .flatMap(
            month -> {
              kept.add(month);
              if (kept.size() > MONTHS_A_YEAR + MONTHS_A_QUARTER) {
                kept.remove(0);
              }
              return reported(city, month.month(), List.copyOf(kept));
            });
  }

  /** None unless a quarter that lies wholly in the span ends with the month. */
  private static Stream<Delivery> reported(
      City city, YearMonth month, List<ReliefLedger.Month> kept) {
    if (month.getMonthValue() % MONTHS_A_QUARTER != 0 || kept.size() < MONTHS_A_QUARTER) {
      return Stream.empty();
    }
    Period quarter = Period.quarter(month.getYear(), month.getMonthValue() / MONTHS_A_QUARTER);
    LocalDate handedInOn = city.officeDays().after(quarter.end(), WORKDAYS_TO_REPORT);
    List<ExtractRecord> records = new ArrayList<>();
    records.add(
        accounts("quarterly_financial", quarter, last(kept, MONTHS_A_QUARTER))
            .with("handed_in_on", handedInOn)
            .with("is_audited", false));
    boolean isYearBehind =
        month.getMonthValue() == MONTHS_A_QUARTER
            && kept.size() == MONTHS_A_YEAR + MONTHS_A_QUARTER;
    if (isYearBehind) {
      Period year = Period.year(month.getYear() - 1);
      List<ReliefLedger.Month> months = kept.subList(0, MONTHS_A_YEAR);
      LocalDate auditedOn = city.officeDays().onOrAfter(month.atDay(10));
      records.add(
          accounts("annual_financial", year, months)
              .with("handed_in_on", city.officeDays().after(auditedOn, 6))
              .with("is_audited", true)
              .with("auditor_name", "青岛模拟会计师事务所")
              .with("auditor_credit_code", Identifiers.creditCode("91", "370202", AUDITOR))
              .with("audited_on", auditedOn)
              .with("audit_opinion", "unqualified")
              .with("is_misstated", false));
      records.add(
          heading("annual_work", year)
              .with("handed_in_on", city.officeDays().onOrAfter(month.atDay(25)))
              .with("is_audited", false));
    }
    return Stream.of(Delivery.of(quarter).records(records::stream));
  }

  private static List<ReliefLedger.Month> last(List<ReliefLedger.Month> months, int count) {
    return months.subList(months.size() - count, months.size());
  }

  private static ExtractRecord heading(String kind, Period period) {
    return new ExtractRecord()
        .with("report_kind", kind)
        .with("period", period)
        .with("submitted_by", ReliefExtracts.DEPARTMENT)
        .with("submitted_to", "市财政局");
  }

  private static ExtractRecord accounts(
      String kind, Period period, List<ReliefLedger.Month> months) {
    BigDecimal opening = months.get(0).opening();
    BigDecimal income = sum(months, true, List.of());
    BigDecimal expenditure = sum(months, false, List.of());
    return heading(kind, period)
        .with("opening_balance", opening)
        .with("income_total", income)
        .with("expenditure_total", expenditure)
        .with("closing_balance", opening.add(income).subtract(expenditure))
        .with("advance_count", months.stream().mapToInt(ReliefLedger.Month::advances).sum())
        .with("advanced_amount", sum(months, false, List.of("rescue_advance", "funeral_advance")))
        .with("recovered_amount", sum(months, true, List.of("recovery")));
  }

  /** Of the items, or of all when none is named. */
  private static BigDecimal sum(
      List<ReliefLedger.Month> months, boolean isReceipt, List<String> items) {
    return months.stream()
        .flatMap(month -> month.entries().stream())
        .filter(entry -> !entry.isWithinTheFund() && entry.isReceipt() == isReceipt)
        .filter(entry -> items.isEmpty() || items.contains(entry.item()))
        .map(Entry::amount)
        .reduce(Yuan.NOTHING, BigDecimal::add);
  }
}
