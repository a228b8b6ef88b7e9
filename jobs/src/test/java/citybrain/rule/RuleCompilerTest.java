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
import org.junit.jupiter.params.provider.ValueSource;

/** No session is started here: rules are checked wherever the registry is. */
final class RuleCompilerTest {

  @Test
  void rulesOfTheDocumentFitTheirSubject() {
    assertThat(check(ReliefRules.ALL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind <=> 'rescue' AND approved IS NOT NULL",
        "kind IN ('rescue', 'funeral') OR NOT (event_on >= DATE '2020-08-01')",
        "CASE WHEN kind = 'rescue' THEN approved > 1 ELSE FALSE END",
        "approved BETWEEN 1 AND 2",
        "coalesce(settled_on, event_on) < date_add(event_on, 3)",
        "try_divide(approved, 3) * 2 - abs(approved) <= greatest(approved, 1)",
      })
  void plainConditionOverOneRowIsAllowed(String condition) {
    assertThat(check(List.of(withCondition(condition)))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "kind = = 'a'                               | is no Spark SQL expression",
        "no_such_column = 'a'                       | names column no_such_column",
        "KIND = 'a'                                 | names column KIND",
        "evidence.file = 'a'                        | names column evidence.file",
        "event_on < current_date                    | names column current_date",
        "event_on < current_date()                  | calls current_date",
        "rand() < 0.5                               | calls rand",
        "sum(approved) > 1                          | calls sum",
        "transform(evidence, x -> x) IS NULL        | calls transform",
        "EXISTS (SELECT 1)                          | uses exists",
        "approved > (SELECT 1)                      | uses scalarsubquery",
        "row_number() OVER (ORDER BY kind) = 1      | uses windowexpression",
        "approved / 2 > 1                           | uses divide",
        "CAST(note AS DATE) = event_on              | uses cast",
        "note > 3                                   | reads text as a number or a date",
        "abs(approved, 1) > 1                       | does not fit the subject table",
        "approved                                   | gives decimal(28,8), expected a condition",
      })
  void conditionThatIsNotOneValueOfOneRowIsRefused(String condition, String words) {
    assertThat(check(List.of(withCondition(condition))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("RULE_EXPRESSION");
              assertThat(problem.subject())
                  .isEqualTo("policies/relief-fund/rules.yaml#decision-deadline");
              assertThat(problem.message()).contains("applies_when", words);
            });
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
            problem -> assertThat(problem).contains("RULE_INCOMPLETE", "when its duty is done"),
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
    "day,     5,   'in day, expected workday'",
  })
  void deadlineIsAWholeNumberOfWorkingDays(String unit, BigDecimal limit, String words) {
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
            decision.amount(),
            decision.parameter(),
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
      String parameter,
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
        decision.amount(),
        parameter,
        decision.department(),
        columns,
        decision.remedyZh(),
        decision.reference());
  }
}
