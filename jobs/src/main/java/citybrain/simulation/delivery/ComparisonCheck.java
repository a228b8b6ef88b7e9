package citybrain.simulation.delivery;

import citybrain.contract.ColumnType;
import citybrain.contract.RowCheck;
import citybrain.contract.UnitSource;
import citybrain.unit.SourceUnits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row check of a contract that the simulation understands: comparisons of two columns, or of a
 * column with a number, joined by {@code and}. Other expressions it leaves alone, and the columns
 * they name too.
 *
 * @param comparisons all of them hold in a good record; one without a value holds
 */
record ComparisonCheck(RowCheck check, List<Comparison> comparisons) {
  private static final Pattern AND = Pattern.compile("(?i)\\s+and\\s+");
  private static final Pattern COMPARISON =
      Pattern.compile("([a-z]\\w*)\\s*(<=|>=|<|>)\\s*([a-z]\\w*|-?\\d+(?:\\.\\d+)?)");

  /**
   * @param left column
   * @param right column or number
   */
  record Comparison(String left, String sign, String right) {
    boolean isWithNumber() {
      return !Character.isLetter(right.charAt(0));
    }

    boolean holds(int order) {
      return switch (sign) {
        case "<=" -> order <= 0;
        case ">=" -> order >= 0;
        case "<" -> order < 0;
        default -> order > 0;
      };
    }

    /** Whether the left side is the one that must not be too small. */
    boolean isLeftLarger() {
      return sign.startsWith(">");
    }
  }

  /** A value with its column, as the check sees it. */
  record Side(PaperColumn column, String canonical) {}

  /** Where a check finds its values: one record of a row. */
  interface RecordView {
    /** Null where the record has no such value. */
    @Nullable Side side(String columnName);

    /** The unit that the row writes in a column of units; empty when it has none. */
    String unit(String columnName);
  }

  static Optional<ComparisonCheck> of(RowCheck check) {
    List<Comparison> comparisons = new ArrayList<>();
    for (String part : AND.splitAsStream(check.expression().strip()).toList()) {
      Matcher matcher = COMPARISON.matcher(part.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      comparisons.add(new Comparison(matcher.group(1), matcher.group(2), matcher.group(3)));
    }
    return Optional.of(new ComparisonCheck(check, comparisons));
  }

  boolean holds(RecordView record) {
    return comparisons.stream().allMatch(comparison -> holds(comparison, record));
  }

  private static boolean holds(Comparison comparison, RecordView record) {
    Side left = record.side(comparison.left());
    if (left == null) {
      return true;
    }
    if (comparison.isWithNumber()) {
      return comparison.holds(stored(left, record).compareTo(new BigDecimal(comparison.right())));
    }
    Side right = record.side(comparison.right());
    return right == null || comparison.holds(compare(left, right, record));
  }

  private static int compare(Side left, Side right, RecordView record) {
    return left.column().isNumber()
        ? stored(left, record).compareTo(stored(right, record))
        : left.canonical().compareTo(right.canonical());
  }

  /** The number in the unit that tables store. */
  static BigDecimal stored(Side side, RecordView record) {
    BigDecimal written = new BigDecimal(side.canonical());
    return factor(side.column(), record).map(written::multiply).orElse(written);
  }

  /** Stored value = written value × factor; empty for numbers without unit. */
  static Optional<BigDecimal> factor(PaperColumn column, RecordView record) {
    UnitSource source = column.column().unit();
    if (source == null || column.column().type() == ColumnType.PERCENT) {
      return Optional.empty();
    }
    String unit =
        switch (source.place()) {
          case FIXED -> source.text();
          case HEADER, NEAREST -> column.unit();
          case COLUMN -> record.unit(source.text());
        };
    return SourceUnits.of(unit).map(known -> known.factor());
  }
}
