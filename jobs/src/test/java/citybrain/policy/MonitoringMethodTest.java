package citybrain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers this system sets itself are marked as its own and hold together. */
final class MonitoringMethodTest {
  private static final PolicyRegistry REGISTRY = PolicyRegistry.load(RegistryCopy.PROJECT);
  private static final LocalDate ANY_DAY = LocalDate.parse("2020-10-20");

  @Test
  void methodIsNoGazetteDocument() {
    assertThat(REGISTRY.documents())
        .filteredOn(document -> !document.isGazette())
        .extracting(PolicyDocument::id)
        .containsExactly("monitoring-method");
  }

  @Test
  void noGazetteParameterRestsOnTheMethod() {
    assertThat(REGISTRY.parameters())
        .filteredOn(parameter -> !parameter.id().startsWith("monitoring-method."))
        .flatExtracting(Parameter::values)
        .extracting(value -> value.reference().document())
        .doesNotContain("本系统方法说明 2026-01");
  }

  @ParameterizedTest(name = "{0} is {1}: {2}")
  @CsvSource({
    "progress.on-track-from,  0.95, Eurostat SDG monitoring: significant progress from 95 % of the pace",
    "progress.behind-from,    0.60, Eurostat SDG monitoring: moderate progress from 60 %",
    "progress.off-track-from, 0,    Eurostat SDG monitoring: below 0 is movement away from the target",
    "growth-gap-tolerance,    0.05, half a unit of the one decimal that growth is published with",
  })
  void boundIsAsTheMethodStates(String item, BigDecimal value, String source) {
    assertThat(REGISTRY.parameter("monitoring-method." + item).require(ANY_DAY))
        .isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"retail_sales", "industrial_value_added", "exports"})
  void lightsFollowEachOtherFromRedToLightBlue(String metric) {
    assertThat(
            Stream.of("light_blue_from", "green_from", "yellow_from", "red_from")
                .map(
                    bound ->
                        REGISTRY
                            .parameter("monitoring-method.light.economy." + metric + "." + bound)
                            .require(ANY_DAY))
                .toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
