package citybrain.contract;

import java.io.Serializable;
import java.util.List;

/**
 * A condition that every record of an extract meets.
 *
 * @param name the check's id, unique within its layout
 * @param dimension of data quality, as the contract standard names them
 * @param severity what becomes of a record that fails
 * @param expression Spark SQL over one record by the column names of the target silver table, typed
 *     as silver; false fails, null passes
 * @param descriptionZh what is wrong with a record that fails
 * @param remedyZh what the department can do
 * @param columns names of the extract's columns whose cells are marked
 */
public record RowCheck(
    String name,
    String dimension,
    Severity severity,
    String expression,
    String descriptionZh,
    String remedyZh,
    List<String> columns)
    implements Serializable {

  public RowCheck {
    columns = List.copyOf(columns);
  }
}
