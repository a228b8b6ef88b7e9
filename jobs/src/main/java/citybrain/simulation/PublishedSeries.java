package citybrain.simulation;

import citybrain.simulation.city.ResourceTable;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * The published series inside the jar; their units, publishers and traps stand in the README beside
 * them.
 */
enum PublishedSeries {
  QINGDAO_ANNUAL("qingdao-annual.csv"),
  QINGDAO_HOUSE_PRICE_INDEX("qingdao-house-price-index-monthly.csv"),
  QINGDAO_PRESS_RELEASES("qingdao-press-releases.csv"),
  NATIONAL_RETAIL_SALES("national-retail-sales-monthly.csv"),
  NATIONAL_EXPORTS("national-exports-monthly.csv"),
  NATIONAL_INDUSTRIAL_GROWTH("national-industrial-value-added-growth.csv");

  private final String file;

  PublishedSeries(String file) {
    this.file = file;
  }

  /** Rows in file order. An empty field means that the source gives no number. */
  List<CSVRecord> rows() {
    return ResourceTable.rows("/citybrain/published/" + file);
  }
}
