package citybrain.intake.reading;

import citybrain.contract.ContractColumn;
import citybrain.contract.Layout;
import java.util.List;
import java.util.Map;

/**
 * Where a layout's columns stand in one sheet.
 *
 * @param firstHeader position of the first header row in {@link SourceSheet#head}
 * @param lastHeader position of the last header row
 * @param columnIndex column name to 0-based index, for columns under their own header
 * @param headerUnit column name to the unit in brackets after its header
 * @param measures figures below an across header, left to right; empty for a list
 */
record LocatedTable(
    SourceSheet sheet,
    Layout layout,
    int firstHeader,
    int lastHeader,
    Map<String, Integer> columnIndex,
    Map<String, String> headerUnit,
    List<Measure> measures) {

  LocatedTable {
    columnIndex = Map.copyOf(columnIndex);
    headerUnit = Map.copyOf(headerUnit);
    measures = List.copyOf(measures);
  }

  /**
   * One column of figures below an across header.
   *
   * @param index 0-based
   * @param across canonical value of the header, for example {@code 1990}
   * @param acrossVerbatim the header as written
   * @param column what the figures are
   * @param unit in brackets after the header; empty when none stands there
   */
  record Measure(
      int index, String across, String acrossVerbatim, ContractColumn column, String unit) {}
}
