package citybrain.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricRegistryTest {
  /** The project's own registry: tests run in the module's folder. */
  private static final Path PROJECT = Path.of("..");

  private static final String SCHEMA = "schemas/meta/metric.schema.json";

  private static final String VALID =
      """
      id: economy.steel
      version: 1
      title: { zh: 钢材产量, en: Steel output }
      description: { zh: 钢材产量, en: Steel output }
      source: { table: silver/statistical_observation, filter: "indicator_code = 'steel'" }
      unit: yuan
      nature: flow
      growth_prices: current
      measures: [level, yoy]
      reference: { document: 青政办字〔2020〕65号, place: 第二条 }
      """;

  private final Path root;

  MetricRegistryTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void everyMetricOfTheProjectIsValid() {
    assertThat(MetricRegistry.load(PROJECT).definitions())
        .extracting(MetricDefinition::id)
        .contains(
            "economy.retail_sales",
            "economy.exports",
            "economy.industrial_value_added",
            "economy.gdp",
            "economy.fixed_asset_investment",
            "economy.general_public_budget_revenue",
            "economy.general_public_budget_expenditure",
            "economy.real_estate_investment")
        .isSorted();
  }

  @Test
  void metricsOfTheProjectNameIndicatorsOfTheCodeList() throws IOException {
    List<String> codes = new ArrayList<>();
    yaml("schemas/codes/statistical_indicator.yaml")
        .path("codes")
        .forEach(code -> codes.add("indicator_code = '" + code.path("code").asText() + "'"));

    assertThat(MetricRegistry.load(PROJECT).definitions())
        .allSatisfy(
            definition -> assertThat(codes).anyMatch(code -> definition.filter().startsWith(code)));
  }

  @Test
  void filterColumnsAreColumnsOfTheSourceAndOfItsTypes() throws IOException {
    for (MetricSource source : MetricSource.values()) {
      Map<String, String> columns = new HashMap<>();
      yaml("schemas/" + source.table() + ".yaml")
          .path("schema")
          .path(0)
          .path("properties")
          .forEach(
              column ->
                  columns.put(column.path("name").asText(), column.path("physicalType").asText()));

      for (StructField column : source.filterColumns().fields()) {
        assertThat(columns).containsEntry(column.name(), column.dataType().sql());
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "level > 100                 | names column level",
        "yoy > 1                     | names column yoy",
        "period_end < current_date() | calls current_date",
        "'gdp'                       | asks nothing",
        "TRUE                        | asks nothing",
        "1 = 1                       | asks nothing",
        "indicator_code              | gives string, expected a condition",
        "period_start > 'soon'       | reads text",
      })
  void filterThatDoesNotAskWhatARowIsIsRefused(String filter, String words) throws IOException {
    write("economy/steel.yaml", VALID.replace("indicator_code = 'steel'", filter));

    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("METRIC_INVALID");
              assertThat(problem.message()).contains("filter \"" + filter + "\"", words);
              assertThat(problem.remedy()).contains("may ask about: indicator_code, area_code");
            });
  }

  @Test
  void hashFollowsTheDeclarations() throws IOException {
    write("economy/steel.yaml", VALID);
    String before = MetricRegistry.load(root).hash();
    assertThat(MetricRegistry.load(root).hash()).isEqualTo(before);

    write("economy/steel.yaml", VALID.replace("version: 1", "version: 2"));
    assertThat(MetricRegistry.load(root).hash()).isNotEqualTo(before);
  }

  @Test
  void allProblemsOfAllFilesAreReportedAtOnce() throws IOException {
    write("economy/steel.yaml", VALID.replace("id: economy.steel", "id: economy.iron"));
    write("economy/no_schema.yaml", "id: economy.no_schema\n");
    write("economy/no_yaml.yaml", "id: [");
    write("economy/twice.yaml", VALID.replace("economy.steel", "economy.twice") + "version: 2\n");
    write(
        "economy/wrong.yaml",
        VALID
            .replace("economy.steel", "economy.wrong")
            .replace("unit: yuan", "unit: 亿元")
            .replace("indicator_code = 'steel'", "rand() < 1")
            .replace("nature: flow", "nature: stock")
            .replace("[level, yoy]", "[level, ytd]"));

    assertThat(problems())
        .extracting(Problem::subject)
        .contains(
            "metrics/economy/steel.yaml",
            "metrics/economy/no_schema.yaml",
            "metrics/economy/no_yaml.yaml",
            "metrics/economy/twice.yaml");
    assertThat(problems())
        .filteredOn(problem -> problem.subject().equals("metrics/economy/wrong.yaml"))
        .extracting(Problem::message)
        .satisfiesExactlyInAnyOrder(
            message -> assertThat(message).contains("rand"),
            message -> assertThat(message).contains("亿元"),
            message -> assertThat(message).contains("stock"));
  }

  @Test
  void unknownSourceAndImpossibleDayAreProblems() throws IOException {
    write(
        "economy/steel.yaml",
        VALID.replace("silver/statistical_observation", "silver/steel")
            + """
            breaks:
              - from: 2019-02-30
                reason: { zh: 普查, en: census }
                reference: { document: 国发〔2017〕53号, place: 第一条 }
            """);

    assertThat(problems())
        .extracting(Problem::message)
        .satisfiesExactlyInAnyOrder(
            message -> assertThat(message).contains("silver/steel"),
            message -> assertThat(message).contains("2019-02-30"));
  }

  @Test
  void breakWithoutReferenceIsRefused() throws IOException {
    write(
        "economy/steel.yaml",
        VALID
            + """
            breaks:
              - from: 2019-01-01
                reason: { zh: 普查, en: census }
            """);

    assertThat(problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("reference"));
  }

  @Test
  void folderWithoutMetricsIsNoRegistry() throws IOException {
    copySchema();

    assertThat(problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("REGISTRY_NOT_FOUND"));
  }

  private List<Problem> problems() {
    return catchThrowableOfType(ProblemException.class, () -> MetricRegistry.load(root)).problems();
  }

  private void write(String name, String text) throws IOException {
    copySchema();
    Path file = root.resolve("metrics").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private void copySchema() throws IOException {
    Path copy = root.resolve(SCHEMA);
    if (!Files.exists(copy)) {
      Files.createDirectories(copy.resolveSibling(""));
      Files.copy(PROJECT.resolve(SCHEMA), copy);
    }
  }

  private static JsonNode yaml(String name) throws IOException {
    return new YAMLMapper().readTree(Files.readAllBytes(PROJECT.resolve(name)));
  }
}
