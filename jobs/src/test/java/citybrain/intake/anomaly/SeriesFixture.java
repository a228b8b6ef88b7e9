package citybrain.intake.anomaly;

import citybrain.period.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Series for tests. */
final class SeriesFixture {
  static final UnitSlip UNIT_SLIP = new UnitSlip(10, 6);
  static final ZeroAsNull ZERO = new ZeroAsNull(0.2, 6);
  static final LevelShift SHIFT = new LevelShift(1.5, 4, 3);
  static final SeasonalOutlier OUTLIER = new SeasonalOutlier(1.8, 8, 3, 1.5);
  static final PublishedGrowth GROWTH = new PublishedGrowth(new BigDecimal("0.5"));

  private SeriesFixture() {}

  /** Months from January 2018 on; {@code -} is a missing value. */
  static List<Point> months(String values) {
    String[] texts = values.trim().split("\\s+", -1);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      BigDecimal value = texts[i].equals("-") ? null : new BigDecimal(texts[i]);
      points.add(new Point(Period.month(2018 + i / 12, i % 12 + 1), value, null));
    }
    return points;
  }

  static List<Point> months(double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(
          new Point(Period.month(2018 + i / 12, i % 12 + 1), BigDecimal.valueOf(values[i]), null));
    }
    return points;
  }

  static List<Point> scaled(List<Point> series, BigDecimal factor) {
    return series.stream()
        .map(
            point ->
                new Point(
                    point.period(),
                    point.value() == null ? null : point.value().multiply(factor),
                    point.against()))
        .toList();
  }

  static List<Integer> found(SeriesFinder finder, List<Point> series) {
    return finder.in(series).stream().map(Doubt::at).toList();
  }

  /** Four years with growth, season and figures that alternate by three percent. */
  static double[] usual() {
    return IntStream.range(0, 48)
        .mapToDouble(
            i ->
                1000
                    * Math.pow(1.08, i / 12.0)
                    * (1 + 0.3 * Math.sin(2 * Math.PI * i / 12))
                    * (i % 2 == 0 ? 1.015 : 0.985))
        .map(value -> Math.round(value * 100) / 100.0)
        .toArray();
  }

  static double[] usualWith(int at, double factor) {
    double[] values = usual();
    values[at] *= factor;
    return values;
  }

  static double[] usualFrom(int at, double factor) {
    double[] values = usual();
    Arrays.setAll(values, i -> i < at ? values[i] : values[i] * factor);
    return values;
  }
}
