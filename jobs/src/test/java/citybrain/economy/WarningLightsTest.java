package citybrain.economy;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionExtension.class)
final class WarningLightsTest {
  private static final StructType METRIC_VALUE =
      StructType.fromDDL(
          "metric_id STRING, measure STRING, basis STRING, area_code STRING, period STRING,"
              + " period_type STRING, period_end DATE, value DECIMAL(28,8),"
              + " is_comparable BOOLEAN, is_simulated BOOLEAN");

  @Test
  void comparableComputedGrowthDecides(SparkSession spark) {
    // National retail sales 2017-12: 34734.1 over 31757.0 = 9.37462607 %, published 9.4.
    Row light =
        lights(
                spark,
                monthly("computed", "2017-12", "9.37462607", true),
                monthly("published", "2017-12", "9.4", true))
            .first();

    assertThat(light.<String>getAs("scope")).isEqualTo("area");
    assertThat(light.<String>getAs("scope_id")).isEqualTo("000000");
    assertThat(light.<String>getAs("indicator_id")).isEqualTo("economy.retail_sales");
    assertThat(light.<BigDecimal>getAs("value")).isEqualByComparingTo("9.4");
    assertThat(light.<String>getAs("light")).isEqualTo("blue");
    assertThat(light.<Integer>getAs("score")).isEqualTo(1);
    assertThat(light.<String>getAs("reference")).isEqualTo("本系统方法说明 2026-01 第四条");
    assertThat(light.<String>getAs("reason_zh")).isEqualTo("计算同比增速9.4%，低于9.5%：蓝灯（过冷）");
  }

  @Test
  void publishedGrowthDecidesWhereTheBaseWasRevised(SparkSession spark) {
    // National retail sales 2015-11: computed 19.0 over the base as delivered, published 11.2.
    Row light =
        lights(
                spark,
                monthly("computed", "2015-11", "19.01025359", false),
                monthly("published", "2015-11", "11.2", true))
            .first();

    assertThat(light.<String>getAs("light")).isEqualTo("green");
    assertThat(light.<BigDecimal>getAs("value")).isEqualByComparingTo("11.2");
    assertThat(light.<String>getAs("reason_zh")).startsWith("公布同比增速11.2%");
  }

  @Test
  void periodWithoutUsableGrowthHasNoLight(SparkSession spark) {
    assertThat(
            lights(
                    spark,
                    monthly("computed", "2011-01", "23.0", false),
                    monthly("computed", "2000-01", null, false))
                .count())
        .isZero();
  }

  @Test
  void onlyMonthlyGrowthOfMetricsWithBoundsHasALight(SparkSession spark) {
    Date end = Date.valueOf(LocalDate.of(2017, 12, 31));
    BigDecimal value = new BigDecimal("12");
    Dataset<Row> lights =
        lights(
            spark,
            row("economy.retail_sales", "ytd_yoy", "2017-12", "month", end, value),
            row("economy.retail_sales", "yoy", "2017", "year", end, value),
            row("economy.gdp", "yoy", "2017-12", "month", end, value),
            row("economy.retail_sales", "yoy", "2017-01/2017-02", "merged_months", end, value));

    assertThat(lights.collectAsList())
        .extracting(light -> light.<String>getAs("period"))
        .containsExactly("2017-01/2017-02");
  }

  private static Dataset<Row> lights(SparkSession spark, Row... metricValues) {
    return WarningLights.of(
        spark.createDataFrame(Arrays.asList(metricValues), METRIC_VALUE),
        LightScale.of(LightParameters.retail()));
  }

  private static Row monthly(
      String basis, String period, @Nullable String value, boolean comparable) {
    return RowFactory.create(
        "economy.retail_sales",
        "yoy",
        basis,
        "000000",
        period,
        "month",
        Date.valueOf(YearMonth.parse(period).atEndOfMonth()),
        value == null ? null : new BigDecimal(value),
        comparable,
        false);
  }

  private static Row row(
      String metric, String measure, String period, String type, Date end, BigDecimal value) {
    return RowFactory.create(
        metric, measure, "published", "370200", period, type, end, value, true, false);
  }
}
