package citybrain.intake.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series that goes on at another level for good.
 *
 * <p>Without the season, the medians of half a year before and after a point are compared. A shift
 * is doubted when they differ by {@code ratio} or more and by {@code spreads} times the spread
 * within the two halves; it is placed where the figures on both sides lie closest to their medians.
 *
 * @param ratio above 1
 * @param leastYears years that a season's factor takes
 */
record LevelShift(double ratio, double spreads, int leastYears) implements SeriesFinder {
  private static final int LEAST_SIDE = 4;

  /** Ten thousand, as a logarithm. */
  private static final double TEN_THOUSAND = 4 * Math.log(10);

  private static final double NEAR = Math.log(2);

  @Override
  public List<Doubt> in(List<Point> series) {
    SeasonalProfile profile = SeasonalProfile.of(series, leastYears);
    List<Doubt> doubts = new ArrayList<>();
    for (Break found : breaks(profile, Math.log(ratio), spreads)) {
      int at = profile.at(found.at());
      String unit = Math.abs(Math.abs(found.step()) - TEN_THOUSAND) < NEAR ? "，疑似自本期起计量单位改变" : "";
      doubts.add(
          new Doubt(
              at,
              "自%s起水平变化：剔除季节因素后，此后半年约为此前半年的%s%s"
                  .formatted(
                      Wording.of(series.get(at).period()), Wording.times(found.step()), unit)));
    }
    return doubts;
  }

  /**
   * A change of level.
   *
   * @param at index in the profile of the first figure at the new level
   * @param step its size as a logarithm
   * @param cost sum of what the figures of both sides are from their medians
   */
  record Break(int at, double step, double cost) {}

  static List<Break> breaks(SeasonalProfile profile, double leastStep, double spreads) {
    double[] logs = profile.logs();
    int side = Math.max(LEAST_SIDE, profile.placesAYear() / 2);
    List<Break> breaks = new ArrayList<>();
    int lastSeen = Integer.MIN_VALUE / 2;
    for (int i = side; i + side <= logs.length; i++) {
      double[] before = Arrays.copyOfRange(logs, i - side, i);
      double[] after = Arrays.copyOfRange(logs, i, i + side);
      double from = Robust.median(before);
      double to = Robust.median(after);
      double[] within = new double[2 * side];
      for (int k = 0; k < side; k++) {
        within[k] = before[k] - from;
        within[side + k] = after[k] - to;
      }
      double step = Math.abs(to - from);
      if (step < leastStep || step < spreads * Robust.spread(within, 0)) {
        continue;
      }
      Break found = new Break(i, to - from, Arrays.stream(within).map(Math::abs).sum());
      boolean isSameChange = i - lastSeen <= side;
      lastSeen = i;
      if (!isSameChange) {
        breaks.add(found);
      } else if (found.cost() < breaks.get(breaks.size() - 1).cost()) {
        breaks.set(breaks.size() - 1, found);
      }
    }
    return breaks;
  }
}
