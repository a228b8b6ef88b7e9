package citybrain.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    List<List<String>> rows = new ArrayList<>(table.rows());
    List<PlantedFault> faults = new ArrayList<>();
    Map<Integer, Integer> typeFaultsByColumn = new HashMap<>();
    Set<Integer> twins = new HashSet<>();
    Set<Integer> faulty = new HashSet<>();
    for (int index = 0; index < rows.size(); index++) {
      // Drawn for every row, so that a row's fault does not hang on whether an earlier row is a
      // twin.
      boolean isChosen = random.nextDouble() < rate;
      if (!isChosen || twins.contains(index)) {
        continue;
      }
      List<Candidate> candidates = candidates(table, index, typeFaultsByColumn);
      if (candidates.isEmpty()) {
        continue;
      }
      Candidate chosen = choose(candidates, random);
      Field field = table.fields().get(chosen.column());
      String trueValue = table.rows().get(index).get(chosen.column());
      String planted;
      if (chosen.kind() == FaultKind.DUPLICATE_KEY) {
        OptionalInt twin = twinOf(table, index, chosen.column(), faulty, random);
        if (twin.isEmpty()) {
          continue;
        }
        twins.add(twin.getAsInt());
        planted = table.rows().get(twin.getAsInt()).get(chosen.column());
      } else {
        planted = chosen.kind().plantedValue(field, trueValue, random);
      }
      List<String> changed = new ArrayList<>(rows.get(index));
      changed.set(chosen.column(), planted);
      rows.set(index, changed);
      faulty.add(index);
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
              field.name(),
              chosen.kind(),
              planted,
              trueValue));
    }
    return new Result(table.withRows(rows), faults);
  }

  private record Candidate(FaultKind kind, int column) {}

  private static List<Candidate> candidates(
      ExtractTable table, int index, Map<Integer, Integer> typeFaultsByColumn) {
    int rowCount = table.rows().size();
    int typeFaultsAllowed =
        rowCount < FEWEST_ROWS_FOR_TYPE_FAULT ? 0 : rowCount / ROWS_PER_TYPE_FAULT;
    List<Candidate> candidates = new ArrayList<>();
    for (int column = 0; column < table.fields().size(); column++) {
      if (table.rows().get(index).get(column).isEmpty()) {
        continue;
      }
      for (FaultKind kind : FaultKind.values()) {
        boolean isAllowed =
            !kind.breaksType() || typeFaultsByColumn.getOrDefault(column, 0) < typeFaultsAllowed;
        boolean hasTwin = kind != FaultKind.DUPLICATE_KEY || rowCount > 1;
        if (isAllowed && hasTwin && kind.fits(table.fields().get(column))) {
          candidates.add(new Candidate(kind, column));
        }
      }
    }
    return candidates;
  }

  /**
   * First the kind, then the column, so that a kind is as frequent as another whatever columns it
   * fits.
   */
  private static Candidate choose(List<Candidate> candidates, RandomGenerator random) {
    List<FaultKind> kinds = candidates.stream().map(Candidate::kind).distinct().sorted().toList();
    FaultKind kind = kinds.get(random.nextInt(kinds.size()));
    List<Candidate> ofKind = candidates.stream().filter(c -> c.kind() == kind).toList();
    return ofKind.get(random.nextInt(ofKind.size()));
  }

  /**
   * The next clean row from a random place on that says something else than row {@code index}: with
   * equal content it would be the same row sent twice, which is no fault.
   */
  private static OptionalInt twinOf(
      ExtractTable table, int index, int keyColumn, Set<Integer> faulty, RandomGenerator random) {
    int count = table.rows().size();
    int start = random.nextInt(count);
    return IntStream.range(0, count)
        .map(step -> (start + step) % count)
        .filter(other -> other != index && !faulty.contains(other))
        .filter(other -> differs(table.rows().get(index), table.rows().get(other), keyColumn))
        .findFirst();
  }

  private static boolean differs(List<String> one, List<String> other, int keyColumn) {
    return IntStream.range(0, one.size())
        .anyMatch(column -> column != keyColumn && !one.get(column).equals(other.get(column)));
  }
}
