package citybrain.app;

import citybrain.contract.CodeList;
import citybrain.contract.Contract;
import citybrain.contract.Layout;
import citybrain.contract.RowCheck;
import citybrain.economy.LightScale;
import citybrain.expression.ExpressionCheck;
import citybrain.expression.ExpressionCheck.Result;
import citybrain.funds.ReliefCases;
import citybrain.lake.TableName;
import citybrain.lake.TableSchema;
import citybrain.policy.Programme;
import citybrain.policy.Rule;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import citybrain.rule.RuleCompiler;
import citybrain.rule.SilverSubject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What contracts, policies and metrics must agree on. Each is checked for itself by its own loader.
 */
final class RegistryCheck {
  /** Subject tables that rules may name. */
  private static final Map<String, StructType> SUBJECTS =
      Map.of(ReliefCases.SUBJECT, ReliefCases.SCHEMA);

  private RegistryCheck() {}

  static List<Problem> problems(Registry registry) {
    List<Problem> problems = new ArrayList<>();
    checkRules(registry, problems);
    checkIndicators(registry, problems);
    checkLights(registry, problems);
    checkTables(registry, problems);
    checkRowChecks(registry, problems);
    problems.addAll(ClaimMeasures.problems(registry));
    StatementCheck.check(registry, problems);
    return problems;
  }

  private static void checkRules(Registry registry, List<Problem> problems) {
    Map<String, List<Rule>> bySubject =
        registry.policies().rules().stream()
            .collect(Collectors.groupingBy(Rule::subject, TreeMap::new, Collectors.toList()));
    bySubject.forEach(
        (subject, rules) -> {
          StructType schema = subjectSchema(registry, subject);
          if (schema == null) {
            problems.add(
                new Problem(
                    "RULE_SUBJECT",
                    rules.get(0).id(),
                    "runs over "
                        + subject
                        + ", which is no silver table and which no feature builds",
                    "Use silver/<table>, one of "
                        + SUBJECTS.keySet()
                        + ", or write the transform that builds it."));
          } else {
            problems.addAll(RuleCompiler.check(rules, registry.parametersById(), schema));
          }
        });
  }

  private static @Nullable StructType subjectSchema(Registry registry, String subject) {
    return subject.startsWith(SilverSubject.PREFIX)
        ? registry
            .contracts()
            .table("silver", subject.substring(SilverSubject.PREFIX.length()))
            .map(table -> SilverSubject.schema(TableSchema.of(table)))
            .orElse(null)
        : SUBJECTS.get(subject);
  }

  /** A department reports an indicator by the code that its target has. */
  private static void checkIndicators(Registry registry, List<Problem> problems) {
    Set<String> reported =
        registry.contracts().codeList("vocational_indicator").stream()
            .flatMap(list -> list.entries().stream())
            .map(CodeList.CodeEntry::code)
            .collect(Collectors.toSet());
    for (Programme programme : registry.policies().programmes()) {
      programme.indicators().stream()
          .map(Programme.Indicator::id)
          .distinct()
          .filter(id -> !reported.contains(id))
          .forEach(
              id ->
                  problems.add(
                      new Problem(
                          "INDICATOR_NOT_REPORTED",
                          programme.id() + "#" + id,
                          "has no code in schemas/codes/vocational_indicator.yaml, so nobody can report it",
                          "Add the code with the name departments use.")));
    }
  }

  private static void checkLights(Registry registry, List<Problem> problems) {
    try {
      for (LightScale scale : LightScale.of(registry.policies().parameters())) {
        if (registry.metrics().find(scale.metricId()).isEmpty()) {
          problems.add(
              new Problem(
                  "LIGHT_METRIC",
                  "monitoring-method.light." + scale.metricId(),
                  "sets bounds for a metric that is not declared",
                  "Correct the metric id, or declare the metric under metrics/."));
        }
      }
    } catch (ProblemException e) {
      problems.addAll(e.problems());
    }
  }

  /** Every gold table that a job writes has its contract. */
  private static void checkTables(Registry registry, List<Problem> problems) {
    Arrays.stream(Domain.values())
        .flatMap(domain -> domain.tables().stream())
        .filter(table -> registry.contracts().table(table.layer(), table.name()).isEmpty())
        .map(TableName::toString)
        .forEach(
            table ->
                problems.add(
                    new Problem(
                        "TABLE_WITHOUT_CONTRACT",
                        table,
                        "is written by a job and has no contract",
                        "Add schemas/" + table + ".yaml.")));
  }

  /** The condition of a row check fits the silver table that the extract fills. */
  private static void checkRowChecks(Registry registry, List<Problem> problems) {
    Map<String, ExpressionCheck> byTable = new TreeMap<>();
    for (Contract extract : registry.contracts().extracts()) {
      Contract table = registry.contracts().table("silver", extract.targetTable()).orElseThrow();
      for (Layout layout : extract.layouts()) {
        for (RowCheck check : layout.rowChecks()) {
          ExpressionCheck conditions =
              byTable.computeIfAbsent(
                  extract.targetTable(), t -> new ExpressionCheck(TableSchema.of(table)));
          List<String> faults =
              new ArrayList<>(conditions.faults(check.expression(), Result.FILTER));
          if (faults.isEmpty()) {
            conditions.rowFault(check.expression()).ifPresent(faults::add);
          }
          faults.forEach(
              fault ->
                  problems.add(
                      new Problem(
                          "ROW_CHECK",
                          extract.path() + "#" + layout.name() + ".quality." + check.name(),
                          "has the condition '" + check.expression() + "', which " + fault,
                          "Correct implementation; it may ask about the columns of "
                              + table.path()
                              + ".")));
        }
      }
    }
  }
}
