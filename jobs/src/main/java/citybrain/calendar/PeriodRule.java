package citybrain.calendar;

/** When the duty of one period of a recurring duty is due. */
public sealed interface PeriodRule extends DueRule
    permits AfterPeriodEnd, AfterPeriodStart, DayOfPeriod, DayOfYear, WorkdayOfPeriod {
  /** The last day for the duty of {@code period}. */
  DateInterval due(CyclePeriod period, WorkdayCalendar calendar);
}
