package citybrain.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declared rule over one row of a subject table. Expressions are Spark SQL and are not parsed
 * here.
 *
 * @param id {@code <policy folder>.<item>}
 * @param subject the subject table's name, for example {@code relief_case}
 * @param kind deadline or ceiling
 * @param appliesWhen row predicate: when the rule has something to say
 * @param eventOn date expression: the day the law of which applies, and a deadline starts from
 * @param settledOn date expression: the day the duty was done (deadline); null for a ceiling
 * @param observed numeric expression (ceiling); null for a deadline
 * @param amount money at stake in yuan, or null
 * @param parameter id of the limit
 * @param department who is answerable
 * @param columns names of subject columns for {@code subject_id} and {@code area_code}, and where
 *     the subject says it, for the days its event and its settlement became known: {@code
 *     event_known_from}, {@code settled_known_from}
 */
public record Rule(
    String id,
    String policyId,
    Text title,
    String subject,
    Kind kind,
    Severity severity,
    String appliesWhen,
    String eventOn,
    @Nullable String settledOn,
    @Nullable String observed,
    @Nullable String amount,
    String parameter,
    String department,
    Map<String, String> columns,
    String remedyZh,
    Reference reference) {

  /** How the limit is held against the row. */
  public enum Kind {
    /** Something must be done within a number of working days of the event. */
    DEADLINE,
    /** A sum may not exceed the limit (不超过: the limit itself is allowed). */
    CEILING
  }

  /** How grave a breach is. */
  public enum Severity {
    /** The document says 应当: a duty. */
    ERROR,
    /** The document says 原则上 or leaves room: to be looked at. */
    WARNING
  }
}
