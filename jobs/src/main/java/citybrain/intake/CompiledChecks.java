package citybrain.intake;

import citybrain.contract.Contract;
import citybrain.contract.ContractRegistry;
import citybrain.contract.Layout;
import citybrain.contract.RowCheck;
import citybrain.expression.ExpressionCheck;
import citybrain.expression.RowConditions;
import citybrain.intake.reading.RecordChecks;
import citybrain.lake.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** Row checks of some extracts, compiled once by the driver and run by the tasks that read. */
final class CompiledChecks implements RecordChecks {
  private static final long serialVersionUID = 1L;

  private final Map<String, RowConditions> conditions = new HashMap<>();
  private final Map<String, TypedRecord> records = new HashMap<>();

  /**
   * Compiles.
   *
   * @param extracts whose files will be read
   */
  CompiledChecks(ContractRegistry contracts, List<Contract> extracts) {
    for (Contract extract : extracts) {
      StructType schema =
          TableSchema.of(contracts.table("silver", extract.targetTable()).orElseThrow());
      records.put(extract.path(), new TypedRecord(schema));
      for (Layout layout : extract.layouts()) {
        if (!layout.rowChecks().isEmpty()) {
          List<String> texts = layout.rowChecks().stream().map(RowCheck::expression).toList();
          conditions.put(name(extract, layout), new ExpressionCheck(schema).conditions(texts));
        }
      }
    }
  }

  private static String name(Contract extract, Layout layout) {
    return extract.path() + "#" + layout.name();
  }

  @Override
  public List<RowCheck> broken(Contract contract, Layout layout, Map<String, String> values) {
    if (layout.rowChecks().isEmpty()) {
      return List.of();
    }
    RowConditions ofLayout = conditions.get(name(contract, layout));
    TypedRecord record = records.get(contract.path());
    if (ofLayout == null || record == null) {
      throw new IllegalStateException("Checks of " + contract.path() + " were not compiled");
    }
    List<RowCheck> broken = new ArrayList<>();
    ofLayout.broken(record.of(values)).stream()
        .mapToObj(layout.rowChecks()::get)
        .forEach(broken::add);
    return broken;
  }
}
