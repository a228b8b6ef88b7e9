package citybrain.metric;

import citybrain.period.PeriodType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a department delivered about one metric, area and period. Missing is null, never zero.
 *
 * @param period code as in silver, for example {@code 2012-01/2012-02}
 * @param level amount of the period, in {@code unit}
 * @param cumulative amount from January to the end of the period, in {@code unit}
 * @param yoyPublished growth of the level in percent, as printed
 * @param ytdYoyPublished growth of the year to date in percent, as printed
 * @param unit code of the amounts' unit
 * @param knownFrom day of delivery
 */
record Observation(
    String period,
    PeriodType type,
    LocalDate start,
    LocalDate end,
    @Nullable BigDecimal level,
    @Nullable BigDecimal cumulative,
    @Nullable BigDecimal yoyPublished,
    @Nullable BigDecimal ytdYoyPublished,
    @Nullable String unit,
    LocalDate knownFrom,
    boolean isSimulated,
    Evidence evidence) {

  /** Any order of delivery becomes this one, so that it cannot show in a figure. */
  static final Comparator<Observation> ORDER =
      Comparator.comparing(Observation::end)
          .thenComparing(Observation::start)
          .thenComparing(Observation::type)
          .thenComparing(Observation::period)
          .thenComparing(Observation::evidence, Evidence.ORDER);

  MonthSpan span() {
    return MonthSpan.of(start, end);
  }

  /**
   * The amount of the whole span. From January on, level and cumulative describe the same months,
   * and departments fill in either column.
   */
  @Nullable BigDecimal amount() {
    return level == null && span().isYearToDate() ? cumulative : level;
  }

  /** The printed growth of the whole span; see {@link #amount()}. */
  @Nullable BigDecimal growth() {
    return yoyPublished == null && span().isYearToDate() ? ytdYoyPublished : yoyPublished;
  }

  /** The amount from January to the end of the span. */
  @Nullable BigDecimal yearToDate() {
    return cumulative == null && span().isYearToDate() ? level : cumulative;
  }

  /** The printed growth from January to the end of the span. */
  @Nullable BigDecimal yearToDateGrowth() {
    return ytdYoyPublished == null && span().isYearToDate() ? yoyPublished : ytdYoyPublished;
  }

  /** The same delivery without its amounts, for when they are in a unit that the metric is not. */
  Observation withoutAmounts() {
    return new Observation(
        period,
        type,
        start,
        end,
        null,
        null,
        yoyPublished,
        ytdYoyPublished,
        null,
        knownFrom,
        isSimulated,
        evidence);
  }
}
