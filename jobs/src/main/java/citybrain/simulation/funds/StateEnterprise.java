package citybrain.simulation.funds;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Identifiers;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * An enterprise that a district owns.
 *
 * @param number within the district, from 0; the first is its financing platform
 * @param assets in January 2018, yuan
 */
record StateEnterprise(
    City city, District district, int number, double assets, double debtRatio, boolean isUnified) {
  private static final int ENTERPRISES = 4;
  private static final long FIRST = 84_000_000;
  private static final int PER_DISTRICT = 100;
  private static final List<String> TRADES = List.of("城市建设投资集团", "国有资产运营", "水务发展", "文化旅游发展");

  /** The statement of a month, yuan; flows since January. */
  record Statement(
      BigDecimal assets,
      BigDecimal liabilities,
      BigDecimal openingEquity,
      BigDecimal interestBearing,
      BigDecimal dueInYear,
      BigDecimal overdue,
      BigDecimal cash,
      BigDecimal revenue,
      BigDecimal profit) {
    BigDecimal equity() {
      return assets.subtract(liabilities);
    }
  }

  /** Those of a district. */
  static List<StateEnterprise> of(City city, District district) {
    return IntStream.range(0, ENTERPRISES)
        .mapToObj(
            number -> {
              SplittableRandom random =
                  city.random("state_enterprise", district.number() * 100L + number);
              double size = number == 0 ? 18_000_000_000.0 : 1_200_000_000.0;
              return new StateEnterprise(
                  city,
                  district,
                  number,
                  size * district.share() / 10 * (0.7 + 0.6 * random.nextDouble()),
                  (number == 0 ? 0.58 : 0.45) + 0.2 * random.nextDouble(),
                  random.nextDouble() < 0.9);
            })
        .toList();
  }

  boolean isPlatform() {
    return number == 0;
  }

  String creditCode() {
    return Identifiers.creditCode(
        "91", district.code(), FIRST + district.number() * (long) PER_DISTRICT + number);
  }

  String name() {
    return "青岛模拟" + district.zh() + TRADES.get(number) + "有限公司";
  }

  /** Assets in 万元 with two decimals, as all figures of the statement. */
  Statement in(YearMonth month) {
    double total = assets * Dynamics.growth(month, 0.09) * noise(month, 0.004);
    double ratio = Math.min(0.92, debtRatio * Dynamics.growth(month, 0.012));
    BigDecimal assetsNow = Yuan.inTenThousands(total);
    BigDecimal liabilities = Yuan.share(assetsNow, ratio);
    BigDecimal interestBearing = Yuan.share(liabilities, isPlatform() ? 0.78 : 0.5);
    BigDecimal dueInYear = Yuan.share(interestBearing, 0.18 + 0.08 * noise(month, 0.1));
    boolean isOverdue = random(month, "overdue").nextDouble() < 0.03;
    BigDecimal revenue = revenueUntil(month);
    return new Statement(
        assetsNow,
        liabilities,
        openingEquity(month),
        interestBearing,
        dueInYear,
        isOverdue ? Yuan.share(dueInYear, 0.05) : Yuan.NOTHING,
        Yuan.share(assetsNow, 0.05 + 0.02 * noise(month, 0.2)),
        revenue,
        Yuan.share(revenue, isPlatform() ? 0.06 : 0.035));
  }

  private BigDecimal openingEquity(YearMonth month) {
    YearMonth december = YearMonth.of(month.getYear() - 1, 12);
    double total = assets * Dynamics.growth(december, 0.09) * noise(december, 0.004);
    double ratio = Math.min(0.92, debtRatio * Dynamics.growth(december, 0.012));
    BigDecimal atTheEnd = Yuan.inTenThousands(total);
    return atTheEnd.subtract(Yuan.share(atTheEnd, ratio));
  }

  private BigDecimal revenueUntil(YearMonth month) {
    BigDecimal revenue = Yuan.NOTHING;
    for (YearMonth one = month.withMonth(1); !one.isAfter(month); one = one.plusMonths(1)) {
      double earned =
          assets
              * 0.06
              / 12
              * Dynamics.growth(one, 0.07)
              * Dynamics.springFestival(one, 0.3)
              * Dynamics.shock2020(one, number == 3 ? 0.7 : 0.25)
              * noise(one, 0.08);
      revenue = revenue.add(Yuan.inTenThousands(earned));
    }
    return revenue;
  }

  private double noise(YearMonth month, double spread) {
    return Dynamics.noise(random(month, "noise"), spread);
  }

  SplittableRandom random(YearMonth month, String purpose) {
    long enterprise = district.number() * (long) PER_DISTRICT + number;
    return city.random(
        "state_enterprise/" + purpose,
        enterprise * 10_000 + month.getYear() * 12L + month.getMonthValue());
  }
}
