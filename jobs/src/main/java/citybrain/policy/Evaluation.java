package citybrain.policy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is scored or ranked, on what, and what lowers the result.
 *
 * @param id {@code <policy folder>.<item>}
 * @param subjects who is evaluated
 * @param timing how often; null where the text does not say
 * @param grades from best to worst; empty for a ranking
 * @param downgrades facts that lower the grade
 */
public record Evaluation(
    String id,
    Text title,
    Kind kind,
    String subjects,
    @Nullable Timing timing,
    List<Item> items,
    List<Grade> grades,
    List<Downgrade> downgrades,
    @Nullable String adjustmentZh,
    List<Reward> rewards,
    Reference reference) {
  public Evaluation {
    grades = grades == null ? List.of() : List.copyOf(grades);
    downgrades = downgrades == null ? List.of() : List.copyOf(downgrades);
    rewards = rewards == null ? List.of() : List.copyOf(rewards);
  }

  /** The closed list of kinds. */
  public enum Kind {
    RANKING,
    EVALUATION,
    RATING,
    ASSESSMENT
  }

  /**
   * What is scored.
   *
   * @param weight in percent or points; null where the text prints none
   * @param better which side is good; null where it is scored by a person
   */
  public record Item(
      String id,
      Text title,
      @Nullable Text group,
      @Nullable BigDecimal weight,
      @Nullable Better better,
      Reference reference) {}

  /** Which side of an item is good. */
  public enum Better {
    HIGHER,
    LOWER
  }

  /** A grade; its lower bound is null where the text prints none. */
  public record Grade(String id, Text title, @Nullable BigDecimal from) {}

  /** A fact that lowers the grade by so many steps. */
  public record Downgrade(String id, Text title, int steps, Reference reference) {}

  /**
   * What a rank or a grade brings.
   *
   * @param ranks places that get it; empty for grades
   * @param measure item of the measure
   */
  public record Reward(String forZh, List<Integer> ranks, String measure) {
    public Reward {
      ranks = ranks == null ? List.of() : List.copyOf(ranks);
    }
  }
}
