package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Firm;
import citybrain.simulation.city.Occurrences;
import citybrain.simulation.city.OfficeDays;
import citybrain.simulation.city.Shares;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cases of the one licence per trade, which the city gives since August 2020 (青政办字〔2020〕77号); a
 * case is reported in each month in which it moved.
 */
final class Licences implements ExtractGenerator {
  private static final YearMonth FIRST = YearMonth.of(2020, 8);
  private static final double CASES_A_MONTH = 25;
  private static final int MONTHS_OPEN = 2;
  private static final int FIRMS_LOOKED_AT = 20;

  private static final Shares BUSINESS =
      Shares.of("new", 62)
          .and("change", 18)
          .and("renewal", 10)
          .and("cancellation", 7)
          .and("lapse", 3);
  private static final Shares TRADES =
      Shares.equal("便利店", "餐饮店", "药店", "书店", "健身房", "宾馆", "母婴用品店", "烘焙店", "美容美发店", "电影院");

  @Override
  public String department() {
    return "市行政审批局";
  }

  @Override
  public String extract() {
    return "licences";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .filter(month -> !month.isBefore(FIRST))
        .map(MonthReport::new)
        .map(report -> Delivery.of(report.month()).records(() -> records(city, report)));
  }

  private static Stream<ExtractRecord> records(City city, MonthReport report) {
    return report
        .beginnings(MONTHS_OPEN)
        .filter(month -> !month.isBefore(FIRST))
        .flatMap(month -> cases(city, month))
        .filter(licence -> licence.isNews(report))
        .map(licence -> record(licence, report));
  }

  private static Stream<Case> cases(City city, YearMonth month) {
    long seed = month.getYear() * 100L + month.getMonthValue();
    double wanted = CASES_A_MONTH * Dynamics.springFestival(month, 0.6);
    long cases = Occurrences.drawn(city, wanted, city.random("licences", seed));
    return LongStream.range(0, cases).mapToObj(number -> Case.of(city, month, number));
  }

  /** One case with its days; a day that never comes is null. */
  private record Case(
      String id,
      Firm firm,
      String business,
      String trade,
      int permits,
      boolean isOnline,
      int corrections,
      LocalDate appliedOn,
      LocalDate acceptedOn,
      LocalDate decidedOn,
      String result,
      @Nullable LocalDate issuedOn) {

    static Case of(City city, YearMonth month, long number) {
      long seed = (month.getYear() * 100L + month.getMonthValue()) * 1_000_000 + number;
      RandomGenerator random = city.random("licences/case", seed);
      OfficeDays days = city.officeDays();
      int corrections = random.nextDouble() < 0.15 ? 1 : 0;
      LocalDate appliedOn = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
      LocalDate acceptedOn = days.after(appliedOn, random.nextInt(2) + 4 * corrections);
      LocalDate decidedOn = days.after(acceptedOn, 1 + random.nextInt(9));
      double fate = random.nextDouble();
      String result = fate < 0.94 ? "granted" : fate < 0.98 ? "refused" : "retracted";
      int months = (month.getYear() - 2020) * 12 + month.getMonthValue();
      return new Case(
          String.format(
              Locale.ROOT, "YZ%d%02d-%05d", month.getYear(), month.getMonthValue(), number + 1),
          applicant(city, appliedOn, random),
          BUSINESS.drawn(random),
          TRADES.drawn(random),
          2 + random.nextInt(4),
          random.nextDouble() < Math.min(0.9, 0.4 + 0.02 * months),
          corrections,
          appliedOn,
          acceptedOn,
          decidedOn,
          result,
          result.equals("granted") ? days.after(decidedOn, random.nextInt(3)) : null);
    }

    /** A firm that was open on the day; the last of some looked at when none was. */
    private static Firm applicant(City city, LocalDate day, RandomGenerator random) {
      Firm firm = city.firm(random.nextLong(city.firmCount()));
      for (int i = 0; i < FIRMS_LOOKED_AT && !firm.isOpen(day); i++) {
        firm = city.firm(random.nextLong(city.firmCount()));
      }
      return firm;
    }

    boolean isNews(MonthReport report) {
      return report.isNews(appliedOn)
          || report.isNews(acceptedOn)
          || report.isNews(decidedOn)
          || report.isNews(issuedOn);
    }

    /** Whether a licence is handed out when it is granted. */
    boolean hasLicence() {
      return !business.equals("cancellation") && !business.equals("lapse");
    }
  }

  private static ExtractRecord record(Case licence, MonthReport report) {
    LocalDate decidedOn = report.known(licence.decidedOn());
    LocalDate issuedOn = licence.hasLicence() ? report.known(licence.issuedOn()) : null;
    boolean isGranted = decidedOn != null && licence.result().equals("granted");
    boolean isChange = licence.business().equals("change") || licence.business().equals("renewal");
    ExtractRecord record =
        new ExtractRecord()
            .with("application_id", licence.id())
            .with("business", licence.business())
            .with("channel", licence.isOnline() ? "online" : "window")
            .with("applicant_name", licence.firm().name())
            .with("credit_code", licence.firm().creditCode())
            .with("applicant_kind", "company")
            .with("area_code", licence.firm().district().code())
            .with("handling_level", licence.permits() > 4 ? "municipal" : "district")
            .with("trade", licence.trade())
            .with("permits", licence.permits())
            .with("departments", 1 + licence.permits() / 2)
            .with("applied_on", licence.appliedOn())
            .with("accepted_on", report.known(licence.acceptedOn()))
            .with("correction_notices", licence.corrections())
            .with("uses_commitment", licence.permits() == 2)
            .with("site_visits", licence.permits() > 3 ? 1 : 0)
            .with("promised_workdays", 10)
            .with("decided_on", decidedOn)
            .with("result", decidedOn == null ? null : licence.result())
            .with("fee", 0);
    if (isGranted && licence.hasLicence()) {
      record.with("licence_number", "青综证" + licence.id().substring(2)).with("issued_on", issuedOn);
      record
          .with("has_qr_code", issuedOn == null ? null : true)
          .with("has_statutory_licences", issuedOn == null ? null : true);
    }
    if (isChange) {
      record
          .with("permit_changed_on", report.known(licence.acceptedOn()))
          .with("office_notified_on", decidedOn)
          .with("licence_updated_on", issuedOn);
    }
    return record;
  }
}
