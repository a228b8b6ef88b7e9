package citybrain.policy;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number a document sets, by the day it is in force.
 *
 * @param id {@code <policy folder>.<item>}, for example {@code relief-fund.decision-limit}
 * @param values ascending by first day, never two on a day
 */
public record Parameter(
    String id, Text title, Unit unit, String appliesTo, List<DatedValue> values) {
  public Parameter {
    if (id.indexOf('.') < 1) {
      throw new IllegalArgumentException("A parameter id is <policy folder>.<item>: " + id);
    }
    if (values.isEmpty()) {
      throw new IllegalArgumentException("A parameter has a value: " + id);
    }
    values = values.stream().sorted(Comparator.comparing(DatedValue::from)).toList();
  }

  /** The value in force on {@code date}; empty before the first and after an ending null. */
  public Optional<DatedValue> on(LocalDate date) {
    Optional<DatedValue> last =
        values.stream().filter(value -> !value.from().isAfter(date)).reduce((a, b) -> b);
    return last.filter(value -> value.value() != null);
  }

  /**
   * The number in force on {@code date}.
   *
   * @throws ProblemException {@code POLICY_NOT_IN_FORCE} before the first value and after an ending
   *     null
   */
  public BigDecimal require(LocalDate date) {
    BigDecimal value = on(date).map(DatedValue::value).orElse(null);
    if (value == null) {
      throw new ProblemException(notInForce(date));
    }
    return value;
  }

  /** As an auditor reads a value: id, number, unit, first day, place; null of one that ends it. */
  public @Nullable String inWords(DatedValue value) {
    BigDecimal number = value.value();
    return number == null
        ? null
        : id
            + " = "
            + number.toPlainString()
            + " "
            + unit.code()
            + " from "
            + value.from()
            + " ("
            + value.reference()
            + ")";
  }

  /** When it has a value, for example 自2020-08-01起、至2025-07-31止. */
  public String inForceZh() {
    String start = "自" + values.get(0).from() + "起";
    DatedValue last = values.get(values.size() - 1);
    return last.value() == null ? start + "、至" + last.from().minusDays(1) + "止" : start;
  }

  private Problem notInForce(LocalDate date) {
    DatedValue first = values.get(0);
    boolean early = date.isBefore(first.from());
    String reason =
        early
            ? "its first value holds from " + first.from() + " (" + first.reference() + ")"
            : values.stream()
                .filter(value -> value.value() == null && !value.from().isAfter(date))
                .reduce((a, b) -> b)
                .map(
                    end ->
                        "its last day was "
                            + end.from().minusDays(1)
                            + " ("
                            + end.reference()
                            + ")")
                .orElseThrow();
    return new Problem(
        "POLICY_NOT_IN_FORCE",
        subject(),
        "has no value on " + date + ": " + reason,
        early
            ? "Add an earlier dated value with its reference, or run a later period."
            : "Add the value of the document that follows, with its reference, or run an earlier period.");
  }

  /** Where the parameter is written: {@code policies/<folder>/parameters.yaml#<item>}. */
  private String subject() {
    int dot = id.indexOf('.');
    return "policies/" + id.substring(0, dot) + "/parameters.yaml#" + id.substring(dot + 1);
  }
}
