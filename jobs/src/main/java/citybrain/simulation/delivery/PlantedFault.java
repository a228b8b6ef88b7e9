package citybrain.simulation.delivery;

import java.time.LocalDate;
import java.util.List;

/**
 * One cell or row that was made wrong on purpose.
 *
 * <p>A doubled key gives two of these, because the reader cannot tell which of two rows is right:
 * the row that was changed, and the row whose key it took, whose true and planted value are the
 * same.
 *
 * @param number of the fault in the simulation, from 1; both rows of a doubled key share it
 * @param sheet as the reader calls it; empty for CSV
 * @param row line of the CSV or row of the sheet, from 1
 * @param column what the reader calls the cell's column; of a doubled key all headers of the key,
 *     of a violated check those of all cells it compares
 * @param check name of the violated row check; empty for other kinds
 * @param plantedValue what the changed cell says
 * @param trueValue what it would say
 */
record PlantedFault(
    long number,
    String department,
    String extract,
    LocalDate deliveredOn,
    String file,
    String sheet,
    int row,
    String column,
    CellFault kind,
    String check,
    String plantedValue,
    String trueValue) {
  static final List<String> COLUMNS =
      List.of(
          "number",
          "department",
          "extract",
          "delivered_on",
          "file",
          "sheet",
          "row",
          "column",
          "fault_kind",
          "check",
          "planted_value",
          "true_value");

  List<String> fields() {
    return List.of(
        Long.toString(number),
        department,
        extract,
        deliveredOn.toString(),
        file,
        sheet,
        Integer.toString(row),
        column,
        kind.text(),
        check,
        plantedValue,
        trueValue);
  }
}
