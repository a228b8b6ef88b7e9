package citybrain.metric;

import citybrain.period.PeriodType;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of spans of months, taken from one series or added up from its parts.
 *
 * <p>Parts must cover the span without gap or overlap. A merged period is never split: no amount of
 * January alone follows from January and February together.
 */
final class DeliveredAmounts {
  private static final Comparator<Observation> CUMULATIVE_FIRST =
      Comparator.<Observation>comparingInt(row -> row.type() == PeriodType.CUMULATIVE ? 0 : 1)
          .thenComparing(Observation.ORDER);

  private static final Comparator<Observation> LONGEST_FIRST =
      Comparator.comparing(Observation::end).reversed().thenComparing(Observation.ORDER);

  private final Map<MonthSpan, List<Observation>> bySpan = new HashMap<>();
  private final Map<YearMonth, List<Observation>> byLastMonth = new HashMap<>();
  private final Map<YearMonth, List<Observation>> monthsByFirst = new HashMap<>();
  private final Map<YearMonth, List<Observation>> quartersByFirst = new HashMap<>();
  private final boolean isFlow;

  /**
   * @param observations of one metric and area, one per period
   * @param isFlow whether adjoining amounts may be added
   */
  DeliveredAmounts(List<Observation> observations, boolean isFlow) {
    this.isFlow = isFlow;
    for (Observation row : observations) {
      MonthSpan span = row.span();
      add(bySpan, span, row);
      if (row.type() != PeriodType.YEAR) {
        add(byLastMonth, span.last(), row);
      }
      if (row.amount() != null) {
        switch (row.type()) {
          case MONTH, MERGED_MONTHS -> add(monthsByFirst, span.first(), row);
          case QUARTER -> add(quartersByFirst, span.first(), row);
          case HALF_YEAR, YEAR, CUMULATIVE -> {} // too coarse to be a part of a year
        }
      }
    }
    bySpan.values().forEach(rows -> rows.sort(Observation.ORDER));
    byLastMonth.values().forEach(rows -> rows.sort(CUMULATIVE_FIRST));
    monthsByFirst.values().forEach(rows -> rows.sort(LONGEST_FIRST));
    quartersByFirst.values().forEach(rows -> rows.sort(LONGEST_FIRST));
  }

  private static <K> void add(Map<K, List<Observation>> index, K key, Observation row) {
    index.computeIfAbsent(key, unused -> new ArrayList<>()).add(row);
  }

  /** As delivered for exactly this span, or else the sum of its parts. */
  Optional<Amount> of(MonthSpan span) {
    for (Observation row : bySpan.getOrDefault(span, List.of())) {
      BigDecimal amount = row.amount();
      if (amount != null) {
        return Optional.of(new Amount(amount, List.of(row), true));
      }
    }
    if (!isFlow) {
      return Optional.empty();
    }
    return sum(span, monthsByFirst).or(() -> sum(span, quartersByFirst));
  }

  /**
   * From January to {@code last}: as delivered, or else the sum of its parts. The annual figure is
   * no year to date: it is revised on its own path.
   */
  Optional<Amount> yearToDate(YearMonth last) {
    for (Observation row : byLastMonth.getOrDefault(last, List.of())) {
      BigDecimal amount = row.yearToDate();
      if (amount != null) {
        return Optional.of(new Amount(amount, List.of(row), true));
      }
    }
    MonthSpan span = MonthSpan.yearToDate(last);
    return sum(span, monthsByFirst).or(() -> sum(span, quartersByFirst));
  }

  /** The printed growth of exactly this span. */
  Optional<Amount> publishedGrowth(MonthSpan span) {
    for (Observation row : bySpan.getOrDefault(span, List.of())) {
      BigDecimal growth = row.growth();
      if (growth != null) {
        return Optional.of(new Amount(growth, List.of(row), true));
      }
    }
    return Optional.empty();
  }

  /** The printed growth from January to {@code last}. */
  Optional<Amount> publishedYearToDateGrowth(YearMonth last) {
    for (Observation row : byLastMonth.getOrDefault(last, List.of())) {
      BigDecimal growth = row.yearToDateGrowth();
      if (growth != null) {
        return Optional.of(new Amount(growth, List.of(row), true));
      }
    }
    return Optional.empty();
  }

  /** Months of the span that no delivered month or merged period covers. */
  List<YearMonth> missingMonths(MonthSpan span) {
    List<YearMonth> missing = new ArrayList<>();
    YearMonth month = span.first();
    while (!month.isAfter(span.last())) {
      Observation part = longestFrom(month, span.last(), monthsByFirst);
      if (part == null) {
        missing.add(month);
        month = month.plusMonths(1);
      } else {
        month = part.span().last().plusMonths(1);
      }
    }
    return missing;
  }

  private static Optional<Amount> sum(MonthSpan span, Map<YearMonth, List<Observation>> parts) {
    List<Observation> inputs = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    YearMonth month = span.first();
    while (!month.isAfter(span.last())) {
      Observation part = longestFrom(month, span.last(), parts);
      BigDecimal amount = part == null ? null : part.amount();
      if (part == null || amount == null) {
        return Optional.empty();
      }
      total = total.add(amount);
      inputs.add(part);
      month = part.span().last().plusMonths(1);
    }
    return Optional.of(new Amount(total, inputs, false));
  }

  private static @Nullable Observation longestFrom(
      YearMonth first, YearMonth last, Map<YearMonth, List<Observation>> parts) {
    for (Observation part : parts.getOrDefault(first, List.of())) {
      if (!part.span().last().isAfter(last)) {
        return part;
      }
    }
    return null;
  }

  /**
   * A number and the rows it rests on.
   *
   * @param isDelivered whether it stands in one row as it is, and was not added up here
   */
  record Amount(BigDecimal value, List<Observation> inputs, boolean isDelivered) {}
}
