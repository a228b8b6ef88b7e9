package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.ConstructionProject;
import citybrain.simulation.city.Dynamics;
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
 * Cases of wage arrears, most before the Spring Festival; each comes again in every month in which
 * it goes on.
 */
final class WageCases implements ExtractGenerator {
  private static final double CASES_A_MONTH = 6;

  /** From finding a case to the last news of it. */
  private static final int LONGEST_CASE_MONTHS = 8;

  private static final double SERIOUS = 0.08;
  private static final double NEVER_SETTLED = 0.06;
  private static final List<String> CHANNELS =
      List.of("complaint", "complaint", "report", "platform_alert", "inspection", "petition");
  private static final List<String> CAUSES =
      List.of(
          "project_arrears",
          "illegal_subcontract",
          "transfer",
          "insolvency",
          "affiliation",
          "other");

  /** One case and all that comes of it; days that never come are null. */
  private record Case(
      String number,
      ConstructionProject project,
      String channel,
      String cause,
      LocalDate foundOn,
      LocalDate acceptedOn,
      int workers,
      BigDecimal owed,
      boolean isSerious,
      boolean isReferred,
      @Nullable LocalDate settledOn,
      @Nullable LocalDate repliedOn,
      @Nullable LocalDate publishedOn,
      @Nullable LocalDate policeOn) {}

  @Override
  public String department() {
    return "市人力资源社会保障局";
  }

  @Override
  public String extract() {
    return "wage_cases";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months().flatMap(month -> delivery(city, new ReportMonth(month)));
  }

  private static Stream<Delivery> delivery(City city, ReportMonth month) {
    YearMonth oldest = month.month().minusMonths(LONGEST_CASE_MONTHS);
    YearMonth first = oldest.isBefore(city.from()) ? city.from() : oldest;
    List<ExtractRecord> records =
        Stream.iterate(first, found -> !found.isAfter(month.month()), found -> found.plusMonths(1))
            .flatMap(found -> foundIn(city, found))
            .filter(
                one ->
                    month.isNews(
                        one.foundOn(),
                        one.acceptedOn(),
                        one.settledOn(),
                        one.repliedOn(),
                        one.publishedOn(),
                        one.policeOn()))
            .map(one -> record(one, month))
            .toList();
    return records.isEmpty()
        ? Stream.empty()
        : Stream.of(Delivery.of(month.month()).records(records::stream));
  }

  private static Stream<Case> foundIn(City city, YearMonth month) {
    double usual = CASES_A_MONTH * Dynamics.season(month, 0.6, 12);
    return LongStream.rangeClosed(1, city.scaled(usual))
        .mapToObj(number -> of(city, month, number));
  }

  private static Case of(City city, YearMonth month, long number) {
    OfficeDays officeDays = city.officeDays();
    SplittableRandom random =
        city.random(
            "wage_case", (month.getYear() * 12L + month.getMonthValue()) * 100_000 + number);
    LocalDate foundOn = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    LocalDate acceptedOn = officeDays.after(foundOn, random.nextInt(6));
    int workers = 1 + (int) (8 * random.nextExponential());
    boolean isSerious = random.nextDouble() < SERIOUS;
    LocalDate settledOn = officeDays.after(acceptedOn, 3 + random.nextInt(55));
    boolean isSettled = random.nextDouble() >= NEVER_SETTLED;
    return new Case(
        String.format(Locale.ROOT, "QX%d%02d-%04d", month.getYear(), month.getMonthValue(), number),
        city.project(random.nextLong(city.projectCount())),
        CHANNELS.get(random.nextInt(CHANNELS.size())),
        CAUSES.get(random.nextInt(CAUSES.size())),
        foundOn,
        acceptedOn,
        workers,
        Yuan.of(workers * (6_000 + 14_000 * random.nextDouble())),
        isSerious,
        random.nextDouble() < 0.2,
        isSettled ? settledOn : null,
        isSettled ? officeDays.after(settledOn, random.nextInt(5)) : null,
        isSerious ? officeDays.after(acceptedOn, 30 + random.nextInt(30)) : null,
        isSerious && !isSettled ? officeDays.after(acceptedOn, 20 + random.nextInt(20)) : null);
  }

  private static ExtractRecord record(Case one, ReportMonth month) {
    LocalDate settledOn = month.known(one.settledOn());
    LocalDate publishedOn = month.known(one.publishedOn());
    boolean isAccepted = month.isKnown(one.acceptedOn());
    boolean isReferred = one.isReferred() && isAccepted;
    ConstructionProject project = one.project();
    ExtractRecord record =
        new ExtractRecord()
            .with("case_no", one.number())
            .with("found_on", one.foundOn())
            .with("channel", one.channel())
            .with("is_legacy", false)
            .with("area_code", project.district().code())
            .with("sector", WageProjects.sector(project))
            .with("project_id", project.code())
            .with("employer_name", project.contractor().name())
            .with("employer_credit_code", project.contractor().creditCode())
            .with("cause", one.cause())
            .with("worker_count", one.workers())
            .with("owed_amount", one.owed())
            .with("first_department", project.district().zh() + "人力资源社会保障局")
            .with("accepted_on", month.known(one.acceptedOn()))
            .with("referred_to", isReferred ? project.district().zh() + "住房城乡建设局" : null)
            .with("referred_on", isReferred ? one.acceptedOn() : null)
            .with("is_joint", one.workers() > 20)
            .with("is_mass_incident", one.isSerious() && one.workers() > 30)
            .with("is_serious", one.isSerious())
            .with("settled_amount", settledOn == null ? Yuan.NOTHING : one.owed())
            .with("settled_on", settledOn)
            .with("replied_on", month.known(one.repliedOn()))
            .with("published_on", publishedOn)
            .with("police_on", month.known(one.policeOn()))
            .with("honesty_grade", one.isSerious() ? "C" : "B");
    boolean isReward = one.channel().equals("report") && settledOn != null;
    record.with("reward_amount", isReward ? Yuan.of(500) : null);
    if (publishedOn != null) {
      record
          .with("blacklisted_on", publishedOn)
          .with("blacklisted_persons", project.contractor().legalPerson())
          .with("penalty_amount", Yuan.of(50_000));
    }
    return record;
  }
}
