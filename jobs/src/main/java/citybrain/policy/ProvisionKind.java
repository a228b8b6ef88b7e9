package citybrain.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a document's statement is, by the file of a policy folder that holds it. */
public enum ProvisionKind {
  /** A number that binds or that may be varied: deadline, ceiling, rate, share, window, amount. */
  PARAMETER("parameters", "参数"),
  /** A row of a printed table of yearly targets. */
  TARGET("targets", "年度目标"),
  /** A target stated in the text: one bound by one day. */
  GOAL("goals", "目标"),
  /** What a department has to do once, or to go on doing. */
  TASK("tasks", "任务"),
  /** A standing obligation: report, register, publication, check, system, prohibition. */
  DUTY("duties", "义务"),
  /** A benefit or sanction that an applicant or a person can get. */
  MEASURE("measures", "措施"),
  /** Who bears which share of a cost. */
  SPLIT("splits", "支出责任"),
  /** How events are graded. */
  EVENT_SCHEME("events", "事件分级"),
  /** Who is scored or ranked on what; its items and downgrade rules count too. */
  EVALUATION("evaluations", "评价"),
  /** A table the document prints. */
  LIST("lists", "清单");

  private final String stem;
  private final String zh;

  ProvisionKind(String stem, String zh) {
    this.stem = stem;
    this.zh = zh;
  }

  /** The file's name in a policy folder. */
  String file() {
    return stem + ".yaml";
  }

  /** The Chinese name shown to readers. */
  public String zh() {
    return zh;
  }

  /** As a coverage report names the kind. */
  public String plural() {
    return stem;
  }

  static Optional<ProvisionKind> ofFile(String name) {
    return Arrays.stream(values()).filter(kind -> kind.file().equals(name)).findFirst();
  }

  static List<String> files() {
    return Arrays.stream(values()).map(ProvisionKind::file).toList();
  }
}
