package citybrain.app;

import citybrain.lake.TableName;
import java.util.List;
import java.util.Locale;

/** The parts of the city's business that gold is built for. */
public enum Domain {
  ECONOMY,
  FUNDS,
  EDUCATION,
  /** What all domains share: emergency plans, and the tasks that documents assign. */
  GOVERNANCE;

  /** Gold tables of the domain, in the order they are computed. */
  public List<TableName> tables() {
    return switch (this) {
      case ECONOMY -> List.of(gold("metric_value"), gold("warning_light"));
      case FUNDS -> List.of(gold("finding"), gold("entitlement"));
      case EDUCATION -> List.of(gold("target_progress"));
      case GOVERNANCE -> List.of(gold("event_grade"), gold("task_progress"));
    };
  }

  private static TableName gold(String name) {
    return new TableName("gold", name);
  }

  /** As written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
