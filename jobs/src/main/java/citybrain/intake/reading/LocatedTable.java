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
   * @param across what its header states, by column: {@code 1990} for the period
   * @param column what the figures are
   * @param unit in brackets after the header; empty when none stands there
   */
  record Measure(int index, Map<String, StatedValue> across, ContractColumn column, String unit) {
    Measure {
      across = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(across));
    }

    /** Figures of one row with the same values across are one record. */
    List<String> acrossKey() {
      return across.values().stream().map(StatedValue::canonical).toList();
    }

    /** The header as written. */
    String label() {
      return across.values().stream()
          .map(StatedValue::verbatim)
          .filter(text -> !text.isEmpty())
          .collect(java.util.stream.Collectors.joining("/"));
    }
  }
}
