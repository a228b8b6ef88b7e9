package citybrain.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 青政办字〔2020〕59号 5 and 61号 5.2: by telephone within 1 hour, in writing within 1.5 hours of the
 * event.
 */
final class EventReportTest {
  private static final LocalDate AS_OF = LocalDate.of(2020, 9, 30);

  @ParameterizedTest(name = "{0} of the plan {1}, {2} after the event: {3}")
  @CsvSource({
    "phone,   rail,   2020-09-01T09:00:00, MET",
    "phone,   rail,   2020-09-01T09:59:00, MET",
    "phone,   rail,   2020-09-01T10:00:00, MET",
    "phone,   rail,   2020-09-01T10:00:01, LATE",
    "phone,   rail,   2020-09-01T10:01:00, LATE",
    "phone,   bridge, 2020-09-01T10:00:00, MET",
    "phone,   bridge, 2020-09-01T10:01:00, LATE",
    "written, rail,   2020-09-01T10:29:00, MET",
    "written, rail,   2020-09-01T10:30:00, MET",
    "written, rail,   2020-09-01T10:31:00, LATE",
    "written, bridge, 2020-09-01T10:30:00, MET",
    "written, bridge, 2020-09-01T10:31:00, LATE",
  })
  void lastMinuteIsInTime(String kind, String plan, String reportedAt, ReportVerdict verdict) {
    assertThat(report(kind, plan, "2020-09-01T09:00:00", reportedAt, AS_OF).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void reportSaysWhenItWasDueAndWhereThatIsPrinted() {
    EventReport report =
        report("written", "rail", "2020-09-01T09:00:00", "2020-09-01T10:31:30", AS_OF);

    assertThat(report.dueAt()).isEqualTo(moment("2020-09-01T10:30:00"));
    assertThat(report.reference()).isEqualTo("青政办字〔2020〕59号 5 报告时限和程序");
    assertThat(report.reasonZh())
        .isEqualTo("书面报告应不晚于2020-09-01 10:30，实际2020-09-01 10:31:30，用时91分30秒，迟报");
  }

  @ParameterizedTest(name = "event at {0}, not reported by the end of {1}: {2}")
  @CsvSource({
    "2020-09-01T22:59:59, 2020-09-01, OVERDUE",
    // Due at midnight: the day ends with the last moment in time.
    "2020-09-01T23:00:00, 2020-09-01, DUE",
    "2020-09-01T23:30:00, 2020-09-01, DUE",
    "2020-09-01T23:30:00, 2020-09-02, OVERDUE",
  })
  void reportNotMadeIsJudgedAtTheEndOfTheDay(
      String occurredAt, LocalDate asOf, ReportVerdict verdict) {
    EventReport report = report("phone", "rail", occurredAt, null, asOf);

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.reasonZh()).contains("截至" + asOf);
  }

  @ParameterizedTest(name = "event at {0}, reported at {1}: {2}")
  @CsvSource({
    "2020-09-01T09:00:00, 2020-09-01T08:59:59, 早于事件发生时间",
    "2020-09-01T09:00:00, 2020-10-01T00:00:00, 晚于统计截止日2020-09-30",
    "2020-10-01T00:00:00,                    , 事件发生时间晚于统计截止日2020-09-30",
  })
  void whatContradictsItselfIsNotJudged(
      String occurredAt, @Nullable String reportedAt, String words) {
    EventReport report = report("phone", "rail", occurredAt, reportedAt, AS_OF);

    assertThat(report.verdict()).isEqualTo(ReportVerdict.NOT_ASSESSABLE);
    assertThat(report.reasonZh()).contains(words).contains("数据有矛盾");
  }

  @ParameterizedTest(name = "event at {0} in Qingdao: {1}")
  @CsvSource({
    // 2020-07-06 begins in Qingdao at 16:00 of the day before in Greenwich.
    "2020-07-05T23:59:59, NOT_ASSESSABLE",
    "2020-07-06T00:00:00, OVERDUE",
  })
  void limitIsThatOfTheDayOfTheEvent(String occurredAt, ReportVerdict verdict) {
    EventReport report = report("phone", "rail", occurredAt, null, AS_OF);

    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.dueAt() == null).isEqualTo(verdict == ReportVerdict.NOT_ASSESSABLE);
  }

  @ParameterizedTest(name = "{0} and {1} are {2} together")
  @CsvSource({
    "MET, MET, MET",
    "MET, DUE, DUE",
    "DUE, NOT_ASSESSABLE, NOT_ASSESSABLE",
    "LATE, NOT_ASSESSABLE, LATE",
    "LATE, OVERDUE, OVERDUE",
    "MET, LATE, LATE",
  })
  void graverReportSpeaksForTheEvent(ReportVerdict a, ReportVerdict b, ReportVerdict both) {
    assertThat(a.orGraver(b)).isEqualTo(both);
    assertThat(b.orGraver(a)).isEqualTo(both);
  }

  private static EventReport report(
      String kind, String plan, String occurredAt, @Nullable String reportedAt, LocalDate asOf) {
    EmergencyPlan rules = Plans.reportedAs(plan);
    boolean isPhone = kind.equals("phone");
    return EventReport.of(
        isPhone ? "电话报告" : "书面报告",
        isPhone ? rules.phoneLimit() : rules.writtenLimit(),
        moment(occurredAt),
        reportedAt == null ? null : moment(reportedAt),
        asOf);
  }

  private static Instant moment(String local) {
    return LocalDateTime.parse(local).atZone(EventReport.ZONE).toInstant();
  }
}
