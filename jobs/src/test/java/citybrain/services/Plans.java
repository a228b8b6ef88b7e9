package citybrain.services;

import citybrain.policy.PolicyRegistry;
import java.nio.file.Path;
import java.util.List;

/** The plans as policies/ holds them. */
final class Plans {
  private static final List<EmergencyPlan> ALL =
      EmergencyPlan.of(PolicyRegistry.load(Path.of("..")));

  private Plans() {}

  static List<EmergencyPlan> all() {
    return ALL;
  }

  static EmergencyPlan reportedAs(String code) {
    return ALL.stream().filter(plan -> plan.reportedAs().equals(code)).findFirst().orElseThrow();
  }
}
