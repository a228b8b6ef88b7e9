package citybrain.simulation.delivery;

import citybrain.period.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of an extract: values by the English names of its contract's columns, numbers in the
 * unit the department writes. A column that is not set, or set to null or empty text, has no value.
 */
public final class ExtractRecord {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final Map<String, String> values = new LinkedHashMap<>();
  private boolean isSubItem;

  /**
   * Sets a column.
   *
   * @param value text, code (or a name of its code list), whole number, {@link BigDecimal}, {@link
   *     Boolean}, {@link LocalDate}, {@link LocalDateTime}, {@link YearMonth} or {@link Period}; a
   *     double comes with its decimals in the other method
   */
  public ExtractRecord with(String column, @Nullable Object value) {
    String text = canonical(column, value);
    if (text.isEmpty()) {
      values.remove(column);
    } else {
      values.put(column, text);
    }
    return this;
  }

  /** A number with so many decimals, for example an amount in 元 with 2. */
  public ExtractRecord with(String column, double value, int decimals) {
    return with(column, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  /** Printed indented below the item before it, with 其中： where the contract's column is a code. */
  public ExtractRecord asSubItem() {
    isSubItem = true;
    return this;
  }

  boolean isSubItem() {
    return isSubItem;
  }

  /** Canonical text of a column; null when it has no value. */
  @Nullable String value(String column) {
    return values.get(column);
  }

  /** Canonical values by column, in the order set. */
  public Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }

  private static String canonical(String column, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof LocalDateTime time) {
      return time.format(TIMESTAMP);
    }
    if (value instanceof Period period) {
      return period.code();
    }
    if (value instanceof Double || value instanceof Float) {
      throw new IllegalArgumentException("State the decimals of " + column);
    }
    return value.toString();
  }
}
