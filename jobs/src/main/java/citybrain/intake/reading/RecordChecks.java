package citybrain.intake.reading;

import citybrain.contract.Contract;
import citybrain.contract.Layout;
import citybrain.contract.RowCheck;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Runs the checks that a contract declares over whole records. */
public interface RecordChecks extends Serializable {
  /** For readers that judge cells alone. */
  RecordChecks NONE = (contract, layout, values) -> List.of();

  /**
   * Checks that a record breaks.
   *
   * @param values canonical values by column of the silver table; every cell could be read
   */
  List<RowCheck> broken(Contract contract, Layout layout, Map<String, String> values);
}
