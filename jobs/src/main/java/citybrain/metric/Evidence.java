package citybrain.metric;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One row of a delivered file that a figure rests on.
 *
 * @param sheet empty for a CSV
 * @param row as a person counts it: 1-based row of the sheet or line of the CSV
 * @param cell such as C12, where the row holds more than one observation
 */
record Evidence(String fileSha256, String file, String sheet, int row, @Nullable String cell) {
  static final Comparator<Evidence> ORDER =
      Comparator.comparing(Evidence::file)
          .thenComparing(Evidence::fileSha256)
          .thenComparing(Evidence::sheet)
          .thenComparingInt(Evidence::row)
          .thenComparing(Evidence::cell, Comparator.nullsFirst(Comparator.naturalOrder()));
}
