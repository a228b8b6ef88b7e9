package citybrain.calendar;

import java.time.LocalDate;

/**
 * What becomes of a last day in natural time that is a rest day (法定休假日: a weekend or holiday that
 * is not worked).
 *
 * <p>A choice that every rule states, because the gazettes do not all make it: civil and procedural
 * law extend such periods, a printed calendar day may be meant as it stands.
 */
public enum RestDayRule {
  /** The day stays the last one, worked or not. */
  STAYS {
    @Override
    DateInterval lastDay(LocalDate counted, WorkdayCalendar calendar) {
      return DateInterval.on(counted);
    }
  },
  /**
   * The first working day after the rest days is the last one (民法典第二百零三条第一款, before 2021
   * 民法总则第二百零三条第一款; 最高人民法院关于适用行政诉讼法的解释第四十八条第三款).
   */
  EXTENDS {
    @Override
    DateInterval lastDay(LocalDate counted, WorkdayCalendar calendar) {
      return calendar.nthWorkdayFrom(counted, 1);
    }
  };

  abstract DateInterval lastDay(LocalDate counted, WorkdayCalendar calendar);
}
