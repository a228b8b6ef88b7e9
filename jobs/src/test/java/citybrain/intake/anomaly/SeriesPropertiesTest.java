package citybrain.intake.anomaly;

import static citybrain.intake.anomaly.SeriesFixture.GROWTH;
import static citybrain.intake.anomaly.SeriesFixture.OUTLIER;
import static citybrain.intake.anomaly.SeriesFixture.SHIFT;
import static citybrain.intake.anomaly.SeriesFixture.UNIT_SLIP;
import static citybrain.intake.anomaly.SeriesFixture.ZERO;
import static citybrain.intake.anomaly.SeriesFixture.found;
import static citybrain.intake.anomaly.SeriesFixture.scaled;
import static org.assertj.core.api.Assertions.assertThat;

import citybrain.period.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for any series with growth, season, Spring Festival and noise. */
final class SeriesPropertiesTest {
  private static final List<SeriesFinder> OF_LEVELS = List.of(UNIT_SLIP, ZERO, SHIFT, OUTLIER);
  private static final int MONTHS = 48;

  /** Chinese New Year 2018 to 2021. */
  private static final List<LocalDate> NEW_YEAR =
      List.of(
          LocalDate.of(2018, 2, 16),
          LocalDate.of(2019, 2, 5),
          LocalDate.of(2020, 1, 25),
          LocalDate.of(2021, 2, 12));

  /**
   * A clean series: growth of -10 to 25 percent a year, a season of up to 40 percent, up to half of
   * the days of the festival lost, noise of up to 6 percent; published growth has one decimal.
   */
  private static List<Point> clean(long seed, boolean areMerged) {
    SplittableRandom random = new SplittableRandom(seed);
    double growth = 0.9 + 0.35 * random.nextDouble();
    double season = 0.4 * random.nextDouble();
    double festival = 0.5 * random.nextDouble();
    double noise = 0.06 * random.nextDouble();
    double level = Math.pow(10, 2 + 6 * random.nextDouble());
    List<Point> points = new ArrayList<>();
    BigDecimal january = BigDecimal.ZERO;
    for (int i = 0; i < MONTHS; i++) {
      YearMonth month = YearMonth.of(2018, 1).plusMonths(i);
      double value =
          level
              * Math.pow(growth, i / 12.0)
              * (1 + season * Math.cos(2 * Math.PI * (i % 12) / 12))
              * (1 - festival * festivalShare(month))
              * (1 + noise * ((RandomGenerator) random).nextGaussian());
      BigDecimal printed = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
      if (areMerged && month.getMonthValue() == 1) {
        january = printed;
      } else if (areMerged && month.getMonthValue() == 2) {
        add(points, Period.mergedMonths(month.getYear(), 1, 2), january.add(printed));
      } else {
        add(points, Period.month(month.getYear(), month.getMonthValue()), printed);
      }
    }
    return points;
  }

  private static double festivalShare(YearMonth month) {
    LocalDate festival = NEW_YEAR.get(month.getYear() - 2018);
    long shut =
        festival
            .minusDays(2)
            .datesUntil(festival.plusDays(9))
            .filter(day -> YearMonth.from(day).equals(month))
            .count();
    return (double) shut / month.lengthOfMonth();
  }

  private static void add(List<Point> points, Period period, BigDecimal value) {
    BigDecimal growth =
        points.stream()
            .filter(point -> point.period().equals(period.previousYear()))
            .map(Point::value)
            .findFirst()
            .map(
                before ->
                    value
                        .subtract(before)
                        .movePointRight(2)
                        .divide(before, 1, RoundingMode.HALF_UP))
            .orElse(null);
    points.add(new Point(period, value, growth));
  }

  private static List<Point> with(List<Point> series, int at, double factor) {
    List<Point> changed = new ArrayList<>(series);
    Point point = series.get(at);
    changed.set(
        at,
        new Point(
            point.period(),
            Objects.requireNonNull(point.value()).multiply(BigDecimal.valueOf(factor)),
            point.against()));
    return changed;
  }

  /** The rate stated in the method note: none in a thousand series of four years. */
  @Test
  void cleanSeriesGiveNoWarning() {
    for (long seed = 0; seed < 1000; seed++) {
      List<Point> series = clean(seed, seed % 2 == 0);
      for (SeriesFinder finder : OF_LEVELS) {
        assertThat(finder.in(series)).as("seed %d", seed).isEmpty();
      }
      assertThat(GROWTH.in(series)).as("seed %d", seed).isEmpty();
    }
  }

  @Property(tries = 100)
  void scalingASeriesChangesNoVerdict(
      @ForAll long seed,
      @ForAll @IntRange(max = 47) int at,
      @ForAll @IntRange(min = 1, max = 100_000) int factor,
      @ForAll @IntRange(max = 3) int fault) {
    double[] faults = {1e4, 1e-4, 0, 3};
    List<Point> series = with(clean(seed, false), at, faults[fault]);
    List<Point> larger =
        scaled(series, new BigDecimal(factor).divide(new BigDecimal(97), 6, RoundingMode.UP));
    for (SeriesFinder finder : OF_LEVELS) {
      assertThat(found(finder, larger)).isEqualTo(found(finder, series));
    }
    // Growth takes the last digit printed into account, so it is held to changes of unit.
    List<Point> inTenThousands = scaled(series, new BigDecimal("0.0001"));
    assertThat(found(GROWTH, inTenThousands)).isEqualTo(found(GROWTH, series));
  }

  @Property(tries = 100)
  void aPlantedUnitSlipIsFoundAndNothingElse(
      @ForAll long seed, @ForAll @IntRange(max = 47) int at, @ForAll @IntRange(max = 3) int slip) {
    double[] slips = {1e4, 1e-4, 1e8, 1e-8};
    List<Point> series = with(clean(seed, false), at, slips[slip]);
    assertThat(found(UNIT_SLIP, series)).containsExactly(at);
  }

  @Property(tries = 100)
  void aPlantedZeroIsFoundAndNothingElse(@ForAll long seed, @ForAll @IntRange(max = 47) int at) {
    assertThat(found(ZERO, with(clean(seed, false), at, 0))).containsExactly(at);
  }

  @Property(tries = 100)
  void aPlantedOutlierIsFoundAndNothingElse(@ForAll long seed, @ForAll @IntRange(max = 47) int at) {
    List<Point> series = with(clean(seed, false), at, 5);
    assertThat(found(OUTLIER, series)).containsExactly(at);
    assertThat(found(SHIFT, series)).isEmpty();
  }

  @Property(tries = 100)
  void aPlantedShiftIsFoundNearItsMonth(
      @ForAll long seed, @ForAll @IntRange(min = 10, max = 38) int from) {
    List<Point> series = clean(seed, false);
    for (int i = from; i < MONTHS; i++) {
      series = with(series, i, 2.5);
    }
    List<Integer> found = found(SHIFT, series);
    assertThat(found).hasSize(1);
    assertThat(found.get(0)).isBetween(from - 1, from + 1);
  }

  @Property(tries = 100)
  void aGrowthRateOffByThreePointsIsFoundAndNothingElse(
      @ForAll long seed, @ForAll @IntRange(min = 12, max = 47) int at) {
    List<Point> series = new ArrayList<>(clean(seed, false));
    Point point = series.get(at);
    series.set(
        at,
        new Point(
            point.period(),
            point.value(),
            Objects.requireNonNull(point.against()).add(BigDecimal.valueOf(3))));
    assertThat(found(GROWTH, series)).containsExactly(at);
  }
}
