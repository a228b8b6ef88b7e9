package citybrain.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrowthTest {

  @ParameterizedTest(name = "{0}: {2} over {1} is {3} %")
  @CsvSource({
    "NBS retail sales 2017-01/2017-02 by hand, 52910.3, 57959.7, 9.54332143",
    "NBS retail sales 2017-03 by hand,         25114.1, 27863.7, 10.94843136",
    "unchanged,                                100,     100,     0",
    "halved,                                   100,     50,      -50",
    "half a digit rounds up,                   8000000000, 8000000000.4, 0.00000001",
  })
  void growthIsChangeOverBase(
      String source, BigDecimal base, BigDecimal current, BigDecimal percent) {
    assertThat(Growth.over(base, current))
        .hasValueSatisfying(g -> assertThat(g).isEqualByComparingTo(percent));
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "-3, 5", "0, 0"})
  void growthOverNothingIsNoNumber(BigDecimal base, BigDecimal current) {
    assertThat(Growth.over(base, current)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} % and {2} % average {3} %")
  @CsvSource({
    "NBS 2021-04-16 GDP 2020-Q1 and 2021-Q1,                  -6.8,  18.3, 5.0",
    "NBS 2021-07-15 GDP 2020-H1 and 2021-H1,                  -1.6,  12.7, 5.3",
    "NBS 2021-03-15 industry 2020-01/2020-02 and 2021,        -13.5, 35.1, 8.1",
  })
  void twoYearAverageIsThePublishedOneAtItsPrecision(
      String source, BigDecimal earlier, BigDecimal later, BigDecimal published) {
    assertThat(Growth.twoYearAverage(earlier, later))
        .hasValueSatisfying(
            average ->
                assertThat(average.setScale(1, RoundingMode.HALF_UP))
                    .isEqualByComparingTo(published));
  }

  @ParameterizedTest(name = "{0} % and {1} % average {2} %")
  @CsvSource({
    "21,   0,    10", // √1.21 = 1.1
    "-100, 50,   -100",
    "44,   0,    20", // √1.44 = 1.2
    "10,   10,   10",
  })
  void twoYearAverageIsGeometric(BigDecimal earlier, BigDecimal later, BigDecimal average) {
    assertThat(Growth.twoYearAverage(earlier, later))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(average));
  }

  @ParameterizedTest
  @CsvSource({"-100.1, 5", "5, -150"})
  void twoYearAverageOfLosingMoreThanEverythingIsNoNumber(BigDecimal earlier, BigDecimal later) {
    assertThat(Growth.twoYearAverage(earlier, later)).isEmpty();
  }
}
