package citybrain.simulation.funds;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Running numbers of a year, for example {@code JZ2020-00001}. */
final class YearNumbers {
  private final String prefix;
  private final Map<Integer, Integer> lastOfYear = new HashMap<>();

  YearNumbers(String prefix) {
    this.prefix = prefix;
  }

  String next(LocalDate day) {
    int number = lastOfYear.merge(day.getYear(), 1, Integer::sum);
    return String.format(Locale.ROOT, "%s%04d-%05d", prefix, day.getYear(), number);
  }
}
