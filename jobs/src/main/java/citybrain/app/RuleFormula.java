package citybrain.app;

import citybrain.policy.Rule;

/** A rule in words, from its declaration. */
final class RuleFormula {
  private RuleFormula() {}

  static String zh(Rule rule) {
    String formula =
        switch (rule.kind()) {
          case DEADLINE ->
              "期限 = " + rule.eventOn() + " 之后第 n 日或者第 n 个工作日（当日不计，n 见依据）；办结 = " + rule.settledOn();
          case CEILING -> rule.observed() + " 不超过" + limit(rule) + "（限额本数允许，限额见依据）";
          case FLOOR -> rule.observed() + " 不低于" + limit(rule) + "（下限本数允许，下限见依据）";
          case REQUIREMENT -> "应符合 " + rule.holds();
        };
    return formula + "；适用条件 " + rule.appliesWhen();
  }

  private static String limit(Rule rule) {
    return rule.limit() == null ? "限额" : " " + rule.limit();
  }
}
