package citybrain.simulation.economy;

import citybrain.simulation.delivery.ExtractGenerator;
import java.util.List;

/** All extracts about the economy that the simulation writes. */
public final class EconomyExtracts {
  private EconomyExtracts() {}

  /** One generator for each extract. */
  public static List<ExtractGenerator> all() {
    return List.of();
  }
}
