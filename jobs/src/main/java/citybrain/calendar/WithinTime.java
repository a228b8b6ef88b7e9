package citybrain.calendar;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Hours or minutes from the very moment of an event (民法典第二百零一条第二款): 1小时内, 1.5小时.
 *
 * <p>They run through nights and rest days, so they are exact. Local time is enough: China has had
 * no daylight saving time since 1991.
 *
 * @param time more than none
 */
public record WithinTime(Duration time) implements DueRule {
  private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

  public WithinTime {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("A time limit is longer than none: " + time);
    }
  }

  /**
   * Hours, parts of them included.
   *
   * @throws ArithmeticException if they are no whole number of seconds
   */
  public static WithinTime hours(BigDecimal hours) {
    return new WithinTime(
        Duration.ofSeconds(hours.multiply(SECONDS_AN_HOUR).toBigIntegerExact().longValueExact()));
  }

  /** The last moment for an event at {@code event}. */
  public LocalDateTime due(LocalDateTime event) {
    return event.plus(time);
  }

  @Override
  public boolean dependsOnNotices() {
    return false;
  }
}
