package citybrain.simulation.services;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a monthly report says of cases that go on over months: a case stands in it when it moved.
 */
record MonthReport(YearMonth month) {

  /** The months in which a case of this report may have begun, oldest first. */
  Stream<YearMonth> beginnings(int monthsOpen) {
    return LongStream.rangeClosed(-monthsOpen, 0).mapToObj(month::plusMonths);
  }

  boolean isNews(@Nullable LocalDate day) {
    return day != null && YearMonth.from(day).equals(month);
  }

  /** Null when {@code day} lies after the month. */
  @Nullable LocalDate known(@Nullable LocalDate day) {
    return day == null || day.isAfter(month.atEndOfMonth()) ? null : day;
  }
}
