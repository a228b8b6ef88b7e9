package citybrain.calendar;

/**
 * How a text says when something is due: the closed list.
 *
 * <p>Each has a pure function from what it is counted from (an event's day or minute, a period of a
 * recurring duty, nothing) to the last day or minute on which the duty is done in time.
 */
public sealed interface DueRule permits AfterEvent, WithinTime, FixedDate, PeriodRule {
  /**
   * Whether holiday notices bear on the due day. If so it is an interval until the notice is
   * published; if not it is one day whatever is announced.
   */
  boolean dependsOnNotices();
}
