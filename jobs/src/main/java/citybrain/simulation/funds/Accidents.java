package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.DailyDeliveries.Days;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Road accidents, sent the day after, and again when a driver who fled was found or the fund told.
 */
final class Accidents implements ExtractGenerator {
  /** From an accident to the last news of it, holidays included. */
  private static final int LONGEST_CASE_MONTHS = 3;

  private static final List<String> ROADS = List.of("模拟大道", "海滨模拟路", "工业模拟路", "模拟国道", "模拟县道");

  @Override
  public String department() {
    return "市公安局";
  }

  @Override
  public String extract() {
    return "accidents";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return DailyDeliveries.of(city, days -> records(city, days));
  }

  private static List<ExtractRecord> records(City city, Days days) {
    YearMonth last = YearMonth.from(days.to());
    YearMonth oldest = last.minusMonths(LONGEST_CASE_MONTHS);
    YearMonth first = oldest.isBefore(city.from()) ? city.from() : oldest;
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .flatMap(month -> Accident.in(city, month).stream())
        .filter(accident -> isNews(accident, days))
        .map(accident -> record(accident, days.to()))
        .toList();
  }

  private static boolean isNews(Accident accident, Days days) {
    return days.contains(accident.occurredAt().toLocalDate())
        || isWithin(accident.solvedOn(), days)
        || isWithin(accident.notifiedOn(), days);
  }

  private static boolean isWithin(@Nullable LocalDate day, Days days) {
    return day != null && days.contains(day);
  }

  private static ExtractRecord record(Accident accident, LocalDate knownUntil) {
    LocalDate solvedOn = known(accident.solvedOn(), knownUntil);
    boolean isLiableKnown = !accident.isHitAndRun() || solvedOn != null;
    long number = Accident.number(accident.id());
    Insurer insurer = accident.insurer();
    String insurance =
        insurer != null
            ? "insured"
            : accident.isUninsured() || solvedOn != null ? "uninsured" : "unknown";
    ExtractRecord record =
        new ExtractRecord()
            .with("accident_id", accident.id())
            .with("occurred_at", accident.occurredAt())
            .with("area_code", accident.district().code())
            .with(
                "place", accident.district().zh() + ROADS.get((int) (number % ROADS.size())) + "路口")
            .with("is_off_road", number % 37 == 0)
            .with("police_unit", accident.district().zh() + "交警大队")
            .with("victims", accident.victim().name())
            .with("victim_count", 1)
            .with("death_count", accident.isDeadly() ? 1 : 0)
            .with("injured_count", accident.isDeadly() ? 0 : 1)
            .with("is_intentional", false)
            .with("is_farm_machinery", number % 41 == 0)
            .with("insurance_state", insurance)
            .with("is_hit_and_run", accident.isHitAndRun())
            .with("solved_on", solvedOn)
            .with("fund_notified_on", known(accident.notifiedOn(), knownUntil));
    if (insurer != null) {
      record.with("insurer_name", insurer.name()).with("insurer_credit_code", insurer.creditCode());
    }
    if (isLiableKnown) {
      record
          .with("liable_party", accident.liable().name())
          .with("liable_party_id", accident.liable().residentId())
          .with("plate_number", "鲁B" + (10_000 + number * 7 % 90_000));
    }
    return record;
  }

  private static @Nullable LocalDate known(@Nullable LocalDate day, LocalDate until) {
    return day == null || day.isAfter(until) ? null : day;
  }
}
