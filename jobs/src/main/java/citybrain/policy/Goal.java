package citybrain.policy;

import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target stated in the text: one bound by one day. Tables of yearly targets are {@link
 * Programme}s.
 *
 * @param id {@code <policy folder>.<item>}
 * @param countedZh what is counted, where the unit is count
 * @param value the bound; of a range its lower end
 * @param upper upper end of a range; null otherwise
 * @param from first day of what is measured; null where the text names none
 * @param due last day; null where the text names none
 * @param baseline what growth and change are held against; null where none is printed
 * @param appliesTo whom or what it is measured on; null for the whole area
 */
public record Goal(
    String id,
    Text title,
    Unit unit,
    @Nullable String countedZh,
    Comparison comparison,
    BigDecimal value,
    @Nullable BigDecimal upper,
    Measured measured,
    @Nullable LocalDate from,
    @Nullable LocalDate due,
    @Nullable Baseline baseline,
    String areaCode,
    @Nullable String appliesTo,
    Reference reference) {

  /** What is held against the bound. */
  public enum Measured {
    /** The stock on the day. */
    LEVEL,
    /** What is new between the first and the last day. */
    ADDED,
    /** The flow of every year. */
    EACH_YEAR,
    /** Average yearly growth in percent. */
    GROWTH_PER_YEAR,
    /** Growth over the baseline year in percent. */
    GROWTH_SINCE_BASELINE,
    /** Difference to the baseline year. */
    CHANGE_SINCE_BASELINE
  }

  /** The year growth starts from; its value is null where the text prints none. */
  public record Baseline(int year, @Nullable BigDecimal value) {}
}
