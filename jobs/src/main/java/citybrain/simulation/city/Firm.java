package citybrain.simulation.city;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A firm of the city.
 *
 * @param index from 0, the firm's number in the city
 * @param creditCode unified social credit code with a right check digit
 * @param employees in January 2018, or when founded
 * @param annualRevenue yuan a year on the level of January 2018
 * @param capital registered, yuan
 * @param closedOn null while it goes on
 */
public record Firm(
    long index,
    String creditCode,
    String name,
    Industry industry,
    District district,
    FirmSize size,
    int employees,
    double annualRevenue,
    long capital,
    String legalPerson,
    LocalDate foundedOn,
    @Nullable LocalDate closedOn) {

  /** Whether it did business on every day of {@code month}. */
  public boolean isActive(YearMonth month) {
    return foundedOn.isBefore(month.atDay(1)) && isOpen(month.atEndOfMonth());
  }

  /** Whether it had been founded and had not closed on {@code day}. */
  public boolean isOpen(LocalDate day) {
    return !foundedOn.isAfter(day) && (closedOn == null || closedOn.isAfter(day));
  }
}
