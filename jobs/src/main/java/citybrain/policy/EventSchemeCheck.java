package citybrain.policy;

import citybrain.policy.EventScheme.Criterion;
import citybrain.policy.EventScheme.End;
import citybrain.policy.EventScheme.Grade;
import citybrain.policy.Provision.Doubt;
import citybrain.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the grades of a scheme leave no value between them and claim none twice, fact by
 * fact; where they do, a value that shows it is named. What the document itself prints so is
 * accepted where a doubt of kind conflict says it.
 */
final class EventSchemeCheck {
  private final EventScheme scheme;
  private final String subject;
  private final List<Problem> problems;

  private EventSchemeCheck(EventScheme scheme, String subject, List<Problem> problems) {
    this.scheme = scheme;
    this.subject = subject;
    this.problems = problems;
  }

  static void check(EventScheme scheme, String subject, List<Problem> problems) {
    EventSchemeCheck check = new EventSchemeCheck(scheme, subject, problems);
    check.ladders().values().forEach(check::checkLadder);
  }

  /** A criterion and the grade it stands in. */
  private record Step(Grade grade, Criterion criterion) {
    boolean isDoubted() {
      return criterion.doubts().stream().anyMatch(Step::isConflict)
          || grade.doubts().stream().anyMatch(Step::isConflict);
    }

    private static boolean isConflict(Doubt doubt) {
      return doubt.kind() == Doubt.Kind.CONFLICT;
    }

    String words() {
      return "grade " + grade.grade() + " (" + criterion.printed() + ")";
    }
  }

  /** The steps of each fact, from the lowest grade to the highest. */
  private Map<String, List<Step>> ladders() {
    Map<String, List<Step>> ladders = new LinkedHashMap<>();
    for (Grade grade : scheme.grades()) {
      for (Criterion criterion : grade.criteria()) {
        ladders
            .computeIfAbsent(criterion.fact(), fact -> new ArrayList<>())
            .add(new Step(grade, criterion));
      }
    }
    return ladders;
  }

  private void checkLadder(List<Step> ladder) {
    for (int i = 0; i < ladder.size(); i++) {
      Step low = ladder.get(i);
      checkSpan(low);
      checkPrinted(low.criterion());
      if (i + 1 < ladder.size()) {
        checkMeeting(low, ladder.get(i + 1));
      } else if (low.criterion().to() != null) {
        tell(low, low, "POLICY_EVENT_GAP", low.criterion().to(), "belongs to no grade: above");
      }
    }
  }

  private void checkSpan(Step step) {
    BigDecimal from = step.criterion().from();
    BigDecimal to = step.criterion().to();
    if (from != null && to != null && from.compareTo(to) >= 0) {
      tell(step, step, "POLICY_EVENT_EMPTY", from, "is where nothing is left of");
    }
  }

  private void checkPrinted(Criterion criterion) {
    Stream.of(criterion.from(), criterion.to())
        .filter(Objects::nonNull)
        .filter(end -> !PrintedNumbers.canMean(criterion.printed(), end, criterion.unit()))
        .forEach(
            end ->
                problems.add(
                    new Problem(
                        "POLICY_PRINTED",
                        subject,
                        "has the bound "
                            + end.toPlainString()
                            + " "
                            + criterion.unit().code()
                            + ", but the words are: "
                            + criterion.printed(),
                        "Correct the bound, its unit or the words.")));
  }

  private void checkMeeting(Step low, Step high) {
    BigDecimal end = low.criterion().to();
    BigDecimal start = high.criterion().from();
    if (start == null || end == null) {
      BigDecimal shared = start == null ? end : start;
      tell(low, high, "POLICY_EVENT_OVERLAP", shared, "belongs to both");
      return;
    }
    boolean endsIn = scheme.bounds().upper() == End.INCLUDED;
    boolean startsIn = scheme.bounds().lower() == End.INCLUDED;
    int order = start.compareTo(end);
    if (order < 0 || (order == 0 && endsIn && startsIn)) {
      tell(low, high, "POLICY_EVENT_OVERLAP", start, "belongs to both");
    } else if (order > 0 || !(endsIn || startsIn)) {
      tell(low, high, "POLICY_EVENT_GAP", end, "belongs to neither");
    }
  }

  private void tell(Step low, Step high, String code, @Nullable BigDecimal value, String words) {
    if (low.isDoubted() || high.isDoubted()) {
      return;
    }
    problems.add(
        new Problem(
            code,
            subject,
            low.criterion().fact()
                + " of "
                + (value == null ? "any number" : value.toPlainString())
                + " "
                + words
                + " "
                + low.words()
                + (low.equals(high) ? "" : " and " + high.words()),
            "Correct the bounds; if the document prints them so, add a doubt of kind conflict to one of the two."));
  }
}
