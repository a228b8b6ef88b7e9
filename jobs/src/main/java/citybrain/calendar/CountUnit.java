package citybrain.calendar;

/** What a time limit counts. Hours and minutes are no part of it, see {@link WithinTime}. */
public enum CountUnit {
  /** Working days (工作日) by the State Council's notices. */
  WORKDAY,
  /** Natural days (日), rest days included. */
  DAY,
  /** Calendar months (月). */
  MONTH,
  /** Calendar years (年). */
  YEAR
}
