package citybrain.policy;

import citybrain.policy.Provision.Doubt;
import citybrain.problem.Problem;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the statements of all documents must hold among each other. */
final class ProvisionCheck {
  private final Provisions provisions;
  private final List<Problem> problems;
  private final Set<String> ids;
  private final Set<String> parameters;

  /** Printed words by kind and id. */
  private final Map<String, String> printed;

  private ProvisionCheck(
      Provisions provisions, Set<String> written, Set<String> parameters, List<Problem> problems) {
    this.parameters = parameters;
    this.provisions = provisions;
    this.problems = problems;
    this.ids = new HashSet<>(written);
    this.printed =
        provisions.all().stream()
            .filter(provision -> provision.printed() != null)
            .collect(
                Collectors.toMap(
                    provision -> provision.kind() + " " + provision.id(),
                    provision -> Objects.requireNonNull(provision.printed()),
                    (first, second) -> first));
    provisions.all().forEach(provision -> ids.add(provision.id()));
  }

  /**
   * Tells what does not hold.
   *
   * @param written ids of all items of all files, those that do not fit their schema too
   * @param parameterIds ids of all parameters, likewise
   */
  static void check(
      Provisions provisions,
      List<Parameter> parameters,
      Set<String> written,
      Set<String> parameterIds,
      List<Problem> problems) {
    ProvisionCheck check = new ProvisionCheck(provisions, written, parameterIds, problems);
    for (Parameter parameter : parameters) {
      for (DatedValue value : parameter.values()) {
        check.checkPrinted(
            parameter.id(), ProvisionKind.PARAMETER, value.value(), parameter.unit());
      }
    }
    for (Goal goal : provisions.goals()) {
      check.checkPrinted(goal.id(), ProvisionKind.GOAL, goal.value(), goal.unit());
      check.checkPrinted(goal.id(), ProvisionKind.GOAL, goal.upper(), goal.unit());
    }
    provisions
        .all()
        .forEach(
            provision -> check.checkDoubts(provision.id(), provision.kind(), provision.doubts()));
    for (EventScheme scheme : provisions.eventSchemes()) {
      for (EventScheme.Grade grade : scheme.grades()) {
        check.checkDoubts(scheme.id(), ProvisionKind.EVENT_SCHEME, grade.doubts());
        grade
            .criteria()
            .forEach(
                criterion ->
                    check.checkDoubts(scheme.id(), ProvisionKind.EVENT_SCHEME, criterion.doubts()));
      }
    }
    provisions.duties().forEach(check::checkDuty);
    provisions.measures().forEach(check::checkMeasure);
    provisions
        .tasks()
        .forEach(task -> check.checkTiming(task.id(), ProvisionKind.TASK, task.timing()));
    provisions
        .splits()
        .forEach(
            split ->
                CostSplitCheck.check(split, subject(split.id(), ProvisionKind.SPLIT), problems));
    provisions.eventSchemes().forEach(check::checkEventScheme);
    provisions.evaluations().forEach(check::checkEvaluation);
  }

  /** The words and the number were written apart: a slip of either shows here. */
  private void checkPrinted(String id, ProvisionKind kind, @Nullable BigDecimal value, Unit unit) {
    String words = printed.get(kind + " " + id);
    if (value != null && words != null && !PrintedNumbers.canMean(words, value, unit)) {
      problems.add(
          new Problem(
              "POLICY_PRINTED",
              subject(id, kind),
              "has the value "
                  + value.toPlainString()
                  + " "
                  + unit.code()
                  + ", but the words are: "
                  + words,
              "Correct the value, its unit or the words."));
    }
  }

  private void checkDoubts(String id, ProvisionKind kind, List<Doubt> doubts) {
    for (Doubt doubt : doubts) {
      for (String with : doubt.with()) {
        if (!ids.contains(with) && !ids.contains(folder(id) + "." + with)) {
          problems.add(
              new Problem(
                  "POLICY_ENTRY_UNKNOWN",
                  subject(id, kind),
                  "is in conflict with " + with + ", which no file holds",
                  "Name the other entry as <id>, or <folder>.<id> of another document."));
        }
      }
    }
  }

  private void checkDuty(Duty duty) {
    List<@Nullable String> named = new ArrayList<>(duty.parameters());
    named.add(duty.keep());
    named.forEach(item -> checkParameter(duty.id(), ProvisionKind.DUTY, item));
    checkTiming(duty.id(), ProvisionKind.DUTY, duty.timing());
  }

  private void checkMeasure(Measure measure) {
    Stream.concat(
            Stream.concat(
                measure.parameters().values().stream(),
                measure.tiers().stream().flatMap(tier -> tier.parameters().values().stream())),
            Stream.ofNullable(measure.budget()))
        .forEach(item -> checkParameter(measure.id(), ProvisionKind.MEASURE, item));
  }

  private void checkEventScheme(EventScheme scheme) {
    EventSchemeCheck.check(scheme, subject(scheme.id(), ProvisionKind.EVENT_SCHEME), problems);
    checkParameter(scheme.id(), ProvisionKind.EVENT_SCHEME, scheme.reports().phone());
    checkParameter(scheme.id(), ProvisionKind.EVENT_SCHEME, scheme.reports().written());
  }

  private void checkEvaluation(Evaluation evaluation) {
    Set<String> measures =
        provisions.measures().stream().map(Measure::id).collect(Collectors.toSet());
    String folder = folder(evaluation.id());
    for (Evaluation.Reward reward : evaluation.rewards()) {
      if (!measures.contains(folder + "." + reward.measure())) {
        problems.add(
            new Problem(
                "POLICY_ENTRY_UNKNOWN",
                subject(evaluation.id(), ProvisionKind.EVALUATION),
                "brings the measure " + reward.measure() + ", which measures.yaml does not hold",
                "Correct the id, or add the measure with its reference."));
      }
    }
    if (evaluation.timing() != null) {
      checkTiming(evaluation.id(), ProvisionKind.EVALUATION, evaluation.timing());
    }
  }

  private void checkTiming(String id, ProvisionKind kind, Timing timing) {
    checkParameter(id, kind, timing.parameter());
  }

  private void checkParameter(String id, ProvisionKind kind, @Nullable String item) {
    if (item != null && !parameters.contains(folder(id) + "." + item)) {
      problems.add(
          new Problem(
              "POLICY_PARAMETER_UNKNOWN",
              subject(id, kind),
              "names the parameter " + item + ", which parameters.yaml does not hold",
              "Correct the id, or add the parameter with its reference."));
    }
  }

  private static String folder(String id) {
    return id.substring(0, id.indexOf('.'));
  }

  private static String subject(String id, ProvisionKind kind) {
    return PolicyFile.subject(folder(id), kind.file()) + "#" + id.substring(id.indexOf('.') + 1);
  }
}
