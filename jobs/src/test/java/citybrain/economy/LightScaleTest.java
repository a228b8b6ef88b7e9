package citybrain.economy;

import static citybrain.economy.LightParameters.FROM;
import static citybrain.economy.LightParameters.RETAIL;
import static citybrain.economy.LightParameters.bound;
import static citybrain.economy.LightParameters.end;
import static citybrain.economy.LightParameters.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import citybrain.metric.MetricDefinition;
import citybrain.metric.MetricRegistry;
import citybrain.policy.Parameter;
import citybrain.policy.PolicyRegistry;
import citybrain.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LightScaleTest {

  @ParameterizedTest(name = "{0} % is {1}, score {2}")
  @CsvSource({
    "18.5,  RED,        5",
    "18.45, RED,        5", // printed 18.5
    "18.44, YELLOW,     4", // printed 18.4
    "15.5,  YELLOW,     4",
    "10,    GREEN,      3",
    "9.99,  GREEN,      3", // printed 10.0, and 10.0 is green
    "9.94,  LIGHT_BLUE, 2", // printed 9.9
    "9.5,   LIGHT_BLUE, 2",
    "9.44,  BLUE,       1", // printed 9.4
    "-20,   BLUE,       1",
  })
  void lightIsDecidedAtThePrecisionShown(BigDecimal growth, Light light, int score) {
    Light decided = retailOn(LocalDate.of(2017, 12, 31)).lightOf(growth);

    assertThat(decided).isEqualTo(light);
    assertThat(decided.score()).isEqualTo(score);
  }

  @Test
  void boundsAreThoseInForceOnThePeriodsLastDay() {
    List<Parameter> parameters = new ArrayList<>(LightParameters.retail().subList(0, 3));
    parameters.add(
        bound(
            RETAIL,
            "light_blue_from",
            value(FROM, "9.5"),
            value(LocalDate.of(2020, 1, 1), "3"),
            end(LocalDate.of(2021, 1, 1))));
    LightScale scale = LightScale.of(parameters).get(0);

    assertThat(scale.on(FROM.minusDays(1))).isEmpty();
    assertThat(scale.on(LocalDate.of(2019, 12, 31)))
        .hasValueSatisfying(
            bounds -> assertThat(bounds.lightOf(new BigDecimal("5"))).isEqualTo(Light.BLUE));
    assertThat(scale.on(LocalDate.of(2020, 1, 1)))
        .hasValueSatisfying(
            bounds -> assertThat(bounds.lightOf(new BigDecimal("5"))).isEqualTo(Light.LIGHT_BLUE));
    assertThat(scale.on(LocalDate.of(2021, 1, 1))).isEmpty();
  }

  @Test
  void allFaultsOfTheBoundsAreReportedAtOnce() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.addAll(LightParameters.of("economy.exports", "10", "20", "5", "0"));
    parameters.addAll(LightParameters.retail().subList(0, 2));
    parameters.add(bound(RETAIL, "purple_from", value(FROM, "1")));

    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> LightScale.of(parameters));

    assertThat(thrown.problems())
        .extracting(problem -> problem.code() + " " + problem.subject())
        .containsExactlyInAnyOrder(
            "LIGHT_BOUNDS_INVALID monitoring-method.light.economy.exports",
            "LIGHT_BOUNDS_INVALID monitoring-method.light.economy.retail_sales",
            "LIGHT_BOUNDS_INVALID monitoring-method.light.economy.retail_sales.purple_from");
  }

  @Test
  void scalesOfTheProjectBelongToMetricsOfTheProject() {
    List<String> metrics =
        MetricRegistry.load(Path.of("..")).definitions().stream()
            .map(MetricDefinition::id)
            .toList();

    assertThat(LightScale.of(PolicyRegistry.load(Path.of("..")).parameters()))
        .isNotEmpty()
        .allSatisfy(scale -> assertThat(metrics).contains(scale.metricId()));
  }

  @Test
  void otherParametersArePassedOver() {
    Parameter tolerance =
        new Parameter(
            "monitoring-method.growth-gap-tolerance",
            LightParameters.retail().get(0).title(),
            LightParameters.retail().get(0).unit(),
            "比对",
            List.of(value(FROM, "0.05")));

    assertThat(LightScale.of(List.of(tolerance))).isEmpty();
  }

  private static LightBounds retailOn(LocalDate day) {
    return LightScale.of(LightParameters.retail()).get(0).on(day).orElseThrow();
  }
}
