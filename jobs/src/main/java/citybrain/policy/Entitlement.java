package citybrain.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a measure gives for one claim, as expressions over the claim's row. Expressions are Spark
 * SQL and are not parsed here. Money is yuan.
 *
 * @param appliesOn date expression: the day whose parameter values hold
 * @param covers what must lie within the days of the benefit; null for the day of appliesOn
 * @param basisKind what the basis of the claim has to be, a code of {@code subsidy_basis}; null
 *     where it plays no part
 * @param eligible each must hold; one that comes out as null cannot be told
 * @param amount the sum due before the cap; null where the document prints a cap only
 * @param minimum the least sum, of a measure that prints a range; null otherwise
 * @param cap the most that one claim gives; null without one
 * @param applicantCap the most that all claims of one applicant give; null without one
 * @param formulaZh how the amount comes about, with {@code {column}} for values of the row
 * @param unprintedZh why no sum can be computed; null where amount or cap says it
 * @param assumedZh conditions the row does not show, taken as the department decided them
 */
public record Entitlement(
    String appliesOn,
    @Nullable Span covers,
    @Nullable String basisKind,
    List<Condition> eligible,
    @Nullable String amount,
    @Nullable String minimum,
    @Nullable String cap,
    @Nullable ApplicantCap applicantCap,
    @Nullable String formulaZh,
    @Nullable String unprintedZh,
    List<String> assumedZh) {
  public Entitlement {
    eligible = eligible == null ? List.of() : List.copyOf(eligible);
    assumedZh = assumedZh == null ? List.of() : List.copyOf(assumedZh);
  }

  /** Date expressions: the first and last day of what is claimed. */
  public record Span(String from, String until) {}

  /**
   * What gives the right.
   *
   * @param otherwiseZh what is found where it does not hold, with {@code {column}} for values
   */
  public record Condition(String condition, String otherwiseZh) {}

  /**
   * A ceiling over the claims of one applicant, taken up in the order they were made.
   *
   * @param amount expression
   */
  public record ApplicantCap(String amount, Scope per) {

    /** Which claims share it. */
    public enum Scope {
      /** All of the measure. */
      ALL,
      /** Those with the event in one calendar year. */
      YEAR
    }
  }

  /** Only a ceiling is printed: what is below it is for the department to decide. */
  public boolean isCeiling() {
    return amount == null;
  }

  /** Expressions that parameters may be called in. */
  public Stream<String> expressions() {
    return Stream.concat(
        eligible.stream().map(Condition::condition),
        Stream.of(amount, minimum, cap, applicantCap == null ? null : applicantCap.amount())
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull));
  }

  /** Parameters its expressions call, in their order. */
  public Set<ParameterCall> parameterCalls() {
    Set<ParameterCall> calls = new LinkedHashSet<>();
    expressions().flatMap(ParameterCall::in).forEach(calls::add);
    return calls;
  }
}
