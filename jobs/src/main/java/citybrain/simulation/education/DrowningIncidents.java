package citybrain.simulation.education;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Occurrences;
import citybrain.simulation.city.Shares;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.EventNews;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drowning incidents of pupils from May to September, some three a year at scale 1. Each is told on
 * the next working day, and again when somebody was held to account.
 */
final class DrowningIncidents implements ExtractGenerator {
  private static final int MONTHS_OPEN = 3;
  private static final int PUPILS_LOOKED_AT = 50;
  private static final Shares OUTCOMES = Shares.of("rescued", 5).and("injured", 2).and("died", 3);
  private static final Shares CARE =
      Shares.of("none", 7).and("left_behind", 2).and("single_parent", 1);

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "drowning_incidents";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return EventNews.deliveries(city, MONTHS_OPEN, month -> news(city, month));
  }

  private static double aMonth(YearMonth month) {
    return switch (month.getMonthValue()) {
      case 5, 9 -> 0.3;
      case 6 -> 0.7;
      case 7, 8 -> 0.9;
      default -> 0;
    };
  }

  private static Stream<EventNews> news(City city, YearMonth month) {
    RandomGenerator random =
        city.random("drowning_incidents", month.getYear() * 100L + month.getMonthValue());
    long incidents = Occurrences.drawn(city, aMonth(month), random);
    return Stream.iterate(1L, number -> number <= incidents, number -> number + 1)
        .flatMap(
            number -> {
              LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
              LocalDate told = city.officeDays().onOrAfter(day.plusDays(1));
              LocalDate closed = city.officeDays().onOrAfter(day.plusDays(25 + random.nextInt(50)));
              return Stream.of(
                  new EventNews(told, () -> record(city, day, number, null)),
                  new EventNews(closed, () -> record(city, day, number, closed)));
            });
  }

  private static ExtractRecord record(
      City city, LocalDate day, long number, @Nullable LocalDate closed) {
    long seed = (day.getYear() * 100L + day.getMonthValue()) * 100_000 + number;
    RandomGenerator random = city.random("drowning_incidents/incident", seed);
    WaterBody body = WaterBody.drawn(city, random);
    LocalDateTime at = day.atTime(11 + random.nextInt(8), random.nextInt(60));
    String outcome = OUTCOMES.drawn(random);
    boolean isManaged = random.nextDouble() < 0.6;
    ExtractRecord record =
        new ExtractRecord()
            .with(
                "incident_id",
                String.format(
                    Locale.ROOT, "NS%d%02d-%04d", day.getYear(), day.getMonthValue(), number))
            .with("pupil_number", 1)
            .with("occurred_at", at)
            .with("water_code", random.nextDouble() < 0.8 ? body.code() : null)
            .with("area_code", body.district().code())
            .with("place", body.street() + body.name())
            .with("care_group", CARE.drawn(random))
            .with("outcome", outcome)
            .with("police_called_at", at.plusMinutes(3 + random.nextInt(20)))
            .with("rescued_at", at.plusMinutes(5 + random.nextInt(120)))
            .with("reported_at", at.plusMinutes(30 + random.nextInt(600)))
            .with("reporter", body.street() + (isManaged ? "水域管理站" : "办事处"));
    pupil(city, day, random).ifPresent(pupil -> withPupil(record, pupil, day));
    if (closed != null) {
      record
          .with("responsible_unit", isManaged ? body.street() + "水域管理站" : null)
          .with("accountability", isManaged ? "通报批评并限期整改" : null)
          .with("loses_awards", outcome.equals("died"))
          .with("closed_on", closed);
    }
    return record;
  }

  private static Optional<Enrolment> pupil(City city, LocalDate day, RandomGenerator random) {
    return Stream.generate(() -> Enrolment.of(city, random.nextLong(Enrolment.count(city))))
        .limit(PUPILS_LOOKED_AT)
        .filter(enrolment -> enrolment.isEnrolled(day))
        .findFirst();
  }

  private static void withPupil(ExtractRecord record, Enrolment pupil, LocalDate day) {
    record
        .with("pupil_name", pupil.person().name())
        .with("resident_id", pupil.person().residentId())
        .with("age", Period.between(pupil.person().bornOn(), day).getYears())
        .with("school_code", pupil.school().code());
  }
}
