package citybrain.calendar;

import java.time.LocalDate;

/**
 * The days between which a counted day lies, both included.
 *
 * @param earliest the day it is at the earliest: counted forwards, if every day that may be a
 *     working day is one; counted backwards, if every day that may be off is off
 * @param latest the day it is at the latest, the other way round
 */
public record DateInterval(LocalDate earliest, LocalDate latest) {
  public DateInterval {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException(
          "An interval does not end before it starts: " + earliest + ", " + latest);
    }
  }

  /** A day that is known. */
  public static DateInterval on(LocalDate day) {
    return new DateInterval(day, day);
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
