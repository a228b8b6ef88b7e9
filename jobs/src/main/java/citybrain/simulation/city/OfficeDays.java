package citybrain.simulation.city;

import citybrain.calendar.WorkdayCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * The days on which offices of the simulated city work: those that are working days whatever a
 * notice not yet published may say.
 */
public final class OfficeDays {
  private final int[] epochDays;

  private OfficeDays(int[] epochDays) {
    this.epochDays = epochDays;
  }

  /**
   * Days until the end of the year after {@code last} at least, by the notices known a year after
   * it.
   */
  public static OfficeDays until(YearMonth last) {
    return new OfficeDays(WorkdayCalendar.asOf(last.atEndOfMonth().plusYears(1)).fewestWorkdays());
  }

  /** {@code date}, or the next day on which offices work. */
  public LocalDate onOrAfter(LocalDate date) {
    return LocalDate.ofEpochDay(epochDays[firstIndexFrom(date)]);
  }

  /**
   * The {@code workdays}-th working day after {@code date}; {@code date} itself is not counted.
   * Zero gives {@code date} or the next working day.
   */
  public LocalDate after(LocalDate date, int workdays) {
    if (workdays == 0) {
      return onOrAfter(date);
    }
    return LocalDate.ofEpochDay(epochDays[firstIndexFrom(date.plusDays(1)) + workdays - 1]);
  }

  private int firstIndexFrom(LocalDate date) {
    int found = Arrays.binarySearch(epochDays, Math.toIntExact(date.toEpochDay()));
    return found >= 0 ? found : -found - 1;
  }
}
