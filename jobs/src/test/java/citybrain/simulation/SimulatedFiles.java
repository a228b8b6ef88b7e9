package citybrain.simulation;

import citybrain.contract.ContractRegistry;
import java.nio.file.Path;

/** The project's own contracts, for simulations in tests. */
final class SimulatedFiles {
  static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));

  private SimulatedFiles() {}
}
