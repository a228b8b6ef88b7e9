package citybrain.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.policy.DatedValue;
import citybrain.policy.Entitlement;
import citybrain.policy.Entitlement.ApplicantCap;
import citybrain.policy.Measure;
import citybrain.policy.Parameter;
import citybrain.policy.Reference;
import citybrain.policy.Text;
import citybrain.problem.Problem;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No session is started here: measures are checked wherever the registry is. */
final class MeasureCompilerTest {
  private static final Parameter RATE =
      new Parameter(
          "test.rate",
          new Text("比例", "rate"),
          Unit.PERCENT,
          "企业",
          List.of(
              new DatedValue(
                  LocalDate.of(2020, 7, 1), BigDecimal.TEN, new Reference("test", "test"))));

  @Test
  void measureThatFitsHasNoProblem() {
    assertThat(
            check(
                entitlement(
                    "event_on",
                    "is_new",
                    "basis_amount * parameter('test.rate', period_to) * 0.01",
                    null,
                    null)))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "basis_amount / 2                             | ENTITLEMENT_EXPRESSION: policies/test/measures.yaml#one amount \"basis_amount / 2\" uses divide",
        "least(basis_amount, 100)                     | calls least or greatest, which pass over a missing value",
        "case when GREATEST (1, quantity) > 1 then 1 end | calls least or greatest, which pass over a missing value",
        "basis_amount * parameter('test.none')        | ENTITLEMENT_PARAMETER: policies/test/measures.yaml#one calls parameter('test.none'), which no policy declares",
        "parameter('test.rate', area_code)            | takes the value of test.rate on area_code, which is no day of a claim",
        "parameter('test.rate', no_such)              | takes the value of test.rate on no_such, which is no day of a claim",
        "no_such * 2                                  | names column no_such",
        "event_on                                     | gives date, expected a number",
      })
  void amountThatIsNoSumOfOneRowIsRefused(String amount, String words) {
    assertThat(
            check(entitlement("event_on", "is_new", amount, null, null)).stream()
                .map(Problem::toString))
        .anySatisfy(problem -> assertThat(problem).contains(words));
  }

  @Test
  void partsMustGoTogether() {
    assertThat(codes(entitlement("event_on", "is_new", null, null, null)))
        .containsExactly("ENTITLEMENT_INCOMPLETE has neither amount nor cap");
    assertThat(codes(entitlement("event_on", "is_new", "1", null, "本文未载")))
        .containsExactly(
            "ENTITLEMENT_INCOMPLETE has amount or cap, and unprinted_zh that says there is none");
    assertThat(codes(entitlement("event_on", "is_new", "2", "1", null)))
        .containsExactly(
            "ENTITLEMENT_INCOMPLETE has a minimum, which goes with a cap and without an amount");
    assertThat(
            codes(
                new Entitlement(
                    "event_on",
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    new ApplicantCap("1", ApplicantCap.Scope.ALL),
                    null,
                    "本文未载",
                    List.of())))
        .containsExactly("ENTITLEMENT_INCOMPLETE has an applicant_cap and nothing to cap");
  }

  @Test
  void allProblemsComeAtOnce() {
    Entitlement broken =
        new Entitlement(
            "claimed_amount",
            new Entitlement.Span("period_from", "no_such"),
            null,
            List.of(new Entitlement.Condition("true", "{nothing}")),
            "rand()",
            null,
            null,
            null,
            "{nowhere}",
            null,
            List.of());

    assertThat(check(broken).stream().map(Problem::message))
        .satisfiesExactlyInAnyOrder(
            message -> assertThat(message).contains("applies_on", "expected a date"),
            message -> assertThat(message).contains("covers.until", "names column no_such"),
            message -> assertThat(message).contains("eligible", "asks nothing"),
            message -> assertThat(message).contains("column nothing in otherwise_zh"),
            message -> assertThat(message).contains("amount", "calls rand"),
            message -> assertThat(message).contains("column nowhere in formula_zh"));
  }

  private static List<String> codes(Entitlement entitlement) {
    return check(entitlement).stream()
        .map(problem -> problem.code() + " " + problem.message())
        .toList();
  }

  private static List<Problem> check(Entitlement entitlement) {
    Measure measure =
        new Measure(
            "test.one",
            new Text("一", "one"),
            Measure.Kind.GRANT,
            "企业",
            List.of(),
            null,
            Map.of(),
            null,
            List.of(),
            null,
            entitlement,
            new Reference("test", "test"));
    return MeasureCompiler.check(List.of(measure), Map.of(RATE.id(), RATE), Claim.SCHEMA);
  }

  private static Entitlement entitlement(
      String appliesOn,
      String condition,
      @Nullable String amount,
      @Nullable String minimum,
      @Nullable String unprinted) {
    return new Entitlement(
        appliesOn,
        null,
        null,
        List.of(new Entitlement.Condition(condition, "不符合")),
        amount,
        minimum,
        null,
        null,
        null,
        unprinted,
        List.of());
  }
}
