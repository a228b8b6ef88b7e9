package citybrain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.policy.Rule.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of 青政办发〔2020〕12号, each against the article that prints it. */
final class ReliefFundPolicyTest {
  private static final PolicyRegistry REGISTRY = PolicyRegistry.load(RegistryCopy.PROJECT);

  @ParameterizedTest(name = "{0} {1} is {2} {3}")
  @CsvSource({
    "第十一条,       application-limit,        30,     workday",
    "第十四条第一款, decision-limit,           5,      workday",
    "第十四条第二款, payment-limit,            3,      workday",
    "第十二条,       rescue-window,            72,     hour",
    "第十二条,       rescue-cost-ceiling,      100000, yuan",
    "第十三条,       funeral-cap-multiple,     6,      ratio",
    "第八条,         quarterly-transfer-limit, 10,     workday",
    "第二十二条,     quarterly-report-limit,   10,     workday",
    "第二十五条,     dunning-limit,            3,      workday",
  })
  void parameterHoldsExactlyWhileTheDocumentIsInForce(
      String place, String item, BigDecimal value, String unit) {
    Parameter parameter = REGISTRY.parameter("relief-fund." + item);

    assertThat(parameter.unit().code()).isEqualTo(unit);
    assertThat(parameter.on(LocalDate.parse("2020-07-31"))).isEmpty();
    assertThat(parameter.on(LocalDate.parse("2020-08-01")).orElseThrow())
        .isEqualTo(
            new DatedValue(
                LocalDate.parse("2020-08-01"), value, new Reference("青政办发〔2020〕12号", place)));
    assertThat(parameter.require(LocalDate.parse("2025-07-31"))).isEqualByComparingTo(value);
    assertThat(parameter.on(LocalDate.parse("2025-08-01"))).isEmpty();
    assertThat(parameter.values().get(1).reference().place()).isEqualTo("第三十四条");
  }

  @Test
  void documentHoldsFromAugust2020ToJuly2025() {
    PolicyDocument document = REGISTRY.document("青政办发〔2020〕12号").orElseThrow();

    assertThat(document.isGazette()).isTrue();
    assertThat(document.issuedOn()).isEqualTo("2020-07-28");
    assertThat(document.inForceFrom()).isEqualTo("2020-08-01");
    assertThat(document.inForceUntil()).isEqualTo("2025-07-31");
  }

  @Test
  void dayBeforeTheFirstValueIsToldWithTheDayItStarts() {
    assertThatThrownBy(
            () ->
                REGISTRY
                    .parameter("relief-fund.payment-limit")
                    .require(LocalDate.parse("2020-07-31")))
        .hasMessage(
            "POLICY_NOT_IN_FORCE: policies/relief-fund/parameters.yaml#payment-limit has no value on"
                + " 2020-07-31: its first value holds from 2020-08-01 (青政办发〔2020〕12号"
                + " 第十四条第二款). Add an earlier dated value with its reference, or run a later"
                + " period.");
  }

  @Test
  void dayAfterTheEndIsToldWithTheLastDayAndTheArticleThatEndsIt() {
    assertThatThrownBy(
            () ->
                REGISTRY
                    .parameter("relief-fund.payment-limit")
                    .require(LocalDate.parse("2025-08-01")))
        .hasMessage(
            "POLICY_NOT_IN_FORCE: policies/relief-fund/parameters.yaml#payment-limit has no value on"
                + " 2025-08-01: its last day was 2025-07-31 (青政办发〔2020〕12号 第三十四条). Add"
                + " the value of the document that follows, with its reference, or run an earlier"
                + " period.");
  }

  @Test
  void parameterThatNoFileSetsIsToldByName() {
    assertThatThrownBy(() -> REGISTRY.parameter("relief-fund.payment-limits"))
        .hasMessageStartingWith("POLICY_PARAMETER_UNKNOWN: relief-fund.payment-limits ");
  }

  @ParameterizedTest(name = "{1} ({0})")
  @CsvSource(
      nullValues = "-",
      value = {
        "第十一条,       application-deadline, DEADLINE, WARNING, application-limit,   accident_on, applied_on,    -",
        "第十四条第一款, decision-deadline,    DEADLINE, ERROR,   decision-limit,      received_on, decided_on,    -",
        "第十四条第二款, payment-deadline,     DEADLINE, ERROR,   payment-limit,       decided_on,  first_paid_on, -",
        "第十二条,       rescue-cost-ceiling,  CEILING,  WARNING, rescue-cost-ceiling, decided_on,  -,             approved_amount",
      })
  void ruleReadsAsItsArticle(
      String place,
      String item,
      Rule.Kind kind,
      Severity severity,
      String parameter,
      String eventOn,
      String settledOn,
      String observed) {
    Rule rule =
        REGISTRY.rules().stream()
            .filter(candidate -> candidate.id().equals("relief-fund." + item))
            .findFirst()
            .orElseThrow();

    assertThat(rule.kind()).isEqualTo(kind);
    assertThat(rule.severity()).isEqualTo(severity);
    assertThat(rule.parameter()).isEqualTo("relief-fund." + parameter);
    assertThat(rule.eventOn()).isEqualTo(eventOn);
    assertThat(rule.settledOn()).isEqualTo(settledOn);
    assertThat(rule.observed()).isEqualTo(observed);
    assertThat(rule.reference()).isEqualTo(new Reference("青政办发〔2020〕12号", place));
  }
}
