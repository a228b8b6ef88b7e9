package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Occurrences;
import citybrain.simulation.city.Shares;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.EventNews;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Events of metro and bridge and drills of their plans, some ten and six a year at scale 1. An
 * event is told on the next working day and again with its last report; a drill once.
 */
final class EmergencyEvents implements ExtractGenerator {
  private static final double EVENTS_A_MONTH = 0.8;
  private static final double DRILLS_A_MONTH = 0.5;
  private static final int MONTHS_OPEN = 2;
  private static final Shares RAIL_CAUSES =
      Shares.of("operation", 5)
          .and("utility", 2)
          .and("crowd", 2)
          .and("natural", 1)
          .and("security", 1);
  private static final Shares BRIDGE_CAUSES =
      Shares.of("accident", 6).and("natural", 3).and("other", 1);
  private static final Shares STATIONS =
      Shares.equal("2号线芝泉路站", "3号线青岛北站", "11号线苗岭路站", "13号线井冈山路站", "8号线胶州北站");
  private static final Shares DAMAGES = Shares.of("slight", 8).and("moderate", 2);
  private static final Shares IMPACTS =
      Shares.of("slight", 6).and("considerable", 3).and("severe", 1);

  @Override
  public String department() {
    return "应急和运营单位";
  }

  @Override
  public String extract() {
    return "emergency_events";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return EventNews.deliveries(
        city, MONTHS_OPEN, month -> Stream.concat(events(city, month), drills(city, month)));
  }

  private static long seed(YearMonth month, long number) {
    return (month.getYear() * 100L + month.getMonthValue()) * 100_000 + number;
  }

  private static String number(String prefix, YearMonth month, long number) {
    return String.format(
        Locale.ROOT, "%s%d%02d-%03d", prefix, month.getYear(), month.getMonthValue(), number);
  }

  private static Stream<EventNews> events(City city, YearMonth month) {
    RandomGenerator random = city.random("emergency_events", seed(month, 0));
    long events = Occurrences.drawn(city, EVENTS_A_MONTH, random);
    return LongStream.rangeClosed(1, events)
        .boxed()
        .flatMap(
            number -> {
              LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
              LocalDate first = city.officeDays().onOrAfter(day.plusDays(1));
              LocalDate last = city.officeDays().after(first, 5 + random.nextInt(20));
              return Stream.of(
                  new EventNews(first, () -> event(city, day, number)),
                  new EventNews(
                      last, () -> event(city, day, number).with("final_report_on", last)));
            });
  }

  private static ExtractRecord event(City city, LocalDate day, long number) {
    RandomGenerator random =
        city.random("emergency_events/event", seed(YearMonth.from(day), number));
    boolean isRail = random.nextDouble() < 0.65;
    LocalDateTime at = day.atTime(5 + random.nextInt(18), random.nextInt(60));
    long minutes = 10 + Math.round(90 * Math.abs(random.nextGaussian()));
    boolean isHurt = random.nextDouble() < 0.1;
    String grade = minutes > 240 ? "III" : "IV";
    int phoned = 5 + random.nextInt(30);
    ExtractRecord record =
        new ExtractRecord()
            .with("event_id", number("TF", YearMonth.from(day), number))
            .with("record_kind", "event")
            .with("plan", isRail ? "rail" : "bridge")
            .with("cause", (isRail ? RAIL_CAUSES : BRIDGE_CAUSES).drawn(random))
            .with("area_code", (isRail ? District.SHIBEI : District.HUANGDAO).code())
            .with("place", isRail ? STATIONS.drawn(random) : "胶州湾大桥K" + random.nextInt(25))
            .with("reporter", isRail ? "青岛模拟地铁运营有限公司" : "青岛模拟大桥运营有限公司")
            .with("occurred_at", at)
            .with("deaths", 0)
            .with("serious_injuries", isHurt ? 1 : 0)
            .with("direct_loss", 30 * random.nextDouble(), 2)
            .with("is_sensitive", random.nextDouble() < 0.05)
            .with("has_secondary_hazard", false)
            .with("initial_grade", grade)
            .with("phone_reported_at", at.plusMinutes(phoned))
            .with("written_reported_at", at.plusMinutes(phoned + 20 + random.nextInt(70)))
            .with("response_grade", grade)
            .with("response_started_at", at.plusMinutes(10 + random.nextInt(15)))
            .with("ended_at", at.plusMinutes(30 + minutes));
    return isRail
        ? record.with("interruption_hours", minutes / 60.0, 1)
        : record
            .with("damage", DAMAGES.drawn(random))
            .with("traffic_impact", IMPACTS.drawn(random));
  }

  private static Stream<EventNews> drills(City city, YearMonth month) {
    RandomGenerator random = city.random("emergency_events/drills", seed(month, 0));
    long drills = Occurrences.drawn(city, DRILLS_A_MONTH, random);
    return LongStream.rangeClosed(1, drills)
        .mapToObj(
            number -> {
              LocalDate day = city.officeDays().onOrAfter(month.atDay(1 + random.nextInt(25)));
              LocalDate told = city.officeDays().onOrAfter(day.plusDays(1));
              return new EventNews(told, () -> drill(city, month, day, number));
            });
  }

  private static ExtractRecord drill(City city, YearMonth month, LocalDate day, long number) {
    RandomGenerator random = city.random("emergency_events/drill", seed(month, number));
    boolean isRail = random.nextDouble() < 0.6;
    LocalDateTime at = day.atTime(9 + random.nextInt(6), 0);
    String operator = isRail ? "青岛模拟地铁运营有限公司" : "青岛模拟大桥运营有限公司";
    return new ExtractRecord()
        .with("event_id", number("YL", month, number))
        .with("record_kind", "drill")
        .with("plan", isRail ? "rail" : "bridge")
        .with("place", isRail ? STATIONS.drawn(random) : "胶州湾大桥红岛段")
        .with("reporter", operator)
        .with("organiser", operator)
        .with("occurred_at", at)
        .with("ended_at", at.plusMinutes(60 + random.nextInt(90)))
        .with("summary_reported_on", city.officeDays().onOrAfter(day.plusDays(1)));
  }
}
