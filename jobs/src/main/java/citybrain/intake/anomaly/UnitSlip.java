package citybrain.intake.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures off by ten thousand (万) or a hundred million (亿), up or down.
 *
 * <p>A figure is held against the median of the nearest {@value #WINDOW} others, on a logarithmic
 * scale. It is doubted when it differs by one of these powers of ten, give or take {@code factor},
 * and when the others stay within {@code factor} of each other: a series that leaps by itself says
 * nothing about units.
 *
 * @param factor above 1: how far a figure may be from the others once the slip is undone
 * @param leastOthers how many others it takes
 */
record UnitSlip(double factor, int leastOthers) implements SeriesFinder {
  static final int WINDOW = 12;

  private static final int[] SLIPS = {4, 8};

  @Override
  public List<Doubt> in(List<Point> series) {
    int[] positive =
        IntStream.range(0, series.size()).filter(i -> series.get(i).isPositive()).toArray();
    double[] logs =
        IntStream.of(positive).mapToDouble(i -> series.get(i).log() / Math.log(10)).toArray();
    double tolerance = Math.log10(factor);
    List<Doubt> doubts = new ArrayList<>();
    for (int i = 0; i < logs.length; i++) {
      double[] others = Robust.nearest(logs, i, WINDOW);
      if (others.length < leastOthers) {
        return doubts;
      }
      double usual = Robust.median(others);
      if (Robust.spread(others, usual) > tolerance) {
        continue;
      }
      double off = logs[i] - usual;
      for (int slip : SLIPS) {
        if (Math.abs(Math.abs(off) - slip) < tolerance) {
          doubts.add(new Doubt(positive[i], reason(series.get(positive[i]), usual, off > 0, slip)));
          break;
        }
      }
    }
    return doubts;
  }

  private static String reason(Point point, double usual, boolean isTooLarge, int slip) {
    String factor = slip == SLIPS[0] ? "1万" : "1亿";
    return "%s为%s，前后各期一般为%s左右，相差约%s倍，疑似%s%s，计量单位可能填错"
        .formatted(
            Wording.of(point.period()),
            Wording.of(java.util.Objects.requireNonNull(point.value())),
            Wording.about(Math.pow(10, usual)),
            factor,
            isTooLarge ? "多乘了" : "少乘了",
            slip == SLIPS[0] ? "一万" : "一亿");
  }
}
