package citybrain.serving;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import citybrain.policy.Rule;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Cases by rule and verdict, and the gravest open findings, from {@code gold/finding}. */
final class FindingReader {
  /** More would not be read by anyone on a page; the count says how many there are. */
  static final int SHOWN = 50;

  private static final String FINDING_ID = "finding_id";
  private static final String RULE_ID = "rule_id";
  private static final String REFERENCE = "reference";
  private static final String VERDICT = "verdict";
  private static final String SUBJECT_ID = "subject_id";
  private static final String AREA_CODE = "area_code";
  private static final String DEPARTMENT = "department";
  private static final String EVENT_ON = "event_on";
  private static final String DUE_ON = "due_on";
  private static final String DUE_EARLIEST_ON = "due_earliest_on";
  private static final String DUE_LATEST_ON = "due_latest_on";
  private static final String SETTLED_ON = "settled_on";
  private static final String OBSERVED = "observed";
  private static final String EXPECTED = "expected";
  private static final String UNIT = "unit";
  private static final String AMOUNT = "amount";
  private static final String REASON_ZH = "reason_zh";
  private static final String STATUS = "status";
  private static final String IS_SIMULATED = "is_simulated";

  private static final String OPEN = "open";
  private static final String SUPERSEDED = "superseded";
  private static final String CASES = "cases";

  private FindingReader() {}

  static CockpitPage.Funds read(Dataset<Row> findings, CockpitNames names, LocalDate asOf) {
    List<Row> counted =
        findings
            .where(col(STATUS).notEqual(SUPERSEDED))
            .groupBy(RULE_ID, REFERENCE, VERDICT, STATUS)
            .agg(count(lit(1)).as(CASES), max(col(IS_SIMULATED)).as(IS_SIMULATED))
            .collectAsList();
    long openCount =
        counted.stream()
            .filter(row -> row.<String>getAs(STATUS).equals(OPEN))
            .mapToLong(row -> row.<Long>getAs(CASES))
            .sum();
    Map<String, Rule> rules = new LinkedHashMap<>();
    names.rules().forEach(rule -> rules.put(rule.id(), rule));
    return new CockpitPage.Funds(
        ruleCounts(counted, rules), worst(findings, rules, names, asOf), openCount);
  }

  private static List<CockpitPage.RuleCount> ruleCounts(
      List<Row> counted, Map<String, Rule> rules) {
    Map<String, List<Row>> byRule =
        counted.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.<String>getAs(RULE_ID), TreeMap::new, Collectors.toList()));
    List<String> ids = new ArrayList<>(rules.keySet());
    byRule.keySet().stream().filter(id -> !rules.containsKey(id)).forEach(ids::add);
    List<CockpitPage.RuleCount> counts = new ArrayList<>();
    for (String id : ids) {
      List<Row> rows = byRule.getOrDefault(id, List.of());
      Map<FindingVerdict, Long> byVerdict = new EnumMap<>(FindingVerdict.class);
      for (Row row : rows) {
        byVerdict.merge(
            FindingVerdict.ofCode(row.getAs(VERDICT)), row.<Long>getAs(CASES), Long::sum);
      }
      @Nullable Rule rule = rules.get(id);
      counts.add(
          new CockpitPage.RuleCount(
              title(rule, id),
              rule == null ? Rows.text(rows.get(0), REFERENCE) : rule.reference().toString(),
              byVerdict,
              rows.stream().anyMatch(row -> row.<Boolean>getAs(IS_SIMULATED))));
    }
    return counts;
  }

  private static List<CockpitPage.Finding> worst(
      Dataset<Row> findings, Map<String, Rule> rules, CockpitNames names, LocalDate asOf) {
    return findings
        .where(col(STATUS).equalTo(OPEN))
        .orderBy(
            gravity(),
            // The longest overdue is the one due first; a ceiling has no due day.
            col(DUE_LATEST_ON).asc_nulls_last(),
            col(OBSERVED).minus(col(EXPECTED)).desc_nulls_last(),
            col(AMOUNT).desc_nulls_last(),
            col(FINDING_ID))
        .select(
            FINDING_ID,
            RULE_ID,
            REFERENCE,
            VERDICT,
            SUBJECT_ID,
            AREA_CODE,
            DEPARTMENT,
            EVENT_ON,
            DUE_ON,
            DUE_EARLIEST_ON,
            DUE_LATEST_ON,
            SETTLED_ON,
            OBSERVED,
            EXPECTED,
            UNIT,
            AMOUNT,
            REASON_ZH,
            IS_SIMULATED)
        .limit(SHOWN)
        .collectAsList()
        .stream()
        .map(row -> finding(row, rules, names, asOf))
        .toList();
  }

  /** Verdicts in the order of {@link FindingVerdict}. */
  private static Column gravity() {
    List<FindingVerdict> gravestFirst = List.of(FindingVerdict.values());
    Column gravity = lit(gravestFirst.size());
    for (int place = 0; place < gravestFirst.size(); place++) {
      gravity =
          when(col(VERDICT).equalTo(gravestFirst.get(place).code()), place).otherwise(gravity);
    }
    return gravity;
  }

  private static CockpitPage.Finding finding(
      Row row, Map<String, Rule> rules, CockpitNames names, LocalDate asOf) {
    String ruleId = row.getAs(RULE_ID);
    String id = row.getAs(FINDING_ID);
    @Nullable String area = row.getAs(AREA_CODE);
    @Nullable LocalDate due = Rows.day(row, DUE_ON);
    @Nullable Rule rule = rules.get(ruleId);
    return new CockpitPage.Finding(
        id,
        title(rule, ruleId),
        row.getAs(SUBJECT_ID),
        area == null ? "" : names.area(area),
        Rows.text(row, DEPARTMENT),
        Rows.day(row, EVENT_ON),
        due == null ? Rows.day(row, DUE_EARLIEST_ON) : due,
        due == null ? Rows.day(row, DUE_LATEST_ON) : due,
        Rows.day(row, SETTLED_ON),
        FindingVerdict.ofCode(row.getAs(VERDICT)),
        row.getAs(OBSERVED),
        row.getAs(EXPECTED),
        overBy(row, asOf),
        Unit.ofCode(Rows.text(row, UNIT)).map(Unit::zh).orElse(""),
        row.getAs(AMOUNT),
        Rows.text(row, REASON_ZH),
        Rows.text(row, REFERENCE),
        "finding " + id,
        row.getAs(IS_SIMULATED));
  }

  /** Only a verdict that says so is over: a day that passed alone may be one not assessable. */
  private static @Nullable BigDecimal overBy(Row row, LocalDate asOf) {
    return switch (FindingVerdict.ofCode(row.getAs(VERDICT))) {
      case OVERDUE, LATE -> daysAfterDue(row, asOf);
      case BREACHED -> above(row.getAs(OBSERVED), row.getAs(EXPECTED));
      case NOT_ASSESSABLE, DUE, MET -> null;
    };
  }

  private static @Nullable BigDecimal daysAfterDue(Row row, LocalDate asOf) {
    @Nullable LocalDate lastInTime = Rows.day(row, DUE_LATEST_ON);
    @Nullable LocalDate settled = Rows.day(row, SETTLED_ON);
    return lastInTime == null
        ? null
        : BigDecimal.valueOf(ChronoUnit.DAYS.between(lastInTime, settled == null ? asOf : settled));
  }

  private static @Nullable BigDecimal above(
      @Nullable BigDecimal observed, @Nullable BigDecimal limit) {
    return observed == null || limit == null ? null : observed.subtract(limit);
  }

  private static String title(@Nullable Rule rule, String id) {
    return rule == null ? id : Objects.requireNonNull(rule.title().zh());
  }
}
