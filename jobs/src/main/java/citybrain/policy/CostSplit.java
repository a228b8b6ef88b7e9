package citybrain.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who bears which share of a cost.
 *
 * @param id {@code <policy folder>.<item>}
 * @param matterZh what is paid for
 * @param power whose fiscal power it is
 * @param levels one per group of areas; empty where the text leaves the shares open
 */
public record CostSplit(
    String id,
    Text title,
    String matterZh,
    @JsonProperty("class") Power power,
    List<Level> levels,
    Reference reference) {

  /** All districts that no other group names. */
  public static final String OTHERS = "others";

  /** Whose fiscal power a matter is: 财政事权. */
  public enum Power {
    CENTRAL_AND_LOCAL,
    CITY,
    CITY_AND_DISTRICT,
    DISTRICT,
    BY_AFFILIATION
  }

  /**
   * How one group of areas shares.
   *
   * @param areas GB/T 2260 codes, or {@link #OTHERS}
   * @param shares percent of the whole by who bears it; null where the text gives no number
   */
  public record Level(
      List<String> areas, Map<String, @Nullable BigDecimal> shares, @Nullable String printed) {}
}
