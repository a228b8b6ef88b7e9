package citybrain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.calendar.DateInterval;
import citybrain.period.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DueDaysTest {
  private static final DueDays DUE_DAYS = new DueDays();

  /** Counted by hand on the holiday notices named. */
  @ParameterizedTest(name = "{1} working days after {0} is {2} ({3})")
  @CsvSource({
    "2020-09, 1, 2020-10-09, 国办发明电〔2019〕16号: 1 to 8 October off",
    "2020-09, 2, 2020-10-10, 国办发明电〔2019〕16号: Saturday 10 October works",
    "2020-01, 1, 2020-02-03, 国办发明电〔2020〕1号: the holiday of 2020 was prolonged to 2 February",
    "2019-12, 5, 2020-01-08, 1 January off",
  })
  void dueDayIsCountedInWorkingDaysAfterThePeriod(
      String month, int workdays, LocalDate due, String source) {
    Period period =
        Period.month(Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(5)));

    assertThat(DUE_DAYS.of(workdays, period)).contains(new DateInterval(due, due));
  }

  @Test
  void yearWithoutANoticeHasNoSureDay() {
    // The notice for 2031 is years away; National Day moves days around 1 October.
    DateInterval due = DUE_DAYS.of(3, Period.month(2031, 9)).orElseThrow();

    assertThat(due.isSettled()).isFalse();
    assertThat(DueDays.isOnTime(due, due.earliest())).contains(true);
    assertThat(DueDays.isOnTime(due, due.latest())).isEmpty();
    assertThat(DueDays.isOnTime(due, due.latest().plusDays(1))).contains(false);
  }

  @ParameterizedTest(name = "{0} workdays after {1}: nothing is due")
  @CsvSource({", 2020", "5, 1983"})
  void nothingIsDueWithoutADayOrACalendar(@Nullable Integer workdays, int year) {
    assertThat(DUE_DAYS.of(workdays, Period.year(year))).isEmpty();
  }

  @Test
  void theDayItselfIsOnTime() {
    DateInterval due = DUE_DAYS.of(1, Period.month(2020, 9)).orElseThrow();

    assertThat(DueDays.isOnTime(due, LocalDate.of(2020, 10, 9))).contains(true);
    assertThat(DueDays.isOnTime(due, LocalDate.of(2020, 10, 10))).contains(false);
  }
}
