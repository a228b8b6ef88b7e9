package citybrain.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A doubt that shows only when records of a table are seen together. It never keeps a record out:
 * the department is told, the figure stays as it is.
 *
 * @param name the check's id, unique within its table
 * @param dimension of data quality, as the contract standard names them
 * @param series columns whose values name one series; for {@link Kind#SUM_LIMIT} one group
 * @param period column that orders a series; empty where records have no order
 * @param periodType column that says how a period is meant; empty where its code says it
 * @param values the columns doubted, one after the other
 * @param against a column for each of {@code values} that it is held against; empty for none
 * @param across columns of {@code series} along which figures add up
 * @param sums which members of {@code across} add up to which
 * @param only the codes a record must have in each of these columns to be looked at
 * @param except the codes it must not have
 * @param thresholds by name, the names of the kind
 * @param descriptionZh what is doubtful
 * @param remedyZh what the department may look at
 */
public record SeriesCheck(
    String name,
    String dimension,
    Kind kind,
    List<String> series,
    String period,
    String periodType,
    List<String> values,
    List<String> against,
    List<String> across,
    List<Sum> sums,
    Map<String, List<String>> only,
    Map<String, List<String>> except,
    Map<String, BigDecimal> thresholds,
    String descriptionZh,
    String remedyZh)
    implements Serializable {

  public SeriesCheck {
    series = List.copyOf(series);
    values = List.copyOf(values);
    against = List.copyOf(against);
    across = List.copyOf(across);
    sums = List.copyOf(sums);
    only = Map.copyOf(only);
    except = Map.copyOf(except);
    thresholds = Map.copyOf(thresholds);
    if (!thresholds.keySet().equals(kind.thresholds())) {
      throw new IllegalArgumentException(
          name + " has thresholds " + thresholds.keySet() + ", expected " + kind.thresholds());
    }
  }

  public BigDecimal threshold(String thresholdName) {
    BigDecimal value = thresholds.get(thresholdName);
    if (value == null) {
      throw new IllegalArgumentException(name + " has no threshold " + thresholdName);
    }
    return value;
  }

  /**
   * Members that add up.
   *
   * @param whole codes by the columns of {@link SeriesCheck#across}
   * @param parts the same of each part
   */
  public record Sum(List<String> whole, List<List<String>> parts) implements Serializable {
    public Sum {
      whole = List.copyOf(whole);
      parts = List.copyOf(parts);
    }
  }

  /** What is looked for, with the thresholds it needs. */
  public enum Kind {
    /**
     * A figure ten thousand or a hundred million times what it should be, or one so much smaller.
     */
    UNIT_SLIP(Against.NOTHING, "factor least_others"),
    /** A zero where there was always something. */
    ZERO_AS_NULL(Against.NOTHING, "least_share least_others"),
    /** A series that goes on at another level. */
    LEVEL_SHIFT(Against.NOTHING, "ratio spreads least_years"),
    /** One figure far from its season's. */
    SEASONAL_OUTLIER(Against.NOTHING, "ratio spreads least_years festival_ratio"),
    /** A column that repeats another one, or what it was a period ago. */
    COPIED_COLUMN(Against.ANY, "share least_records least_digits"),
    /** Published growth that the levels do not give. */
    PUBLISHED_GROWTH(Against.COLUMN, "gap"),
    /** A whole that is not the sum of its parts. */
    HIERARCHY_SUM(Against.NOTHING, "tolerance"),
    /** A figure stated for a group that is above the sum of a column over the group. */
    SUM_LIMIT(Against.COLUMN, "tolerance"),
    /** A code that was abolished before the period. */
    ABOLISHED_CODE(Against.NOTHING, "");

    private final Against against;
    private final String thresholds;

    Kind(Against against, String thresholds) {
      this.against = against;
      this.thresholds = thresholds;
    }

    /** As contracts write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    Set<String> thresholds() {
      return thresholds.isEmpty() ? Set.of() : Set.of(thresholds.split(" "));
    }

    Against against() {
      return against;
    }

    boolean hasPeriod() {
      return this != SUM_LIMIT;
    }

    static Optional<Kind> ofText(String text) {
      return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
  }

  /** Whether a kind holds its values against other columns. */
  enum Against {
    NOTHING,
    COLUMN,
    ANY
  }
}
