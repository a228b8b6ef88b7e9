package citybrain.app;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import citybrain.lake.Lake;
import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Reference;
import citybrain.policy.Rule;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What findings would be if parameters had other values. Only the rules that rest on a changed
 * parameter are run, over the same silver rows as known on the same day; nothing is written.
 */
final class WhatIf {
  /** Verdicts that ask somebody to act. */
  private static final List<String> PROBLEMS = List.of("breached", "overdue", "late");

  private static final String BEFORE = "before_";
  private static final String AFTER = "after_";
  private static final List<String> KEY =
      List.of("finding_id", "rule_id", "area_code", "department", "subject_id");
  private static final List<String> COMPARED = List.of("verdict", "amount", "due_on", "expected");

  private final Lake lake;
  private final Registry registry;
  private final LocalDate asOf;

  WhatIf(Lake lake, Registry registry, LocalDate asOf) {
    this.lake = lake;
    this.registry = registry;
    this.asOf = asOf;
  }

  /**
   * A parameter's other value.
   *
   * @param from first day of the other value; null for every day on which the parameter has one
   */
  record Change(String parameter, BigDecimal value, @Nullable LocalDate from) {}

  /** How a finding changes. */
  enum Effect {
    /** No problem before, a problem then. */
    APPEARS("新增"),
    /** A problem before, none then. */
    VANISHES("消失"),
    /** A problem in both, with another verdict or amount. */
    CHANGES("变化");

    private final String zh;

    Effect(String zh) {
      this.zh = zh;
    }

    String zh() {
      return zh;
    }
  }

  /** Rules that rest on one of the changed parameters. */
  List<Rule> touched(List<Change> changes) {
    Set<String> changed = changes.stream().map(Change::parameter).collect(Collectors.toSet());
    return registry.policies().rules().stream()
        .filter(rule -> rule.parameterIds().stream().anyMatch(changed::contains))
        .toList();
  }

  /**
   * Findings that appear, vanish or change.
   *
   * @return finding_id, rule_id, area_code, department, subject_id, effect, and verdict, amount,
   *     due_on and expected before and after; one row per finding
   * @throws ProblemException {@code POLICY_PARAMETER_UNKNOWN}, or {@code WHAT_IF_NOTHING} when no
   *     rule rests on the parameters
   */
  Dataset<Row> effects(List<Change> changes) {
    List<Rule> rules = touched(changes);
    if (rules.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "WHAT_IF_NOTHING",
              changes.stream().map(Change::parameter).collect(Collectors.joining(", ")),
              "limits no rule, so no finding can change",
              "Name a parameter that a rule rests on; check --coverage says which."));
    }
    Dataset<Row> before = findings(rules, registry.parametersById(), BEFORE);
    Dataset<Row> after = findings(rules, amended(registry.parametersById(), changes), AFTER);
    Column was = isProblem(BEFORE);
    Column is = isProblem(AFTER);
    Column isSame =
        COMPARED.stream()
            .filter(name -> !name.equals("expected") && !name.equals("due_on"))
            .map(name -> col(BEFORE + name).eqNullSafe(col(AFTER + name)))
            .reduce(Column::and)
            .orElseThrow();
    Column effect =
        when(not(was).and(is), lit(Effect.APPEARS.name()))
            .when(was.and(not(is)), lit(Effect.VANISHES.name()))
            .when(was.and(is).and(not(isSame)), lit(Effect.CHANGES.name()));
    String[] key = KEY.toArray(String[]::new);
    // A subject has at most one finding of a rule before and one after: no join multiplies. Area
    // and department come with either side; the id names rule and subject, so the key is one.
    return before
        .join(after, key, "full_outer")
        .withColumn("effect", effect)
        .where(col("effect").isNotNull());
  }

  private static Column isProblem(String side) {
    return coalesce(col(side + "verdict").isin(PROBLEMS.toArray()), lit(false));
  }

  private Dataset<Row> findings(List<Rule> rules, Map<String, Parameter> parameters, String side) {
    List<Column> columns = new ArrayList<>();
    KEY.forEach(
        name ->
            columns.add(
                name.equals("area_code") ? coalesce(col(name), lit("")).as(name) : col(name)));
    COMPARED.forEach(name -> columns.add(col(name).as(side + name)));
    return new GoldTables(lake, registry, asOf)
        .findings(rules, parameters)
        .select(columns.toArray(Column[]::new));
  }

  /** The parameters with the changes in them, as if the documents said so. */
  static Map<String, Parameter> amended(Map<String, Parameter> parameters, List<Change> changes) {
    Map<String, Parameter> amended = new HashMap<>(parameters);
    for (Change change : changes) {
      Parameter parameter = amended.get(change.parameter());
      if (parameter == null) {
        throw new ProblemException(
            new Problem(
                "POLICY_PARAMETER_UNKNOWN",
                change.parameter(),
                "is set by no parameters.yaml under policies/",
                "Correct the name: <folder>.<item>."));
      }
      amended.put(
          parameter.id(),
          new Parameter(
              parameter.id(),
              parameter.title(),
              parameter.unit(),
              parameter.appliesTo(),
              values(parameter, change)));
    }
    return amended;
  }

  /** The other value from its first day on, and where the parameter ends, it still ends. */
  private static List<DatedValue> values(Parameter parameter, Change change) {
    Reference reference = new Reference("假设", change.parameter() + "=" + change.value());
    List<DatedValue> values = new ArrayList<>();
    LocalDate from = change.from();
    if (from == null) {
      for (DatedValue value : parameter.values()) {
        values.add(
            value.value() == null
                ? value
                : new DatedValue(value.from(), change.value(), reference));
      }
      return values;
    }
    parameter.values().stream().filter(value -> value.from().isBefore(from)).forEach(values::add);
    if (parameter.on(from).isPresent()) {
      values.add(new DatedValue(from, change.value(), reference));
    }
    for (DatedValue value : parameter.values()) {
      if (value.from().isAfter(from)
          || (value.from().equals(from) && parameter.on(from).isEmpty())) {
        values.add(
            value.value() == null
                ? value
                : new DatedValue(value.from(), change.value(), reference));
      }
    }
    return values;
  }
}
