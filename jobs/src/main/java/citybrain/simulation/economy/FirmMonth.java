package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Firm;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SplittableRandom;

/**
 * What a firm does in a month: one truth for the tax office, the grid, customs, the insurance and
 * the rating of land.
 */
record FirmMonth(City city, Firm firm, YearMonth month) {
  private static final double MONTHS_A_YEAR = 12;
  private static final double FESTIVAL = 0.45;

  /** The random stream of the firm's month for a purpose. */
  SplittableRandom random(String purpose) {
    return city.random(
        purpose, firm.index() * 10_000 + month.getYear() * 12L + month.getMonthValue());
  }

  /** Whether it exists on some day of the month. */
  boolean exists() {
    LocalDate closedOn = firm.closedOn();
    return !firm.foundedOn().isAfter(month.atEndOfMonth())
        && (closedOn == null || !closedOn.isBefore(month.atDay(1)));
  }

  /** Whether it closed in the month. */
  boolean isClosing() {
    LocalDate closedOn = firm.closedOn();
    return closedOn != null && YearMonth.from(closedOn).equals(month);
  }

  /** Business around 1: growth, festival and the shock of 2020 as its industry felt them. */
  double activity() {
    return Dynamics.growth(month, firm.industry().yearlyGrowth())
        * Dynamics.season(month, 0.06, 11)
        * Dynamics.springFestival(month, FESTIVAL)
        * Dynamics.shock2020(month, firm.industry().shockDepth());
  }

  /** Sales of the month, yuan; none once it has closed. */
  double sales() {
    return isClosing()
        ? 0
        : firm.annualRevenue() / MONTHS_A_YEAR * activity() * Dynamics.noise(random("sales"), 0.08);
  }

  /** Staff at the end of the month; none before it was founded and once it has closed. */
  long staff() {
    if (!firm.isOpen(month.atEndOfMonth())) {
      return 0;
    }
    double staff =
        firm.employees()
            * Dynamics.growth(month, firm.industry().yearlyGrowth() / 3)
            * Dynamics.springFestival(month, 0.06)
            * Dynamics.shock2020(month, firm.industry().shockDepth() / 4)
            * Dynamics.noise(random("staff"), 0.01);
    return Math.max(1, Math.round(staff));
  }

  /** Whether its industry is manufacturing or energy. */
  boolean isIndustrial() {
    return IndustryDivision.SECTIONS.contains(firm.industry().section());
  }
}
