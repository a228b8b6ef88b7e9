package citybrain.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A benefit or a sanction. Its numbers are parameters, so that they are dated and can be varied.
 *
 * @param id {@code <policy folder>.<item>}
 * @param conditionsZh each to be met
 * @param window first and last day, where printed
 * @param parameters items of parameters by their part: rate, amount, per_unit, cap, total_cap …
 * @param baseZh what a rate or an amount per unit is taken of
 * @param tiers one per class, where the benefit depends on one; else empty
 * @param budget item of the parameter that holds the total sum
 * @param entitlement what it gives for one claim; null where no claim is made under it
 */
public record Measure(
    String id,
    Text title,
    Kind kind,
    String beneficiary,
    List<String> conditionsZh,
    @Nullable Window window,
    Map<String, String> parameters,
    @Nullable String baseZh,
    List<Tier> tiers,
    @Nullable String budget,
    @Nullable Entitlement entitlement,
    Reference reference) {
  public Measure {
    parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
  }

  /** First and last day; null where the text names none. */
  public record Window(@Nullable LocalDate from, @Nullable LocalDate until) {}

  /** What a class of beneficiaries gets. */
  public record Tier(String whenZh, Map<String, String> parameters) {}

  /** The closed list of kinds. */
  public enum Kind {
    GRANT,
    REWARD,
    SUBSIDY,
    INTEREST_SUBSIDY,
    INSURANCE_SUBSIDY,
    LOAN,
    GUARANTEE,
    WAIVER,
    REDUCTION,
    DEFERRAL,
    TAX_CREDIT,
    RENT_RELIEF,
    FEE_RELIEF,
    LAND,
    ADVANCE,
    PENALTY
  }
}
