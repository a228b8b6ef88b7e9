package citybrain.policy;

import citybrain.unit.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A number a document sets, by the day it is in force.
 *
 * @param id {@code <policy folder>.<item>}, for example {@code relief-fund.decision-limit}
 * @param values ascending by first day, never two on a day
 */
public record Parameter(
    String id, Text title, Unit unit, String appliesTo, List<DatedValue> values) {
  public Parameter {
    values = values.stream().sorted(Comparator.comparing(DatedValue::from)).toList();
  }

  /** The value in force on {@code date}; empty before the first and after an ending null. */
  public Optional<DatedValue> on(LocalDate date) {
    Optional<DatedValue> last =
        values.stream().filter(value -> !value.from().isAfter(date)).reduce((a, b) -> b);
    return last.filter(value -> value.value() != null);
  }
}
