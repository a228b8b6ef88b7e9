package citybrain.app;

import citybrain.calendar.WorkdayCalendar;
import citybrain.contract.Contract;
import citybrain.economy.LightScale;
import citybrain.economy.WarningLights;
import citybrain.education.ReportedActuals;
import citybrain.entitlement.EntitlementPass;
import citybrain.funds.ReliefCases;
import citybrain.lake.Lake;
import citybrain.lake.TableName;
import citybrain.lake.TableSchema;
import citybrain.lake.Vintages;
import citybrain.metric.GrowthGapTolerance;
import citybrain.metric.MetricPass;
import citybrain.policy.Parameter;
import citybrain.policy.Programme;
import citybrain.policy.Rule;
import citybrain.programme.AssignedTask;
import citybrain.programme.ProgrammePass;
import citybrain.programme.ProgressBounds;
import citybrain.programme.TaskPass;
import citybrain.programme.TaskReports;
import citybrain.rule.RulePass;
import citybrain.rule.SilverSubject;
import citybrain.services.EmergencyPlan;
import citybrain.services.EventGrades;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What each gold table is computed from: the wiring of engines to silver tables, as known on one
 * day.
 */
final class GoldTables {
  private final Lake lake;
  private final Registry registry;
  private final LocalDate asOf;

  GoldTables(Lake lake, Registry registry, LocalDate asOf) {
    this.lake = lake;
    this.registry = registry;
    this.asOf = asOf;
  }

  /** Rows of metric_value. */
  Dataset<Row> metricValues() {
    GrowthGapTolerance tolerance =
        new GrowthGapTolerance(number("monitoring-method.growth-gap-tolerance"));
    return MetricPass.of(
        silver("statistical_observation"), registry.metrics().definitions(), tolerance);
  }

  /** Rows of warning_light, from those of metric_value. */
  Dataset<Row> warningLights(Dataset<Row> metricValues) {
    return WarningLights.of(metricValues, LightScale.of(registry.policies().parameters()));
  }

  Dataset<Row> findings() {
    return findings(registry.policies().rules(), registry.parametersById());
  }

  /** Rows of finding: the rules over each subject in one pass. */
  Dataset<Row> findings(List<Rule> rules, Map<String, Parameter> parameters) {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(asOf);
    Map<String, List<Rule>> bySubject =
        rules.stream()
            .collect(Collectors.groupingBy(Rule::subject, TreeMap::new, Collectors.toList()));
    // A table that no department has delivered has no row, and planning its pass takes time.
    List<String> delivered = bySubject.keySet().stream().filter(this::isDelivered).toList();
    if (!delivered.isEmpty()) {
      bySubject.keySet().retainAll(delivered);
    }
    return bySubject.entrySet().stream()
        .map(
            entry ->
                RulePass.of(subject(entry.getKey()), entry.getValue(), parameters, calendar, asOf))
        .reduce(Dataset::unionByName)
        .orElseThrow(() -> new IllegalStateException("No rule is declared"));
  }

  private boolean isDelivered(String subject) {
    return !subject.startsWith(SilverSubject.PREFIX)
        || lake.table("silver", subject.substring(SilverSubject.PREFIX.length())).exists();
  }

  private Dataset<Row> subject(String name) {
    if (name.startsWith(SilverSubject.PREFIX)) {
      String table = name.substring(SilverSubject.PREFIX.length());
      return SilverSubject.of(
          silver(table), contract(registry, new TableName("silver", table)).key());
    }
    return switch (name) {
      case ReliefCases.SUBJECT ->
          ReliefCases.of(
              silver("relief_application"), silver("relief_decision"), silver("relief_payment"));
      default -> throw new IllegalStateException("A subject that was checked before: " + name);
    };
  }

  /** Rows of entitlement: the measures that claims are made under, in one pass over the claims. */
  Dataset<Row> entitlements() {
    return EntitlementPass.of(
        silver(ClaimMeasures.TABLE),
        registry.policies().provisions().measures(),
        registry.parametersById(),
        registry.policies().documents(),
        ClaimMeasures.names(registry.contracts()));
  }

  Dataset<Row> targetProgress() {
    Dataset<Row> actuals = ReportedActuals.of(silver("indicator_report"));
    ProgressBounds bounds =
        new ProgressBounds(
            number("monitoring-method.progress.on-track-from"),
            number("monitoring-method.progress.behind-from"),
            number("monitoring-method.progress.off-track-from"));
    List<Programme> programmes = registry.policies().programmes();
    return programmes.stream()
        .map(programme -> ProgrammePass.of(actuals, programme, bounds, asOf))
        .reduce(Dataset::unionByName)
        .orElseThrow(() -> new IllegalStateException("No programme is declared"));
  }

  /** Rows of event_grade. */
  Dataset<Row> eventGrades() {
    return EventGrades.of(silver("emergency_event"), EmergencyPlan.of(registry.policies()), asOf);
  }

  /** Rows of task_progress. */
  Dataset<Row> taskProgress() {
    return TaskPass.of(
        TaskReports.of(silver("task_report"), silver("reform_report")),
        AssignedTask.of(registry.policies().provisions()),
        registry.districtsOn(asOf),
        asOf);
  }

  private Dataset<Row> silver(String table) {
    Contract contract = contract(registry, new TableName("silver", table));
    return Vintages.asOf(lake.table("silver", table).readOrEmpty(TableSchema.of(contract)), asOf);
  }

  private BigDecimal number(String parameter) {
    return registry.policies().parameter(parameter).require(asOf);
  }

  static Contract contract(Registry registry, TableName table) {
    return registry
        .contracts()
        .table(table.layer(), table.name())
        .orElseThrow(() -> new IllegalStateException("No contract schemas/" + table + ".yaml"));
  }

  /** Tables by name in the order they are computed; a light needs the metrics of the same build. */
  Map<TableName, Dataset<Row>> of(Domain domain) {
    Map<TableName, Dataset<Row>> tables = new java.util.LinkedHashMap<>();
    switch (domain) {
      case ECONOMY -> {
        Dataset<Row> values = metricValues().persist();
        tables.put(domain.tables().get(0), values);
        tables.put(domain.tables().get(1), warningLights(values));
      }
      case FUNDS -> {
        tables.put(domain.tables().get(0), findings());
        tables.put(domain.tables().get(1), entitlements());
      }
      case EDUCATION -> tables.put(domain.tables().get(0), targetProgress());
      case GOVERNANCE -> {
        tables.put(domain.tables().get(0), eventGrades());
        tables.put(domain.tables().get(1), taskProgress());
      }
    }
    return tables;
  }
}
