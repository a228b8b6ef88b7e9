package citybrain.services;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A criterion in words that the operator judges: damage and impact on traffic, of some causes.
 *
 * @param causes codes of event_cause it is printed for
 * @param damage code of damage_extent
 * @param trafficImpact code of traffic_impact
 */
record JudgedExtent(
    EventGrade grade, List<String> causes, String damage, String trafficImpact, String printed)
    implements Serializable {
  JudgedExtent {
    causes = List.copyOf(causes);
  }

  /**
   * The highest of the criteria that the event fulfils: both extents are at least its own. Extents
   * rise with the grades, so the lesser of the two decides.
   *
   * @param ladder from the lowest grade to the highest
   * @return null where cause, damage or impact is not known, or none is fulfilled
   */
  static @Nullable JudgedExtent highest(List<JudgedExtent> ladder, EventFacts facts) {
    int damage = -1;
    int impact = -1;
    for (int i = 0; i < ladder.size(); i++) {
      damage = ladder.get(i).damage.equals(facts.damage()) ? i : damage;
      impact = ladder.get(i).trafficImpact.equals(facts.trafficImpact()) ? i : impact;
    }
    int both = Math.min(damage, impact);
    if (both < 0 || !ladder.get(both).causes.contains(facts.cause())) {
      return null;
    }
    return ladder.get(both);
  }
}
