package citybrain.simulation.delivery;

import citybrain.simulation.city.City;
import java.util.stream.Stream;

/**
 * What one department reports about the city in one extract. It knows nothing of files, units of
 * writing and faults: these come from the extract's data contract.
 */
public interface ExtractGenerator {
  /** Who delivers, as the contract's folder is named. */
  String department();

  /** The extract, as its contract is named. */
  String extract();

  /**
   * All deliveries about the city's span, earliest first. The stream is lazy and read once; the
   * records of a delivery are asked for when it is written, and again when it is corrected, and are
   * the same each time.
   */
  Stream<Delivery> deliveries(City city);
}
