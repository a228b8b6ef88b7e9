package citybrain.app;

import citybrain.policy.Entitlement;
import citybrain.policy.EventScheme;
import citybrain.policy.Measure;
import citybrain.policy.PolicyDocument;
import citybrain.policy.PolicyRegistry;
import citybrain.policy.Provision;
import citybrain.policy.Provision.Unmeasured;
import citybrain.policy.ProvisionKind;
import citybrain.policy.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of each document is evaluated, on which extract, and why the rest is not: the report of
 * {@code check --coverage}, kept in {@code docs/coverage.md}.
 *
 * <p>A statement counts as evaluated when an engine uses it: a rule names it or rests on it, a
 * programme assesses it. That an extract could measure it is not enough.
 */
final class Coverage {
  private final PolicyRegistry policies;

  /** What evaluates a statement, by the statement's id. */
  private final Map<String, Set<String>> evaluators = new TreeMap<>();

  private Coverage(PolicyRegistry policies) {
    this.policies = policies;
    for (Rule rule : policies.rules()) {
      rule.parameterIds().forEach(id -> evaluates(id, "rule " + rule.id()));
      rule.evaluates().forEach(id -> evaluates(id, "rule " + rule.id()));
    }
    for (Measure measure : policies.provisions().measures()) {
      Entitlement entitlement = measure.entitlement();
      if (entitlement != null) {
        evaluates(measure.id(), "gold/entitlement");
        entitlement
            .parameterCalls()
            .forEach(call -> evaluates(call.id(), "measure " + measure.id()));
      }
    }
    policies.provisions().all().stream()
        .filter(provision -> provision.kind() == ProvisionKind.TARGET)
        .forEach(target -> evaluates(target.id(), "gold/target_progress"));
    // A task without a code is a row of task_progress too, but nothing is known of it.
    policies.provisions().tasks().stream()
        .filter(task -> task.reportedAs() != null)
        .forEach(task -> evaluates(task.id(), "gold/task_progress"));
    for (EventScheme scheme : policies.provisions().eventSchemes()) {
      String folder = scheme.id().substring(0, scheme.id().indexOf('.') + 1);
      evaluates(scheme.id(), "gold/event_grade");
      evaluates(folder + scheme.reports().phone(), "gold/event_grade");
      evaluates(folder + scheme.reports().written(), "gold/event_grade");
    }
  }

  private void evaluates(String id, String evaluator) {
    evaluators.computeIfAbsent(id, key -> new TreeSet<>()).add(evaluator);
  }

  /** Where a statement stands. */
  private enum State {
    EVALUATED("evaluated"),
    /** An extract could measure it, and nothing does yet. */
    WAITING("data there, not evaluated yet"),
    UNMEASURED("not measurable"),
    /** A list or a task: nothing to measure until somebody reports on it. */
    TEXT("kept as data");

    private final String words;

    State(String words) {
      this.words = words;
    }
  }

  private State state(Provision provision) {
    if (evaluators.containsKey(provision.id())) {
      return State.EVALUATED;
    }
    if (provision.unmeasured() != null) {
      return State.UNMEASURED;
    }
    return provision.extracts().isEmpty() ? State.TEXT : State.WAITING;
  }

  /** The report over all documents, as Markdown. */
  static String report(Registry registry) {
    return new Coverage(registry.policies()).report();
  }

  /** Every statement of one document, as Markdown. */
  static String document(Registry registry, PolicyDocument document) {
    return new Coverage(registry.policies()).document(document);
  }

  private List<Provision> of(PolicyDocument document) {
    return policies.provisions().all().stream()
        .filter(provision -> provision.policyId().equals(document.id()))
        .toList();
  }

  private long count(List<Provision> provisions, State state) {
    return provisions.stream().filter(provision -> state(provision) == state).count();
  }

  private String report() {
    List<String> lines = new ArrayList<>();
    lines.add("# Coverage of the gazettes");
    lines.add("");
    lines.add(
        "Made by `bin/citybrain check --coverage`; a test holds it equal. An entry is one measurable statement of a"
            + " document. It is *evaluated* when a rule, programme or other engine uses it; *waiting* when an extract"
            + " could measure it and nothing does yet; *kept* when it is a list or a task that no department reports on.");
    lines.add("");
    lines.add("| document | entries | evaluated | waiting | not measurable | kept | with doubts |");
    lines.add("|---|--:|--:|--:|--:|--:|--:|");
    List<Provision> all = new ArrayList<>();
    for (PolicyDocument document : gazettes()) {
      List<Provision> provisions = of(document);
      all.addAll(provisions);
      lines.add(row(document.number() + " `" + document.id() + "`", provisions));
    }
    lines.add(row("**all**", all));
    byKind(all, lines);
    onExtracts(lines);
    reasons(all, lines);
    return String.join("\n", lines) + "\n";
  }

  private List<PolicyDocument> gazettes() {
    return policies.documents().stream().filter(PolicyDocument::isGazette).toList();
  }

  private String row(String name, List<Provision> provisions) {
    long doubtful = provisions.stream().filter(p -> !p.doubts().isEmpty()).count();
    return "| "
        + name
        + " | "
        + provisions.size()
        + Arrays.stream(State.values())
            .map(state -> " | " + count(provisions, state))
            .collect(Collectors.joining())
        + " | "
        + doubtful
        + " |";
  }

  private void byKind(List<Provision> all, List<String> lines) {
    lines.add("");
    lines.add("## By kind");
    lines.add("");
    lines.add("| kind | entries | evaluated | waiting | not measurable | kept | with doubts |");
    lines.add("|---|--:|--:|--:|--:|--:|--:|");
    for (ProvisionKind kind : ProvisionKind.values()) {
      lines.add(
          row(
              kind.plural() + " " + kind.zh(),
              all.stream().filter(provision -> provision.kind() == kind).toList()));
    }
  }

  /** Extracts by document: those on which something is evaluated, and those that wait. */
  private void onExtracts(List<String> lines) {
    lines.add("");
    lines.add("## On which extracts");
    lines.add("");
    lines.add("| document | evaluated on | waiting on |");
    lines.add("|---|---|---|");
    for (PolicyDocument document : gazettes()) {
      lines.add(
          "| "
              + document.number()
              + " | "
              + extracts(document, State.EVALUATED)
              + " | "
              + extracts(document, State.WAITING)
              + " |");
    }
  }

  private String extracts(PolicyDocument document, State state) {
    Map<String, Long> counts =
        of(document).stream()
            .filter(provision -> state(provision) == state)
            .flatMap(provision -> new LinkedHashSet<>(provision.extracts()).stream())
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private void reasons(List<Provision> all, List<String> lines) {
    lines.add("");
    lines.add("## Why the others are not");
    lines.add("");
    lines.add("| reason | entries |");
    lines.add("|---|--:|");
    for (Unmeasured.Reason reason : Unmeasured.Reason.values()) {
      long entries =
          all.stream()
              .filter(p -> state(p) == State.UNMEASURED)
              .map(Provision::unmeasured)
              .filter(unmeasured -> unmeasured != null && unmeasured.reason() == reason)
              .count();
      lines.add(
          "| "
              + reason.name().toLowerCase(java.util.Locale.ROOT)
              + " "
              + reason.zh()
              + " | "
              + entries
              + " |");
    }
    lines.add("");
    lines.add(
        "Each entry says its own reason: `bin/citybrain check --coverage --document <folder>` lists them one by one.");
  }

  private String document(PolicyDocument document) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + document.number() + " " + document.title().zh());
    for (ProvisionKind kind : ProvisionKind.values()) {
      List<Provision> provisions =
          of(document).stream().filter(provision -> provision.kind() == kind).toList();
      if (!provisions.isEmpty()) {
        lines.add("");
        lines.add("## " + kind.plural() + " " + kind.zh());
        lines.add("");
        lines.add("| entry | | place | state | by, on or why |");
        lines.add("|---|---|---|---|---|");
        provisions.forEach(provision -> lines.add(line(provision)));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private String line(Provision provision) {
    State state = state(provision);
    Unmeasured unmeasured = provision.unmeasured();
    String detail =
        state == State.EVALUATED
            ? String.join(", ", evaluators.getOrDefault(provision.id(), Set.of()))
            : unmeasured != null
                ? unmeasured.reason().zh() + "：" + unmeasured.noteZh()
                : String.join(", ", provision.extracts());
    return "| "
        + provision.id().substring(provision.policyId().length() + 1)
        + " | "
        + provision.title().zh()
        + " | "
        + provision.reference().place()
        + " | "
        + state.words
        + (provision.doubts().isEmpty() ? "" : ", doubt")
        + " | "
        + detail
        + " |";
  }
}
