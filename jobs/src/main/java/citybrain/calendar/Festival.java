package citybrain.calendar;

import java.time.LocalDate;

/**
 * The statutory festivals and how far a notice may reach around them, for years without a notice.
 *
 * <p>Reaches are days relative to the festival's first day: the widest seen in the notices
 * 2007–2026 (the golden week of May 2007 apart, which ended with that year). A test holds them
 * against the notices: none reaches further, and no bound is idle. Spring Festival alone has one
 * weekday more on either side: the notice for 2025 states eight days from New Year's Eve as the
 * principle, and the next one already left it.
 *
 * <p>Source: 全国年节及纪念日放假办法 as amended 2007, 2013 and 2024; State Council notices in {@code
 * notices.csv}.
 */
public enum Festival {
  NEW_YEAR {
    @Override
    public LocalDate in(int year) {
      return LocalDate.of(year, 1, 1);
    }
  },
  SPRING_FESTIVAL {
    @Override
    Reach reach() {
      return new Reach(-2, 7, -6, 11);
    }

    @Override
    public LocalDate in(int year) {
      return FestivalDates.in(year).springFestival();
    }

    @Override
    int firstStatutoryDay(int year) {
      return year >= EXTENDED_FROM ? -1 : 0;
    }

    @Override
    int lastStatutoryDay(int year) {
      return 2;
    }
  },
  QINGMING {
    @Override
    public LocalDate in(int year) {
      return FestivalDates.in(year).qingming();
    }
  },
  LABOUR_DAY {
    @Override
    Reach reach() {
      return new Reach(-2, 4, -8, 10);
    }

    @Override
    public LocalDate in(int year) {
      return LocalDate.of(year, 5, 1);
    }

    @Override
    int lastStatutoryDay(int year) {
      return year >= EXTENDED_FROM ? 1 : 0;
    }
  },
  DRAGON_BOAT {
    @Override
    public LocalDate in(int year) {
      return FestivalDates.in(year).dragonBoat();
    }
  },
  MID_AUTUMN {
    @Override
    public LocalDate in(int year) {
      return FestivalDates.in(year).midAutumn();
    }
  },
  NATIONAL_DAY {
    @Override
    Reach reach() {
      return new Reach(-2, 7, -11, 11);
    }

    @Override
    public LocalDate in(int year) {
      return LocalDate.of(year, 10, 1);
    }

    @Override
    int lastStatutoryDay(int year) {
      return 2;
    }
  };

  /** First year of the decree of November 2024, which added New Year's Eve (除夕) and 2 May. */
  private static final int EXTENDED_FROM = 2025;

  /** The festival's first day in a Gregorian year from 1949 to 2099. */
  public abstract LocalDate in(int year);

  /** First day off by statute, relative to the festival. */
  int firstStatutoryDay(int year) {
    return 0;
  }

  /** Last day off by statute, relative to the festival. */
  int lastStatutoryDay(int year) {
    return 0;
  }

  /** How far the notices reach around it. */
  Reach reach() {
    return Reach.SHORT;
  }

  /**
   * How far a notice may reach, in days relative to the festival, bounds included.
   *
   * @param firstOff first weekday that may be given free
   * @param lastOff last weekday that may be given free
   * @param firstMakeUp first weekend day that may be worked in exchange
   * @param lastMakeUp last weekend day that may be worked in exchange
   */
  record Reach(int firstOff, int lastOff, int firstMakeUp, int lastMakeUp) {
    /**
     * The festivals of one statutory day are treated alike by the notices, so their extremes are
     * pooled.
     */
    static final Reach SHORT = new Reach(-2, 2, -4, 5);
  }
}
