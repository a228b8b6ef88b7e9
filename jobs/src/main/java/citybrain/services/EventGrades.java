package citybrain.services;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Events of metro and bridge graded by their plans (青政办字〔2020〕59号, 61号), and whether they were
 * reported within the plans' 1 and 1.5 hours: rows of {@code gold/event_grade}.
 *
 * <p>Grain: one row per event_id; drills are no events. Moments are of the city's zone. A report is
 * judged at the end of the as-of day, since that is all the day says.
 *
 * <p>Null rule: {@code grade} is null where the event cannot be graded or lies below the lowest
 * grade; {@code grade_status} says which. A report that was not delivered was not made, as far as
 * is known.
 */
public final class EventGrades {
  private static final String EVENT = "event";

  private EventGrades() {}

  /**
   * Grades as known at {@code asOf}.
   *
   * @param events silver/emergency_event, cut to the rows that are current on the as-of day
   * @param plans one per code of emergency_plan
   */
  public static Dataset<Row> of(Dataset<Row> events, List<EmergencyPlan> plans, LocalDate asOf) {
    Map<String, EmergencyPlan> byCode = new TreeMap<>();
    plans.forEach(plan -> byCode.put(plan.reportedAs(), plan));
    return events
        .where(col(EventGradeColumns.RECORD_KIND).equalTo(EVENT))
        .map(graded(byCode, asOf), Encoders.row(EventGradeColumns.SCHEMA));
  }

  private static MapFunction<Row, Row> graded(Map<String, EmergencyPlan> byCode, LocalDate asOf) {
    return event -> {
      String code = event.getAs(EventGradeColumns.PLAN);
      EmergencyPlan plan =
          Optional.ofNullable(byCode.get(code))
              .orElseThrow(
                  () -> new IllegalStateException("A plan that was checked before: " + code));
      return graded(event, plan, asOf);
    };
  }

  private static Row graded(Row event, EmergencyPlan plan, LocalDate asOf) {
    Instant occurredAt =
        Optional.ofNullable(moment(event, EventGradeColumns.OCCURRED_AT)).orElseThrow();
    Instant phoned = moment(event, EventGradeColumns.PHONE_REPORTED_AT);
    Instant written = moment(event, EventGradeColumns.WRITTEN_REPORTED_AT);
    Grading grading = Grading.of(plan, facts(event), EventReport.dayOf(occurredAt));
    EventReport phone = EventReport.of("电话报告", plan.phoneLimit(), occurredAt, phoned, asOf);
    EventReport paper = EventReport.of("书面报告", plan.writtenLimit(), occurredAt, written, asOf);
    String initialCode = event.getAs(EventGradeColumns.INITIAL_GRADE);
    EventGrade initial = initialCode == null ? null : EventGrade.valueOf(initialCode);
    InitialGradeCheck check = InitialGradeCheck.of(initial, grading);
    return RowFactory.create(
        event.getAs(EventGradeColumns.EVENT_ID),
        plan.policyId(),
        event.getAs(EventGradeColumns.AREA_CODE),
        event.getAs(EventGradeColumns.PLACE),
        timestamp(occurredAt),
        code(grading.grade()),
        code(grading.otherGrade()),
        code(grading.atLeast()),
        grading.status().code(),
        grading.triggers().stream().map(EventGrades::row).toArray(Row[]::new),
        grading.missing().stream().map(EventFact::code).toArray(String[]::new),
        initialCode,
        check.code(),
        timestamp(phone.dueAt()),
        timestamp(phoned),
        phone.verdict().code(),
        timestamp(paper.dueAt()),
        timestamp(written),
        paper.verdict().code(),
        phone.verdict().orGraver(paper.verdict()).code(),
        grading.reasonZh()
            + "。"
            + check.words(initial)
            + "。"
            + phone.reasonZh()
            + "；"
            + paper.reasonZh()
            + conflict(plan, phone, paper, written),
        plan.reference(grading.grade()),
        phone.reference(),
        paper.reference(),
        event.getAs(EventGradeColumns.IS_SIMULATED),
        new Row[] {evidence(event)});
  }

  /** In the half hour in which the plan's two times for the written report part. */
  private static String conflict(
      EmergencyPlan plan, EventReport phone, EventReport paper, @Nullable Instant written) {
    boolean isBetween =
        paper.verdict() == ReportVerdict.MET
            && phone.dueAt() != null
            && written != null
            && written.isAfter(phone.dueAt());
    return isBetween && plan.writtenLimitConflictZh() != null
        ? "（" + plan.writtenLimitConflictZh() + "）"
        : "";
  }

  private static EventFacts facts(Row event) {
    Map<EventFact, BigDecimal> numbers = new EnumMap<>(EventFact.class);
    for (EventFact fact : EventFact.values()) {
      Object value = event.getAs(fact.code());
      if (value != null) {
        numbers.put(fact, new BigDecimal(value.toString()));
      }
    }
    return new EventFacts(
        numbers,
        event.getAs(EventGradeColumns.CAUSE),
        event.getAs(EventGradeColumns.DAMAGE),
        event.getAs(EventGradeColumns.TRAFFIC_IMPACT));
  }

  private static Row row(Grading.Trigger trigger) {
    return RowFactory.create(
        trigger.grade().name(),
        trigger.fact(),
        trigger.observed(),
        trigger.unit(),
        trigger.printed());
  }

  private static Row evidence(Row event) {
    return RowFactory.create(
        event.getAs("file_sha256"),
        event.getAs("file"),
        event.getAs("sheet"),
        event.getAs("row"),
        event.getAs("cell"));
  }

  private static @Nullable String code(@Nullable EventGrade grade) {
    return grade == null ? null : grade.name();
  }

  private static @Nullable Instant moment(Row event, String column) {
    Timestamp timestamp = event.getAs(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }
}
