package citybrain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractRegistryTest {
  private static final Path ROOT = Path.of("..");
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(ROOT);

  @ParameterizedTest(name = "{0}/{1} is keyed by {2}")
  @CsvSource({
    "silver, statistical_observation, indicator_code area_code period",
    "silver, indicator_report, indicator_code breakdown year",
    "silver, relief_application, application_id",
    "silver, relief_decision, application_id",
    "silver, relief_payment, payment_id",
    "gold, metric_value, metric_id measure basis area_code industry_code subject_id period",
    "gold, finding, finding_id",
    "gold, target_progress, programme_id indicator_id area_code breakdown year method",
    "gold, warning_light, scope scope_id indicator_id period",
  })
  void tableHasItsKey(String layer, String table, String key) {
    assertThat(CONTRACTS.table(layer, table).orElseThrow().key()).containsExactly(key.split(" "));
  }

  @Test
  void everySilverTableCarriesItsEvidence() {
    assertThat(CONTRACTS.layer("silver")).hasSizeGreaterThanOrEqualTo(5);
    for (Contract table : CONTRACTS.layer("silver")) {
      assertThat(table.columns().stream().map(ContractColumn::name))
          .as(table.path())
          .contains(
              "known_from",
              "known_to",
              "is_simulated",
              "file_sha256",
              "file",
              "sheet",
              "row",
              "cell",
              "batch_id");
    }
  }

  @Test
  void registrySurvivesTheTravelToATask() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(CONTRACTS);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(CONTRACTS);
    }
  }

  @Test
  void hashChangesWithAnyContract(@TempDir Path root) throws IOException {
    copyRegistry(root);
    assertThat(ContractRegistry.load(root).hash()).isEqualTo(CONTRACTS.hash());
    Files.writeString(
        root.resolve("schemas/codes/decision.yaml"),
        Files.readString(root.resolve("schemas/codes/decision.yaml")) + "# changed\n");
    assertThat(ContractRegistry.load(root).hash()).isNotEqualTo(CONTRACTS.hash());
  }

  @Test
  void allProblemsOfAllFilesAreReportedAtOnce(@TempDir Path root) throws IOException {
    copyRegistry(root);
    edit(root, "codes/decision.yaml", "code: \"refused\"", "code: \"approved\"");
    edit(root, "silver/relief_payment.yaml", "apiVersion: v3.1.0", "apiVersion: v9");
    edit(root, "extracts/市统计局/stat_annual.yaml", "value: area", "value: areas");
    edit(root, "extracts/市统计局/stat_monthly.yaml", "value: 市统计局", "value: 统计局");
    edit(
        root,
        "extracts/市统计局/stat_monthly.yaml",
        "value: { column: unit }",
        "value: { column: units }");
    Files.writeString(root.resolve("schemas/gold/finding.yaml"), "name: [unclosed");

    assertThatThrownBy(() -> ContractRegistry.load(root))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString))
                    .satisfiesOnlyOnce(
                        p -> assertThat(p).contains("decision.yaml", "code approved twice"))
                    .satisfiesOnlyOnce(
                        p -> assertThat(p).contains("silver/relief_payment.yaml", "apiVersion"))
                    .satisfiesOnlyOnce(
                        p -> assertThat(p).contains("stat_annual.area_code", "code list areas"))
                    .satisfiesOnlyOnce(
                        p -> assertThat(p).contains("stat_monthly.yaml", "its folder's name 市统计局"))
                    .anySatisfy(
                        p -> assertThat(p).contains("stat_monthly_list.level", "column units"))
                    .satisfiesOnlyOnce(p -> assertThat(p).contains("finding.yaml", "is no YAML"))
                    .satisfiesOnlyOnce(
                        p ->
                            assertThat(p)
                                .contains(
                                    "relief_payments.yaml", "silver table 'relief_payment'")));
  }

  @Test
  void folderWithoutSchemasIsNamed(@TempDir Path root) {
    assertThatThrownBy(() -> ContractRegistry.load(root))
        .hasMessageContaining("REGISTRY_NOT_FOUND");
  }

  private static void edit(Path root, String file, String old, String replacement)
      throws IOException {
    Path path = root.resolve("schemas").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, replacement));
  }

  private static void copyRegistry(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("schemas"))) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(ROOT.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
