package citybrain.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One way the columns of an extract are arranged on paper; a table has exactly one.
 *
 * @param name of the schema object in the contract
 * @param columns in the order of the contract
 * @param rowChecks conditions that every record of an extract meets; empty for a table
 * @param seriesChecks doubts about records of a table seen together; empty for an extract
 */
public record Layout(
    String name,
    List<ContractColumn> columns,
    List<RowCheck> rowChecks,
    List<SeriesCheck> seriesChecks)
    implements Serializable {

  public Layout {
    columns = List.copyOf(columns);
    rowChecks = List.copyOf(rowChecks);
    seriesChecks = List.copyOf(seriesChecks);
  }

  /** Where the value of a column stands in a file. */
  public enum Place {
    /** Under its own header. */
    COLUMN,
    /** Anywhere in the sheet's name or its title rows: a code or a period. */
    HEADING,
    /** In the header above figures, such as 1990年, 1991年 …: each makes a record of its own. */
    ACROSS,
    /** Below a header that holds an {@link #ACROSS} value. */
    BELOW_ACROSS,
    /** In the cells of another column, together with its value: 工业增加值累计增长(%). */
    PART
  }

  public List<ContractColumn> at(Place place) {
    return columns.stream().filter(c -> c.place() == place).toList();
  }

  /** Columns whose values stand in the cells of this column too. */
  public List<ContractColumn> partsOf(ContractColumn whole) {
    return columns.stream().filter(c -> whole.name().equals(c.paper().partOf())).toList();
  }

  public Optional<ContractColumn> column(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
  }
}
