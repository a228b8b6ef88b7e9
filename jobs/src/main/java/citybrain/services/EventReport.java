package citybrain.services;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One report on an event, held against its limit at the end of the as-of day.
 *
 * @param dueAt last moment in time; null where no limit was in force on the day of the event
 * @param reference of the limit; null likewise
 */
record EventReport(
    ReportVerdict verdict, @Nullable Instant dueAt, @Nullable String reference, String reasonZh) {
  /** Of the city, whatever the machine's own zone is. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** When the city's day ends: the first moment of the next. */
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  /** The city's day of a moment. */
  static LocalDate dayOf(Instant moment) {
    return moment.atZone(ZONE).toLocalDate();
  }

  /**
   * A report.
   *
   * @param nameZh 电话报告 or 书面报告
   * @param reportedAt null where none was reported by the as-of day
   */
  static EventReport of(
      String nameZh,
      ReportLimit limit,
      Instant occurredAt,
      @Nullable Instant reportedAt,
      LocalDate asOf) {
    ReportLimit.Dated inForce = limit.on(dayOf(occurredAt)).orElse(null);
    if (inForce == null) {
      return new EventReport(
          ReportVerdict.NOT_ASSESSABLE,
          null,
          null,
          nameZh + "：事件当日无生效的报告时限，" + ReportVerdict.NOT_ASSESSABLE.zh());
    }
    Instant dueAt = occurredAt.plus(Objects.requireNonNull(inForce.time()));
    String contradiction = contradiction(occurredAt, reportedAt, asOf);
    ReportVerdict verdict =
        contradiction == null ? verdict(dueAt, reportedAt, asOf) : ReportVerdict.NOT_ASSESSABLE;
    String found =
        contradiction != null
            ? contradiction
            : reportedAt == null
                ? "截至" + asOf
                : "实际" + text(reportedAt) + "，用时" + minutes(occurredAt, reportedAt);
    return new EventReport(
        verdict,
        dueAt,
        inForce.reference(),
        nameZh + "应不晚于" + text(dueAt) + "，" + found + "，" + verdict.zh());
  }

  private static ReportVerdict verdict(
      Instant dueAt, @Nullable Instant reportedAt, LocalDate asOf) {
    if (reportedAt != null) {
      return reportedAt.isAfter(dueAt) ? ReportVerdict.LATE : ReportVerdict.MET;
    }
    return dueAt.isBefore(endOf(asOf)) ? ReportVerdict.OVERDUE : ReportVerdict.DUE;
  }

  private static @Nullable String contradiction(
      Instant occurredAt, @Nullable Instant reportedAt, LocalDate asOf) {
    if (!occurredAt.isBefore(endOf(asOf))) {
      return "事件发生时间晚于统计截止日" + asOf + "，数据有矛盾";
    }
    if (reportedAt == null) {
      return null;
    }
    if (reportedAt.isBefore(occurredAt)) {
      return "报告时间" + text(reportedAt) + "早于事件发生时间，数据有矛盾";
    }
    return reportedAt.isBefore(endOf(asOf))
        ? null
        : "报告时间" + text(reportedAt) + "晚于统计截止日" + asOf + "，数据有矛盾";
  }

  private static String minutes(Instant from, Instant to) {
    Duration used = Duration.between(from, to);
    String seconds = used.toSecondsPart() == 0 ? "" : used.toSecondsPart() + "秒";
    return used.toMinutes() + (seconds.isEmpty() ? "分钟" : "分" + seconds);
  }

  private static String text(Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, ZONE);
    return (local.getSecond() == 0 ? MINUTE : SECOND).format(local);
  }
}
