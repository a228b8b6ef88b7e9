package citybrain.metric;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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
  StructType filterColumns() {
    return switch (this) {
      case STATISTICAL_OBSERVATION ->
          new StructType()
              .add(ObservationColumns.INDICATOR_CODE, DataTypes.StringType)
              .add(ObservationColumns.AREA_CODE, DataTypes.StringType)
              .add(ObservationColumns.PERIOD_TYPE, DataTypes.StringType)
              .add(ObservationColumns.PERIOD_START, DataTypes.DateType)
              .add(ObservationColumns.PERIOD_END, DataTypes.DateType)
              .add(ObservationColumns.UNIT, DataTypes.StringType)
              .add(ObservationColumns.SOURCE_NAME, DataTypes.StringType)
              .add(ObservationColumns.SOURCE_EXTRACT, DataTypes.StringType);
    };
  }

  static Optional<MetricSource> ofTable(String table) {
    return List.of(values()).stream().filter(source -> source.table.equals(table)).findFirst();
  }
}
