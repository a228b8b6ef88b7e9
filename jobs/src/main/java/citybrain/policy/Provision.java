package citybrain.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a document that can be measured or checked: what all kinds of them say of
 * themselves. Their matter stands in {@link Parameter}, {@link Goal}, {@link Task} and so on, under
 * the same id.
 *
 * @param id {@code <policy folder>.<item>}, and {@code <policy folder>.<item>/<part>} for an item
 *     of an evaluation or a grade of an event scheme; unique among those of its kind
 * @param departments who is answerable, the leading one first; empty where the text names none
 * @param printed the words that carry it, as in the scanned text
 * @param doubts what in the print cannot be relied on
 * @param extracts extracts the columns of which can measure it; empty where none can
 * @param unmeasured why nothing can measure it; null where {@code extracts} can
 */
public record Provision(
    String id,
    String policyId,
    ProvisionKind kind,
    Text title,
    List<String> departments,
    @Nullable String printed,
    @Nullable String noteZh,
    List<Doubt> doubts,
    List<String> extracts,
    @Nullable Unmeasured unmeasured,
    Reference reference) {
  public Provision {
    departments = List.copyOf(departments);
    doubts = List.copyOf(doubts);
    extracts = List.copyOf(extracts);
  }

  /** This statement, measured as {@code other} is where it does not say so itself. */
  Provision orMeasuredAs(Provision other) {
    return !extracts.isEmpty() || unmeasured != null
        ? this
        : new Provision(
            id,
            policyId,
            kind,
            title,
            departments,
            printed,
            noteZh,
            doubts,
            other.extracts(),
            other.unmeasured(),
            reference);
  }

  /**
   * What in the print or the scan cannot be relied on, and how it was read. It is shown wherever
   * the statement is, and never repaired.
   *
   * @param with of a conflict: ids of the statements it contradicts, {@code <folder>.<item>}
   */
  public record Doubt(Kind kind, String noteZh, List<String> with) {
    public Doubt {
      with = with == null ? List.of() : List.copyOf(with);
    }

    /** Where the doubt comes from. */
    public enum Kind {
      /** Damaged or misread characters. */
      SCAN,
      /** The gazette itself is unclear. */
      PRINT,
      /** It contradicts another statement. */
      CONFLICT
    }
  }

  /** Why nothing measures a statement. */
  public record Unmeasured(Reason reason, String noteZh) {

    /** The closed list of reasons. */
    public enum Reason {
      /** No department hands over what it needs. */
      NO_DATA("无数据"),
      /** The words leave the measure to a person. */
      JUDGEMENT("需人工判断"),
      /** It binds another level of government. */
      OUTSIDE_CITY("不属本市"),
      /** Another statement carries it. */
      SUPERSEDED("由另一条承载"),
      /** A benefit that is applied without a claim. */
      NO_CLAIMS("免申即享");

      private final String zh;

      Reason(String zh) {
        this.zh = zh;
      }

      /** The Chinese name shown to readers. */
      public String zh() {
        return zh;
      }
    }
  }
}
