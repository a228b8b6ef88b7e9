package citybrain.intake.reading;

import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.intake.reading.ConformedRow.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Records of one file with the same key: of identical ones the last is taken, contradicting ones
 * are all held back, because nobody but the department knows which is right.
 */
public final class Repetitions {
  private Repetitions() {}

  /**
   * Judges records of one file against each other; those with a key of their own stay as they are.
   *
   * @param key columns of the silver table's key
   * @param keyHeader what the department calls the key
   */
  public static List<ConformedRow> judge(
      List<ConformedRow> records, List<String> key, String keyHeader) {
    Map<List<String>, List<Integer>> byKey = new LinkedHashMap<>();
    for (int i = 0; i < records.size(); i++) {
      ConformedRow record = records.get(i);
      if (record.outcome() == Outcome.ACCEPTED) {
        List<String> values = key.stream().map(c -> record.values().getOrDefault(c, "")).toList();
        byKey.computeIfAbsent(values, k -> new ArrayList<>()).add(i);
      }
    }
    List<ConformedRow> judged = new ArrayList<>(records);
    byKey.forEach(
        (values, positions) -> {
          if (positions.size() > 1) {
            judge(judged, values, keyHeader, positions);
          }
        });
    return judged;
  }

  /** What a department calls the key of its extract. */
  public static String keyHeader(Contract contract) {
    return contract.columns().stream()
        .filter(ContractColumn::isKey)
        .map(ContractColumn::header)
        .collect(Collectors.joining("、"));
  }

  private static void judge(
      List<ConformedRow> records, List<String> key, String keyHeader, List<Integer> positions) {
    boolean isSame = positions.stream().map(i -> records.get(i).values()).distinct().count() == 1;
    int last = positions.get(positions.size() - 1);
    for (int position : positions) {
      ConformedRow record = records.get(position);
      if (!isSame) {
        records.set(position, held(record, key, keyHeader, positions.size()));
      } else if (position != last) {
        records.set(position, with(record, Outcome.SUPERSEDED, List.of()));
      }
    }
  }

  private static ConformedRow held(
      ConformedRow record, List<String> key, String keyHeader, int count) {
    String keyText = String.join("、", key);
    CellProblem problem =
        CellProblem.error(
            record.sheet(),
            record.row(),
            record.cell(),
            keyHeader,
            keyText,
            "key.conflict",
            "同一文件中有%d条记录的“%s”均为“%s”，但内容不同，请只保留正确的一条".formatted(count, keyHeader, keyText));
    return with(record, Outcome.QUARANTINED, List.of(problem));
  }

  private static ConformedRow with(
      ConformedRow record, Outcome outcome, List<CellProblem> problems) {
    return new ConformedRow(
        record.table(),
        record.values(),
        record.sheet(),
        record.row(),
        record.cell(),
        outcome,
        problems);
  }
}
