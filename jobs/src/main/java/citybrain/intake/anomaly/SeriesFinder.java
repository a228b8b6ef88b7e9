package citybrain.intake.anomaly;

import java.util.List;

/** Looks for one kind of anomaly in one series. */
interface SeriesFinder {
  /**
   * The doubtful points of a series.
   *
   * @param series of one rhythm, ascending by period
   */
  List<Doubt> in(List<Point> series);
}
