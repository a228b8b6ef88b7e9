package citybrain.intake.samples;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.WholeFile;
import citybrain.intake.reading.WholeFile.Accepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables of the nation as databases export and people copy them, held against a registry of their
 * own.
 */
final class NationalTables {
  private static final Path PROJECT = Path.of("..");
  private static final Path REGISTRY =
      Path.of("src/test/resources/citybrain/intake/samples/registry");
  private static final LocalDate DELIVERED_ON = LocalDate.of(2026, 1, 5);

  private NationalTables() {}

  /** The contracts of these tests beside the project's JSON Schemas, loaded from {@code folder}. */
  static ContractRegistry registry(Path folder) {
    copy(PROJECT, Path.of("schemas/meta"), folder);
    copy(REGISTRY, Path.of("schemas"), folder);
    return ContractRegistry.load(folder);
  }

  private static void copy(Path from, Path below, Path to) {
    try (Stream<Path> files = Files.walk(from.resolve(below))) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file that has nothing wrong: whatever is held back or warned of fails the test. */
  static Accepted read(String extract, byte[] content, ContractRegistry contracts) {
    Accepted accepted = readWithProblems(extract, content, contracts);
    assertThat(accepted.cellProblems()).isEmpty();
    assertThat(accepted.warnings()).isEmpty();
    assertThat(accepted.records())
        .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(ConformedRow.Outcome.ACCEPTED));
    return accepted;
  }

  /** Reads a file that is taken, whatever is held back of it. */
  static Accepted readWithProblems(String extract, byte[] content, ContractRegistry contracts) {
    WholeFile outcome = WholeFile.read("市统计局", extract, DELIVERED_ON, "文件", content, contracts);
    assertThat(outcome).isInstanceOf(Accepted.class);
    return (Accepted) outcome;
  }

  /** {@code sheet!cell indicator area period measure breakdown = value unit}; "-" for no figure. */
  static String figure(ConformedRow record) {
    Map<String, String> values = record.values();
    return "%s!%s %s %s %s %s %s = %s %s"
        .formatted(
            record.sheet(),
            record.cell() == null ? record.row() : record.cell(),
            values.get("indicator_code"),
            values.get("area_code"),
            values.get("period"),
            values.get("measure"),
            values.get("breakdown"),
            values.getOrDefault("value", "-"),
            values.getOrDefault("unit", "-"));
  }

  static List<String> figures(Accepted accepted) {
    return accepted.records().stream().map(NationalTables::figure).toList();
  }

  /** Records taken by sheet, in the order of the file. */
  static Map<String, Long> countBySheet(Accepted accepted) {
    return accepted.records().stream()
        .filter(r -> r.outcome() == ConformedRow.Outcome.ACCEPTED)
        .collect(
            Collectors.groupingBy(ConformedRow::sheet, LinkedHashMap::new, Collectors.counting()));
  }

  /** Dispositions of a sheet, runs of one kind together: {@code TITLE 1-2, HEADER 3}. */
  static String dispositions(Accepted accepted, String sheet) {
    StringBuilder runs = new StringBuilder();
    String current = "";
    int first = 0;
    int last = 0;
    for (var row : accepted.rows()) {
      if (!row.sheet().equals(sheet)) {
        continue;
      }
      String next = row.disposition().name();
      if (!next.equals(current)) {
        append(runs, current, first, last);
        current = next;
        first = row.row();
      }
      last = row.row();
    }
    append(runs, current, first, last);
    return runs.toString();
  }

  private static void append(StringBuilder runs, String disposition, int first, int last) {
    if (!disposition.isEmpty()) {
      runs.append(runs.isEmpty() ? "" : ", ").append(disposition).append(' ').append(first);
      if (last > first) {
        runs.append('-').append(last);
      }
    }
  }
}
