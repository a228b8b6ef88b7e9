package citybrain.simulation.funds;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known at the end of a month, and what was new in it. */
record ReportMonth(YearMonth month) {
  /** The day, or null when it is still to come. */
  @Nullable LocalDate known(@Nullable LocalDate day) {
    return day == null || day.isAfter(month.atEndOfMonth()) ? null : day;
  }

  boolean isKnown(@Nullable LocalDate day) {
    return known(day) != null;
  }

  /** Whether something happened in the month; days that never come are null. */
  boolean isNews(@Nullable LocalDate... days) {
    return Stream.of(days).anyMatch(day -> day != null && YearMonth.from(day).equals(month));
  }
}
