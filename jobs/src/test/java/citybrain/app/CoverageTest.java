package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CoverageTest {
  private static final Registry REGISTRY = Registry.load(Path.of(".."));

  @Test
  void reportInTheDocumentationIsTheOneOfToday() throws IOException {
    assertThat(Files.readString(Path.of("../docs/coverage.md")))
        .as("make it anew: bin/citybrain check --coverage > docs/coverage.md")
        .isEqualTo(Coverage.report(REGISTRY));
  }

  @Test
  void everyDocumentOfTheGazettesIsShown() {
    // The 26 documents by their numbers; the two lists of appointments have none in print.
    assertThat(Coverage.report(REGISTRY).lines())
        .filteredOn(line -> line.contains("〔2020〕") || line.contains("令第") || line.contains("任免"))
        .filteredOn(line -> line.contains("`"))
        .hasSize(26);
  }

  @Test
  void statementIsShownWithWhatEvaluatesItOrWhyNothingDoes() {
    List<String> lines =
        Coverage.document(
                REGISTRY,
                REGISTRY.policies().documents().stream()
                    .filter(document -> document.id().equals("relief-fund"))
                    .findFirst()
                    .orElseThrow())
            .lines()
            .collect(Collectors.toList());

    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "decision-limit", "第十四条第一款", "evaluated", "relief-fund.decision-deadline"));
    assertThat(lines).anySatisfy(line -> assertThat(line).contains("funeral-cap-multiple", "无数据"));
  }
}
