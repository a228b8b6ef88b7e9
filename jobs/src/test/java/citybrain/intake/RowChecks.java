package citybrain.intake;

import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.RecordChecks;
import java.util.List;

/** The row checks of all extracts of a registry, as the intake runs them, for tests elsewhere. */
public final class RowChecks {
  private RowChecks() {}

  public static RecordChecks of(ContractRegistry contracts) {
    return new CompiledChecks(contracts, List.copyOf(contracts.extracts()));
  }
}
