package citybrain.metric;

import citybrain.period.PeriodType;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short ways to say what a department delivered, for tests. */
final class SeriesFixture {
  static final String NATION = "000000";
  static final GrowthGapTolerance TOLERANCE = new GrowthGapTolerance(new BigDecimal("0.05"));

  private SeriesFixture() {}

  static SeriesMethod flowAtCurrentPrices(SeriesMethod.SeriesBreak... breaks) {
    return method(MetricDefinition.Nature.FLOW, MetricDefinition.Prices.CURRENT, breaks);
  }

  static SeriesMethod flowAtConstantPrices() {
    return method(MetricDefinition.Nature.FLOW, MetricDefinition.Prices.CONSTANT);
  }

  static SeriesMethod stock() {
    return method(MetricDefinition.Nature.STOCK, MetricDefinition.Prices.CURRENT);
  }

  private static SeriesMethod method(
      MetricDefinition.Nature nature,
      MetricDefinition.Prices prices,
      SeriesMethod.SeriesBreak... breaks) {
    Set<Measure> measures =
        nature == MetricDefinition.Nature.STOCK
            ? EnumSet.of(Measure.LEVEL, Measure.YOY, Measure.TWO_YEAR_AVERAGE)
            : EnumSet.allOf(Measure.class);
    return new SeriesMethod(
        "economy.retail_sales", Unit.YUAN, nature, prices, measures, List.of(breaks), TOLERANCE);
  }

  /**
   * A month such as 2017-03, or merged months such as 2017-01/2017-02, with its level and published
   * growth.
   */
  static Observation row(String period, @Nullable String level, @Nullable String yoy) {
    return row(period, level, null, yoy, null);
  }

  static Observation row(
      String period,
      @Nullable String level,
      @Nullable String cumulative,
      @Nullable String yoy,
      @Nullable String ytdYoy) {
    String[] ends = period.split("/", -1);
    YearMonth first = YearMonth.parse(ends[0]);
    YearMonth last = YearMonth.parse(ends[ends.length - 1]);
    PeriodType type =
        switch (last.getMonthValue() - first.getMonthValue()) {
          case 0 -> PeriodType.MONTH;
          case 1 -> PeriodType.MERGED_MONTHS;
          default -> PeriodType.CUMULATIVE;
        };
    return new Observation(
        period,
        type,
        first.atDay(1),
        last.atEndOfMonth(),
        decimal(level),
        decimal(cumulative),
        decimal(yoy),
        decimal(ytdYoy),
        "yuan",
        last.atEndOfMonth().plusDays(20),
        false,
        new Evidence("f".repeat(64), "2017.xlsx", "Sheet1", last.getMonthValue() + 4, null));
  }

  static Observation year(int year, String level, @Nullable String yoy) {
    return new Observation(
        String.valueOf(year),
        PeriodType.YEAR,
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 12, 31),
        new BigDecimal(level),
        null,
        decimal(yoy),
        null,
        "yuan",
        LocalDate.of(year + 1, 3, 1),
        false,
        new Evidence("a".repeat(64), "annual.xls", "Sheet1", 3, "C" + (year - 2000)));
  }

  static List<Figure> figures(SeriesMethod method, Observation... observations) {
    return MetricSeries.figures(method, NATION, List.of(observations));
  }

  static @Nullable Figure find(List<Figure> figures, Measure measure, Basis basis, String period) {
    List<Figure> found =
        figures.stream()
            .filter(figure -> figure.measure() == measure && figure.basis() == basis)
            .filter(figure -> figure.label().period().equals(period))
            .toList();
    if (found.size() > 1) {
      throw new AssertionError("Not one figure per key: " + found);
    }
    return found.isEmpty() ? null : found.get(0);
  }

  static Figure require(List<Figure> figures, Measure measure, Basis basis, String period) {
    Figure figure = find(figures, measure, basis, period);
    if (figure == null) {
      throw new AssertionError("No " + basis + " " + measure + " of " + period);
    }
    return figure;
  }

  private static @Nullable BigDecimal decimal(@Nullable String value) {
    return value == null ? null : new BigDecimal(value);
  }
}
