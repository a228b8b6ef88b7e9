package citybrain.simulation.economy;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the traditional industries by area and quarter: sums over districts and industries,
 * and ratios of such sums.
 */
final class TraditionalIndustryCells {
  /** The seven industries with their share of all. */
  static final Map<String, Double> INDUSTRIES = industries();

  static final String ALL = "_T";

  /** Things new since January 2020, with how many there are by the end of 2022. */
  private static final Map<String, Integer> NEW = newByTheEndOf2022();

  private static final YearMonth NEW_SINCE = YearMonth.of(2020, 1);
  private static final int MONTHS_OF_THE_PLAN = 36;
  private static final double UPGRADED_AT_FIRST = 0.08;
  private static final double UPGRADED_A_YEAR = 0.14;
  private static final int YUAN_IN_HUNDRED_MILLIONS = 8;

  private final City city;
  private final Map<String, MonthlySeries> series = new LinkedHashMap<>();

  /** A row as printed; value null when there is none. */
  record Row(String indicator, Period period, String unit, @Nullable BigDecimal value) {}

  TraditionalIndustryCells(City city) {
    this.city = city;
    MonthlySeries.of("traditional").forEach(one -> series.put(one.code(), one));
  }

  private static Map<String, Double> industries() {
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("C18", 0.34);
    shares.put("C14", 0.16);
    shares.put("C15", 0.15);
    shares.put("C17", 0.12);
    shares.put("C19", 0.09);
    shares.put("C21", 0.07);
    shares.put("C24", 0.07);
    return shares;
  }

  private static Map<String, Integer> newByTheEndOf2022() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    numbers.put("new_industrial_firms", 140);
    numbers.put("new_large_firms", 6);
    numbers.put("new_medium_firms", 24);
    numbers.put("new_small_firms", 110);
    numbers.put("new_micro_firms", 420);
    numbers.put("new_firms_over_1_billion", 8);
    numbers.put("new_national_brands", 11);
    numbers.put("new_golden_flower_brands", 17);
    numbers.put("new_single_champions", 5);
    numbers.put("new_technology_centres", 46);
    numbers.put("new_design_centres", 21);
    numbers.put("new_public_platforms", 9);
    numbers.put("consulted_firms", 210);
    numbers.put("digital_workshops", 64);
    numbers.put("smart_factories", 15);
    return numbers;
  }

  /** The rows of one industry, or of all, in the order printed. */
  List<Row> rows(Area area, String industry, Period quarter) {
    List<Row> rows = new ArrayList<>();
    for (MonthlySeries one : series.values()) {
      BigDecimal value =
          figure(one.code(), industry).in(city, area, quarter.first(), quarter.last());
      rows.add(new Row(one.code(), quarter, one.unit(), value));
    }
    for (String code : List.of("value_added", "operating_revenue", "online_sales")) {
      rows.add(new Row(code + "_yoy", quarter, "%", growth(code, area, industry, quarter)));
    }
    rows.add(
        new Row(
            "online_sales_share",
            quarter,
            "%",
            percent(
                flow("online_sales", area, industry, quarter),
                flow("operating_revenue", area, industry, quarter))));
    BigDecimal firms = flow("industrial_firms", area, industry, quarter);
    BigDecimal upgraded = upgraded(area, industry, quarter);
    rows.add(new Row("upgraded_firms", quarter, "家", upgraded));
    rows.add(new Row("upgraded_share", quarter, "%", percent(upgraded, firms)));
    if (!quarter.last().isBefore(NEW_SINCE)) {
      NEW.forEach(
          (code, atTheEnd) ->
              rows.add(
                  new Row(
                      code,
                      quarter,
                      "家",
                      newOnes(code, atTheEnd, area, industry, quarter.last()))));
    }
    if (quarter.last().getMonthValue() == 12) {
      rows.add(
          new Row(
              "labour_productivity",
              Period.year(quarter.last().getYear()),
              "元/人",
              productivity(area, industry, quarter)));
    }
    return rows;
  }

  private Figure figure(String code, String industry) {
    MonthlySeries whole = series.get(code);
    if (whole == null) {
      throw new IllegalArgumentException("economy-series.csv has no " + code);
    }
    return Figure.sum(
        INDUSTRIES.entrySet().stream()
            .filter(one -> industry.equals(ALL) || one.getKey().equals(industry))
            .map(one -> whole.part(one.getKey(), one.getValue(), 0, 1))
            .toList());
  }

  private BigDecimal flow(String code, Area area, String industry, Period quarter) {
    return figure(code, industry).in(city, area, quarter.first(), quarter.last());
  }

  private @Nullable BigDecimal growth(String code, Area area, String industry, Period quarter) {
    Figure figure = figure(code, industry);
    BigDecimal before =
        figure.in(city, area, quarter.first().minusYears(1), quarter.last().minusYears(1));
    return Figure.growth(flow(code, area, industry, quarter), before);
  }

  /** Firms of each district and industry rise with the same share, rounded down. */
  private BigDecimal upgraded(Area area, String industry, Period quarter) {
    double years = quarter.last().getYear() - 2018 + quarter.last().getMonthValue() / 12.0;
    double share = Math.min(1, UPGRADED_AT_FIRST + UPGRADED_A_YEAR * years);
    BigDecimal sum = BigDecimal.ZERO;
    for (District district : area.districts()) {
      for (String one : industry.equals(ALL) ? INDUSTRIES.keySet() : List.of(industry)) {
        BigDecimal firms = flow("industrial_firms", Area.of(district), one, quarter);
        sum = sum.add(BigDecimal.valueOf((long) (firms.doubleValue() * share)));
      }
    }
    return sum;
  }

  /** Each is drawn with its district, industry and month. */
  private BigDecimal newOnes(
      String code, int atTheEnd, Area area, String industry, YearMonth until) {
    List<String> industries = List.copyOf(INDUSTRIES.keySet());
    int found = 0;
    for (int i = 0; i < atTheEnd; i++) {
      SplittableRandom random = city.random("traditional/" + code, i);
      District district = District.drawn(random);
      String one = industries.get(random.nextInt(industries.size()));
      YearMonth month = NEW_SINCE.plusMonths(random.nextInt(MONTHS_OF_THE_PLAN));
      if (area.districts().contains(district)
          && (industry.equals(ALL) || industry.equals(one))
          && !month.isAfter(until)) {
        found++;
      }
    }
    return BigDecimal.valueOf(found);
  }

  /** Value added of the year for a person employed, yuan. */
  private @Nullable BigDecimal productivity(Area area, String industry, Period quarter) {
    BigDecimal staff = flow("average_employees", area, industry, quarter);
    BigDecimal valueAdded = figure("value_added", industry).toDate(city, area, quarter.last());
    return staff.signum() == 0
        ? null
        : valueAdded
            .movePointRight(YUAN_IN_HUNDRED_MILLIONS)
            .divide(staff, 0, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
  }
}
