package citybrain.services;

import java.util.Locale;

/** Whether a report on an event came in time; the gravest first. */
enum ReportVerdict {
  /** Not made by the end of the as-of day, and the time has run out. */
  OVERDUE("未报，已逾时"),
  /** Made after the time had run out. */
  LATE("迟报"),
  /** No verdict can be given; the reason says why. */
  NOT_ASSESSABLE("无法评定"),
  /** Not made, and there is time left at the end of the as-of day. */
  DUE("未报，未到时限"),
  /** Made in time; the last moment is in time. */
  MET("按时");

  private final String zh;

  ReportVerdict(String zh) {
    this.zh = zh;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String zh() {
    return zh;
  }

  /** Of two reports that are both owed, the one that speaks for the event. */
  ReportVerdict orGraver(ReportVerdict other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
