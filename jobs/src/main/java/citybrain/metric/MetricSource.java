package citybrain.metric;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tables that metrics may be declared over, and the columns of their rows that a filter may name.
 */
public enum MetricSource {
  /** One row per indicator, area and period. */
  STATISTICAL_OBSERVATION("silver/statistical_observation");

  private final String table;

  MetricSource(String table) {
    this.table = table;
  }

  /** Layer and name, as in {@code <lake>/<layer>/<table>}. */
  public String table() {
    return table;
  }

  /** What a filter may ask about: what a row is, never what its figure is. */
  Set<String> filterColumns() {
    return switch (this) {
      case STATISTICAL_OBSERVATION ->
          Set.of(
              ObservationColumns.INDICATOR_CODE,
              ObservationColumns.AREA_CODE,
              ObservationColumns.PERIOD_TYPE,
              ObservationColumns.PERIOD_START,
              ObservationColumns.PERIOD_END,
              ObservationColumns.UNIT,
              ObservationColumns.SOURCE_NAME,
              ObservationColumns.SOURCE_EXTRACT);
    };
  }

  static Optional<MetricSource> ofTable(String table) {
    return List.of(values()).stream().filter(source -> source.table.equals(table)).findFirst();
  }
}
