package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.OfficeDays;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inspections of the medical-insurance fund; each comes again in every month in which it goes on.
 */
final class Inspections implements ExtractGenerator {
  private static final double INSPECTIONS_A_MONTH = 10;

  /** From an inspection to the last news of it. */
  private static final int LONGEST_CASE_MONTHS = 5;

  private static final List<String> TRIGGERS =
      List.of("random", "random", "random", "complaint", "campaign", "monitoring", "routine_audit");
  private static final List<String> VIOLATIONS =
      List.of("fraud", "price", "unreasonable_treatment", "agreement_breach", "tax_accounting");

  @Override
  public String department() {
    return "市医保局";
  }

  @Override
  public String extract() {
    return "inspections";
  }

  /** One inspection and all that comes of it; days that never come are null. */
  private record Case(
      String number,
      Provider subject,
      String trigger,
      @Nullable LocalDate drawnOn,
      LocalDate inspectedOn,
      String violation,
      BigDecimal involved,
      boolean isCrime,
      @Nullable LocalDate decidedOn,
      @Nullable LocalDate publishedOn,
      @Nullable LocalDate policeOn) {}

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(month -> Delivery.of(month).records(() -> records(city, new ReportMonth(month))));
  }

  private static Stream<ExtractRecord> records(City city, ReportMonth month) {
    YearMonth oldest = month.month().minusMonths(LONGEST_CASE_MONTHS);
    YearMonth first = oldest.isBefore(city.from()) ? city.from() : oldest;
    List<Provider> providers = Provider.all(city).toList();
    return Stream.iterate(
            first,
            inspected -> !inspected.isAfter(month.month()),
            inspected -> inspected.plusMonths(1))
        .flatMap(inspected -> inspectedIn(city, inspected, providers))
        .filter(
            one ->
                month.isNews(one.inspectedOn(), one.decidedOn(), one.publishedOn(), one.policeOn()))
        .map(one -> record(one, month));
  }

  private static Stream<Case> inspectedIn(City city, YearMonth month, List<Provider> providers) {
    return LongStream.rangeClosed(1, city.scaled(INSPECTIONS_A_MONTH))
        .mapToObj(number -> of(city, month, number, providers));
  }

  private static Case of(City city, YearMonth month, long number, List<Provider> providers) {
    OfficeDays officeDays = city.officeDays();
    SplittableRandom random =
        city.random(
            "inspection", (month.getYear() * 12L + month.getMonthValue()) * 100_000 + number);
    String trigger = TRIGGERS.get(random.nextInt(TRIGGERS.size()));
    LocalDate inspectedOn = officeDays.onOrAfter(month.atDay(4 + random.nextInt(18)));
    boolean isFound = random.nextDouble() < 0.45;
    String violation = isFound ? VIOLATIONS.get(random.nextInt(VIOLATIONS.size())) : "none";
    BigDecimal involved =
        isFound ? Yuan.of(4_000 * Math.exp(1.3 * random.nextGaussian())) : Yuan.NOTHING;
    boolean isCrime = violation.equals("fraud") && random.nextDouble() < 0.5;
    LocalDate decidedOn = officeDays.after(inspectedOn, 10 + random.nextInt(40));
    LocalDate publishedOn =
        officeDays.after(isFound ? decidedOn : inspectedOn, 3 + random.nextInt(17));
    boolean isPublished = random.nextDouble() < 0.93;
    LocalDate policeOn = officeDays.after(decidedOn, 1 + random.nextInt(7));
    return new Case(
        String.format(Locale.ROOT, "JC%d%02d-%03d", month.getYear(), month.getMonthValue(), number),
        providers.get(random.nextInt(providers.size())),
        trigger,
        trigger.equals("random") ? month.atDay(1) : null,
        inspectedOn,
        violation,
        involved,
        isCrime,
        isFound ? decidedOn : null,
        isPublished ? publishedOn : null,
        isCrime ? policeOn : null);
  }

  private static ExtractRecord record(Case one, ReportMonth month) {
    boolean isDecided = month.isKnown(one.decidedOn());
    boolean isGrave = one.violation().equals("fraud");
    boolean isJoint = one.trigger().equals("campaign") || one.trigger().equals("random");
    ExtractRecord record =
        new ExtractRecord()
            .with("inspection_no", one.number())
            .with("subject_code", one.subject().code())
            .with("violation", one.violation())
            .with("subject_kind", one.subject().kind().code())
            .with("subject_name", one.subject().name())
            .with("area_code", one.subject().district().code())
            .with("trigger", one.trigger())
            .with("drawn_on", one.drawnOn())
            .with("departments", isJoint ? "市医保局、市卫生健康委、市市场监管局" : "市医保局")
            .with("officer_count", isJoint ? 4 : 2)
            .with("inspected_on", one.inspectedOn())
            .with("is_recorded", one.inspectedOn().getDayOfMonth() % 11 != 0)
            .with("involved_amount", one.involved())
            .with("is_crime_suspected", one.isCrime())
            .with("published_on", month.known(one.publishedOn()))
            .with("police_on", month.known(one.policeOn()));
    if (isDecided) {
      record
          .with("recovered_amount", one.involved())
          .with("penalty", isGrave ? "fine" : "recover")
          .with("fine_amount", isGrave ? Yuan.share(one.involved(), 2) : null)
          .with("legal_review_on", isGrave ? one.decidedOn() : null)
          .with("decided_on", one.decidedOn())
          .with("closed_on", one.decidedOn());
    }
    return record;
  }
}
