package citybrain.metric;

import citybrain.metric.DeliveredAmounts.Amount;
import citybrain.metric.Figure.Label;
import citybrain.period.PeriodType;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one metric in one area.
 *
 * <p>Grain: one delivered row per period in; one figure per measure, basis and period out. Units:
 * level and year to date in the metric's unit, growth in percent, gaps in percentage points.
 * Formulas: docs of {@link Growth}; a year to date is the delivered cumulative amount or else the
 * sum of all parts since January.
 *
 * <p>Periods: a figure is filed under the period it was delivered for, merged months included; a
 * delivered cumulative period (January to May) is the year to date of its last month and is filed
 * there. Growth of merged months over a year with separate ones takes the sum of the separate ones
 * as its base.
 *
 * <p>Null rule: no value without all of its inputs. A missing base gives {@code base_missing}, a
 * gap within the year to date gives {@code incomplete}, amounts in a foreign unit and growth over
 * nothing give {@code not_comparable}, all with null.
 */
final class MetricSeries {
  private final SeriesMethod method;
  private final List<Observation> usable = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final DeliveredAmounts amounts;
  private final Comparability comparability;

  private MetricSeries(SeriesMethod method, String areaCode, List<Observation> observations) {
    this.method = method;
    this.comparability = new Comparability(method, areaCode);
    byPeriod(observations).values().forEach(this::admit);
    this.amounts = new DeliveredAmounts(usable, method.isFlow());
  }

  /** The order of {@code observations} does not matter. */
  static List<Figure> figures(
      SeriesMethod method, String areaCode, List<Observation> observations) {
    MetricSeries series = new MetricSeries(method, areaCode, observations);
    series.compute();
    return series.figures.stream().filter(figure -> method.publishes(figure.measure())).toList();
  }

  private static Map<String, List<Observation>> byPeriod(List<Observation> observations) {
    return observations.stream()
        .sorted(Observation.ORDER)
        .collect(
            Collectors.groupingBy(Observation::period, LinkedHashMap::new, Collectors.toList()));
  }

  /** Takes a period's row into the arithmetic, or says why not. */
  private void admit(List<Observation> rows) {
    Observation first = rows.get(0);
    if (rows.size() > 1) {
      String reason = "同一时期有" + rows.size() + "行来源数据，无法确定采用哪一行";
      refuse(first, FigureStatus.INCOMPLETE, rows, reason);
      return;
    }
    boolean hasAmount = first.level() != null || first.cumulative() != null;
    if (!hasAmount || method.unit().code().equals(first.unit())) {
      usable.add(first);
      return;
    }
    String delivered = first.unit() == null ? "未注明" : unitZh(first.unit());
    String reason = "来源数据的单位为“" + delivered + "”，指标单位为“" + method.unit().zh() + "”，不能采用";
    refuse(first, FigureStatus.NOT_COMPARABLE, rows, reason);
    usable.add(first.withoutAmounts());
  }

  private static String unitZh(String code) {
    return Unit.ofCode(code).map(Unit::zh).orElse(code);
  }

  private void refuse(
      Observation row, FigureStatus status, List<Observation> inputs, String reason) {
    Stream<Measure> candidates =
        row.type() == PeriodType.CUMULATIVE
            ? Stream.of(Measure.YTD, Measure.YTD_YOY, Measure.LEVEL, Measure.YOY)
            : Stream.of(Measure.LEVEL, Measure.YOY, Measure.YTD, Measure.YTD_YOY);
    Measure measure = candidates.filter(method::publishes).findFirst().orElse(Measure.LEVEL);
    figures.add(
        figure(measure, Basis.PUBLISHED, yearToDateLabel(row), status, inputs).because(reason));
  }

  private void compute() {
    List<Observation> periods =
        usable.stream().filter(row -> row.type() != PeriodType.CUMULATIVE).toList();
    Map<String, Label> yearsToDate = new TreeMap<>();
    for (Observation row : usable) {
      if (row.type() != PeriodType.YEAR) {
        Label label = yearToDateLabel(row);
        yearsToDate.put(label.period(), label);
      }
    }
    learnGaps(periods, yearsToDate);
    for (Observation row : periods) {
      addLevel(row);
      addGrowth(row);
      addTwoYearAverage(row);
    }
    for (Label label : yearsToDate.values()) {
      addYearToDate(label);
      addYearToDateGrowth(label);
    }
  }

  private void learnGaps(List<Observation> periods, Map<String, Label> yearsToDate) {
    for (Observation row : periods) {
      MonthSpan span = row.span();
      learnGap(span, amounts.of(span), amounts.of(span.yearBefore()), row.growth());
    }
    for (Label label : yearsToDate.values()) {
      MonthSpan span = MonthSpan.yearToDate(label.span().last());
      YearMonth last = span.last();
      learnGap(
          span,
          amounts.yearToDate(last),
          amounts.yearToDate(last.minusYears(1)),
          amounts.publishedYearToDateGrowth(last).map(Amount::value).orElse(null));
    }
  }

  private void learnGap(
      MonthSpan span,
      Optional<Amount> current,
      Optional<Amount> base,
      @Nullable BigDecimal published) {
    if (published != null && current.isPresent() && base.isPresent()) {
      Growth.over(base.get().value(), current.get().value())
          .ifPresent(computed -> comparability.learn(span, computed.subtract(published)));
    }
  }

  private void addLevel(Observation row) {
    BigDecimal amount = row.amount();
    if (amount != null) {
      figures.add(
          figure(Measure.LEVEL, Basis.PUBLISHED, label(row), FigureStatus.OK, List.of(row))
              .withValue(amount));
    }
  }

  private void addGrowth(Observation row) {
    BigDecimal published = row.growth();
    if (published != null) {
      figures.add(
          figure(Measure.YOY, Basis.PUBLISHED, label(row), FigureStatus.OK, List.of(row))
              .withValue(published));
    }
    if (row.amount() != null) {
      MonthSpan span = row.span();
      addComputedGrowth(
          Measure.YOY,
          label(row),
          span,
          new Amount(row.amount(), List.of(row), true),
          amounts.of(span.yearBefore()),
          Optional.ofNullable(published).map(value -> new Amount(value, List.of(row), true)));
    }
  }

  private void addYearToDate(Label label) {
    MonthSpan span = MonthSpan.yearToDate(label.span().last());
    Optional<Amount> amount = amounts.yearToDate(span.last());
    if (amount.isPresent()) {
      Basis basis = amount.get().isDelivered() ? Basis.PUBLISHED : Basis.COMPUTED;
      figures.add(
          figure(Measure.YTD, basis, label, FigureStatus.OK, amount.get().inputs())
              .withValue(amount.get().value()));
      return;
    }
    // Where growth alone is delivered, no year to date was ever promised.
    List<Observation> delivered =
        usable.stream()
            .filter(row -> row.period().equals(label.period()) && row.amount() != null)
            .toList();
    if (!delivered.isEmpty()) {
      String missing =
          amounts.missingMonths(span).stream()
              .map(month -> month.getMonthValue() + "月")
              .collect(Collectors.joining("、"));
      figures.add(
          figure(Measure.YTD, Basis.COMPUTED, label, FigureStatus.INCOMPLETE, delivered)
              .because("缺" + span.last().getYear() + "年" + missing + "数据，无法累计"));
    }
  }

  private void addYearToDateGrowth(Label label) {
    YearMonth last = label.span().last();
    Optional<Amount> published = amounts.publishedYearToDateGrowth(last);
    published.ifPresent(
        growth ->
            figures.add(
                figure(Measure.YTD_YOY, Basis.PUBLISHED, label, FigureStatus.OK, growth.inputs())
                    .withValue(growth.value())));
    amounts
        .yearToDate(last)
        .ifPresent(
            current ->
                addComputedGrowth(
                    Measure.YTD_YOY,
                    label,
                    MonthSpan.yearToDate(last),
                    current,
                    amounts.yearToDate(last.minusYears(1)),
                    published));
  }

  private void addComputedGrowth(
      Measure measure,
      Label label,
      MonthSpan span,
      Amount current,
      Optional<Amount> base,
      Optional<Amount> published) {
    List<Observation> inputs = new ArrayList<>(current.inputs());
    base.ifPresent(amount -> inputs.addAll(amount.inputs()));
    published.ifPresent(amount -> inputs.addAll(amount.inputs()));
    Optional<BigDecimal> growth =
        base.flatMap(amount -> Growth.over(amount.value(), current.value()));
    String reason;
    FigureStatus status;
    if (base.isEmpty()) {
      reason = "缺上年同期（" + span.yearBefore().zh() + "）数据，无法计算增速";
      status = FigureStatus.BASE_MISSING;
    } else if (growth.isEmpty()) {
      reason = "上年同期（" + span.yearBefore().zh() + "）为零或者负数，增速无意义";
      status = FigureStatus.NOT_COMPARABLE;
    } else {
      reason = comparability.reasonAgainst(span);
      status = reason == null ? FigureStatus.OK : FigureStatus.NOT_COMPARABLE;
    }
    FigureDraft draft = figure(measure, Basis.COMPUTED, label, status, inputs);
    figures.add(
        draft
            .against(published.map(Amount::value).orElse(null))
            .finish(growth.orElse(null), reason));
  }

  private void addTwoYearAverage(Observation row) {
    MonthSpan span = row.span();
    MonthSpan before = span.yearBefore();
    boolean isFromPublished = method.isGrowthAtConstantPrices();
    Optional<Amount> later = isFromPublished ? amounts.publishedGrowth(span) : computedGrowth(span);
    Optional<Amount> earlier =
        isFromPublished ? amounts.publishedGrowth(before) : computedGrowth(before);
    if (later.isEmpty() || earlier.isEmpty()) {
      return;
    }
    Optional<BigDecimal> average =
        Growth.twoYearAverage(earlier.get().value(), later.get().value());
    String reason;
    FigureStatus status;
    if (average.isEmpty()) {
      reason = "增速低于-100%，两年平均增速无意义";
      status = FigureStatus.NOT_COMPARABLE;
    } else if (isFromPublished) {
      reason = "按两年的公布增速计算";
      status = FigureStatus.OK;
    } else {
      String against =
          Stream.of(before, span)
              .flatMap(part -> Stream.ofNullable(comparability.reasonAgainst(part)))
              .distinct()
              .collect(Collectors.joining("；"));
      reason = against.isEmpty() ? null : against;
      status = reason == null ? FigureStatus.OK : FigureStatus.NOT_COMPARABLE;
    }
    List<Observation> inputs = new ArrayList<>(later.get().inputs());
    inputs.addAll(earlier.get().inputs());
    figures.add(
        figure(Measure.TWO_YEAR_AVERAGE, Basis.COMPUTED, label(row), status, inputs)
            .finish(average.orElse(null), reason));
  }

  private Optional<Amount> computedGrowth(MonthSpan span) {
    Optional<Amount> current = amounts.of(span);
    Optional<Amount> base = amounts.of(span.yearBefore());
    if (current.isEmpty() || base.isEmpty()) {
      return Optional.empty();
    }
    List<Observation> inputs = new ArrayList<>(current.get().inputs());
    inputs.addAll(base.get().inputs());
    return Growth.over(base.get().value(), current.get().value())
        .map(growth -> new Amount(growth, inputs, false));
  }

  private static Label label(Observation row) {
    return new Label(row.period(), row.type(), row.start(), row.end());
  }

  private static Label yearToDateLabel(Observation row) {
    if (row.type() != PeriodType.CUMULATIVE) {
      return label(row);
    }
    YearMonth last = row.span().last();
    return new Label(last.toString(), PeriodType.MONTH, last.atDay(1), last.atEndOfMonth());
  }

  private FigureDraft figure(
      Measure measure, Basis basis, Label label, FigureStatus status, List<Observation> inputs) {
    boolean isAmount = measure == Measure.LEVEL || measure == Measure.YTD;
    String unit = (isAmount ? method.unit() : Unit.PERCENT).code();
    return new FigureDraft(measure, basis, label, unit, status, inputs, null);
  }

  /** A figure before its value and reason are known. */
  private record FigureDraft(
      Measure measure,
      Basis basis,
      Label label,
      String unit,
      FigureStatus status,
      List<Observation> inputs,
      @Nullable BigDecimal published) {

    FigureDraft against(@Nullable BigDecimal growth) {
      return new FigureDraft(measure, basis, label, unit, status, inputs, growth);
    }

    Figure withValue(BigDecimal value) {
      return finish(value, null);
    }

    Figure because(String reason) {
      return finish(null, reason);
    }

    Figure finish(@Nullable BigDecimal value, @Nullable String reason) {
      BigDecimal gap = value == null || published == null ? null : value.subtract(published);
      LocalDate knownAt =
          inputs.stream().map(Observation::knownFrom).max(LocalDate::compareTo).orElseThrow();
      List<Evidence> evidence =
          inputs.stream().map(Observation::evidence).distinct().sorted(Evidence.ORDER).toList();
      return new Figure(
          measure,
          basis,
          label,
          scaled(value),
          unit,
          status,
          knownAt,
          scaled(published),
          scaled(gap),
          reason,
          inputs.stream().anyMatch(Observation::isSimulated),
          evidence);
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal value) {
      return value == null ? null : value.setScale(Growth.SCALE, RoundingMode.HALF_UP);
    }
  }
}
