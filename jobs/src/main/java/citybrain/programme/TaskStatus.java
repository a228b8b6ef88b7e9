package citybrain.programme;

import java.util.Locale;

/** The state a department reports, by the codes of task_status. */
enum TaskStatus {
  NOT_STARTED("未启动"),
  IN_PROGRESS("推进中"),
  COMPLETED("已完成"),
  DELAYED("滞后"),
  CONTINUOUS("持续推进"),
  CONDITIONAL("积极争取");

  private final String zh;

  TaskStatus(String zh) {
    this.zh = zh;
  }

  /**
   * The status of a code.
   *
   * @throws IllegalArgumentException for a code that schemas/codes/task_status.yaml does not hold
   */
  static TaskStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  String zh() {
    return zh;
  }
}
