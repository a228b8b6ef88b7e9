package citybrain.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Which period a delivery is for, told by its extract's cadence: the last one that had ended on the
 * day.
 */
final class DeliveredPeriod {
  private static final int MONTHS_A_QUARTER = 3;

  private DeliveredPeriod() {}

  /** Empty for extracts that are delivered as events happen. */
  static Optional<String> of(String cadence, LocalDate deliveredOn) {
    YearMonth lastMonth = YearMonth.from(deliveredOn).minusMonths(1);
    return switch (cadence) {
      case "month" -> Optional.of(lastMonth.toString());
      case "quarter" -> {
        YearMonth inLastQuarter = YearMonth.from(deliveredOn).minusMonths(MONTHS_A_QUARTER);
        yield Optional.of(
            inLastQuarter.getYear()
                + "-Q"
                + ((inLastQuarter.getMonthValue() - 1) / MONTHS_A_QUARTER + 1));
      }
      case "year" -> Optional.of(Integer.toString(deliveredOn.getYear() - 1));
      default -> Optional.empty();
    };
  }
}
