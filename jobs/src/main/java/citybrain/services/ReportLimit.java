package citybrain.services;

import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long after an event a report may come, by the day of the event.
 *
 * @param values ascending by first day
 */
record ReportLimit(List<Dated> values) implements Serializable {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  /**
   * A limit from its first day in force on.
   *
   * @param time null ends the limit
   */
  record Dated(LocalDate from, @Nullable Duration time, String reference) implements Serializable {}

  /**
   * The limit that a parameter in hours sets.
   *
   * @throws ArithmeticException for hours that are no whole seconds
   */
  static ReportLimit of(Parameter parameter) {
    return new ReportLimit(parameter.values().stream().map(ReportLimit::dated).toList());
  }

  private static Dated dated(DatedValue value) {
    BigDecimal hours = value.value();
    return new Dated(
        value.from(),
        hours == null
            ? null
            : Duration.ofSeconds(hours.multiply(SECONDS_PER_HOUR).longValueExact()),
        value.reference().toString());
  }

  /** The limit in force on a day; empty before the first and after an ending null. */
  Optional<Dated> on(LocalDate day) {
    return values.stream()
        .filter(value -> !value.from().isAfter(day))
        .reduce((a, b) -> b)
        .filter(value -> value.time() != null);
  }
}
