package citybrain.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import citybrain.unit.Unit.SourceUnit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceUnitsTest {
  @ParameterizedTest(name = "{0}, as in {1}, is {3} {2}")
  @CsvSource({
    "亿元, Qingdao annual series, yuan, 100000000",
    "万人, Qingdao annual series, person, 10000",
    "万平方米, Qingdao annual series, square_metre, 10000",
    "元/平方米, Qingdao annual series, yuan_per_square_metre, 1",
    "个, Qingdao annual series, count, 1",
    "上月=100, Qingdao house price index, index, 1",
    "上年同期＝100, price indices of the statistics bureau, index, 1",
    "亿美元, national exports, us_dollar, 100000000",
    "万美元, used foreign capital, us_dollar, 10000",
    "%, published growth, percent, 1",
    "％, published growth in full width, percent, 1",
    "个百分点, differences of rates, percentage_point, 1",
    "万元, Annex 3 part 5, yuan, 10000",
    "所, Annex 3 part 1, school, 1",
    "人, Annex 3 part 1, person, 1",
    "人日, Annex 3 part 6, person_day, 1",
    "萬元, traditional characters in Annex 3 part 6, yuan, 10000",
    "台, robots of the seven industries, machine, 1",
    "家, firms, count, 1",
    "亿千瓦时, electricity, kilowatt_hour, 100000000",
    "万千瓦时, electricity, kilowatt_hour, 10000",
    "万亿元, national retail sales in total, yuan, 1000000000000",
    "单位：亿元, a unit row, yuan, 100000000",
    "（ 亿 元 ）, a header, yuan, 100000000",
    "元, relief fund, yuan, 1",
    "千元, enterprise statements, yuan, 1000",
    "人民币亿元, balance of deposits, yuan, 100000000",
    "‰, natural growth of the population, percent, 0.1",
    "万人次, tourists, person_time, 10000",
    "人次, training, person_time, 1",
    "户, market entities, count, 1",
    "万户, market entities, count, 10000",
    "件, patents, count, 1",
    "起, accidents, count, 1",
    "头, carcasses, count, 1",
    "公顷, GB 3100: 1 ha is 10^4 m2, square_metre, 10000",
    "平方公里, GB 3100, square_metre, 1000000",
    "万亩, film covered, mu, 10000",
    "亩, 15 to the hectare, mu, 1",
    "吨, film recovered, tonne, 1",
    "万吨, port throughput, tonne, 10000",
    "公斤, packaging recovered, tonne, 0.001",
    "千克, packaging recovered, tonne, 0.001",
    "公里, metro, kilometre, 1",
    "千米, metro, kilometre, 1",
    "元/人·年, basic public health standard, yuan_per_person, 1",
    "分, duty scores, score, 1",
  })
  void departmentsUnitIsRead(String verbatim, String source, String code, BigDecimal factor) {
    assertThat(SourceUnits.of(verbatim))
        .hasValueSatisfying(
            read -> {
              assertThat(read.unit().code()).isEqualTo(code);
              assertThat(read.factor()).isEqualByComparingTo(factor);
            });
  }

  @ParameterizedTest(name = "\"{0}\" is no unit")
  @ValueSource(
      strings = {
        "",
        " ",
        "无",
        "-",
        "亿",
        "万%",
        "百个百分点",
        "千‰",
        "万分",
        "万度数",
        "英镑",
        "亿元/万人",
        "1990=100",
        "亿元亿元"
      })
  void unknownUnitIsNone(String verbatim) {
    assertThat(SourceUnits.of(verbatim)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Unit.class)
  void nameShownToReadersReadsBackAsTheUnit(Unit unit) {
    assertThat(SourceUnits.of(unit.zh())).contains(new SourceUnit(unit, BigDecimal.ONE));
    assertThat(Unit.ofCode(unit.code())).contains(unit);
  }

  @Test
  void conversionIsExact() {
    SourceUnit hundredMillion = SourceUnits.of("亿元").orElseThrow();
    assertThat(hundredMillion.toStored(new BigDecimal("5985.43")))
        .isEqualByComparingTo("598543000000");
    assertThat(hundredMillion.toStored(new BigDecimal("0.00000001"))).isEqualByComparingTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void factorThatIsNotPositiveIsRefused(BigDecimal factor) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceUnit(Unit.YUAN, factor));
  }
}
