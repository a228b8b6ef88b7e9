package citybrain.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value from its first day in force on.
 *
 * @param from first day in force
 * @param value null ends the parameter: from that day on there is no value
 * @param reference where the value, or its end, is printed
 */
public record DatedValue(LocalDate from, @Nullable BigDecimal value, Reference reference) {}
