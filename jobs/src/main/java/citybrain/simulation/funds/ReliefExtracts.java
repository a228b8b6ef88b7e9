package citybrain.simulation.funds;

import citybrain.simulation.funds.ReliefCase.Correction;
import citybrain.simulation.funds.ReliefWeeks.Week;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the relief fund's extracts share. */
final class ReliefExtracts {
  static final String DEPARTMENT = "救助基金运行管理机构";

  private ReliefExtracts() {}

  /** The amount as it is known in a week. */
  static BigDecimal known(BigDecimal first, @Nullable Correction correction, Week week) {
    return correction == null || correction.reportedOn().isAfter(week.knownUntil())
        ? first
        : correction.amount();
  }
}
