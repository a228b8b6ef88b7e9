package citybrain.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data contract of one extract or table.
 *
 * @param path relative to the registry root, for messages
 * @param layer extracts, silver, gold or quality
 * @param department who delivers; empty for a table
 * @param titleZh what readers call it
 * @param layouts one for a table; one or more for an extract, tried in this order
 * @param targetTable silver table that an extract fills; empty for a table
 * @param owner who answers for it ({@code team.name}); empty where a table states none
 * @param form in what form an extract is handed over; null for a table
 * @param cadence day, month, quarter, year or event; empty for a table
 * @param latencyWorkdays an extract is due on this working day after the end of the period it
 *     describes; null for a table and for events
 * @param refuseAboveShare share of wrong-typed cells of one column above which a whole file is
 *     refused
 * @param mayBeEmpty whether a file without a record says that nothing happened, as one for a day or
 *     an event always may
 */
public record Contract(
    String path,
    String layer,
    String department,
    String name,
    String version,
    String titleZh,
    List<Layout> layouts,
    String targetTable,
    String owner,
    @Nullable DeliveryForm form,
    String cadence,
    @Nullable Integer latencyWorkdays,
    BigDecimal refuseAboveShare,
    boolean mayBeEmpty)
    implements Serializable {

  public Contract {
    layouts = List.copyOf(layouts);
    if (layouts.isEmpty()) {
      throw new IllegalArgumentException("A contract has a layout: " + path);
    }
  }

  /** Columns of a table, or of the first layout of an extract. */
  public List<ContractColumn> columns() {
    return layouts.get(0).columns();
  }

  public Optional<ContractColumn> column(String columnName) {
    return columns().stream().filter(c -> c.name().equals(columnName)).findFirst();
  }

  /** Names of the key columns in key order. */
  public List<String> key() {
    return columns().stream()
        .filter(ContractColumn::isKey)
        .sorted(Comparator.comparingInt(ContractColumn::keyPosition))
        .map(ContractColumn::name)
        .toList();
  }
}
