package citybrain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.contract.DeliveryForm.Encoding;
import citybrain.contract.DeliveryForm.Format;
import citybrain.contract.DeliveryForm.Presentation;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractRegistryTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(ContractFiles.ROOT);

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
    "gold, event_grade, event_id",
    "gold, task_progress, task_id",
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
    ContractFiles.copyTo(root);
    assertThat(ContractRegistry.load(root).hash()).isEqualTo(CONTRACTS.hash());
    Files.writeString(
        root.resolve("schemas/codes/decision.yaml"),
        Files.readString(root.resolve("schemas/codes/decision.yaml")) + "# changed\n");
    assertThat(ContractRegistry.load(root).hash()).isNotEqualTo(CONTRACTS.hash());
  }

  @Test
  void allProblemsOfAllFilesAreReportedAtOnce(@TempDir Path root) throws IOException {
    ContractFiles.copyTo(root);
    ContractFiles.edit(root, "codes/decision.yaml", "code: \"refused\"", "code: \"approved\"");
    ContractFiles.edit(root, "silver/relief_payment.yaml", "apiVersion: v3.1.0", "apiVersion: v9");
    ContractFiles.edit(root, "extracts/市统计局/stat_annual.yaml", "value: area", "value: areas");
    ContractFiles.edit(root, "extracts/市统计局/stat_monthly.yaml", "value: 市统计局", "value: 统计局");
    ContractFiles.edit(
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
  void extractStatesWhoSendsItInWhatFormAndByWhen() {
    Contract payments = CONTRACTS.extract("救助基金运行管理机构", "relief_payments").orElseThrow();
    assertThat(payments.owner()).isEqualTo("救助基金运行管理机构");
    assertThat(payments.form())
        .isEqualTo(new DeliveryForm(Format.CSV, Encoding.UTF_8_BOM, Presentation.LIST));
    assertThat(payments.cadence()).isEqualTo("day");
    assertThat(payments.latencyWorkdays()).isEqualTo(1);
    Contract monthly = CONTRACTS.extract("市统计局", "stat_monthly").orElseThrow();
    assertThat(monthly.form()).isEqualTo(new DeliveryForm(Format.XLSX, null, Presentation.PRINT));
  }

  @Test
  void rowCheckStatesWhatIsWrongAndWhatToDo() {
    assertThat(
            CONTRACTS
                .extract("救助基金运行管理机构", "relief_decisions")
                .orElseThrow()
                .layouts()
                .get(0)
                .rowChecks())
        .contains(
            new RowCheck(
                "decided_after_receipt",
                "consistency",
                Severity.ERROR,
                "decided_on >= received_on",
                "决定日期早于收到材料日期",
                "核对两个日期，改正后重报",
                List.of("received_on", "decided_on")));
  }

  @Test
  void seriesCheckStatesItsColumnsThresholdsAndRemedy() {
    SeriesCheck check =
        CONTRACTS.table("silver", "financial_balance").orElseThrow().seriesChecks().stream()
            .filter(c -> c.name().equals("growth_fits_balance"))
            .findFirst()
            .orElseThrow();
    assertThat(check.kind()).isEqualTo(SeriesCheck.Kind.PUBLISHED_GROWTH);
    assertThat(check.series()).containsExactly("item_code", "area_code", "currency_scope");
    assertThat(check.values()).containsExactly("balance");
    assertThat(check.against()).containsExactly("yoy_published");
    assertThat(check.threshold("gap")).isEqualByComparingTo("0.5");
    assertThat(check.remedyZh()).contains("核对本期、上年同期数值和公布增速");
    assertThat(CONTRACTS.table("gold", "finding").orElseThrow().seriesChecks()).isEmpty();
  }

  @ParameterizedTest(name = "{1} instead of {0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`kind: unit_slip`          | `kind: unit_slips`      | balance_unit_slip has kind 'unit_slips'",
        "`kind: unit_slip`          | `kind: zero_as_null`    | balance_unit_slip has thresholds [factor, least_others], expected [least_others, least_share]",
        "`values: [balance]`        | `values: [balances]`    | names column balances, which is not there",
        "`values: [balance]`        | `values: [item_code]`   | looks at item_code, which is no number",
        "`against: [yoy_published]` | `only: {}`              | growth_fits_balance needs as many columns in against as in values",
        "`period: period`           | `time: period`          | has [time], which nobody reads",
        "`period: period`           | `periodType: period`    | needs a period",
        "`across: [item_code]`      | `across: [period]`      | adds up across [period], which must be columns of series",
        "`whole: \"loans\"`         | `whole: \"loan\"`       | names loan, which code list credit_item does not know",
        "`value: \"10\"`            | `value: 10`             | has threshold factor, expected a value such as",
        "`severity: warning`        | `severity: error`       | needs severity warning: records are never kept out for a series",
        "`engine: citybrain.series` | `engine: citybrain`     | is of no kind a table can have",
        "`name: balance_unit_slip`  | `name: level_shift`     | level_shift stands twice in its table",
        "`dimension: accuracy`      | `method: none`          | needs dimension",
      })
  void slipInASeriesCheckIsReportedWithItsPlace(
      String old, String replacement, String message, @TempDir Path root) throws IOException {
    ContractFiles.copyTo(root);
    ContractFiles.edit(root, "silver/financial_balance.yaml", old, replacement);
    assertThatThrownBy(() -> ContractRegistry.load(root))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString))
                    .anySatisfy(
                        p -> assertThat(p).contains("silver/financial_balance.yaml", message)));
  }

  @ParameterizedTest(name = "{1} instead of {0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`value: csv`               | `value: csv or xlsx`         | has format 'csv or xlsx', expected exactly one of csv, tsv, xlsx, xls, zip",
        "`value: UTF-8-BOM`         | `value: utf8`                | has encoding 'utf8', expected GB18030 or UTF-8-BOM for csv",
        "`value: csv`               | `value: xls`                 | has encoding UTF-8-BOM, but a workbook (xls) has none",
        "`value: list`              | `value: nice`                | has presentation 'nice', expected list or print",
        "`value: day`               | `value: weekly`              | has cadence 'weekly', expected day, month, quarter, year or event",
        "`value: day`               | `value: event`               | has a latency, but an event has no due day",
        "`unit: workday`            | `unit: day`                  | has latency 1 day, expected a whole number from 1 with unit workday",
        "`value: 1`                 | `value: 0`                   | has latency 0 workday",
        "`property: latency`        | `property: frequency`        | needs slaProperties latency",
        "`name: 救助基金运行管理机构`  | `name: \"\"` | needs team.name",
        "`property: refuseAboveShare` | `property: refuseAbove`    | has custom property refuseAbove, which nobody reads; known are cadence",
        "`classification: internal` | `classification: secret`     | relief_payments.amount has classification 'secret', expected public, internal, sensitive, personal",
        "`minimum: 0`               | `maximum: 0\n          minimum: 1` | relief_payments.amount has minimum 1 above its maximum 0",
        "`value: decimal`           | `value: credit_code`         | relief_payments.amount has a minimum, which only a number can have",
        "`value: decimal`           | `value: integer`             | relief_payments.amount is integer, which schemas/silver/relief_payment.yaml cannot hold as INT",
        "`value: text`              | `value: money`               | relief_payments.payee has cellType money",
        "`name: payee`              | `name: payees`               | relief_payments.payees has no column of this name in schemas/silver/relief_payment.yaml",
        "`name: payee`              | `name: payees`               | relief_payments has no column payee, which schemas/silver/relief_payment.yaml demands",
        "`name: payee`              | `name: batch_id`             | relief_payments.batch_id has the name of a column that the intake writes",
        "`severity: warning`        | `severity: fatal`            | quality.amount_is_paid needs a severity, error or warning",
        "`columns, value: [amount]` | `columns, value: [sum]`      | quality.amount_is_paid marks column sum, which is not there",
        "`columns, value: [amount]` | `column, value: [amount]`    | quality.amount_is_paid has custom property column, which nobody reads; known are columns, remedy",
        "`columns, value: [amount]` | `columns, value: []`         | quality.amount_is_paid needs a custom property columns",
        "`engine: citybrain`        | `engine: soda`               | quality.amount_is_paid has engine soda, expected citybrain",
        "`name: amount_is_paid`     | `name: one_record_per_key`   | quality.one_record_per_key stands twice in its layout",
        "`property: remedy, value: \"核对原始凭证；退款、冲销另行报送\"` | `property: remedy, value: \"\"` | quality.amounts_not_negative needs a custom property remedy",
        "`type: text`               | `type: sql\n        query: select 1\n        mustBe: 1`  | has type sql, expected custom (a row check) or text",
      })
  void slipInAContractIsReportedWithItsPlace(
      String old, String replacement, String message, @TempDir Path root) throws IOException {
    ContractFiles.copyTo(root);
    String silver = "silver/relief_payment.yaml";
    if (replacement.equals("value: integer")) {
      ContractFiles.edit(root, silver, "DECIMAL(28,8)", "INT");
    }
    ContractFiles.edit(
        root, "extracts/救助基金运行管理机构/relief_payments.yaml", old, replacement.replace("\\n", "\n"));
    assertThatThrownBy(() -> ContractRegistry.load(root))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString))
                    .anySatisfy(
                        p ->
                            assertThat(p)
                                .startsWith(
                                    "CONTRACT_INVALID: schemas/extracts/救助基金运行管理机构/relief_payments.yaml")
                                .contains(message)));
  }

  @Test
  void silverColumnThatDemandsMoreThanItsExtractIsReported(@TempDir Path root) throws IOException {
    ContractFiles.copyTo(root);
    ContractFiles.edit(
        root,
        "extracts/救助基金运行管理机构/relief_payments.yaml",
        "        required: true\n        classification: internal\n        description: \"Who was paid\"",
        "        classification: internal\n        description: \"Who was paid\"");
    ContractFiles.edit(
        root,
        "extracts/救助基金运行管理机构/relief_applications.yaml",
        "value: applicant_kind",
        "value: expense_kind");
    assertThatThrownBy(() -> ContractRegistry.load(root))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::message))
                    .containsExactlyInAnyOrder(
                        "is not required, but schemas/silver/relief_payment.yaml demands it",
                        "uses code list 'expense_kind', but its column in"
                            + " schemas/silver/relief_application.yaml uses 'applicant_kind'"));
  }

  @Test
  void folderWithoutSchemasIsNamed(@TempDir Path root) {
    assertThatThrownBy(() -> ContractRegistry.load(root))
        .hasMessageContaining("REGISTRY_NOT_FOUND");
  }
}
