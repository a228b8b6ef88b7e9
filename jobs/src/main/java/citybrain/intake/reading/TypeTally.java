package citybrain.intake.reading;

import citybrain.contract.CellReading;
import citybrain.contract.ContractColumn;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts, per contract column of one file, the cells with a value and those of the wrong type. */
final class TypeTally implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Count> counts = new LinkedHashMap<>();

  private static final class Count implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ContractColumn column;
    private long filled;
    private long wrong;
    private String first = "";

    Count(ContractColumn column) {
      this.column = column;
    }
  }

  /** Counts one delivered cell; the caller reads each cell once. */
  void count(
      ContractColumn column,
      CellReading reading,
      DeliveredRow row,
      @Nullable String address,
      String written) {
    if (reading instanceof CellReading.Missing) {
      return;
    }
    Count count = counts.computeIfAbsent(column.name(), name -> new Count(column));
    count.filled++;
    if (reading instanceof CellReading.Failure failure && failure.isWrongType()) {
      count.wrong++;
      if (count.wrong == 1) {
        String place = address == null ? "line " + row.row() : row.sheet() + "!" + address;
        count.first = "\"" + Shown.of(written) + "\" in " + place;
      }
    }
  }

  /** Adds what was counted in a later part of the same file. */
  void add(TypeTally later) {
    later.counts.forEach(
        (name, other) -> {
          Count count = counts.computeIfAbsent(name, n -> new Count(other.column));
          count.filled += other.filled;
          count.first = count.wrong == 0 ? other.first : count.first;
          count.wrong += other.wrong;
        });
  }

  /**
   * One phrase per column with a larger share of wrong types than allowed; empty when the file may
   * be taken.
   */
  List<String> columnsAbove(BigDecimal share) {
    List<String> phrases = new ArrayList<>();
    for (Count count : counts.values()) {
      boolean isAbove =
          BigDecimal.valueOf(count.wrong)
                  .compareTo(share.multiply(BigDecimal.valueOf(count.filled)))
              > 0;
      if (isAbove) {
        phrases.add(
            "column %s has %d of %d values that are no %s, first %s"
                .formatted(
                    count.column.header(),
                    count.wrong,
                    count.filled,
                    noun(count.column),
                    count.first));
      }
    }
    return phrases;
  }

  private static String noun(ContractColumn column) {
    return switch (column.type()) {
      case DATE -> "date";
      case PERIOD -> "period";
      case INTEGER -> "whole number";
      case DECIMAL, PERCENT -> "number";
      case TIMESTAMP -> "date with a time";
      case BOOLEAN -> "yes or no";
      case CREDIT_CODE -> "credit code";
      case RESIDENT_ID -> "identity number";
      case TEXT, CODE, UNIT, ARRAY -> column.type().name().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
