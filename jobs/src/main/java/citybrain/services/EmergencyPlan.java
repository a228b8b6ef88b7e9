package citybrain.services;

import citybrain.policy.EventScheme;
import citybrain.policy.EventScheme.Grade;
import citybrain.policy.EventScheme.Judged;
import citybrain.policy.Parameter;
import citybrain.policy.PolicyDocument;
import citybrain.policy.PolicyRegistry;
import citybrain.policy.Provision;
import citybrain.policy.Provision.Doubt;
import citybrain.policy.ProvisionKind;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event grades and report limits of one plan, in the shape that Spark carries to where the
 * events are.
 *
 * @param reportedAs code of emergency_plan
 * @param inForceUntil last day; null for none
 * @param criteria from the lowest grade to the highest
 * @param judged likewise; empty where the plan grades by numbers alone
 * @param reference of the scheme
 * @param references of the grades
 * @param writtenLimitConflictZh what the plan prints against its own limit of the written report;
 *     null for nothing
 */
public record EmergencyPlan(
    String policyId,
    String reportedAs,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceUntil,
    List<GradeCriterion> criteria,
    List<JudgedExtent> judged,
    ReportLimit phoneLimit,
    ReportLimit writtenLimit,
    String reference,
    Map<EventGrade, String> references,
    @Nullable String writtenLimitConflictZh)
    implements Serializable {

  /** The plan of every event scheme. */
  public static List<EmergencyPlan> of(PolicyRegistry policies) {
    return policies.provisions().eventSchemes().stream()
        .map(scheme -> of(scheme, policies))
        .toList();
  }

  private static EmergencyPlan of(EventScheme scheme, PolicyRegistry policies) {
    String policyId = scheme.id().substring(0, scheme.id().indexOf('.'));
    PolicyDocument document =
        policies.documents().stream()
            .filter(candidate -> candidate.id().equals(policyId))
            .findFirst()
            .orElseThrow();
    Parameter written = policies.parameter(policyId + "." + scheme.reports().written());
    return of(
        scheme,
        document,
        policies.parameter(policyId + "." + scheme.reports().phone()),
        written,
        conflict(policies, written.id()));
  }

  static EmergencyPlan of(
      EventScheme scheme,
      PolicyDocument document,
      Parameter phone,
      Parameter written,
      @Nullable String writtenLimitConflictZh) {
    List<GradeCriterion> criteria = new ArrayList<>();
    List<JudgedExtent> judged = new ArrayList<>();
    Map<EventGrade, String> references = new EnumMap<>(EventGrade.class);
    for (Grade printed : scheme.grades()) {
      EventGrade grade = EventGrade.valueOf(printed.grade());
      references.put(grade, printed.reference().toString());
      printed
          .criteria()
          .forEach(criterion -> criteria.add(GradeCriterion.of(grade, criterion, scheme.bounds())));
      Judged extent = printed.judged();
      if (extent != null) {
        judged.add(
            new JudgedExtent(
                grade, extent.causes(), extent.damage(), extent.trafficImpact(), extent.printed()));
      }
    }
    return new EmergencyPlan(
        document.id(),
        scheme.reportedAs(),
        document.inForceFrom(),
        document.inForceUntil(),
        List.copyOf(criteria),
        List.copyOf(judged),
        ReportLimit.of(phone),
        ReportLimit.of(written),
        scheme.reference().toString(),
        references,
        writtenLimitConflictZh);
  }

  private static @Nullable String conflict(PolicyRegistry policies, String parameter) {
    return policies.provisions().all().stream()
        .filter(provision -> provision.kind() == ProvisionKind.PARAMETER)
        .filter(provision -> provision.id().equals(parameter))
        .map(Provision::doubts)
        .flatMap(List::stream)
        .filter(doubt -> doubt.kind() == Doubt.Kind.CONFLICT)
        .map(Doubt::noteZh)
        .reduce((a, b) -> a + b)
        .orElse(null);
  }

  boolean isInForceOn(LocalDate day) {
    return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
  }

  /** The clause of a grade; of the scheme where there is no grade. */
  String reference(@Nullable EventGrade grade) {
    return grade == null ? reference : references.getOrDefault(grade, reference);
  }
}
