package citybrain.app;

import static org.apache.spark.sql.functions.col;

import citybrain.lake.Lake;
import citybrain.lake.Release;
import citybrain.lake.ReleaseLog;
import citybrain.lake.TableName;
import citybrain.metric.Measure;
import citybrain.metric.MetricDefinition;
import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Programme;
import citybrain.policy.Rule;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Walks figures of one release back to what they rest on. */
final class Explainer {
  private static final TableName METRIC_VALUE = new TableName("gold", "metric_value");
  private static final TableName FINDING = new TableName("gold", "finding");
  private static final TableName TARGET_PROGRESS = new TableName("gold", "target_progress");
  private static final TableName DELIVERED_ROW = new TableName("bronze", "delivered_row");
  private static final Set<String> NOT_FACTS =
      Set.of("evidence", "release_id", "is_simulated", "reference");

  private final Lake lake;
  private final Registry registry;
  private final Release release;

  Explainer(Lake lake, Registry registry, Release release) {
    this.lake = lake;
    this.registry = registry;
    this.release = release;
  }

  /** One finding. */
  List<Explanation> finding(String findingId) {
    List<Row> rows = find(FINDING, col("finding_id").equalTo(findingId), "finding " + findingId);
    return rows.stream().map(this::finding).toList();
  }

  /** Every measure of a metric for an area and period, or the one asked for. */
  List<Explanation> metric(String metricId, String area, String period, Optional<String> measure) {
    Column wanted =
        col("metric_id")
            .equalTo(metricId)
            .and(col("area_code").equalTo(area))
            .and(col("period").equalTo(period));
    if (measure.isPresent()) {
      wanted = wanted.and(col("measure").equalTo(measure.get()));
    }
    String subject =
        "metric "
            + metricId
            + " --area "
            + area
            + " --period "
            + period
            + measure.map(m -> " --measure " + m).orElse("");
    return find(METRIC_VALUE, wanted, subject).stream().map(this::metric).toList();
  }

  /** An indicator's progress: every year and breakdown, or the ones asked for. */
  List<Explanation> target(String indicatorId, Optional<Integer> year, Optional<String> breakdown) {
    Column wanted = col("indicator_id").equalTo(indicatorId);
    if (year.isPresent()) {
      wanted = wanted.and(col("year").equalTo(year.get()));
    }
    if (breakdown.isPresent()) {
      wanted = wanted.and(col("breakdown").equalTo(breakdown.get()));
    }
    return find(TARGET_PROGRESS, wanted, "target " + indicatorId).stream()
        .map(this::target)
        .toList();
  }

  private List<Row> find(TableName table, Column wanted, String subject) {
    Dataset<Row> all = new ReleaseLog(lake).read(release, table);
    Column[] order =
        Arrays.stream(all.columns())
            .filter(c -> Set.of("measure", "basis", "breakdown", "year").contains(c))
            .map(c -> col(c))
            .toArray(Column[]::new);
    List<Row> rows = all.where(wanted).orderBy(order).collectAsList();
    if (rows.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "FIGURE_NOT_FOUND",
              subject,
              "is not in " + table + " of release " + release.releaseId(),
              "Look up ids and keys in " + table + ", or name another release with --release."));
    }
    return rows;
  }

  private Explanation finding(Row row) {
    String ruleId = row.getAs("rule_id");
    Rule rule =
        registry.policies().rules().stream()
            .filter(r -> r.id().equals(ruleId))
            .findFirst()
            .orElseThrow(() -> gone("rule", ruleId));
    List<String> clauses = new ArrayList<>();
    clauses.add(rule.reference() + "　" + rule.title().zh());
    java.sql.Date eventOn = row.getAs("event_on");
    if (eventOn != null) {
      for (String id : rule.parameterIds()) {
        Parameter parameter = registry.policies().parameter(id);
        parameter
            .on(eventOn.toLocalDate())
            .ifPresent(value -> clauses.add(inForce(parameter, value)));
      }
    }
    return explanation(
        "finding", row.getAs("finding_id"), rule.title().zh(), row, RuleFormula.zh(rule), clauses);
  }

  private static String inForce(Parameter parameter, DatedValue value) {
    return value.reference()
        + "　"
        + parameter.title().zh()
        + " = "
        + plain(value.value())
        + " "
        + parameter.unit().zh()
        + "（自 "
        + value.from()
        + " 起）";
  }

  private Explanation metric(Row row) {
    String metricId = row.getAs("metric_id");
    MetricDefinition metric =
        registry.metrics().find(metricId).orElseThrow(() -> gone("metric", metricId));
    String measureCode = row.getAs("measure");
    Measure measure = Measure.ofCode(measureCode).orElseThrow(() -> gone("measure", measureCode));
    boolean isComputed = row.getAs("basis").equals("computed");
    return explanation(
        "metric",
        metricId,
        metric.title().zh() + " · " + measure.titleZh(),
        row,
        isComputed ? measure.formulaZh() : "按报送原值，仅换算计量单位",
        List.of(metric.reference().toString()));
  }

  private Explanation target(Row row) {
    String programmeId = row.getAs("programme_id");
    String indicatorId = row.getAs("indicator_id");
    String breakdown = row.getAs("breakdown");
    Programme programme =
        registry.policies().programmes().stream()
            .filter(p -> p.id().equals(programmeId))
            .findFirst()
            .orElseThrow(() -> gone("programme", programmeId));
    Programme.Indicator indicator =
        programme.indicators().stream()
            .filter(i -> i.id().equals(indicatorId) && i.breakdown().equals(breakdown))
            .findFirst()
            .orElseThrow(() -> gone("indicator", indicatorId));
    List<String> clauses = new ArrayList<>();
    clauses.add(indicator.reference().toString());
    clauses.add(
        "原文：基数 "
            + shown(indicator.baseline())
            + "；目标 "
            + indicator.targets().entrySet().stream()
                .map(e -> e.getKey() + " 年 " + shown(e.getValue()))
                .collect(Collectors.joining("，")));
    if (indicator.noteZh() != null) {
      clauses.add("说明：" + indicator.noteZh());
    }
    return explanation(
        "target",
        indicatorId,
        indicator.title().zh()
            + (breakdown.equals("_T") ? "" : " · " + breakdown)
            + " · "
            + row.getAs("year")
            + " 年",
        row,
        "线性路径：进度 =（实际 − 基数）÷（目标 − 基数），与应达进度之比按 0.95、0.60、0 分级；详见 docs/methods/target-progress.md",
        clauses);
  }

  private static String shown(Programme.Printed printed) {
    return printed.verbatim().isBlank() ? "（空白）" : printed.verbatim();
  }

  private Explanation explanation(
      String kind, String id, String titleZh, Row row, String formulaZh, List<String> clauses) {
    return new Explanation(
        kind,
        id,
        titleZh,
        release.releaseId(),
        row.<Boolean>getAs("is_simulated"),
        facts(row),
        formulaZh,
        clauses,
        inputs(row));
  }

  private static Map<String, String> facts(Row row) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String column : row.schema().fieldNames()) {
      Object value = row.getAs(column);
      if (value != null && !NOT_FACTS.contains(column)) {
        facts.put(column, value instanceof BigDecimal number ? plain(number) : value.toString());
      }
    }
    return facts;
  }

  private static String plain(@org.jspecify.annotations.Nullable BigDecimal number) {
    return number == null
        ? ""
        : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The verbatim rows of bronze that the evidence points at. */
  private List<Explanation.Input> inputs(Row row) {
    List<Row> evidence = row.getList(row.fieldIndex("evidence"));
    if (evidence.isEmpty()) {
      return List.of();
    }
    Object[] files = evidence.stream().map(e -> e.getAs("file_sha256")).distinct().toArray();
    Object[] numbers = evidence.stream().map(e -> e.getAs("row")).distinct().toArray();
    Map<String, List<String>> cells =
        new ReleaseLog(lake)
                .read(release, DELIVERED_ROW)
                .where(col("file_sha256").isin(files).and(col("row").isin(numbers)))
                .collectAsList()
                .stream()
                .collect(
                    Collectors.toMap(
                        r ->
                            place(
                                r.getAs("file"),
                                r.getAs("file_sha256"),
                                r.getAs("sheet"),
                                r.<Integer>getAs("row")),
                        r -> r.getList(r.fieldIndex("cells")),
                        (a, b) -> a));
    List<Explanation.Input> inputs = new ArrayList<>();
    for (Row e : evidence) {
      String place =
          place(e.getAs("file"), e.getAs("file_sha256"), e.getAs("sheet"), e.<Integer>getAs("row"));
      inputs.add(
          new Explanation.Input(
              e.getAs("file"),
              e.getAs("file_sha256"),
              e.getAs("sheet"),
              e.<Integer>getAs("row"),
              e.getAs("cell"),
              cells.getOrDefault(place, List.of())));
    }
    return inputs;
  }

  private static String place(String file, String sha256, String sheet, int row) {
    return String.join("\n", file, sha256, sheet, Integer.toString(row));
  }

  private static ProblemException gone(String what, String id) {
    return new ProblemException(
        new Problem(
            "DEFINITION_GONE",
            what + " " + id,
            "is in the release but no longer declared",
            "Explain with the code version that the release names (`citybrain release --list`)."));
  }
}
