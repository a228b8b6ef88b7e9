package citybrain.services;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event graded by its plan: any one criterion gives its grade, and the highest grade counts.
 *
 * <p>Null rule: a fact that was not delivered is not zero. Where it could raise the grade there is
 * no grade, and {@code atLeast} says what the known facts give.
 *
 * <p>Where the plan itself prints one value for two grades the higher one counts, and the lower one
 * is shown beside it: the plan is not mended.
 *
 * @param grade null where the event cannot be graded, or lies below the lowest grade
 * @param otherGrade what the plan's print also gives; null where it gives one answer
 * @param atLeast what the known facts give, whatever the missing ones are; null for nothing
 * @param triggers the criteria met, from the highest grade to the lowest
 * @param missing facts of the plan that were not delivered
 */
record Grading(
    Status status,
    @Nullable EventGrade grade,
    @Nullable EventGrade otherGrade,
    @Nullable EventGrade atLeast,
    List<Trigger> triggers,
    List<EventFact> missing,
    String reasonZh) {

  /** Whether there is a grade, and if not, why. */
  enum Status {
    GRADED,
    /** Everything is known, and it is less than the lowest grade asks for. */
    BELOW_LOWEST,
    NOT_ASSESSABLE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A criterion that the event meets.
   *
   * @param fact code of the fact, or {@link #JUDGED}
   * @param observed null for a criterion in words
   * @param unit code of the unit; null for a criterion in words
   */
  record Trigger(
      EventGrade grade,
      String fact,
      @Nullable BigDecimal observed,
      @Nullable String unit,
      String printed,
      String words) {
    static final String JUDGED = "damage_and_traffic_impact";

    private static Trigger of(GradeCriterion criterion, BigDecimal value) {
      return new Trigger(
          criterion.grade(),
          criterion.fact().code(),
          value,
          criterion.unit(),
          criterion.printed(),
          criterion.fact().words(value));
    }

    private static Trigger of(JudgedExtent extent) {
      return new Trigger(extent.grade(), JUDGED, null, null, extent.printed(), "运营单位判断的损伤和通行影响");
    }

    private String standard() {
      return grade.zh() + "标准“" + printed + "”";
    }
  }

  static Grading of(EmergencyPlan plan, EventFacts facts, LocalDate day) {
    if (!plan.isInForceOn(day)) {
      return new Grading(
          Status.NOT_ASSESSABLE,
          null,
          null,
          null,
          List.of(),
          List.of(),
          "事件发生于" + day + "，" + force(plan) + "，当日不适用本预案，无法定级");
    }
    return new Assessment(plan, facts).grading();
  }

  private static String force(EmergencyPlan plan) {
    String until = plan.inForceUntil() == null ? "" : "，至" + plan.inForceUntil() + "止";
    return "预案自" + plan.inForceFrom() + "起施行" + until;
  }

  /** The steps to a grading. */
  private static final class Assessment {
    private final EmergencyPlan plan;
    private final EventFacts facts;
    private final List<Trigger> triggers;
    private final List<EventFact> missing;
    private final @Nullable EventGrade highest;

    Assessment(EmergencyPlan plan, EventFacts facts) {
      this.plan = plan;
      this.facts = facts;
      this.triggers = triggers();
      this.missing =
          planFacts().stream().filter(fact -> facts.number(fact) == null).sorted().toList();
      this.highest = triggers.isEmpty() ? null : triggers.get(0).grade();
    }

    private List<EventFact> planFacts() {
      return plan.criteria().stream().map(GradeCriterion::fact).distinct().toList();
    }

    private List<Trigger> triggers() {
      List<Trigger> met = new ArrayList<>();
      for (GradeCriterion criterion : plan.criteria()) {
        BigDecimal value = facts.number(criterion.fact());
        if (value != null && criterion.isMet(value)) {
          met.add(Trigger.of(criterion, value));
        }
      }
      JudgedExtent extent = JudgedExtent.highest(plan.judged(), facts);
      if (extent != null) {
        met.add(Trigger.of(extent));
      }
      met.sort(Comparator.comparing(Trigger::grade).reversed());
      return List.copyOf(met);
    }

    Grading grading() {
      List<EventFact> raising = missing.stream().filter(this::couldRaise).toList();
      if (!raising.isEmpty()) {
        return with(Status.NOT_ASSESSABLE, null, null, unknown(raising));
      }
      EventGrade grade = highest;
      if (grade == null) {
        return with(Status.BELOW_LOWEST, null, byLetterOnly(), below());
      }
      EventGrade least = leastReading();
      return with(Status.GRADED, grade, least.equals(grade) ? null : least, graded(grade));
    }

    private Grading with(
        Status status, @Nullable EventGrade grade, @Nullable EventGrade other, String reason) {
      return new Grading(status, grade, other, highest, triggers, missing, reason + judgement());
    }

    private boolean couldRaise(EventFact fact) {
      return plan.criteria().stream()
          .filter(criterion -> criterion.fact() == fact)
          .anyMatch(criterion -> highest == null || criterion.grade().isAbove(highest));
    }

    /** The grade if of two grades printed for one fact the lower were meant. */
    private EventGrade leastReading() {
      return triggers.stream()
          .collect(
              Collectors.groupingBy(
                  Trigger::fact,
                  Collectors.mapping(Trigger::grade, Collectors.minBy(Comparator.naturalOrder()))))
          .values()
          .stream()
          .flatMap(java.util.Optional::stream)
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }

    private @Nullable EventGrade byLetterOnly() {
      return lettered().stream()
          .map(GradeCriterion::grade)
          .max(Comparator.naturalOrder())
          .orElse(null);
    }

    private List<GradeCriterion> lettered() {
      return plan.criteria().stream().filter(this::isMetByLetterOnly).toList();
    }

    private boolean isMetByLetterOnly(GradeCriterion criterion) {
      BigDecimal value = facts.number(criterion.fact());
      return value != null && criterion.isMetByLetterOnly(value);
    }

    private String graded(EventGrade grade) {
      String standards =
          triggers.stream()
              .filter(trigger -> trigger.grade() == grade)
              .map(trigger -> trigger.words() + "，合" + trigger.standard())
              .collect(Collectors.joining("；"));
      String harmless = missing.isEmpty() ? "" : "；" + names(missing) + "未报，不影响定级";
      return standards + overlaps() + harmless + "；定为" + grade.zh();
    }

    /** What the plan prints for two grades, shown whichever fact decides. */
    private String overlaps() {
      StringBuilder text = new StringBuilder();
      for (EventFact fact : planFacts()) {
        List<Trigger> both =
            triggers.stream().filter(trigger -> trigger.fact().equals(fact.code())).toList();
        if (both.size() > 1) {
          text.append("；")
              .append(both.get(0).words())
              .append("同时合")
              .append(both.stream().map(Trigger::standard).collect(Collectors.joining("和")))
              .append("，预案两级重叠，照印未改，从严取高");
        }
      }
      return text.toString();
    }

    private String unknown(List<EventFact> raising) {
      String known = highest == null ? "已知事实未达到任何一级标准" : "按已知事实不低于" + highest.zh();
      return names(raising) + "未报，可能使级别更高，无法定级；" + known + overlaps();
    }

    private String below() {
      List<GradeCriterion> lettered = lettered();
      EventGrade grade = byLetterOnly();
      String letter =
          grade == null
              ? ""
              : "；"
                  + names(lettered.stream().map(GradeCriterion::fact).toList())
                  + "标准未印下限，无人伤亡按字面也合"
                  + grade.zh()
                  + "，是否定级预案未写明";
      return "各项事实均未达到最低一级标准，不定级" + letter;
    }

    /** Why the criterion in words did not count, where the plan has one. */
    private String judgement() {
      if (plan.judged().isEmpty()) {
        return "";
      }
      if (facts.damage() == null || facts.trafficImpact() == null || facts.cause() == null) {
        return "；事件类别、损伤或通行影响程度未报，该项标准未计入";
      }
      boolean isOfPrintedCause =
          plan.judged().stream().anyMatch(extent -> extent.causes().contains(facts.cause()));
      return isOfPrintedCause ? "" : "；事件类别不属自然因素或人为事件，损伤和通行影响标准未计入";
    }

    private static String names(List<EventFact> facts) {
      return facts.stream().map(EventFact::zh).collect(Collectors.joining("、"));
    }
  }
}
