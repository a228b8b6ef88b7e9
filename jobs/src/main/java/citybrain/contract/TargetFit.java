package citybrain.contract;

import citybrain.contract.Layout.Place;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds an extract against the silver table it fills: each of its columns has a place there that
 * can hold it, and nothing that the table demands is missing.
 */
final class TargetFit {
  /** Columns that the intake writes beside each record. */
  private static final Set<String> EVIDENCE =
      Set.of(
          "known_from",
          "known_to",
          "is_simulated",
          "file_sha256",
          "file",
          "sheet",
          "row",
          "cell",
          "arrival",
          "batch_id");

  /** Columns that lead the eye on paper and are stored nowhere. */
  private static final Set<String> ON_PAPER_ONLY = Set.of("line", "section");

  /** Columns that the intake derives for the tables that are no copy of their extracts. */
  private static final Map<String, Set<String>> DERIVED =
      Map.of(
          "statistical_observation",
          Set.of(
              "period_type",
              "period_start",
              "period_end",
              "unit",
              "indicator_name",
              "source_extract"),
          "industry_observation",
          Set.of(
              "period_type",
              "period_start",
              "period_end",
              "unit",
              "indicator_name",
              "source_extract"),
          "indicator_report",
          Set.of("breakdown", "year", "unit", "indicator_name"));

  private static final String DECIMAL = "DECIMAL(28,8)";
  private static final Map<ColumnType, List<String>> HOLDS =
      Map.ofEntries(
          Map.entry(ColumnType.TEXT, List.of("STRING")),
          Map.entry(ColumnType.UNIT, List.of("STRING")),
          Map.entry(ColumnType.CODE, List.of("STRING")),
          Map.entry(ColumnType.PERIOD, List.of("STRING")),
          Map.entry(ColumnType.CREDIT_CODE, List.of("STRING")),
          Map.entry(ColumnType.RESIDENT_ID, List.of("STRING")),
          Map.entry(ColumnType.INTEGER, List.of("BIGINT", DECIMAL)),
          Map.entry(ColumnType.DECIMAL, List.of(DECIMAL)),
          Map.entry(ColumnType.PERCENT, List.of(DECIMAL)),
          Map.entry(ColumnType.DATE, List.of("DATE")),
          Map.entry(ColumnType.TIMESTAMP, List.of("TIMESTAMP", "TIMESTAMP_NTZ")),
          Map.entry(ColumnType.BOOLEAN, List.of("BOOLEAN")));

  private static final BigDecimal LARGEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final Contract extract;
  private final Contract table;
  private final ContractProblems problems;
  private final Set<String> derived;

  TargetFit(Contract extract, Contract table, ContractProblems problems) {
    this.extract = extract;
    this.table = table;
    this.problems = problems;
    this.derived = DERIVED.getOrDefault(extract.targetTable(), Set.of());
  }

  void check() {
    for (Layout layout : extract.layouts()) {
      Set<String> helpers = helpers(layout);
      for (ContractColumn column : layout.columns()) {
        checkColumn(layout, column, helpers);
      }
      table.columns().forEach(demanded -> checkDemanded(layout, demanded));
    }
  }

  private String where(Layout layout) {
    return extract.path() + "#" + layout.name();
  }

  /** Columns that others are read with: a unit, a year. They may be stored, and need not be. */
  private static Set<String> helpers(Layout layout) {
    Stream<String> units =
        layout.columns().stream()
            .flatMap(c -> Optional.ofNullable(c.unit()).stream())
            .filter(unit -> unit.place() == UnitSource.Place.COLUMN)
            .map(UnitSource::text);
    Stream<String> years =
        layout.columns().stream().flatMap(c -> Optional.ofNullable(c.yearFrom()).stream());
    Set<String> helpers =
        Stream.concat(units, years).collect(Collectors.toCollection(HashSet::new));
    helpers.addAll(ON_PAPER_ONLY);
    return helpers;
  }

  private void checkColumn(Layout layout, ContractColumn column, Set<String> helpers) {
    String where = where(layout) + "." + column.name();
    Optional<ContractColumn> stored = table.column(column.name());
    if (EVIDENCE.contains(column.name())) {
      problems.add(where, "has the name of a column that the intake writes; use another name");
    } else if (stored.isEmpty()) {
      if (!helpers.contains(column.name())) {
        problems.add(where, "has no column of this name in " + table.path());
      }
    } else if (!derived.contains(column.name())) {
      checkType(where, column, stored.get());
    }
  }

  private void checkType(String where, ContractColumn column, ContractColumn stored) {
    List<String> holds = HOLDS.getOrDefault(column.type(), List.of());
    if (!holds.contains(stored.physicalType()) && !isSmallEnough(column, stored)) {
      problems.add(
          where,
          "is "
              + column.type().text()
              + ", which "
              + table.path()
              + " cannot hold as "
              + stored.physicalType()
              + "; it needs "
              + String.join(" or ", holds));
    }
    String codes = codeList(column);
    if (!codes.equals(codeList(stored))) {
      problems.add(
          where,
          "uses code list '"
              + codes
              + "', but its column in "
              + table.path()
              + " uses '"
              + codeList(stored)
              + "'");
    }
  }

  /** An INT holds whole numbers whose maximum is stated and fits. */
  private static boolean isSmallEnough(ContractColumn column, ContractColumn stored) {
    BigDecimal maximum = column.maximum();
    BigDecimal minimum = column.minimum();
    return column.type() == ColumnType.INTEGER
        && stored.physicalType().equals("INT")
        && maximum != null
        && maximum.compareTo(LARGEST_INT) <= 0
        && minimum != null
        && minimum.compareTo(LARGEST_INT.negate()) >= 0;
  }

  private static String codeList(ContractColumn column) {
    CodeList codes = column.codes();
    return codes == null ? "" : codes.id();
  }

  /** A column that is never null in silver is required in the extract, or written by the intake. */
  private void checkDemanded(Layout layout, ContractColumn demanded) {
    boolean isWritten = EVIDENCE.contains(demanded.name()) || derived.contains(demanded.name());
    if (isWritten || !(demanded.isRequired() || demanded.isKey())) {
      return;
    }
    Optional<ContractColumn> source = layout.column(demanded.name());
    if (source.isEmpty()) {
      problems.add(
          where(layout),
          "has no column " + demanded.name() + ", which " + table.path() + " demands");
    } else if (!source.get().isRequired() && source.get().place() != Place.ACROSS) {
      problems.add(
          where(layout) + "." + demanded.name(),
          "is not required, but " + table.path() + " demands it");
    }
  }
}
