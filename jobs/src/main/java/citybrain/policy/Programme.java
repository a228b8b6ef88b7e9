package citybrain.policy;

import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A programme of yearly targets.
 *
 * @param id {@code <policy folder>.<programme>}
 */
public record Programme(
    String id,
    String policyId,
    Text title,
    int baselineYear,
    String areaCode,
    List<Indicator> indicators) {

  /**
   * One indicator row of a target table.
   *
   * @param breakdown member the row is for, for example an industry; {@code _T} for the whole
   * @param unit the unit of all values, targets and baseline
   * @param printedUnit the unit the table prints its cells in, as read by officials: 万元 where
   *     values are yuan
   * @param baseline without a value when the table prints "/" or nothing
   * @param targets by year; a year whose cell is "/" or blank is present with a null value
   */
  public record Indicator(
      String id,
      String breakdown,
      Text title,
      Unit unit,
      String printedUnit,
      Direction direction,
      Printed baseline,
      SortedMap<Integer, Printed> targets,
      String department,
      @Nullable String noteZh,
      Reference reference) {}

  /**
   * A cell of a target table.
   *
   * @param verbatim the cell as printed, for example {@code 42.5%} or {@code /}
   * @param value in the indicator's unit; null when there is no number
   */
  public record Printed(String verbatim, @Nullable BigDecimal value) {}

  /** Which side of the target is success. */
  public enum Direction {
    AT_LEAST,
    AT_MOST
  }
}
