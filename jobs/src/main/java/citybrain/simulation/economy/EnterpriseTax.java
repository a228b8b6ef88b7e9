package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Firm;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Invoices and taxes of every firm by month; a firm that closed comes once more, deregistered. */
final class EnterpriseTax implements ExtractGenerator {
  private static final double LATE = 0.03;
  private static final double REFUNDED_OF_EXPORTERS = 0.06;

  @Override
  public String department() {
    return "市税务局";
  }

  @Override
  public String extract() {
    return "enterprise_tax";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () ->
                            city.firms()
                                .map(firm -> new FirmMonth(city, firm, month))
                                .filter(FirmMonth::exists)
                                .map(EnterpriseTax::record)));
  }

  private static ExtractRecord record(FirmMonth firmMonth) {
    Firm firm = firmMonth.firm();
    SplittableRandom random = firmMonth.random("enterprise_tax");
    FirmTax tax = FirmTax.of(firmMonth);
    BigDecimal sales = FirmTax.yuan(firmMonth.sales());
    boolean isClosing = firmMonth.isClosing();
    double declaredShare = random.nextDouble() < 0.9 ? 1 : 1 + 0.05 * random.nextDouble();
    String filing = random.nextDouble() < LATE ? "late" : "filed";
    boolean isExporter = EnterpriseTrade.isTrader(firmMonth);
    BigDecimal exportRefund =
        FirmTax.yuan(
            isExporter ? firmMonth.sales() * REFUNDED_OF_EXPORTERS * random.nextDouble() : 0);
    boolean isInArrears = random.nextDouble() < 0.02 * Math.max(1, 3 - 2 * firmMonth.activity());
    return new ExtractRecord()
        .with("credit_code", firm.creditCode())
        .with("taxpayer_name", firm.name())
        .with("area_code", firm.district().code())
        .with("industry_code", firm.industry().code())
        .with("period", firmMonth.month())
        .with("taxpayer_kind", FirmTax.isSmallScale(firm) ? "small_scale" : "general")
        .with("taxpayer_status", isClosing ? "deregistered" : "normal")
        .with("filing_status", isClosing ? "zero" : filing)
        .with("invoiced_sales", sales)
        .with("invoice_count", isClosing ? 0 : 1 + Math.round(firmMonth.sales() / 80_000))
        .with("declared_sales", isClosing ? 0 : sales.doubleValue() * declaredShare, 2)
        .with("vat_paid", tax.vat())
        .with("corporate_income_tax_paid", tax.incomeTax())
        .with("personal_income_tax_withheld", tax.wageTax())
        .with("tax_paid", tax.total())
        .with("local_tax_paid", tax.local())
        .with("vat_credit_refund", FirmTax.yuan(0))
        .with("export_refund", exportRefund)
        .with("tax_reduced", tax.vat().doubleValue() * 0.15 * random.nextDouble(), 2)
        .with("tax_arrears", isInArrears ? tax.total().doubleValue() : 0, 2);
  }
}
