package citybrain.policy;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A declared rule over one row of a subject table. Expressions are Spark SQL and are not parsed
 * here.
 *
 * @param id {@code <policy folder>.<item>}
 * @param subject the subject table's name, for example {@code relief_case} or {@code
 *     silver/<table>} for a silver table itself
 * @param kind what is asked of the row
 * @param appliesWhen row predicate: when the rule has something to say
 * @param eventOn date expression: the day the law of which applies, and a deadline starts from
 * @param settledOn date expression: the day the duty was done (deadline); null for a ceiling
 * @param observed numeric expression (ceiling, floor); null otherwise
 * @param limit numeric expression of the limit, where it is not the parameter alone
 * @param holds condition that must be true (requirement); null otherwise
 * @param foundZh what is found where it is not, with {@code {column}} for values of the row
 * @param amount money at stake in yuan, or null
 * @param parameter id of the limit; null where expressions name what they need
 * @param inForceFrom first day of the document, for events of which the rule holds
 * @param inForceUntil last day of the document; null where it has none
 * @param evaluates ids of the statements whose keeping the rule shows, {@code <folder>.<item>}
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
    @Nullable String limit,
    @Nullable String holds,
    @Nullable String foundZh,
    @Nullable String amount,
    @Nullable String parameter,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceUntil,
    List<String> evaluates,
    String department,
    Map<String, String> columns,
    String remedyZh,
    Reference reference) {

  /** Ids of the parameters it rests on: that of its limit, and those its expressions call. */
  public Set<String> parameterIds() {
    Set<String> ids = new LinkedHashSet<>();
    Stream.of(parameter).filter(Objects::nonNull).forEach(ids::add);
    Stream.of(appliesWhen, observed, limit, holds, amount)
        .filter(Objects::nonNull)
        .flatMap(ParameterCall::in)
        .forEach(call -> ids.add(call.id()));
    return ids;
  }

  /** How the limit is held against the row. */
  public enum Kind {
    /** Something must be done within a number of days or working days of the event. */
    DEADLINE,
    /** A number may not exceed the limit (不超过: the limit itself is allowed). */
    CEILING,
    /** A number may not fall short of the limit (不低于: the limit itself suffices). */
    FLOOR,
    /** A condition must hold. */
    REQUIREMENT
  }

  /** How grave a breach is. */
  public enum Severity {
    /** The document says 应当: a duty. */
    ERROR,
    /** The document says 原则上 or leaves room: to be looked at. */
    WARNING
  }
}
