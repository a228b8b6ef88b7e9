package citybrain.lake;

import static org.apache.spark.sql.functions.col;

import citybrain.contract.Contract;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A table's schema as its contract states it. */
public final class TableSchema {
  private TableSchema() {}

  public static StructType of(Contract contract) {
    return StructType.fromDDL(
        contract.columns().stream()
            .map(column -> "`" + column.name() + "` " + column.physicalType())
            .collect(Collectors.joining(", ")));
  }

  /**
   * Rows with exactly the contract's columns, in its order and types.
   *
   * @throws IllegalStateException when a column is missing: a defect of ours, not of the data
   */
  public static Dataset<Row> conform(Dataset<Row> rows, Contract contract) {
    List<String> present = Arrays.asList(rows.columns());
    StructType schema = of(contract);
    List<String> missing =
        Arrays.stream(schema.fieldNames()).filter(name -> !present.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          contract.path() + " asks for columns " + missing + " that its job does not give");
    }
    return rows.select(
        Arrays.stream(schema.fields()).map(TableSchema::cast).toArray(Column[]::new));
  }

  private static Column cast(StructField field) {
    return col("`" + field.name() + "`").cast(field.dataType()).as(field.name());
  }
}
