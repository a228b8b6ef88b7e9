package citybrain.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a duty or a task falls due, as the document prints it.
 *
 * @param on last day, of {@link Kind#DATE}: a month or a year printed alone ends with its last day
 * @param from first day, where one is printed
 * @param every of {@link Kind#RECURRING}
 * @param times how often in each period; null where the text gives no number
 * @param due last day within or after each period, or after the event; null where none is printed
 * @param parameter item that holds the offset, where it is one; null otherwise
 * @param printed the words that say so
 */
public record Timing(
    Kind kind,
    @Nullable LocalDate on,
    @Nullable LocalDate from,
    @Nullable Every every,
    @Nullable Integer times,
    @Nullable Due due,
    @Nullable String parameter,
    String printed) {

  /** The closed list of kinds of time. */
  public enum Kind {
    /** On or before a day. */
    DATE,
    /** In every period. */
    RECURRING,
    /** Counted from an event. */
    EVENT,
    /** At all times. */
    CONTINUOUS,
    /** When something else allows. */
    CONDITIONAL,
    /** No time is printed. */
    UNSTATED
  }

  /** Periods of recurring duties. */
  public enum Every {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR,
    TWO_YEARS,
    THREE_YEARS,
    FIVE_YEARS,
    SCHOOL_YEAR
  }

  /**
   * The last day of a recurring or event-driven duty.
   *
   * @param anchor {@code period_end}, {@code period_start}, or the event in words
   * @param offset units after the anchor, before it when negative
   * @param unit of the offset: workday, day, hour, minute, month
   * @param month of a fixed day: its month
   * @param dayOfMonth of a fixed day: 31 is the last day of any month
   * @param yearOffset years after the period the fixed day lies in
   */
  public record Due(
      String anchor,
      @Nullable Integer offset,
      @Nullable String unit,
      @Nullable Integer month,
      @Nullable Integer dayOfMonth,
      @Nullable Integer yearOffset) {}
}
