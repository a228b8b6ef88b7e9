package citybrain.app;

import citybrain.contract.CodeList.CodeEntry;
import citybrain.contract.Contract;
import citybrain.policy.CostSplit;
import citybrain.policy.Provision;
import citybrain.policy.ProvisionKind;
import citybrain.policy.Rule;
import citybrain.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the statements of documents and the rest of the registry must agree on: extracts that can
 * measure them, rules that evaluate them, districts that a cost is shared with.
 */
final class StatementCheck {
  /** Kinds that are kept as data where no extract measures them. */
  private static final Set<ProvisionKind> KEPT =
      Set.of(ProvisionKind.TASK, ProvisionKind.LIST, ProvisionKind.TARGET);

  private static final String CITY = "3702";

  private final Registry registry;
  private final List<Problem> problems;

  private StatementCheck(Registry registry, List<Problem> problems) {
    this.registry = registry;
    this.problems = problems;
  }

  static void check(Registry registry, List<Problem> problems) {
    StatementCheck check = new StatementCheck(registry, problems);
    check.checkExtracts();
    check.checkRules();
    check.checkSplits();
  }

  private void checkExtracts() {
    Set<String> extracts =
        registry.contracts().extracts().stream().map(Contract::name).collect(Collectors.toSet());
    for (Provision provision : registry.policies().provisions().all()) {
      for (String extract : provision.extracts()) {
        if (!extracts.contains(extract)) {
          problems.add(
              new Problem(
                  "POLICY_EXTRACT_UNKNOWN",
                  provision.id(),
                  "is measured by the extract " + extract + ", for which there is no contract",
                  "Correct the name, or add the contract under schemas/extracts/."));
        }
      }
      if (provision.extracts().isEmpty()
          && provision.unmeasured() == null
          && !KEPT.contains(provision.kind())
          && isOfAGazette(provision)) {
        problems.add(
            new Problem(
                "POLICY_UNMEASURED",
                provision.id(),
                "names no extract that measures it and no reason why none does",
                "Add extracts, or unmeasured with its reason."));
      }
    }
  }

  private boolean isOfAGazette(Provision provision) {
    return registry.policies().documents().stream()
        .anyMatch(d -> d.id().equals(provision.policyId()) && d.isGazette());
  }

  private void checkRules() {
    Set<String> ids =
        registry.policies().provisions().all().stream()
            .map(Provision::id)
            .collect(Collectors.toSet());
    for (Rule rule : registry.policies().rules()) {
      for (String id : rule.evaluates()) {
        if (!ids.contains(id)) {
          problems.add(
              new Problem(
                  "RULE_EVALUATES",
                  rule.id(),
                  "evaluates " + id + ", which no file of policies/ holds",
                  "Correct the id: <id> of the same folder, or <folder>.<id>."));
        }
      }
    }
  }

  /** Every district has its share of a cost that districts bear. */
  private void checkSplits() {
    Set<String> districts = districts();
    for (CostSplit split : registry.policies().provisions().splits()) {
      Set<String> missing = new TreeSet<>(districts);
      Set<String> unknown = new TreeSet<>();
      for (CostSplit.Level level : split.levels()) {
        if (level.areas().contains(CostSplit.OTHERS)) {
          missing.clear();
        }
        level.areas().stream()
            .filter(area -> !area.equals(CostSplit.OTHERS) && !districts.contains(area))
            .forEach(unknown::add);
        missing.removeAll(level.areas());
      }
      if (!split.levels().isEmpty() && !missing.isEmpty()) {
        problems.add(
            new Problem(
                "POLICY_SPLIT_GAP",
                split.id(),
                "shares no cost with " + String.join(", ", missing),
                "Name every district in a group, or use others."));
      }
      if (!unknown.isEmpty()) {
        problems.add(
            new Problem(
                "POLICY_SPLIT_AREA",
                split.id(),
                "names " + String.join(", ", unknown) + ", which are no districts of today",
                "Use codes of schemas/codes/area.yaml that hold."));
      }
    }
  }

  /** Districts of the city that exist today. */
  private Set<String> districts() {
    return registry.contracts().codeList("area").stream()
        .flatMap(list -> list.entries().stream())
        .filter(entry -> entry.code().startsWith(CITY) && !entry.code().equals(CITY + "00"))
        .filter(entry -> entry.validTo() == null)
        .map(CodeEntry::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
