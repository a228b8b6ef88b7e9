package citybrain.policy;

import citybrain.policy.Provision.Doubt;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How events of one kind are graded; any one criterion of a grade suffices.
 *
 * @param id {@code <policy folder>.<item>}
 * @param subjectZh the events graded
 * @param reportedAs code of {@code emergency_plan} under which they are reported
 * @param bounds which ends belong to a grade
 * @param grades from the lowest to the highest
 */
public record EventScheme(
    String id,
    Text title,
    String subjectZh,
    String reportedAs,
    Reports reports,
    Bounds bounds,
    List<Grade> grades,
    Reference reference) {

  /**
   * The first reports on an event.
   *
   * @param phone item of the parameter that bounds the report by telephone, hours after the event
   * @param written item of the parameter that bounds the report in writing, likewise
   */
  public record Reports(String phone, String written) {}

  /** Which ends of a criterion belong to its grade. */
  public record Bounds(End lower, End upper, Reference reference) {}

  /** Whether an end belongs to what it bounds. */
  public enum End {
    INCLUDED,
    EXCLUDED
  }

  /**
   * One grade.
   *
   * @param grade IV (lowest) to I
   * @param judgementZh criteria that a person must judge
   * @param judged what of them the operator reports in codes; null where nothing is reported
   * @param responder who takes command
   */
  public record Grade(
      String grade,
      Text title,
      List<Criterion> criteria,
      List<String> judgementZh,
      @Nullable Judged judged,
      @Nullable String responder,
      List<Doubt> doubts,
      Reference reference) {
    public Grade {
      judgementZh = judgementZh == null ? List.of() : List.copyOf(judgementZh);
      doubts = doubts == null ? List.of() : List.copyOf(doubts);
    }
  }

  /**
   * A criterion in words of which the operator reports the judgement. Both extents are those of the
   * grade or above, in the order of the grades.
   *
   * @param causes codes of {@code event_cause} it is printed for
   * @param damage code of {@code damage_extent}
   * @param trafficImpact code of {@code traffic_impact}
   */
  public record Judged(List<String> causes, String damage, String trafficImpact, String printed) {
    public Judged {
      causes = List.copyOf(causes);
    }
  }

  /**
   * A range of one fact.
   *
   * @param fact deaths, serious_injuries, direct_loss (yuan), interruption_hours
   * @param from lower end; null for none
   * @param to upper end; null for none
   */
  public record Criterion(
      String fact,
      Unit unit,
      @Nullable BigDecimal from,
      @Nullable BigDecimal to,
      String printed,
      List<Doubt> doubts) {
    public Criterion {
      doubts = doubts == null ? List.of() : List.copyOf(doubts);
    }
  }
}
