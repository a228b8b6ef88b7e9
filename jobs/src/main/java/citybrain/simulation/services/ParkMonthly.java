package citybrain.simulation.services;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The investment park's four areas and the 5G video park, month by month from July 2020, when their
 * plans were issued. Figures grow towards the targets for 2022 of 青政办字〔2020〕64号 and 84号, each park
 * at its own pace; the target of an area that the plan does not state is assumed. The parks are the
 * same at every scale.
 */
final class ParkMonthly implements ExtractGenerator {
  private static final YearMonth FIRST = YearMonth.of(2020, 7);
  private static final YearMonth TARGET = YearMonth.of(2022, 12);
  private static final double SQUARE_KILOMETRE_IN_MU = 1_500;
  private static final double TEN_THOUSANDS_IN_HUNDRED_MILLION = 10_000;

  /**
   * A park with its targets for the end of 2022.
   *
   * @param land square kilometres
   * @param output 亿元
   */
  private record Park(
      String code, double land, int top500, int leading, double output, int firms, int labs) {}

  private static final List<Park> PARKS =
      List.of(
          new Park("west_coast", 2, 1, 25, 240, 80, 2),
          new Park("jimo", 9.3, 2, 35, 1_250, 150, 3),
          new Park("pingdu", 5.6, 1, 10, 300, 60, 1),
          new Park("laixi", 4, 1, 10, 200, 50, 1),
          new Park("video_5g", 0, 0, 8, 200, 300, 8));

  @Override
  public String department() {
    return "园区";
  }

  @Override
  public String extract() {
    return "park_monthly";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .filter(month -> !month.isBefore(FIRST))
        .map(
            month ->
                Delivery.of(month)
                    .records(() -> PARKS.stream().map(park -> record(city, park, month))));
  }

  /** Share of the way to the target, never falling; 0 before the plans. */
  private static double progress(City city, Park park, YearMonth month) {
    double pace = 0.8 + 0.4 * city.random("park_monthly/" + park.code(), 0).nextDouble();
    double share =
        (double) Math.max(0, ChronoUnit.MONTHS.between(FIRST, month) + 1)
            / ChronoUnit.MONTHS.between(FIRST, TARGET);
    return Math.min(1.1, pace * share);
  }

  private static ExtractRecord record(City city, Park park, YearMonth month) {
    RandomGenerator random =
        city.random("park_monthly/" + park.code(), month.getYear() * 100L + month.getMonthValue());
    double done = progress(city, park, month);
    double before = progress(city, park, YearMonth.of(month.getYear() - 1, 12));
    boolean isVideo = park.code().equals("video_5g");
    double output = park.output() * (0.3 + 0.7 * done);
    double firmOutput = output * TEN_THOUSANDS_IN_HUNDRED_MILLION * 0.6;
    double revenue = firmOutput * month.getMonthValue() / 12 * Dynamics.noise(random, 0.02);
    double mu = 50 + park.land() * done * SQUARE_KILOMETRE_IN_MU * 0.5;
    double investment = mu * 320;
    ExtractRecord record =
        new ExtractRecord()
            .with("park", park.code())
            .with("period", month)
            .with("leading_firms", (long) (park.leading() * done))
            .with("output", output, 2)
            .with("firms_signed", (long) (park.firms() * done))
            .with("firms_new_ytd", (long) (park.firms() * done) - (long) (park.firms() * before))
            .with("talents_new_ytd", Math.round(park.firms() * 2 * (done - before)))
            .with("labs", (long) (park.labs() * done))
            .with("is_5g_covered", isVideo || done > 0.5)
            .with("land_used", mu, 1)
            .with("investment", investment, 2)
            .with("revenue_ytd", revenue, 2)
            .with("tax_ytd", revenue * 0.035, 2)
            .with("investment_per_mu", investment / mu, 2)
            .with("revenue_per_mu", firmOutput / mu, 2)
            .with("tax_per_mu", firmOutput * 0.035 / mu, 2)
            .with("foreign_capital_ytd", park.firms() * 40 * (done - before), 2)
            .with(
                "promotion_events",
                Math.round((1 + random.nextInt(4)) * Dynamics.springFestival(month, 0.9)));
    return isVideo
        ? record
            .with("content_hours", 300 * done, 1)
            .with("service_platforms", (long) (5 * done))
            .with("technical_platforms", (long) (6 * done))
        : record
            .with("land_released", park.land() * done, 2)
            .with("top500_firms", (long) (park.top500() * done))
            .with("industrial_land_share", 62 + 6 * done, 1)
            .with("floor_area_ratio", 1.3 + 0.3 * done, 2);
  }
}
