package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.contract.Contract;
import citybrain.contract.RowCheck;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryCheckTest {
  private static final Path ROOT = Path.of("..");
  private static final String DECISIONS = "schemas/extracts/救助基金运行管理机构/relief_decisions.yaml";
  private static final String CONDITION = "decided_on >= received_on";

  @Test
  void everyRowCheckOfTheProjectFitsItsSilverTable() {
    Registry registry = Registry.load(ROOT);
    Contract decisions =
        registry.contracts().extract("救助基金运行管理机构", "relief_decisions").orElseThrow();
    assertThat(decisions.layouts().get(0).rowChecks())
        .extracting(RowCheck::expression)
        .contains(CONDITION);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "decided_at >= received_on              | names column decided_at",
        "decided_on >= current_date()           | calls current_date",
        "decided_on >= max(received_on)         | calls max",
        "decided_on >= (select received_on)     | uses",
        "approved_amount / 2 > 1                | uses",
        "decided_on                             | gives date, expected a condition",
        "decided_on >=                          | is no Spark SQL expression",
        "true                                   | asks nothing",
        "refusal_reason > 5                     | reads text as a number",
      })
  void rowCheckThatMayNotRunIsRefusedWithItsPlace(
      String condition, String fault, @TempDir Path root) throws IOException {
    copyRegistry(root);
    Path file = root.resolve(DECISIONS);
    String text = Files.readString(file);
    assertThat(text).contains(CONDITION);
    Files.writeString(file, text.replace(CONDITION, condition));

    assertThatThrownBy(() -> Registry.load(root))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString))
                    .singleElement()
                    .satisfies(
                        p ->
                            assertThat(p)
                                .startsWith(
                                    "ROW_CHECK: "
                                        + DECISIONS
                                        + "#relief_decisions.quality.decided_after_receipt")
                                .contains(fault)
                                .contains("schemas/silver/relief_decision.yaml")));
  }

  @ParameterizedTest(name = "{1} for {2} in {0}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "policies/vocational-education/tasks.yaml | \"16-1-03\" | \"16-1-99\""
            + " | TASK_CODE_UNKNOWN: policies/vocational-education/tasks.yaml#management-mechanism",
        "schemas/codes/reform_task.yaml | \"10-1\" | \"13-01\""
            + " | TASK_CODE_TWICE: schemas/codes/reform_task.yaml#13-01",
        "policies/bay-bridge-emergency-plan/events.yaml | reported_as: bridge | reported_as: rail"
            + " | EVENT_PLAN: schemas/codes/emergency_plan.yaml#bridge",
        "policies/bay-bridge-emergency-plan/events.yaml | reported_as: bridge | reported_as: tunnel"
            + " | EVENT_CODE_UNKNOWN: policies/bay-bridge-emergency-plan/events.yaml#event-grades",
        "policies/bay-bridge-emergency-plan/events.yaml | damage: extreme | damage: total"
            + " | EVENT_CODE_UNKNOWN: policies/bay-bridge-emergency-plan/events.yaml#event-grades",
        "policies/bay-bridge-emergency-plan/events.yaml | traffic_impact: impassable | traffic_impact: none"
            + " | EVENT_CODE_UNKNOWN: policies/bay-bridge-emergency-plan/events.yaml#event-grades",
        "policies/bay-bridge-emergency-plan/events.yaml | phone: report-limit | phone: drill-interval"
            + " | EVENT_REPORT_UNIT: policies/bay-bridge-emergency-plan/events.yaml#event-grades",
        "policies/bay-bridge-emergency-plan/events.yaml | phone: report-limit | phone: call-limit"
            + " | POLICY_PARAMETER_UNKNOWN: policies/bay-bridge-emergency-plan/events.yaml#event-grades",
      })
  void codeThatIsInNoListIsRefusedWithItsPlace(
      String path, String right, String wrong, String problem, @TempDir Path root)
      throws IOException {
    copyRegistry(root);
    Path file = root.resolve(path);
    String text = Files.readString(file);
    assertThat(text).contains(right);
    Files.writeString(file, text.replace(right, wrong));

    assertThatThrownBy(() -> Registry.load(root))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString).toList())
                    .filteredOn(found -> found.startsWith(problem))
                    .isNotEmpty());
  }

  @Test
  void districtsOfADayAreThoseThatExistedThen() {
    Registry registry = Registry.load(ROOT);

    // 即墨 became a district, and another code, on 2017-09-20; 胶南 went into 黄岛 on 2012-12-01.
    assertThat(registry.districtsOn(LocalDate.of(2020, 7, 9)).keySet())
        .containsExactly(
            "370202", "370203", "370211", "370212", "370213", "370214", "370215", "370281",
            "370283", "370285");
    assertThat(registry.districtsOn(LocalDate.of(2017, 9, 19)).keySet())
        .contains("370282")
        .doesNotContain("370215");
  }

  @Test
  void codeThatIsClaimedUnderHasAMeasureAndAMeasureItsCode(@TempDir Path root) throws IOException {
    copyRegistry(root);
    Path codes = root.resolve("schemas/codes/subsidy_measure.yaml");
    String text = Files.readString(codes);
    assertThat(text).contains("\"video-park.talent\"");
    Files.writeString(codes, text.replace("\"video-park.talent\"", "\"video-park.talents\""));

    assertThatThrownBy(() -> Registry.load(root))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString))
                    .satisfiesExactlyInAnyOrder(
                        p ->
                            assertThat(p)
                                .startsWith(
                                    "CLAIM_WITHOUT_MEASURE: schemas/codes/subsidy_measure.yaml#video-park.talents"),
                        p ->
                            assertThat(p)
                                .startsWith("ENTITLEMENT_NOT_CLAIMED: video-park.talent")));
  }

  private static void copyRegistry(Path target) throws IOException {
    for (String folder : List.of("schemas", "policies", "metrics")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
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
}
