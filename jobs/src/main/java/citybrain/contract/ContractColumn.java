package citybrain.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One column of an extract or table.
 *
 * @param name English name; in an extract the name that its records and checks use
 * @param header Chinese name as a department writes it
 * @param physicalType of a table: the column's SQL type, for example {@code DECIMAL(28,8)}; of an
 *     extract: {@code text}
 * @param isRequired a record without it is quarantined; in a table: never null
 * @param isHeaderOptional a file without the column still fits; otherwise its header must be there
 *     even when cells may be blank
 * @param keyPosition 1-based place in the primary key; 0 for a column outside it
 * @param place where an extract's file holds it
 * @param yearFrom name of the column that holds the year of a {@link ColumnType#PERIOD} column with
 *     bare months, or null
 * @param classification public, internal, sensitive or personal
 * @param aliases other headers, each from its first day
 * @param codes null unless the type is {@link ColumnType#CODE}
 * @param minimum least value allowed, in the unit written, of a percent column in percent; null for
 *     none
 * @param maximum largest value allowed, in the same unit; null for none
 * @param unit where the unit of a number is written; null for text and for pure numbers
 * @param isWrittenAsFraction a bare number of a percent column is a fraction: 0.052 is 5.2 percent
 * @param isDateForMonth in a period column a date stands for the month it begins or ends
 * @param paper what a printed table leaves out or runs together
 * @param negativeMarks signs before a number that make it negative, beside minus and brackets
 * @param nullTokens texts that stand for "no value"; never for zero
 */
public record ContractColumn(
    String name,
    String header,
    ColumnType type,
    String physicalType,
    boolean isRequired,
    boolean isHeaderOptional,
    int keyPosition,
    Layout.Place place,
    @Nullable String yearFrom,
    String classification,
    String description,
    List<HeaderAlias> aliases,
    @Nullable CodeList codes,
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum,
    @Nullable UnitSource unit,
    boolean isWrittenAsFraction,
    boolean isDateForMonth,
    PaperForm paper,
    Set<String> negativeMarks,
    Set<String> nullTokens)
    implements Serializable {

  public ContractColumn {
    aliases = List.copyOf(aliases);
    negativeMarks = Set.copyOf(negativeMarks);
    nullTokens = Set.copyOf(nullTokens);
    if ((codes != null) != (type == ColumnType.CODE)) {
      throw new IllegalArgumentException(
          "A code column and only a code column has a code list: " + name);
    }
  }

  public boolean isKey() {
    return keyPosition > 0;
  }

  /** Reads one verbatim cell; never throws on what a department may write. */
  public CellReading read(String verbatim) {
    return CellReader.read(this, verbatim);
  }
}
