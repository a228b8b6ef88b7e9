package citybrain.metric;

import java.time.LocalDate;
import java.time.YearMonth;

/** Whole months from {@code first} to {@code last}, both included. */
record MonthSpan(YearMonth first, YearMonth last) {
  private static final int JANUARY = 1;

  MonthSpan {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("A span ends before it begins: " + first + "/" + last);
    }
  }

  static MonthSpan of(LocalDate start, LocalDate end) {
    return new MonthSpan(YearMonth.from(start), YearMonth.from(end));
  }

  static MonthSpan yearToDate(YearMonth last) {
    return new MonthSpan(last.withMonth(JANUARY), last);
  }

  MonthSpan yearBefore() {
    return new MonthSpan(first.minusYears(1), last.minusYears(1));
  }

  /** A span of one year that begins in January is its own year to date. */
  boolean isYearToDate() {
    return first.getMonthValue() == JANUARY && first.getYear() == last.getYear();
  }

  /** As officials write it: 2012年1月, 2012年1-2月. */
  String zh() {
    if (first.equals(last)) {
      return first.getYear() + "年" + first.getMonthValue() + "月";
    }
    String end = last.getYear() == first.getYear() ? "" : last.getYear() + "年";
    return first.getYear() + "年" + first.getMonthValue() + "-" + end + last.getMonthValue() + "月";
  }
}
