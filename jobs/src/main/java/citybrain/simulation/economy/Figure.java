package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure of an area over whole months, as it is printed. */
interface Figure {
  BigDecimal in(City city, Area area, YearMonth first, YearMonth last);

  /** From January to the end of {@code last}. */
  default BigDecimal toDate(City city, Area area, YearMonth last) {
    return in(city, area, last.withMonth(1), last);
  }

  /** The sum of others, added after they are rounded. */
  static Figure sum(List<? extends Figure> parts) {
    return (city, area, first, last) ->
        parts.stream()
            .map(part -> part.in(city, area, first, last))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Growth in percent as printed, with one decimal; null when there was nothing before. */
  static @Nullable BigDecimal growth(BigDecimal now, BigDecimal before) {
    if (before.signum() <= 0) {
      return null;
    }
    BigDecimal hundredfold = now.subtract(before).movePointRight(2);
    return hundredfold.divide(before, 1, RoundingMode.HALF_UP);
  }
}
