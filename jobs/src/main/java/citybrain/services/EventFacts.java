package citybrain.services;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one event.
 *
 * @param numbers persons, yuan, hours; a fact that was not delivered is not in it, and is not zero
 * @param cause code of event_cause; null where not delivered
 * @param damage code of damage_extent, as the operator judged it; null where not delivered
 * @param trafficImpact code of traffic_impact, likewise
 */
record EventFacts(
    Map<EventFact, BigDecimal> numbers,
    @Nullable String cause,
    @Nullable String damage,
    @Nullable String trafficImpact) {
  EventFacts {
    numbers = Map.copyOf(numbers);
  }

  @Nullable BigDecimal number(EventFact fact) {
    return numbers.get(fact);
  }
}
