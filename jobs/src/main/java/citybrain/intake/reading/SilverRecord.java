package citybrain.intake.reading;

import citybrain.period.Period;
import citybrain.period.PeriodType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Canonical values of one record under the column names of the silver table it goes to.
 *
 * <p>A figure of a period from January to a later month, and of a first half year, is a cumulative
 * figure: {@code level} and its growth move to {@code cumulative} and {@code ytd_yoy_published},
 * unless these are stated themselves. Merged months (1-2月), quarters and years keep theirs as
 * level.
 */
final class SilverRecord {
  private static final String INDICATOR_NAME = "indicator_name";
  private static final String UNIT = "unit";
  private static final String YEAR = "year";
  private static final String WHOLE = "_T";

  /** Columns of a layout that lead to others and are stored nowhere. */
  private static final Set<String> NOT_STORED = Set.of("line", "section");

  private final Map<String, String> canonical;

  /**
   * @param canonical extract column to canonical value; numbers in stored units
   */
  SilverRecord(Map<String, String> canonical) {
    this.canonical = new LinkedHashMap<>(canonical);
    NOT_STORED.forEach(this.canonical::remove);
  }

  /**
   * @param unit stored unit of the figures; null when no figure states one
   */
  Map<String, String> observation(
      Period period, @Nullable String unit, String indicatorName, String extract) {
    canonical.remove(YEAR);
    canonical.put("period", period.code());
    canonical.put("period_type", period.type().code());
    canonical.put("period_start", period.start().toString());
    canonical.put("period_end", period.end().toString());
    if (isFromJanuary(period)) {
      move("level", "cumulative");
      move("yoy_published", "ytd_yoy_published");
    }
    canonical.remove(UNIT);
    if (unit != null) {
      canonical.put(UNIT, unit);
    }
    canonical.put(INDICATOR_NAME, indicatorName);
    canonical.put("source_extract", extract);
    return canonical;
  }

  Map<String, String> indicatorReport(@Nullable String unit, String indicatorName) {
    canonical.putIfAbsent("breakdown", WHOLE);
    canonical.remove(UNIT);
    if (unit != null) {
      canonical.put(UNIT, unit);
    }
    canonical.put(INDICATOR_NAME, indicatorName);
    return canonical;
  }

  /**
   * @param unit stored unit of the figures: it takes the place of the unit written, where one is
   */
  Map<String, String> asDelivered(@Nullable String unit) {
    if (unit != null) {
      canonical.computeIfPresent(UNIT, (column, written) -> unit);
    }
    return canonical;
  }

  /**
   * @param unit stored unit of the record's figure, which the extract holds in no column
   */
  Map<String, String> withUnit(@Nullable String unit) {
    if (unit != null) {
      canonical.put(UNIT, unit);
    }
    return canonical;
  }

  private static boolean isFromJanuary(Period period) {
    boolean isFirstHalf =
        period.type() == PeriodType.HALF_YEAR && period.first().getMonthValue() == 1;
    return isFirstHalf || period.type() == PeriodType.CUMULATIVE;
  }

  private void move(String from, String to) {
    String value = canonical.remove(from);
    if (value != null) {
      canonical.putIfAbsent(to, value);
    }
  }
}
