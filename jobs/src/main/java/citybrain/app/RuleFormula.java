package citybrain.app;

import citybrain.policy.Rule;

/** A rule in words, from its declaration. */
final class RuleFormula {
  private RuleFormula() {}

  static String zh(Rule rule) {
    return switch (rule.kind()) {
      case DEADLINE ->
          "期限 = "
              + rule.eventOn()
              + " 之后第 n 个工作日（当日不计，n 见依据）；办结 = "
              + rule.settledOn()
              + "；适用条件 "
              + rule.appliesWhen();
      case CEILING -> rule.observed() + " 不超过限额（限额本数允许，限额见依据）；适用条件 " + rule.appliesWhen();
    };
  }
}
