package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.Provider.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The register of those who treat or sell for the medical insurance, at the end of each month; an
 * agreement runs for a calendar year, a few are suspended for three months.
 */
final class MedicalProviders implements ExtractGenerator {
  private static final double SUSPENDED_A_YEAR = 0.06;
  private static final int MONTHS_SUSPENDED = 3;
  private static final String[] GRADES = {"A", "A", "B", "B", "B", "C", "D"};

  @Override
  public String department() {
    return "市医保局";
  }

  @Override
  public String extract() {
    return "institutions";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(
                        () -> Provider.all(city).map(provider -> record(city, provider, month))));
  }

  private static ExtractRecord record(City city, Provider provider, YearMonth month) {
    int year = month.getYear();
    LocalDate newYear = LocalDate.of(year, 1, 1);
    CRC32 hash = new CRC32();
    provider.code().chars().forEach(hash::update);
    SplittableRandom random = city.random("medical_provider/" + year, hash.getValue());
    String grade = GRADES[random.nextInt(GRADES.length)];
    String risk = grade.equals("A") ? "low" : grade.equals("B") ? "medium" : "high";
    YearMonth suspendedFrom = YearMonth.of(year, 1 + random.nextInt(12 - MONTHS_SUSPENDED));
    boolean isEverSuspended = random.nextDouble() < SUSPENDED_A_YEAR;
    boolean isSuspended =
        isEverSuspended
            && !month.isBefore(suspendedFrom)
            && month.isBefore(suspendedFrom.plusMonths(MONTHS_SUSPENDED));
    boolean isRestored =
        isEverSuspended && !month.isBefore(suspendedFrom.plusMonths(MONTHS_SUSPENDED));
    LocalDate statusOn =
        isSuspended
            ? suspendedFrom.atDay(1)
            : isRestored ? suspendedFrom.plusMonths(MONTHS_SUSPENDED).atDay(1) : newYear;
    boolean isPerson = provider.kind() == Kind.DOCTOR;
    ExtractRecord record =
        new ExtractRecord()
            .with("provider_code", provider.code())
            .with("provider_kind", provider.kind().code())
            .with("provider_name", provider.name())
            .with("credit_code", provider.creditCode())
            .with("institution_code", provider.employer())
            .with("area_code", provider.district().code())
            .with("institution_level", provider.level())
            .with("licence_no", "XK" + provider.code())
            .with("credit_grade", grade)
            .with("risk_grade", risk)
            .with("sampling_share", risk.equals("low") ? 10 : risk.equals("medium") ? 30 : 60)
            .with("inspections_per_year", risk.equals("low") ? 1 : risk.equals("medium") ? 2 : 4)
            .with("disclosed_on", city.officeDays().onOrAfter(LocalDate.of(year - 1, 12, 20)))
            .with("status", isSuspended ? "suspended" : "active")
            .with("status_on", statusOn)
            .with("status_reason", isSuspended ? "违反服务协议，暂停三个月" : null);
    if (isPerson) {
      return record.with("points_deducted", isSuspended || isRestored ? 6 : random.nextInt(3) / 2);
    }
    return record
        .with("ownership", provider.isPublic() ? "public" : "private")
        .with("agreement_no", "XY" + year + "-" + provider.code())
        .with("agreement_class", provider.kind() == Kind.PHARMACY ? "零售药店协议" : "医疗机构协议")
        .with("agreement_from", newYear)
        .with("agreement_to", LocalDate.of(year, 12, 31))
        .with("has_payment_standard", provider.isPublic() ? null : random.nextDouble() < 0.9)
        .with("has_accounting_system", random.nextDouble() < 0.95);
  }
}
