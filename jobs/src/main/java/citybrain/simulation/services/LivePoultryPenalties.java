package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Occurrences;
import citybrain.simulation.city.OfficeDays;
import citybrain.simulation.city.Person.Population;
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

/**
 * Penalties since 青岛市活禽交易管理办法 is in force, some {@value CASES_A_MONTH} cases a month at scale 1; a
 * case is reported in each month in which it moved. Fines are within Article 14: 500 to 10,000 yuan
 * for trading, 10,000 to 50,000 for giving room and refusing to stop.
 */
final class LivePoultryPenalties implements ExtractGenerator {
  private static final YearMonth IN_FORCE = YearMonth.of(2020, 11);
  private static final double CASES_A_MONTH = 3;
  private static final int MONTHS_OPEN = 3;
  private static final Shares PLACES =
      Shares.of("rural", 4).and("public_place", 3).and("urban_market", 3);

  @Override
  public String department() {
    return "市市场监管局";
  }

  @Override
  public String extract() {
    return "live_poultry_penalties";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .filter(month -> !month.isBefore(IN_FORCE))
        .map(MonthReport::new)
        .filter(report -> records(city, report).findAny().isPresent())
        .map(report -> Delivery.of(report.month()).records(() -> records(city, report)));
  }

  private static Stream<ExtractRecord> records(City city, MonthReport report) {
    return report
        .beginnings(MONTHS_OPEN)
        .filter(month -> !month.isBefore(IN_FORCE))
        .flatMap(month -> cases(city, month))
        .filter(penalty -> penalty.isNews(report))
        .map(penalty -> record(penalty, report));
  }

  private static Stream<Case> cases(City city, YearMonth month) {
    long seed = month.getYear() * 100L + month.getMonthValue();
    long cases =
        Occurrences.drawn(city, CASES_A_MONTH, city.random("live_poultry_penalties", seed));
    return LongStream.range(0, cases).mapToObj(number -> Case.of(city, month, number));
  }

  private record Case(
      String id,
      PoultryMarket market,
      String place,
      String offender,
      boolean givesRoom,
      boolean isRefused,
      LocalDate foundOn,
      LocalDate decidedOn,
      LocalDate paidOn,
      long fine) {

    static Case of(City city, YearMonth month, long number) {
      long seed = (month.getYear() * 100L + month.getMonthValue()) * 1_000_000 + number;
      RandomGenerator random = city.random("live_poultry_penalties/case", seed);
      OfficeDays days = city.officeDays();
      boolean givesRoom = random.nextDouble() < 0.2;
      LocalDate foundOn = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
      LocalDate decidedOn = days.after(foundOn, 3 + random.nextInt(18));
      int steps = givesRoom ? 10 + random.nextInt(41) : 1;
      return new Case(
          String.format(
              Locale.ROOT, "HQ%d%02d-%04d", month.getYear(), month.getMonthValue(), number + 1),
          PoultryMarket.drawn(city, random),
          PLACES.drawn(random),
          city.person(Population.INSURED, random.nextLong(city.insuredCount())).name(),
          givesRoom,
          givesRoom || random.nextDouble() < 0.1,
          foundOn,
          decidedOn,
          days.after(decidedOn, 1 + random.nextInt(12)),
          givesRoom ? steps * 1_000L : 500 + 500L * random.nextInt(8));
    }

    boolean isNews(MonthReport report) {
      return report.isNews(foundOn) || report.isNews(decidedOn) || report.isNews(paidOn);
    }

    String body() {
      return switch (place) {
        case "urban_market" -> "market_regulation";
        case "public_place" -> "urban_management";
        default -> "town";
      };
    }
  }

  private static ExtractRecord record(Case penalty, MonthReport report) {
    LocalDate decidedOn = report.known(penalty.decidedOn());
    return new ExtractRecord()
        .with("case_id", penalty.id())
        .with(
            "market_code", penalty.place().equals("urban_market") ? penalty.market().code() : null)
        .with("area_code", penalty.market().district().code())
        .with("offence", penalty.givesRoom() ? "venue" : "trading")
        .with("offence_place", penalty.place())
        .with("is_built_up_area", !penalty.place().equals("rural"))
        .with("offender", penalty.offender())
        .with("found_on", penalty.foundOn())
        .with("ordered_on", penalty.foundOn())
        .with("is_refused", penalty.isRefused())
        .with("decided_by", decidedOn == null ? null : penalty.body())
        .with("decided_on", decidedOn)
        .with("fine", decidedOn == null ? null : penalty.fine())
        .with("paid_on", report.known(penalty.paidOn()));
  }
}
