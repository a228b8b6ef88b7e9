package citybrain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Rule;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No session is started here: rules are checked wherever the registry is. */
final class RuleCompilerTest {

  @Test
  void rulesOfTheDocumentFitTheirSubject() {
    assertThat(check(ReliefRules.ALL)).isEmpty();
  }

  @Test
  void conditionThatIsNotOneValueOfOneRowIsRefused() {
    assertThat(check(List.of(withCondition("rand() < 0.5"))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("RULE_EXPRESSION");
              assertThat(problem.subject())
                  .isEqualTo("policies/relief-fund/rules.yaml#decision-deadline");
              assertThat(problem.message()).contains("applies_when \"rand() < 0.5\" calls rand");
              assertThat(problem.remedy()).contains("subject columns: case_id, area_code, kind");
            });
  }

  @Test
  void ruleMayApplyToEveryRow() {
    assertThat(check(List.of(withCondition("TRUE")))).isEmpty();
  }

  @Test
  void allProblemsComeAtOnce() {
    Rule broken =
        rule(
            Rule.Kind.DEADLINE,
            "nope = 1 AND rand() > 0",
            "kind",
            null,
            "approved",
            "relief-fund.absent",
            Map.of("subject_id", "approved", "subjekt", "case_id"));

    assertThat(check(List.of(broken, broken)).stream().map(Problem::toString).distinct())
        .satisfiesExactlyInAnyOrder(
            problem -> assertThat(problem).contains("RULE_TWICE", "declared twice"),
            problem -> assertThat(problem).contains("RULE_INCOMPLETE", "has no settled_on"),
            problem -> assertThat(problem).contains("RULE_INCOMPLETE", "has observed"),
            problem -> assertThat(problem).contains("RULE_EXPRESSION", "column nope"),
            problem -> assertThat(problem).contains("RULE_EXPRESSION", "calls rand"),
            problem ->
                assertThat(problem).contains("RULE_EXPRESSION", "gives string, expected a date"),
            problem -> assertThat(problem).contains("RULE_COLUMN", "subject_id", "decimal(28,8)"),
            problem -> assertThat(problem).contains("RULE_COLUMN", "subjekt"),
            problem -> assertThat(problem).contains("RULE_PARAMETER", "relief-fund.absent"));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "workday, 5,   ''",
    "workday, 500, ''",
    "workday, 0,   whole number of days from 1",
    "workday, 501, whole number of days from 1",
    "workday, 2.5, whole number of days from 1",
    "day,     5,   ''",
    "day,     501, whole number of days from 1",
    "hour,    5,   'in hour, expected workday or day'",
  })
  void deadlineIsAWholeNumberOfDaysOrWorkingDays(String unit, BigDecimal limit, String words) {
    Parameter source = ReliefRules.PARAMETERS.get("relief-fund.decision");
    assertThat(source).isNotNull();
    DatedValue first = source.values().get(0);
    Parameter changed =
        new Parameter(
            source.id(),
            source.title(),
            Unit.ofCode(unit).orElseThrow(),
            source.appliesTo(),
            List.of(new DatedValue(first.from(), limit, first.reference())));

    List<Problem> problems =
        RuleCompiler.check(
            List.of(ReliefRules.DECISION), Map.of(source.id(), changed), Subjects.SCHEMA);

    assertThat(problems).hasSize(words.isEmpty() ? 0 : 1);
    assertThat(problems).allSatisfy(problem -> assertThat(problem.toString()).contains(words));
  }

  @Test
  void rulesOfTwoSubjectsDoNotShareAPass() {
    Rule decision = ReliefRules.DECISION;
    Rule other =
        new Rule(
            "relief-fund.other",
            decision.policyId(),
            decision.title(),
            "other_subject",
            decision.kind(),
            decision.severity(),
            decision.appliesWhen(),
            decision.eventOn(),
            decision.settledOn(),
            decision.observed(),
            decision.limit(),
            decision.holds(),
            decision.foundZh(),
            decision.amount(),
            decision.parameter(),
            decision.inForceFrom(),
            decision.inForceUntil(),
            decision.evaluates(),
            decision.department(),
            decision.columns(),
            decision.remedyZh(),
            decision.reference());

    assertThat(check(List.of(decision, other)))
        .extracting(Problem::code)
        .containsExactly("RULE_SUBJECT");
  }

  @Test
  void compilingABrokenRuleThrows() {
    assertThatThrownBy(
            () ->
                RuleCompiler.compile(
                    List.of(withCondition("rand() > 0")), ReliefRules.PARAMETERS, Subjects.SCHEMA))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("RULE_EXPRESSION");
  }

  private static List<Problem> check(List<Rule> rules) {
    return RuleCompiler.check(rules, ReliefRules.PARAMETERS, Subjects.SCHEMA);
  }

  private static Rule withCondition(String condition) {
    Rule decision = ReliefRules.DECISION;
    return rule(
        decision.kind(),
        condition,
        decision.eventOn(),
        decision.settledOn(),
        decision.observed(),
        decision.parameter(),
        decision.columns());
  }

  private static Rule rule(
      Rule.Kind kind,
      String condition,
      String eventOn,
      @Nullable String settledOn,
      @Nullable String observed,
      @Nullable String parameter,
      Map<String, String> columns) {
    Rule decision = ReliefRules.DECISION;
    return new Rule(
        decision.id(),
        decision.policyId(),
        decision.title(),
        decision.subject(),
        kind,
        decision.severity(),
        condition,
        eventOn,
        settledOn,
        observed,
        null,
        null,
        null,
        decision.amount(),
        parameter,
        decision.inForceFrom(),
        decision.inForceUntil(),
        decision.evaluates(),
        decision.department(),
        columns,
        decision.remedyZh(),
        decision.reference());
  }
}
