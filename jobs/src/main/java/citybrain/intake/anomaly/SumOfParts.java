package citybrain.intake.anomaly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole and the sum of its parts.
 *
 * <p>They may differ by {@code tolerance} of the whole and by what rounding makes: half a last
 * digit for each figure.
 *
 * @param tolerance share of the whole
 */
record SumOfParts(BigDecimal tolerance) {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** What is doubtful; empty when the whole is the sum. */
  Optional<String> doubt(BigDecimal whole, List<BigDecimal> parts) {
    BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal difference = whole.subtract(sum);
    if (difference.abs().compareTo(allowed(whole, parts)) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "合计为%s，%d个组成部分之和为%s，相差%s"
            .formatted(Wording.of(whole), parts.size(), Wording.of(sum), Wording.of(difference)));
  }

  /** What is doubtful about a sum of money that lies above that of its lines, to the cent. */
  Optional<String> excess(BigDecimal limit, List<BigDecimal> parts) {
    BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return limit.subtract(sum).compareTo(limit.abs().multiply(tolerance)) <= 0
        ? Optional.empty()
        : Optional.of(
            "为%s，大于%d条明细之和%s".formatted(Wording.of(limit), parts.size(), Wording.of(sum)));
  }

  private BigDecimal allowed(BigDecimal whole, List<BigDecimal> parts) {
    List<BigDecimal> all = new ArrayList<>(parts);
    all.add(whole);
    BigDecimal rounding = LastDigit.of(all).multiply(HALF).multiply(BigDecimal.valueOf(all.size()));
    return whole.abs().multiply(tolerance).add(rounding);
  }
}
