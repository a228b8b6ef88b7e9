package citybrain.metric;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.period.PeriodType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Computed growth against the growth that the National Bureau of Statistics published. */
final class PublishedRetailSalesTest {
  private static final List<Figure> FIGURES =
      MetricSeries.figures(
          SeriesFixture.flowAtCurrentPrices(),
          SeriesFixture.NATION,
          PublishedRetailSales.observations());

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {2001, 2002, 2007, 2008, 2009, 2014, 2016, 2017})
  void computedGrowthIsThePublishedOneWhereTheBaseWasNotRevised(int year) {
    assertThat(computedGrowth(year))
        .isNotEmpty()
        .allSatisfy(
            figure -> {
              assertThat(figure.status()).isEqualTo(FigureStatus.OK);
              assertThat(figure.isComparable()).isTrue();
              assertThat(figure.publishedGap()).isBetween(decimal("-0.05"), decimal("0.05"));
              assertThat(figure.reasonZh()).isNull();
            });
  }

  @ParameterizedTest(name = "{0}: up to {1} points apart")
  @CsvSource({
    "2003, 6.55",
    "2004, 5.14",
    "2005, 10.65",
    "2006, 11.85",
    "2010, 10.19",
    "2011, 4.17",
    "2012, 1.33",
    "2013, 0.27",
    "2015, 7.81",
  })
  void growthOverARevisedBaseIsNotComparableInTheWholeYear(int year, String gap) {
    assertThat(computedGrowth(year))
        .isNotEmpty()
        .allSatisfy(
            figure -> {
              assertThat(figure.status()).isEqualTo(FigureStatus.NOT_COMPARABLE);
              assertThat(figure.isComparable()).isFalse();
              assertThat(figure.value()).isNotNull();
              assertThat(figure.reasonZh()).contains(year + "年", gap + "个百分点", "0.05个百分点", "基数已修订");
            });
  }

  @Test
  void publishedGrowthStandsBesideTheComputedOne() {
    Figure published = require(Measure.YOY, Basis.PUBLISHED, "2015-11");
    Figure computed = require(Measure.YOY, Basis.COMPUTED, "2015-11");

    // 27937.3 over 23474.7, published 11.2.
    assertThat(published.value()).isEqualByComparingTo("11.2");
    assertThat(published.isComparable()).isTrue();
    assertThat(computed.value()).isEqualByComparingTo("19.01025359");
    assertThat(computed.publishedValue()).isEqualByComparingTo("11.2");
    assertThat(computed.publishedGap()).isEqualByComparingTo("7.81025359");
  }

  @ParameterizedTest(name = "{0} {1} by hand from the levels printed")
  @CsvSource({
    "2017-01/2017-02, 9.54332143", // 57959.7 / 52910.3
    "2017-03,         10.94843136", // 27863.7 / 25114.1
    "2012-01/2012-02, 16.02620433", // 33668.6 / (15249.0 + 13769.1)
  })
  void growthIsTheHandCheckedOne(String period, BigDecimal percent) {
    assertThat(require(Measure.YOY, Basis.COMPUTED, period).value()).isEqualByComparingTo(percent);
  }

  @Test
  void firstMergedPeriodRestsOnBothMonthsOfTheYearBefore() {
    Figure figure = require(Measure.YOY, Basis.COMPUTED, "2012-01/2012-02");

    assertThat(figure.label().type()).isEqualTo(PeriodType.MERGED_MONTHS);
    // Lines of 2011年1月, 2011年2月 and 2012年1-2月.
    assertThat(figure.evidence()).extracting(Evidence::row).containsExactly(134, 135, 146);
  }

  @Test
  void mergedMonthsAreNeverSplit() {
    assertThat(FIGURES)
        .extracting(figure -> figure.label().period())
        .doesNotContain("2012-01", "2012-02", "2017-01", "2017-02");
  }

  @ParameterizedTest(name = "{0}: {1} × 100 million yuan from January on")
  @CsvSource({
    "2017-01/2017-02, PUBLISHED, 57959.7",
    "2017-03,         COMPUTED,  85823.4", // 57959.7 + 27863.7
    "2001-03,         COMPUTED,  9256.0", // 3332.8 + 3047.1 + 2876.1
  })
  void yearToDateCountsMergedMonthsAsTwo(String period, Basis basis, BigDecimal hundredMillions) {
    assertThat(require(Measure.YTD, basis, period).value())
        .isEqualByComparingTo(hundredMillions.scaleByPowerOfTen(8));
  }

  @Test
  void twoYearAverageIsTheHandCheckedOne() {
    // 2016-03: 25114.1 / 22722.8 = 10.52379461 %; 2017-03: 10.94843136 %; √(1.1052379461 ×
    // 1.1094843136) = 1.10735909…
    Figure figure = require(Measure.TWO_YEAR_AVERAGE, Basis.COMPUTED, "2017-03");

    assertThat(figure.value()).isNotNull();
    assertThat(figure.value().setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo("10.7359");
    assertThat(figure.isComparable()).isTrue();
    assertThat(figure.evidence()).hasSize(3);
  }

  @Test
  void twoYearAverageOverARevisedBaseIsNotComparable() {
    Figure figure = require(Measure.TWO_YEAR_AVERAGE, Basis.COMPUTED, "2016-03");

    assertThat(figure.isComparable()).isFalse();
    assertThat(figure.reasonZh()).contains("2015年");
  }

  @Test
  void firstYearHasLevelsButNoGrowth() {
    Figure figure = require(Measure.YOY, Basis.COMPUTED, "2000-01");

    assertThat(figure.status()).isEqualTo(FigureStatus.BASE_MISSING);
    assertThat(figure.value()).isNull();
    assertThat(figure.publishedValue()).isEqualByComparingTo("11.3");
    assertThat(figure.reasonZh()).contains("1999年1月");
  }

  private static List<Figure> computedGrowth(int year) {
    return FIGURES.stream()
        .filter(figure -> figure.measure() == Measure.YOY && figure.basis() == Basis.COMPUTED)
        .filter(figure -> figure.label().start().getYear() == year)
        .filter(figure -> figure.publishedValue() != null)
        .toList();
  }

  private static Figure require(Measure measure, Basis basis, String period) {
    return SeriesFixture.require(FIGURES, measure, basis, period);
  }

  private static BigDecimal decimal(String value) {
    return new BigDecimal(value);
  }
}
