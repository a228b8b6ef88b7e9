package citybrain.rule;

import citybrain.policy.Parameter;
import citybrain.policy.Rule;

/**
 * A rule that fits its subject table, with the parameter that limits it. Only {@link RuleCompiler}
 * makes one, so that nothing is executed that was not checked.
 */
record CompiledRule(Rule rule, Parameter parameter) {
  boolean isDeadline() {
    return rule.kind() == Rule.Kind.DEADLINE;
  }
}
