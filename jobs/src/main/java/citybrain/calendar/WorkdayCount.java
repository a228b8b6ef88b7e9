package citybrain.calendar;

/**
 * A number of working days, as far as it is known.
 *
 * @param fewest if every day that may be off is off
 * @param most if every day that may be a working day is one
 */
public record WorkdayCount(int fewest, int most) {
  public WorkdayCount {
    if (fewest < 0 || most < fewest) {
      throw new IllegalArgumentException("No count: " + fewest + " to " + most);
    }
  }

  /** Whether the number is known. */
  public boolean isSettled() {
    return fewest == most;
  }
}
