package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Occurrences;
import citybrain.simulation.city.Person.Population;
import citybrain.simulation.city.Shares;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.EventNews;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Registers as the gazette prints them: appointments in most months, legal advisers at the start of
 * a term, powers withheld and handed down in the batches of 2020 (青政字〔2020〕23号, 青政发〔2020〕13号) and
 * of 2021.
 */
final class Registers implements ExtractGenerator {
  private static final double APPOINTMENTS_A_MONTH = 1.5;
  private static final int ADVISERS = 12;
  private static final int POWERS = 10;
  private static final List<YearMonth> ADVISER_TERMS =
      List.of(YearMonth.of(2018, 4), YearMonth.of(2020, 9));
  private static final List<YearMonth> BATCHES =
      List.of(YearMonth.of(2020, 9), YearMonth.of(2021, 6));

  private static final Shares ACTIONS = Shares.of("appoint", 6).and("remove", 3).and("second", 1);
  private static final Shares UNITS =
      Shares.equal("市教育局", "市财政局", "市行政审批局", "市统计局", "市农业农村局", "市大数据局");
  private static final Shares FIRMS = Shares.equal("山东模拟律师事务所", "青岛模拟律师事务所", "模拟大学法学院");
  private static final Shares POWER_KINDS =
      Shares.of("permit", 6).and("confirmation", 2).and("other_power", 2);
  private static final Shares REASONS =
      Shares.equal("national_security", "ideology", "public_security", "ecology", "life_health");
  private static final Shares ZONES = Shares.of("both", 6).and("free_trade", 2).and("sco", 2);

  @Override
  public String department() {
    return "市司法局和人社局";
  }

  @Override
  public String extract() {
    return "registers";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return EventNews.deliveries(city, 0, month -> news(city, month));
  }

  private static Stream<EventNews> news(City city, YearMonth month) {
    RandomGenerator random = city.random("registers", seed(month, 0));
    LocalDate decidedOn = month.atDay(5 + random.nextInt(15));
    LocalDate told = city.officeDays().onOrAfter(decidedOn.plusDays(2));
    long appointments = Occurrences.drawn(city, APPOINTMENTS_A_MONTH, random);
    long advisers = ADVISER_TERMS.contains(month) ? city.scaled(ADVISERS) : 0;
    long powers = BATCHES.contains(month) ? city.scaled(POWERS) : 0;
    return Stream.of(
            entries(appointments, told, number -> appointment(city, decidedOn, number)),
            entries(advisers, told, number -> adviser(city, decidedOn, number)),
            entries(powers, told, number -> withheld(city, decidedOn, number)),
            entries(powers, told, number -> delegated(city, decidedOn, number)))
        .flatMap(entries -> entries);
  }

  private static Stream<EventNews> entries(
      long count, LocalDate told, LongFunction<ExtractRecord> entry) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(number -> new EventNews(told, () -> entry.apply(number)));
  }

  private static long seed(YearMonth month, long number) {
    return (month.getYear() * 100L + month.getMonthValue()) * 100_000 + number;
  }

  private static RandomGenerator random(City city, String register, LocalDate day, long number) {
    return city.random("registers/" + register, seed(YearMonth.from(day), number));
  }

  private static ExtractRecord entry(String register, LocalDate decidedOn, long number) {
    String id =
        String.format(
            Locale.ROOT, "%d%02d-%03d", decidedOn.getYear(), decidedOn.getMonthValue(), number);
    return new ExtractRecord()
        .with("register", register)
        .with("entry_id", id)
        .with("decided_by", "市政府")
        .with("decided_on", decidedOn)
        .with("announced_on", decidedOn.plusDays(1));
  }

  private static String name(City city, RandomGenerator random) {
    return city.person(Population.TEACHER, 1_000_000 + random.nextInt(1_000_000)).name();
  }

  private static ExtractRecord appointment(City city, LocalDate decidedOn, long number) {
    RandomGenerator random = random(city, "appointment", decidedOn, number);
    String action = ACTIONS.drawn(random);
    boolean isOnProbation = action.equals("appoint") && random.nextDouble() < 0.5;
    return entry("appointment", decidedOn, number)
        .with("subject", name(city, random))
        .with("action", action)
        .with("organisation", UNITS.drawn(random))
        .with("post", random.nextDouble() < 0.7 ? "副局长" : "总工程师")
        .with("probation_months", isOnProbation ? 12 : null);
  }

  private static ExtractRecord adviser(City city, LocalDate decidedOn, long number) {
    RandomGenerator random = random(city, "legal_adviser", decidedOn, number);
    return entry("legal_adviser", decidedOn, number)
        .with("subject", name(city, random))
        .with("action", "appoint")
        .with("organisation", FIRMS.drawn(random))
        .with("post", "市政府法律顾问")
        .with("category", random.nextDouble() < 0.4 ? "expert" : "lawyer")
        .with("valid_from", decidedOn)
        .with("valid_until", decidedOn.plusYears(2).minusDays(1));
  }

  private static ExtractRecord withheld(City city, LocalDate decidedOn, long number) {
    RandomGenerator random = random(city, "withheld_power", decidedOn, number);
    return power("withheld_power", decidedOn, number, random)
        .with("action", "list")
        .with("reason", REASONS.drawn(random));
  }

  private static ExtractRecord delegated(City city, LocalDate decidedOn, long number) {
    RandomGenerator random = random(city, "delegated_power", decidedOn, number);
    boolean isFirst = decidedOn.getYear() == 2020;
    return power("delegated_power", decidedOn, number, random)
        .with("action", "delegate")
        .with("zone", ZONES.drawn(random))
        .with("batch", isFirst ? "首批" : "第二批")
        .with("commission_signed_on", decidedOn);
  }

  private static ExtractRecord power(
      String register, LocalDate decidedOn, long number, RandomGenerator random) {
    return entry(register, decidedOn, number)
        .with("subject", "模拟事项" + number)
        .with("organisation", UNITS.drawn(random))
        .with("power_kind", POWER_KINDS.drawn(random))
        .with("document_number", decidedOn.getYear() == 2020 ? "青政发〔2020〕13号" : "青政发〔2021〕8号")
        .with("valid_from", decidedOn);
  }
}
