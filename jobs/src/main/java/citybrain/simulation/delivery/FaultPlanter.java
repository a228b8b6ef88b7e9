package citybrain.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Plants faults into tables: at most one in a row, each in one cell, each recorded.
 *
 * <p>Cells that break their column's type stay at or below two in a hundred of a column, and are
 * not planted in tables of less than a hundred rows: above that share a file is refused as a whole,
 * and the other faults in it would never be found.
 */
final class FaultPlanter {
  private static final int ROWS_PER_TYPE_FAULT = 50;
  private static final int FEWEST_ROWS_FOR_TYPE_FAULT = 100;

  private final double rate;
  private final RandomStreams streams;

  /**
   * @param rate share of rows that get a fault; a row in which no fault fits stays clean
   */
  FaultPlanter(double rate, RandomStreams streams) {
    this.rate = rate;
    this.streams = streams;
  }

  /** The table with its faults, and the record of them in row order. */
  record Result(ExtractTable table, List<PlantedFault> faults) {}

  Result plant(ExtractTable table) {
    RandomGenerator random =
        streams.of("faults/" + table.extract(), table.deliveredOn().toEpochDay());
    OneTable planting = new OneTable(table, random);
    for (int index = 0; index < table.rows().size(); index++) {
      if (random.nextDouble() < rate) {
        planting.plantIn(index);
      }
    }
    return planting.result();
  }

  /** A fault that fits a cell of the row. */
  private record Candidate(FaultKind kind, int column) {}

  private static final class OneTable {
    private final ExtractTable table;
    private final RandomGenerator random;
    private final int typeFaultsAllowed;
    private final List<List<String>> rows;
    private final List<PlantedFault> faults = new ArrayList<>();
    private final Map<Integer, Integer> typeFaultsByColumn = new HashMap<>();
    private final Set<Integer> faultyRows = new HashSet<>();

    /** Rows whose key another row now carries: a further fault in them would blur the first. */
    private final Set<Integer> twins = new HashSet<>();

    OneTable(ExtractTable table, RandomGenerator random) {
      this.table = table;
      this.random = random;
      this.rows = new ArrayList<>(table.rows());
      int count = table.rows().size();
      this.typeFaultsAllowed = count < FEWEST_ROWS_FOR_TYPE_FAULT ? 0 : count / ROWS_PER_TYPE_FAULT;
    }

    Result result() {
      return new Result(table.withRows(rows), List.copyOf(faults));
    }

    void plantIn(int index) {
      List<Candidate> candidates = twins.contains(index) ? List.of() : candidates(index);
      if (candidates.isEmpty()) {
        return;
      }
      Candidate chosen = choose(candidates);
      plantedValue(chosen, index).ifPresent(planted -> replace(chosen, index, planted));
    }

    private List<Candidate> candidates(int index) {
      List<Candidate> candidates = new ArrayList<>();
      for (int column = 0; column < table.fields().size(); column++) {
        boolean isFilled = !cell(index, column).isEmpty();
        boolean mayBreakType = typeFaultsByColumn.getOrDefault(column, 0) < typeFaultsAllowed;
        for (FaultKind kind : FaultKind.values()) {
          boolean isAllowed = isFilled && (mayBreakType || !kind.breaksType());
          if (isAllowed && kind.fits(table.fields().get(column))) {
            candidates.add(new Candidate(kind, column));
          }
        }
      }
      return candidates;
    }

    /** First the kind, then the column: a kind is as frequent as another whatever it fits. */
    private Candidate choose(List<Candidate> candidates) {
      List<FaultKind> kinds = candidates.stream().map(Candidate::kind).distinct().sorted().toList();
      FaultKind kind = oneOf(kinds);
      return oneOf(candidates.stream().filter(candidate -> candidate.kind() == kind).toList());
    }

    /** Empty when a duplicate key finds no row to double. */
    private Optional<String> plantedValue(Candidate chosen, int index) {
      Field field = table.fields().get(chosen.column());
      String trueValue = cell(index, chosen.column());
      return switch (chosen.kind()) {
        case UNPARSEABLE_DATE -> {
          String year = trueValue.substring(0, 4);
          yield Optional.of(oneOf(List.of(year + "-13-05", year + "-02-30", "待定")));
        }
        case UNPARSEABLE_AMOUNT ->
            Optional.of(oneOf(List.of("约" + trueValue, trueValue + "左右", "见附件")));
        case MISSING_REQUIRED -> Optional.of("");
        case UNKNOWN_CODE -> Optional.ofNullable(field.unknownWord());
        case NEGATIVE_AMOUNT -> Optional.of("-" + trueValue);
        case DUPLICATE_KEY -> {
          OptionalInt twin = twinOf(index, chosen.column());
          twin.ifPresent(twins::add);
          yield twin.isPresent()
              ? Optional.of(cell(twin.getAsInt(), chosen.column()))
              : Optional.empty();
        }
      };
    }

    /**
     * The next clean row from a random place on that says something else than row {@code index}:
     * with equal content it would be the same row sent twice, which is no fault.
     */
    private OptionalInt twinOf(int index, int keyColumn) {
      int count = rows.size();
      int start = random.nextInt(count);
      return IntStream.range(0, count)
          .map(step -> (start + step) % count)
          .filter(other -> other != index && !faultyRows.contains(other))
          .filter(other -> saysSomethingElse(index, other, keyColumn))
          .findFirst();
    }

    private boolean saysSomethingElse(int index, int other, int keyColumn) {
      return IntStream.range(0, table.fields().size())
          .anyMatch(
              column -> column != keyColumn && !cell(index, column).equals(cell(other, column)));
    }

    private void replace(Candidate chosen, int index, String planted) {
      List<String> changed = new ArrayList<>(rows.get(index));
      changed.set(chosen.column(), planted);
      rows.set(index, changed);
      faultyRows.add(index);
      if (chosen.kind().breaksType()) {
        typeFaultsByColumn.merge(chosen.column(), 1, Integer::sum);
      }
      faults.add(
          new PlantedFault(
              table.department(),
              table.extract(),
              table.fileName(),
              table.layout().sheet(),
              table.layout().rowNumber(table, index),
              table.fields().get(chosen.column()).name(),
              chosen.kind(),
              planted,
              cell(index, chosen.column())));
    }

    /** The cell before any fault. */
    private String cell(int index, int column) {
      return table.rows().get(index).get(column);
    }

    private <T> T oneOf(List<T> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
