package citybrain.intake.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A zero that may stand for "not reported".
 *
 * <p>It is doubted when the nearest {@value UnitSlip#WINDOW} others are all positive and none of
 * them is below {@code leastShare} of their median: a series that is sometimes small may well be
 * zero. Several zeros in a row are not doubted: something has ended.
 *
 * @param leastShare of the median, above 0
 * @param leastOthers how many others it takes
 */
record ZeroAsNull(double leastShare, int leastOthers) implements SeriesFinder {

  @Override
  public List<Doubt> in(List<Point> series) {
    int[] present =
        IntStream.range(0, series.size()).filter(i -> series.get(i).value() != null).toArray();
    double[] values =
        IntStream.of(present)
            .mapToDouble(i -> java.util.Objects.requireNonNull(series.get(i).value()).doubleValue())
            .toArray();
    List<Doubt> doubts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        continue;
      }
      double[] others = Robust.nearest(values, i, UnitSlip.WINDOW);
      if (others.length < leastOthers) {
        return doubts;
      }
      double usual = Robust.median(others);
      double least = Arrays.stream(others).min().orElseThrow();
      if (least > 0 && least >= leastShare * usual) {
        doubts.add(
            new Doubt(
                present[i],
                "%s为0，前后%d期均不为0，一般为%s左右，疑似未取得数据而填0"
                    .formatted(
                        Wording.of(series.get(present[i]).period()),
                        others.length,
                        Wording.about(usual))));
      }
    }
    return doubts;
  }
}
