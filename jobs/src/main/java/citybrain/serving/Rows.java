package citybrain.serving;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Cells of a row whose null has a plain meaning on the page. */
final class Rows {
  private Rows() {}

  /** A text; nothing said is the empty text. */
  static String text(Row row, String column) {
    @Nullable String value = row.getAs(column);
    return value == null ? "" : value;
  }

  /** A day; null stays unknown. */
  static @Nullable LocalDate day(Row row, String column) {
    Object value = row.getAs(column);
    // Spark hands out either class, by spark.sql.datetime.java8API.enabled.
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
