package citybrain.intake.anomaly;

import citybrain.period.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A single figure far from what its season makes expect.
 *
 * <p>Without the season, a figure is held against the median of the nearest {@value
 * UnitSlip#WINDOW} others on its level; a change of level is no outlier. It is doubted when it
 * differs by {@code ratio} or more and by {@code spreads} times the usual spread. January and
 * February alone may differ by {@code festivalRatio} more, because the Spring Festival moves
 * between them; reported as one they may not.
 *
 * @param ratio above 1
 * @param leastYears years that a season's factor takes
 * @param festivalRatio 1 or more
 */
record SeasonalOutlier(double ratio, double spreads, int leastYears, double festivalRatio)
    implements SeriesFinder {
  private static final int LEAST_OTHERS = 4;
  private static final int FEBRUARY = 2;

  @Override
  public List<Doubt> in(List<Point> series) {
    SeasonalProfile profile = SeasonalProfile.of(series, leastYears);
    double[] logs = profile.logs();
    double[] off = new double[logs.length];
    Arrays.fill(off, Double.NaN);
    int from = 0;
    List<Integer> ends = new ArrayList<>();
    LevelShift.breaks(profile, Math.log(ratio), spreads).forEach(found -> ends.add(found.at()));
    ends.add(logs.length);
    for (int end : ends) {
      double[] level = Arrays.copyOfRange(logs, from, end);
      for (int i = 0; i < level.length && level.length > LEAST_OTHERS; i++) {
        off[from + i] = level[i] - Robust.median(Robust.nearest(level, i, UnitSlip.WINDOW));
      }
      from = end;
    }
    double[] judged = Arrays.stream(off).filter(o -> !Double.isNaN(o)).toArray();
    List<Doubt> doubts = new ArrayList<>();
    double usual = spreads * (judged.length == 0 ? 0 : Robust.spread(judged, 0));
    for (int i = 0; i < off.length; i++) {
      Point point = series.get(profile.at(i));
      double allowed =
          Math.log(ratio) + (isAroundFestival(point.period()) ? Math.log(festivalRatio) : 0);
      if (Math.abs(off[i]) >= Math.max(allowed, usual)) {
        doubts.add(new Doubt(profile.at(i), reason(point, off[i])));
      }
    }
    return doubts;
  }

  private static boolean isAroundFestival(Period period) {
    return period.months() == 1 && period.last().getMonthValue() <= FEBRUARY;
  }

  private static String reason(Point point, double off) {
    return "%s为%s，约为按季节规律应有水平的%s"
        .formatted(
            Wording.of(point.period()),
            Wording.of(java.util.Objects.requireNonNull(point.value())),
            Wording.times(off));
  }
}
