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
import citybrain.policy.EventScheme;
import citybrain.policy.Parameter;
import citybrain.policy.Programme;
import citybrain.policy.Rule;
import citybrain.policy.Task;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import citybrain.rule.RuleCompiler;
import citybrain.rule.SilverSubject;
import citybrain.unit.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Hashes of registries without a problem: a process that opens one twice checks it once. */
  private static final Set<String> SOUND = ConcurrentHashMap.newKeySet();

  static List<Problem> problems(Registry registry) {
    if (SOUND.contains(registry.hash())) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    checkRules(registry, problems);
    checkIndicators(registry, problems);
    checkTasks(registry, problems);
    checkEvents(registry, problems);
    checkLights(registry, problems);
    checkTables(registry, problems);
    checkRowChecks(registry, problems);
    problems.addAll(ClaimMeasures.problems(registry));
    StatementCheck.check(registry, problems);
    if (problems.isEmpty()) {
      SOUND.add(registry.hash());
    }
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
    Set<String> reported = codes(registry, "vocational_indicator");
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

  /** A task is reported under a code of one of the two lists, and the code says of which. */
  private static void checkTasks(Registry registry, List<Problem> problems) {
    Set<String> tasks = codes(registry, "policy_task");
    Set<String> reforms = codes(registry, "reform_task");
    reforms.stream()
        .filter(tasks::contains)
        .sorted()
        .forEach(
            code ->
                problems.add(
                    new Problem(
                        "TASK_CODE_TWICE",
                        "schemas/codes/reform_task.yaml#" + code,
                        "is a code of policy_task.yaml too, so a task reported as it has two kinds of reports",
                        "Give one of the two another code.")));
    for (Task task : registry.policies().provisions().tasks()) {
      String code = task.reportedAs();
      if (code != null && !tasks.contains(code) && !reforms.contains(code)) {
        problems.add(
            new Problem(
                "TASK_CODE_UNKNOWN",
                place(task.id(), "tasks.yaml") + ".reported_as",
                "is " + code + ", which neither policy_task.yaml nor reform_task.yaml holds",
                "Correct the code, or add it to its list under schemas/codes/."));
      }
    }
  }

  /** Events are reported by plan, cause, damage and impact: each code has its list. */
  private static void checkEvents(Registry registry, List<Problem> problems) {
    Map<String, List<EventScheme>> byPlan =
        registry.policies().provisions().eventSchemes().stream()
            .collect(
                Collectors.groupingBy(EventScheme::reportedAs, TreeMap::new, Collectors.toList()));
    Set<String> plans = codes(registry, "emergency_plan");
    for (String plan : new TreeSet<>(plans)) {
      int schemes = byPlan.getOrDefault(plan, List.of()).size();
      if (schemes != 1) {
        problems.add(
            new Problem(
                "EVENT_PLAN",
                "schemas/codes/emergency_plan.yaml#" + plan,
                "has " + schemes + " event schemes under policies/, expected one",
                "Let reported_as of one events.yaml name it."));
      }
    }
    for (EventScheme scheme : registry.policies().provisions().eventSchemes()) {
      checkCode(registry, scheme, "emergency_plan", scheme.reportedAs(), problems);
      scheme.grades().stream()
          .map(EventScheme.Grade::judged)
          .filter(judged -> judged != null)
          .forEach(
              judged -> {
                checkCode(registry, scheme, "damage_extent", judged.damage(), problems);
                checkCode(registry, scheme, "traffic_impact", judged.trafficImpact(), problems);
                judged
                    .causes()
                    .forEach(cause -> checkCode(registry, scheme, "event_cause", cause, problems));
              });
      checkHours(registry, scheme, scheme.reports().phone(), problems);
      checkHours(registry, scheme, scheme.reports().written(), problems);
    }
  }

  private static void checkCode(
      Registry registry, EventScheme scheme, String list, String code, List<Problem> problems) {
    if (!codes(registry, list).contains(code)) {
      problems.add(
          new Problem(
              "EVENT_CODE_UNKNOWN",
              place(scheme.id(), "events.yaml"),
              "names " + code + ", which schemas/codes/" + list + ".yaml does not hold",
              "Correct the code, or add it to the list."));
    }
  }

  private static void checkHours(
      Registry registry, EventScheme scheme, String item, List<Problem> problems) {
    String id = scheme.id().substring(0, scheme.id().indexOf('.') + 1) + item;
    Parameter limit = registry.policies().parameter(id);
    if (limit.unit() != Unit.HOUR) {
      problems.add(
          new Problem(
              "EVENT_REPORT_UNIT",
              place(scheme.id(), "events.yaml") + ".reports",
              "names " + item + ", which is in " + limit.unit().code() + ", expected hour",
              "Name a parameter in hours."));
    }
  }

  private static Set<String> codes(Registry registry, String list) {
    return registry.contracts().codeList(list).stream()
        .flatMap(codes -> codes.entries().stream())
        .map(CodeList.CodeEntry::code)
        .collect(Collectors.toSet());
  }

  /** Where a statement is written. */
  private static String place(String id, String file) {
    int dot = id.indexOf('.');
    return "policies/" + id.substring(0, dot) + "/" + file + "#" + id.substring(dot + 1);
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
        ExpressionCheck conditions =
            byTable.computeIfAbsent(
                extract.targetTable(), t -> new ExpressionCheck(TableSchema.of(table)));
        if (doAllFit(conditions, layout.rowChecks())) {
          continue;
        }
        for (RowCheck check : layout.rowChecks()) {
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

  private static boolean doAllFit(ExpressionCheck conditions, List<RowCheck> checks) {
    List<String> texts = checks.stream().map(RowCheck::expression).toList();
    return conditions.allFit(
            texts.stream().map(text -> new ExpressionCheck.Asked(text, Result.FILTER)).toList())
        && conditions.areOfOneRow(texts);
  }
}
