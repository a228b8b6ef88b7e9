package citybrain.metric;

import static citybrain.metric.SeriesFixture.figures;
import static citybrain.metric.SeriesFixture.find;
import static citybrain.metric.SeriesFixture.flowAtConstantPrices;
import static citybrain.metric.SeriesFixture.flowAtCurrentPrices;
import static citybrain.metric.SeriesFixture.require;
import static citybrain.metric.SeriesFixture.row;
import static citybrain.metric.SeriesFixture.stock;
import static citybrain.metric.SeriesFixture.year;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MetricSeriesTest {

  @Test
  void missingMonthLeavesNoYearToDateAfterIt() {
    List<Figure> figures =
        figures(
            flowAtCurrentPrices(), row("2017-01/2017-02", "10", null), row("2017-04", "4", null));

    Figure figure = require(figures, Measure.YTD, Basis.COMPUTED, "2017-04");
    assertThat(figure.value()).isNull();
    assertThat(figure.status()).isEqualTo(FigureStatus.INCOMPLETE);
    assertThat(figure.reasonZh()).isEqualTo("缺2017年3月数据，无法累计");
    assertThat(find(figures, Measure.YTD_YOY, Basis.COMPUTED, "2017-04")).isNull();
  }

  @Test
  void deliveredCumulativeIsThePublishedYearToDate() {
    List<Figure> figures =
        figures(
            flowAtCurrentPrices(),
            row("2017-01", "10", null),
            row("2017-02", "5", "15.2", null, null));

    // The two months add up to 15; the department has revised January in its cumulative figure.
    assertThat(require(figures, Measure.YTD, Basis.PUBLISHED, "2017-02").value())
        .isEqualByComparingTo("15.2");
    assertThat(find(figures, Measure.YTD, Basis.COMPUTED, "2017-02")).isNull();
  }

  @Test
  void cumulativePeriodIsFiledUnderItsLastMonth() {
    // 青岛市 2020-01/2020-05 and 2020-05, published 2020-06-24: −4.0 % and 5.1 %.
    List<Figure> figures =
        figures(
            flowAtConstantPrices(),
            row("2020-01/2020-05", null, "-4.0"),
            row("2020-05", null, "5.1"));

    assertThat(require(figures, Measure.YTD_YOY, Basis.PUBLISHED, "2020-05").value())
        .isEqualByComparingTo("-4.0");
    assertThat(require(figures, Measure.YOY, Basis.PUBLISHED, "2020-05").value())
        .isEqualByComparingTo("5.1");
    assertThat(figures).hasSize(2);
  }

  @Test
  void monthAfterAMergedYearHasNoBase() {
    List<Figure> figures =
        figures(
            flowAtCurrentPrices(),
            row("2017-01/2017-02", "10", null),
            row("2018-01", "6", null),
            row("2018-02", "5", null));

    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2018-01").status())
        .isEqualTo(FigureStatus.BASE_MISSING);
    // The year to date of February has one: 11 over 10.
    assertThat(require(figures, Measure.YTD_YOY, Basis.COMPUTED, "2018-02").value())
        .isEqualByComparingTo("10");
  }

  @Test
  void oneMonthOverTheToleranceSettlesTheYearAndNoOther() {
    List<Figure> figures =
        figures(
            flowAtCurrentPrices(),
            row("2016-03", "100", null),
            row("2016-04", "100", null),
            row("2017-03", "110", "10.0"),
            row("2017-04", "110", "9.94"),
            row("2018-03", "121", "10.05"));

    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2017-03").isComparable()).isFalse();
    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2017-04").publishedGap())
        .isEqualByComparingTo("0.06");
    // A gap of exactly the tolerance is within it.
    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2018-03").isComparable()).isTrue();
    // …but the average of the two years rests on 2017.
    assertThat(require(figures, Measure.TWO_YEAR_AVERAGE, Basis.COMPUTED, "2018-03").isComparable())
        .isFalse();
  }

  @Test
  void growthAtConstantPricesIsNeverComparableWithLevelsAtCurrentOnes() {
    List<Figure> figures =
        figures(flowAtConstantPrices(), year(2016, "100", null), year(2017, "110", "7.5"));

    Figure computed = require(figures, Measure.YOY, Basis.COMPUTED, "2017");
    assertThat(computed.isComparable()).isFalse();
    assertThat(computed.reasonZh()).contains("不变价格").doesNotContain("基数");
    assertThat(computed.publishedGap()).isEqualByComparingTo("2.5");
  }

  @Test
  void twoYearAverageAtConstantPricesRestsOnPublishedGrowth() {
    List<Figure> figures =
        figures(flowAtConstantPrices(), row("2016-03", null, "21"), row("2017-03", null, "0"));

    Figure figure = require(figures, Measure.TWO_YEAR_AVERAGE, Basis.COMPUTED, "2017-03");
    assertThat(figure.value()).isEqualByComparingTo("10");
    assertThat(figure.isComparable()).isTrue();
    assertThat(figure.reasonZh()).contains("公布增速");
  }

  @Test
  void knownBreakMakesGrowthAcrossItNotComparable() {
    SeriesMethod.SeriesBreak census =
        new SeriesMethod.SeriesBreak(
            LocalDate.of(2019, 1, 1), Set.of(SeriesFixture.NATION), "普查修订");
    List<Figure> figures =
        figures(
            flowAtCurrentPrices(census),
            year(2017, "100", null),
            year(2018, "110", null),
            year(2019, "105", null),
            year(2020, "115", null));

    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2018").isComparable()).isTrue();
    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2019").reasonZh()).isEqualTo("普查修订");
    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2020").isComparable()).isTrue();
    assertThat(require(figures, Measure.TWO_YEAR_AVERAGE, Basis.COMPUTED, "2020").reasonZh())
        .isEqualTo("普查修订");
  }

  @Test
  void breakOfAnotherAreaConcernsNobodyElse() {
    SeriesMethod.SeriesBreak elsewhere =
        new SeriesMethod.SeriesBreak(LocalDate.of(2019, 1, 1), Set.of("370200"), "普查修订");

    List<Figure> figures =
        figures(flowAtCurrentPrices(elsewhere), year(2018, "110", null), year(2019, "105", null));

    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2019").isComparable()).isTrue();
  }

  @Test
  void stockIsNeverAddedUp() {
    List<Figure> figures =
        figures(
            stock(),
            row("2016-01", "10", null),
            row("2016-02", "11", null),
            row("2017-01/2017-02", "12", null));

    assertThat(figures).noneMatch(figure -> figure.measure() == Measure.YTD);
    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2017-01/2017-02").status())
        .isEqualTo(FigureStatus.BASE_MISSING);
  }

  @Test
  void annualFigureIsNoYearToDateOfDecember() {
    List<Figure> figures =
        figures(flowAtCurrentPrices(), year(2017, "130", null), row("2017-12", "12", null));

    assertThat(require(figures, Measure.YTD, Basis.COMPUTED, "2017-12").status())
        .isEqualTo(FigureStatus.INCOMPLETE);
    assertThat(find(figures, Measure.YTD, Basis.PUBLISHED, "2017")).isNull();
  }

  @Test
  void amountInAForeignUnitIsRefusedWithItsReason() {
    Observation delivered = row("2017-03", "12", "5.0");
    Observation dollars =
        new Observation(
            delivered.period(),
            delivered.type(),
            delivered.start(),
            delivered.end(),
            delivered.level(),
            null,
            delivered.yoyPublished(),
            null,
            "us_dollar",
            delivered.knownFrom(),
            false,
            delivered.evidence());

    List<Figure> figures = figures(flowAtCurrentPrices(), row("2016-03", "10", null), dollars);

    Figure level = require(figures, Measure.LEVEL, Basis.PUBLISHED, "2017-03");
    assertThat(level.value()).isNull();
    assertThat(level.status()).isEqualTo(FigureStatus.NOT_COMPARABLE);
    assertThat(level.reasonZh()).contains("美元");
    assertThat(find(figures, Measure.YOY, Basis.COMPUTED, "2017-03")).isNull();
    assertThat(require(figures, Measure.YOY, Basis.PUBLISHED, "2017-03").value())
        .isEqualByComparingTo("5.0");
  }

  @Test
  void twoRowsOfOnePeriodAreNoFigure() {
    List<Figure> figures =
        figures(
            flowAtCurrentPrices(),
            row("2016-03", "10", null),
            row("2016-03", "11", null),
            row("2017-03", "12", null));

    Figure level = require(figures, Measure.LEVEL, Basis.PUBLISHED, "2016-03");
    assertThat(level.value()).isNull();
    assertThat(level.reasonZh()).contains("2行");
    assertThat(require(figures, Measure.YOY, Basis.COMPUTED, "2017-03").status())
        .isEqualTo(FigureStatus.BASE_MISSING);
  }

  @Test
  void growthOverABaseOfZeroHasNoValue() {
    List<Figure> figures =
        figures(flowAtCurrentPrices(), row("2016-03", "0", null), row("2017-03", "12", null));

    Figure figure = require(figures, Measure.YOY, Basis.COMPUTED, "2017-03");
    assertThat(figure.value()).isNull();
    assertThat(figure.status()).isEqualTo(FigureStatus.NOT_COMPARABLE);
    assertThat(figure.reasonZh()).contains("为零");
  }

  @Test
  void figureIsKnownFromItsLatestInputAndSimulatedWhenAnyIs() {
    Observation base = row("2016-03", "10", null);
    Observation lateAndSimulated =
        new Observation(
            base.period(),
            base.type(),
            base.start(),
            base.end(),
            base.level(),
            null,
            null,
            null,
            base.unit(),
            LocalDate.of(2019, 5, 1),
            true,
            base.evidence());
    List<Figure> figures =
        figures(flowAtCurrentPrices(), lateAndSimulated, row("2017-03", "12", null));

    Figure growth = require(figures, Measure.YOY, Basis.COMPUTED, "2017-03");
    assertThat(growth.knownAt()).isEqualTo("2019-05-01");
    assertThat(growth.isSimulated()).isTrue();
    assertThat(require(figures, Measure.LEVEL, Basis.PUBLISHED, "2017-03").isSimulated()).isFalse();
  }
}
