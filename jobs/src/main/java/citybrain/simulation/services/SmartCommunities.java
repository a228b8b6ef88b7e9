package citybrain.simulation.services;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Streets;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All communities and blocks each quarter: {@value UNITS} at scale 1, every fifth a block. They are
 * built from the middle of 2019 on; at the end of 2021 about the shares stand that 青政办字〔2020〕86号
 * asks for: 30 or 40 percent in the districts of the main city, fewer elsewhere.
 */
final class SmartCommunities implements ExtractGenerator {
  private static final int UNITS = 40;
  private static final LocalDate FIRST_BUILT = LocalDate.of(2019, 6, 1);
  private static final int DAYS_TO_END_OF_2021 = 944;
  private static final int DAYS_TO_BUILD = 240;

  @Override
  public String department() {
    return "市大数据局";
  }

  @Override
  public String extract() {
    return "smart_communities";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.quarters()
        .map(
            quarter ->
                Delivery.of(quarter)
                    .records(
                        () ->
                            LongStream.range(0, city.scaled(UNITS))
                                .mapToObj(unit -> record(city, unit, quarter))));
  }

  /** Share built at the end of 2021. */
  private static double target(District district) {
    return switch (district) {
      case SHINAN, SHIBEI, LICANG -> 0.32;
      case LAOSHAN, HUANGDAO, CHENGYANG -> 0.42;
      default -> 0.18;
    };
  }

  private static ExtractRecord record(City city, long unit, Period quarter) {
    RandomGenerator random = city.random("smart_communities", unit);
    District district = District.drawn(random);
    boolean isBlock = unit % 5 == 4;
    double share = random.nextDouble() / target(district);
    LocalDate builtOn = FIRST_BUILT.plusDays((long) (share * DAYS_TO_END_OF_2021));
    LocalDate ratedOn = builtOn.plusDays(40 + random.nextInt(80));
    boolean passes = random.nextDouble() < 0.92;
    boolean isUrban = isBlock || random.nextDouble() < 0.7;
    double fibre = 70 + 15 * random.nextDouble() + 4 * (quarter.first().getYear() - 2018);
    LocalDate today = quarter.end();
    boolean isBuilt = !builtOn.isAfter(today);
    boolean isBegun = !builtOn.minusDays(DAYS_TO_BUILD).isAfter(today);
    boolean isRated = !ratedOn.isAfter(today);
    ExtractRecord record =
        new ExtractRecord()
            .with("unit_code", String.format(Locale.ROOT, "ZH%s%05d", district.code(), unit + 1))
            .with("period", quarter)
            .with("unit_kind", isBlock ? "block" : "community")
            .with("unit_name", district.zh() + "模拟第" + (unit + 1) + (isBlock ? "街区" : "社区"))
            .with("area_code", district.code())
            .with("street", Streets.drawn(district, random))
            .with("is_urban", isUrban)
            .with("is_eligible", isBlock ? random.nextDouble() < 0.6 : null)
            .with("status", isBuilt ? "built" : isBegun ? "building" : "not_started")
            .with("is_demonstration", share < 0.3 && isBegun)
            .with("pilot_level", share < 0.15 ? "municipal" : share < 0.3 ? "county" : null)
            .with("built_on", isBuilt ? builtOn : null)
            .with("rated_on", isRated ? ratedOn : null)
            .with("rating", rating(isBuilt, isRated, passes))
            .with("has_platform", isBuilt)
            .with("broadband_rate", Math.min(100, fibre), 1)
            .with("has_5g", random.nextDouble() < 0.3 * (quarter.first().getYear() - 2019))
            .with("online_services", isBuilt ? 20 + random.nextInt(30) : random.nextInt(10))
            .with("households", isBlock ? null : 900 + random.nextInt(3_000));
    return isRated ? record.with("score", passes ? 75 + 24 * random.nextDouble() : 62, 1) : record;
  }

  private static @Nullable String rating(boolean isBuilt, boolean isRated, boolean passes) {
    if (!isBuilt) {
      return null;
    }
    return isRated ? (passes ? "passed" : "failed") : "pending";
  }
}
