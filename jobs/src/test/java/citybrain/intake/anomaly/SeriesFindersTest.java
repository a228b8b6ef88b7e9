package citybrain.intake.anomaly;

import static citybrain.intake.anomaly.SeriesFixture.GROWTH;
import static citybrain.intake.anomaly.SeriesFixture.OUTLIER;
import static citybrain.intake.anomaly.SeriesFixture.SHIFT;
import static citybrain.intake.anomaly.SeriesFixture.UNIT_SLIP;
import static citybrain.intake.anomaly.SeriesFixture.ZERO;
import static citybrain.intake.anomaly.SeriesFixture.found;
import static citybrain.intake.anomaly.SeriesFixture.months;
import static citybrain.intake.anomaly.SeriesFixture.usual;
import static citybrain.intake.anomaly.SeriesFixture.usualFrom;
import static citybrain.intake.anomaly.SeriesFixture.usualWith;
import static org.assertj.core.api.Assertions.assertThat;

import citybrain.period.Period;
import citybrain.period.PeriodText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each finder doubts and what it leaves alone; the tables say why. */
final class SeriesFindersTest {
  private static List<Integer> indices(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(" ", -1)).map(Integer::valueOf).toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ten thousand too large,           105 98 101 1030000 99 102 97 100,               3",
    "ten thousand too small,           105 98 101 0.0103 99 102 97 100,                3",
    "hundred million too large,        105 98 101 99 10400000000 102 97 100,           4",
    "hundred million too small,        105 98 101 99 102 97 100 0.00000101,            7",
    "first figure in another unit,     1000000 98 101 103 99 102 97 100,               0",
    "two figures in another unit,      105 98 101 1030000 99 1020000 97 100 104 99,    3 5",
    "a thousand times is no unit slip, 105 98 101 103 99 102 97 100000,                ",
    "too few others,                   105 98 101 1030000 99 102,                      ",
    "missing figures do not count,     105 - 98 - 101 1030000 - 99 102 97,             5",
    "a series that leaps by itself,    1 40000 3 90000 2 7 50000 12 30000 1 80000 5,   ",
    "zeros and losses are not judged,  0 105 -98 101 1030000 99 102 97 100 103,        4",
    "growth of a tenth a month,        100 110 121 133 146 161 177 195 214 236 259,    ",
  })
  void unitSlips(String why, String values, String expected) {
    assertThat(found(UNIT_SLIP, months(values))).isEqualTo(indices(expected));
  }

  @Test
  void unitSlipSaysWhatIsUsualAndByHowMuchItIsOff() {
    assertThat(UNIT_SLIP.in(months("105 98 101 1030000 99 102 97 100")))
        .extracting(Doubt::reasonZh)
        .containsExactly("2018年4月为1030000，前后各期一般为100左右，相差约1万倍，疑似多乘了一万，计量单位可能填错");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "one zero,                    105 98 101 0 99 102 97 100,    3",
    "last one,                    105 98 101 103 99 102 97 0,    7",
    "a missing one is no zero,    105 98 101 - 99 102 97 100,    ",
    "two zeros: it has ended,     105 98 101 103 99 102 0 0,     ",
    "sometimes small,             105 98 101 0 99 2 97 100,      ",
    "sometimes negative,          105 98 101 0 99 -40 97 100,    ",
    "too few others,              105 98 101 0 99 102,           ",
    "always zero,                 0 0 0 0 0 0 0 0,               ",
  })
  void zerosThatMayBeMissing(String why, String values, String expected) {
    assertThat(found(ZERO, months(values))).isEqualTo(indices(expected));
  }

  @ParameterizedTest(name = "{2} times from month {0} on gives {3}")
  @CsvSource({
    "20, 48, 2,       20",
    "20, 48, 0.5,     20",
    "30, 48, 1.7,     30",
    "30, 48, 10000,   30",
    "24, 36, 3,       24",
    "20, 48, 1.2,     ",
    "20, 48, 1,       ",
    "46, 48, 2,       ",
    "20, 24, 2,       ",
  })
  void levelShifts(int from, int length, double factor, String expected) {
    double[] values = Arrays.copyOf(usualFrom(from, factor), length);
    assertThat(found(SHIFT, months(values))).isEqualTo(indices(expected));
  }

  @Test
  void aShiftBySoMuchAsAUnitSaysSo() {
    assertThat(SHIFT.in(months(usualFrom(30, 10000))).get(0).reasonZh())
        .startsWith("自2020年7月起水平变化")
        .contains("疑似自本期起计量单位改变");
    assertThat(SHIFT.in(months(usualFrom(30, 2))).get(0).reasonZh()).doesNotContain("计量单位");
  }

  @ParameterizedTest(name = "{1} times in month {0} gives {2}")
  @CsvSource({
    "21, 2.5,  21",
    "21, 0.4,  21",
    "47, 2.5,  47",
    "0,  3.5,  0",
    "21, 1.5,  ",
    "21, 1,    ",
    "25, 2.2,  ",
    "25, 3.5,  25",
  })
  void seasonalOutliers(int at, double factor, String expected) {
    assertThat(found(OUTLIER, months(usualWith(at, factor)))).isEqualTo(indices(expected));
  }

  @ParameterizedTest(name = "shift by {0} in month {1}")
  @CsvSource({"2, 20", "0.4, 30", "5, 26"})
  void aShiftIsNoOutlier(double factor, int from) {
    assertThat(found(OUTLIER, months(usualFrom(from, factor)))).isEmpty();
  }

  @Test
  void theShockOf2020IsNeitherShiftNorOutlier() {
    double[] values = usual();
    double[] lost = {0.4, 0.25, 0.12, 0.05};
    for (int i = 0; i < lost.length; i++) {
      values[25 + i] *= 1 - lost[i];
    }
    assertThat(found(OUTLIER, months(values))).isEmpty();
    assertThat(found(SHIFT, months(values))).isEmpty();
  }

  private static List<Point> withGrowth(String levels, String growth) {
    List<Point> points = new ArrayList<>(months(levels));
    String[] published = growth.trim().split("\\s+", -1);
    for (int i = 0; i < published.length; i++) {
      Point point = points.get(12 + i);
      points.set(
          12 + i,
          new Point(
              point.period(),
              point.value(),
              published[i].equals("-") ? null : new BigDecimal(published[i])));
    }
    return points;
  }

  private static final String YEAR = "1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000 ";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "as the levels give,          1050 1052 1048 1061,  5.0 5.2 4.8 6.1,   ",
    "within half a point,         1050 1052 1048 1061,  5.4 4.8 4.8 6.1,   ",
    "one disagrees,               1050 1052 1048 1061,  5.0 8.2 4.8 6.1,   13",
    "two of five disagree,        1050 1052 1048 1061 1020,  5.0 8.2 4.8 9.1 2.0,   13 15",
    "most disagree: one doubt,    1050 1052 1048 1061,  9.0 9.2 4.8 10.1,  12",
    "nothing published,           1050 1052 1048 1061,  - - - -,           ",
    "level missing,               1050 - 1048 1061,     5.0 8.2 4.8 6.1,   ",
  })
  void publishedGrowth(String why, String levels, String growth, String expected) {
    assertThat(found(GROWTH, withGrowth(YEAR + levels, growth))).isEqualTo(indices(expected));
  }

  @Test
  void aWrongLevelIsNotHeldAgainstTheYearAfter() {
    String second = "1050 1050 1500 1050 1050 1050 1050 1050 1050 1050 1050 1050 ";
    String third = "1103 1103 1103 1103 1103 1103 1103 1103 1103 1103 1103 1103";
    List<Point> series = withGrowth(YEAR + second + third, "5.0 ".repeat(24));
    assertThat(GROWTH.in(series))
        .extracting(Doubt::reasonZh)
        .containsExactly("2019年3月：公布5.0%，按本期与上年同期数值计算为50.0%，两者不一致");
  }

  /** Source: national retail sales, National Bureau of Statistics, among the published series. */
  @Test
  void baseRevisionsOfNationalRetailSalesAreOneDoubtAYear() {
    assertThat(GROWTH.in(nationalRetailSales()))
        .extracting(doubt -> doubt.reasonZh().replaceAll("（.*|：.*", ""))
        .containsExactly(
            "2003年可比的12期中有12期公布增速与按数值计算的增速不一致，疑为上年基数已修订",
            "2004年可比的12期中有12期公布增速与按数值计算的增速不一致，疑为上年基数已修订",
            "2005年可比的12期中有12期公布增速与按数值计算的增速不一致，疑为上年基数已修订",
            "2006年可比的12期中有12期公布增速与按数值计算的增速不一致，疑为上年基数已修订",
            "2010年可比的12期中有12期公布增速与按数值计算的增速不一致，疑为上年基数已修订",
            "2011年可比的11期中有6期公布增速与按数值计算的增速不一致，疑为上年基数已修订",
            "2012年9月",
            "2012年12月",
            "2015年可比的11期中有10期公布增速与按数值计算的增速不一致，疑为上年基数已修订");
  }

  /** The same source: eighteen years of real figures give no alarm. */
  @Test
  void nationalRetailSalesHaveNoSlipNoZeroNoOutlierAndNoShift() {
    List<Point> series = nationalRetailSales();
    assertThat(series).hasSizeGreaterThan(200);
    assertThat(found(UNIT_SLIP, series)).isEmpty();
    assertThat(found(ZERO, series)).isEmpty();
    assertThat(found(OUTLIER, series)).isEmpty();
    assertThat(found(SHIFT, series)).isEmpty();
  }

  /**
   * Source: exports of China, customs, among the published series; growth of up to a third a year.
   */
  @Test
  void nationalExportsHaveNoSlipAndNoZero() {
    List<Point> series =
        lines("national-exports-monthly.csv")
            .map(
                cells ->
                    new Point(
                        Period.month(Integer.parseInt(cells[0]), Integer.parseInt(cells[1])),
                        new BigDecimal(cells[2]),
                        null))
            .toList();
    assertThat(series).hasSizeGreaterThan(300);
    assertThat(found(UNIT_SLIP, series)).isEmpty();
    assertThat(found(ZERO, series)).isEmpty();
    assertThat(found(SHIFT, series)).isEmpty();
  }

  private static List<Point> nationalRetailSales() {
    return lines("national-retail-sales-monthly.csv")
        .map(
            cells ->
                new Point(
                    PeriodText.parse(Integer.parseInt(cells[0]), cells[1]).orElseThrow(),
                    number(cells[2]),
                    cells.length > 3 ? number(cells[3]) : null))
        .toList();
  }

  private static @Nullable BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static Stream<String[]> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    SeriesFindersTest.class.getResourceAsStream("/citybrain/published/" + file)),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "100, 60 40,        ",
    "100, 60.4 40,      ",
    "100, 60 44,        合计为100，2个组成部分之和为104，相差-4",
    "0.05, 0.02 0.02,   ",
    "1000000, 400001 500000,  合计为1000000，2个组成部分之和为900001，相差99999",
    "10, 4 5,           ",
  })
  void sumsOfParts(BigDecimal whole, String parts, String expected) {
    List<BigDecimal> numbers = Arrays.stream(parts.split(" ", -1)).map(BigDecimal::new).toList();
    assertThat(new SumOfParts(new BigDecimal("0.005")).doubt(whole, numbers).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} is {2}, {3}")
  @CsvSource({
    "2020-09,          '',            2020年9月,     MONTHLY",
    "2020-01/2020-02,  '',            2020年1-2月,   MONTHLY",
    "2020-01/2020-02,  cumulative,    2020年1-2月,   CUMULATIVE",
    "2020-01/2020-09,  '',            2020年1-9月,   CUMULATIVE",
    "2020-Q3,          quarter,       2020年第3季度, QUARTERLY",
    "2020-H1,          '',            2020年上半年,  HALF_YEARLY",
    "2020,             '',            2020年,        YEARLY",
  })
  void periodsHaveTheirRhythm(String code, String type, String words, Rhythm rhythm) {
    Period period = Rhythm.period(code, type).orElseThrow();
    assertThat(Wording.of(period)).isEqualTo(words);
    assertThat(Rhythm.of(period)).isEqualTo(rhythm);
  }
}
