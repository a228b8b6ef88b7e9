package citybrain.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

final class MetricSeriesPropertiesTest {

  @Property(tries = 50)
  void orderOfDeliveryChangesNothing(@ForAll long seed) {
    List<Observation> shuffled = new ArrayList<>(PublishedRetailSales.observations());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(figures(shuffled)).isEqualTo(figures(PublishedRetailSales.observations()));
  }

  @Property(tries = 50)
  void scaleOfTheUnitChangesNoGrowth(
      @ForAll @BigRange(min = "0.01", max = "10000") @Scale(2) BigDecimal factor) {
    List<Observation> scaled =
        PublishedRetailSales.observations().stream().map(row -> scaled(row, factor)).toList();

    assertThat(growth(figures(scaled)))
        .isEqualTo(growth(figures(PublishedRetailSales.observations())));
  }

  @Property(tries = 50)
  void laterMonthsLeaveLevelsAndYearsToDateOfEarlierOnesAlone(
      @ForAll @IntRange(min = 1, max = 210) int known) {
    List<Figure> early = amounts(figures(PublishedRetailSales.observations().subList(0, known)));

    assertThat(amounts(figures(PublishedRetailSales.observations()))).containsAll(early);
  }

  private static List<Figure> figures(List<Observation> observations) {
    return MetricSeries.figures(
        SeriesFixture.flowAtCurrentPrices(), SeriesFixture.NATION, observations);
  }

  private static List<Figure> growth(List<Figure> figures) {
    return figures.stream()
        .filter(figure -> figure.measure() != Measure.LEVEL && figure.measure() != Measure.YTD)
        .toList();
  }

  private static List<Figure> amounts(List<Figure> figures) {
    return figures.stream()
        .filter(figure -> figure.measure() == Measure.LEVEL || figure.measure() == Measure.YTD)
        .toList();
  }

  private static Observation scaled(Observation row, BigDecimal factor) {
    BigDecimal level = row.level();
    return new Observation(
        row.period(),
        row.type(),
        row.start(),
        row.end(),
        level == null ? null : level.multiply(factor),
        null,
        row.yoyPublished(),
        null,
        row.unit(),
        row.knownFrom(),
        row.isSimulated(),
        row.evidence());
  }
}
