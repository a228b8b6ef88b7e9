package citybrain.calendar;

import java.time.LocalDate;

/**
 * The days between which a counted day lies, both included.
 *
 * @param earliest the day if every day that may be a working day is one
 * @param latest the day if every day that may be off is off
 */
public record DateInterval(LocalDate earliest, LocalDate latest) {
  public DateInterval {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException(
          "An interval does not end before it starts: " + earliest + ", " + latest);
    }
  }

  /** Whether the day is known: no day that is still open lies on the way to it. */
  public boolean isSettled() {
    return earliest.equals(latest);
  }

  /** Whether {@code date} is one of the days it may still be. */
  public boolean contains(LocalDate date) {
    return !date.isBefore(earliest) && !date.isAfter(latest);
  }
}
