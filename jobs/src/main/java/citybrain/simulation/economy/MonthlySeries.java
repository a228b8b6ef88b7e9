package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.ResourceTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A figure that moves month by month. A district's is rounded, and an area's is the sum of its
 * districts'. All sizes are assumed.
 *
 * <p>Source: {@code citybrain/simulation/economy-series.csv}.
 *
 * @param code also names the series' random stream, so that series of equal code move alike
 * @param unit as printed
 * @param decimals as printed
 * @param isStock whether it stands at the end of months and is not summed over them
 * @param level of the city in 2018, in {@code unit}: of the year for a flow
 */
record MonthlySeries(
    String code,
    String unit,
    int decimals,
    boolean isStock,
    double level,
    double growth,
    double amplitude,
    int peakMonth,
    double festival,
    double shock)
    implements Figure {
  private static final double PERCENT = 100;
  private static final double MONTHS_A_YEAR = 12;
  private static final double DISTRICT_SPREAD = 0.18;
  private static final double FLOW_NOISE = 0.015;
  private static final double STOCK_NOISE = 0.002;
  private static final long DISTRICTS_AT_MOST = 100;

  /** The series of a group, in the resource's order; sums without a level of their own are none. */
  static List<MonthlySeries> of(String group) {
    return ResourceTable.rows("/citybrain/simulation/economy-series.csv").stream()
        .filter(row -> row.get("group").equals(group) && !row.get("level_2018").isEmpty())
        .map(MonthlySeries::of)
        .toList();
  }

  /** All codes of a group, those of sums too. */
  static List<String> codesOf(String group) {
    return ResourceTable.rows("/citybrain/simulation/economy-series.csv").stream()
        .filter(row -> row.get("group").equals(group))
        .map(row -> row.get("code"))
        .toList();
  }

  private static MonthlySeries of(CSVRecord row) {
    return new MonthlySeries(
        row.get("code"),
        row.get("unit"),
        Integer.parseInt(row.get("decimals")),
        row.get("kind").equals("stock"),
        Double.parseDouble(row.get("level_2018")),
        percent(row, "yearly_growth_percent"),
        percent(row, "season_percent"),
        Integer.parseInt(row.get("peak_month")),
        percent(row, "festival_percent"),
        percent(row, "shock_2020_percent"));
  }

  private static double percent(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column)) / PERCENT;
  }

  /** The same movement on another level. */
  MonthlySeries times(double factor) {
    return new MonthlySeries(
        code,
        unit,
        decimals,
        isStock,
        level * factor,
        growth,
        amplitude,
        peakMonth,
        festival,
        shock);
  }

  /** With prices that rise by so much a year from January 2018 on. */
  MonthlySeries inflated(double yearlyRate) {
    double nominal = (1 + growth) * (1 + yearlyRate) - 1;
    return new MonthlySeries(
        code, unit, decimals, isStock, level, nominal, amplitude, peakMonth, festival, shock);
  }

  /** A part of it with a movement of its own, for example that of an industry. */
  MonthlySeries part(String part, double share, double ownGrowth, double ownShock) {
    return new MonthlySeries(
        code + "/" + part,
        unit,
        decimals,
        isStock,
        level * share,
        growth + ownGrowth,
        amplitude,
        peakMonth,
        festival,
        shock * ownShock);
  }

  @Override
  public BigDecimal in(City city, Area area, YearMonth first, YearMonth last) {
    BigDecimal sum = BigDecimal.ZERO.setScale(decimals);
    for (District district : area.districts()) {
      for (YearMonth month = isStock ? last : first;
          !month.isAfter(last);
          month = month.plusMonths(1)) {
        sum = sum.add(in(city, district, month));
      }
    }
    return sum;
  }

  private BigDecimal in(City city, District district, YearMonth month) {
    double share =
        district.share()
            / PERCENT
            * Dynamics.noise(city.random("share/" + code, district.number()), DISTRICT_SPREAD);
    long number =
        month.getLong(ChronoField.PROLEPTIC_MONTH) * DISTRICTS_AT_MOST + district.number();
    double value =
        level
            / (isStock ? 1 : MONTHS_A_YEAR)
            * share
            * Dynamics.growth(month, growth)
            * Dynamics.season(month, amplitude, peakMonth)
            * Dynamics.springFestival(month, festival)
            * Dynamics.shock2020(month, shock)
            * Dynamics.noise(
                city.random("series/" + code, number), isStock ? STOCK_NOISE : FLOW_NOISE);
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
