package citybrain.simulation;

import java.util.List;
import java.util.Locale;

/**
 * One cell that was made wrong on purpose.
 *
 * @param sheet empty for CSV
 * @param row line of the CSV or row of the sheet, from 1
 * @param column header of the cell's column
 * @param trueValue what the cell would say
 */
record PlantedFault(
    String department,
    String extract,
    String file,
    String sheet,
    int row,
    String column,
    FaultKind kind,
    String plantedValue,
    String trueValue) {
  static final List<String> COLUMNS =
      List.of(
          "department",
          "extract",
          "file",
          "sheet",
          "row",
          "column",
          "fault_kind",
          "planted_value",
          "true_value");

  List<String> fields() {
    return List.of(
        department,
        extract,
        file,
        sheet,
        Integer.toString(row),
        column,
        kind.name().toLowerCase(Locale.ROOT),
        plantedValue,
        trueValue);
  }
}
