package citybrain.metric;

import citybrain.period.PeriodType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of gold/metric_value within its metric and area.
 *
 * @param value null unless {@code status} is ok or not_comparable
 * @param unit code of the value's unit
 * @param knownAt the day from which all inputs of the value were known
 * @param publishedValue the printed growth that a computed one is held against
 * @param publishedGap computed − published, in percentage points
 * @param reasonZh why the figure is not plainly usable, or what it rests on; null when there is
 *     nothing to say
 * @param evidence all rows the value rests on, those of the base included
 */
record Figure(
    Measure measure,
    Basis basis,
    Label label,
    @Nullable BigDecimal value,
    String unit,
    FigureStatus status,
    LocalDate knownAt,
    @Nullable BigDecimal publishedValue,
    @Nullable BigDecimal publishedGap,
    @Nullable String reasonZh,
    boolean isSimulated,
    List<Evidence> evidence) {

  Figure {
    if (status == FigureStatus.OK && value == null) {
      throw new IllegalArgumentException("No value, yet ok: " + measure + " " + label);
    }
    if (status != FigureStatus.OK && reasonZh == null) {
      throw new IllegalArgumentException("No reason given: " + measure + " " + label);
    }
  }

  boolean isComparable() {
    return status == FigureStatus.OK;
  }

  /** The period that a figure is filed under. */
  record Label(String period, PeriodType type, LocalDate start, LocalDate end) {
    MonthSpan span() {
      return MonthSpan.of(start, end);
    }
  }
}
