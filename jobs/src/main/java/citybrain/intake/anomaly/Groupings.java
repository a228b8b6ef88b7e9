package citybrain.intake.anomaly;

import citybrain.contract.Contract;
import citybrain.contract.SeriesCheck;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which records of a table the checks see together; checks that see the same share a grouping.
 *
 * @param all in the order of the contract
 */
record Groupings(List<Grouping> all) implements Serializable {
  Groupings {
    all = List.copyOf(all);
  }

  /**
   * @param columns whose values name a family
   */
  record Grouping(List<String> columns, List<SeriesCheck> checks) implements Serializable {
    Grouping {
      columns = List.copyOf(columns);
      checks = List.copyOf(checks);
    }
  }

  static Groupings of(Contract table) {
    Map<List<String>, List<SeriesCheck>> byColumns = new LinkedHashMap<>();
    for (SeriesCheck check : table.seriesChecks()) {
      byColumns.computeIfAbsent(columns(check), columns -> new ArrayList<>()).add(check);
    }
    List<Grouping> all = new ArrayList<>();
    byColumns.forEach((columns, checks) -> all.add(new Grouping(columns, checks)));
    return new Groupings(all);
  }

  /** A series; for a sum all members of one period. */
  private static List<String> columns(SeriesCheck check) {
    if (check.kind() != SeriesCheck.Kind.HIERARCHY_SUM) {
      return check.series();
    }
    List<String> columns = new ArrayList<>(check.series());
    columns.removeAll(check.across());
    columns.add(check.period());
    return columns;
  }
}
