package citybrain.programme;

import java.util.Locale;

/** How a task stands against the time its document prints. */
public enum TaskVerdict {
  /** Reported as done by the day it was due, or done where no day is printed. */
  COMPLETED("已完成"),
  /** Reported as done after the day it was due. */
  COMPLETED_LATE("逾期完成"),
  /** Reported as not done, and no due day has passed. */
  IN_PROGRESS("尚未完成，期限未过"),
  /** Reported as not done, and the due day has passed. */
  OVERDUE("逾期未完成"),
  /** To be done at all times, and reported on. */
  CONTINUOUS("持续推进"),
  /**
   * No verdict can be given; the reason says why. Never the same as done, nor as somebody's fault.
   */
  NOT_ASSESSABLE("无法评定");

  private final String zh;

  TaskVerdict(String zh) {
    this.zh = zh;
  }

  /** As stored in {@code gold/task_progress.verdict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String zh() {
    return zh;
  }
}
