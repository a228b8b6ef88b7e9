package citybrain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.simulation.city.District;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated statistics as the project's reader takes them: sums and published growth. */
class SimulatedStatisticsTest {
  private static final YearMonth FROM = YearMonth.of(2019, 1);
  private static final YearMonth TO = YearMonth.of(2020, 6);
  private static final String CITY = "370200";

  /** Their city has a budget of its own beside the districts'. */
  private static final Set<String> FISCAL =
      Set.of("tax_revenue", "general_public_budget_revenue", "general_public_budget_expenditure");

  private static Map<String, Taken> statistics;
  private static Map<String, Taken> budget;

  /** A record as it was taken. */
  private record Taken(Map<String, String> values) {
    String text(String column) {
      return values.getOrDefault(column, "");
    }

    BigDecimal number(String column) {
      return new BigDecimal(text(column));
    }
  }

  @BeforeAll
  static void simulate(@TempDir Path folder) throws IOException {
    Set<String> ofStatistics = Set.of("stat_monthly", "stat_quarterly");
    statistics = simulated(folder.resolve("statistics"), ofStatistics, "indicator_code", "period");
    budget =
        simulated(
            folder.resolve("budget"), Set.of("budget_execution"), "budget_scope", "account_code");
  }

  /** Records by area, period and the columns named. */
  private static Map<String, Taken> simulated(
      Path folder, Set<String> extracts, String first, String second) throws IOException {
    SimulationRequest request = new SimulationRequest(folder, FROM, TO, 1, 7, 0);
    CitySimulation.run(request.ofExtracts(extracts), SimulatedFiles.CONTRACTS);
    return DeliveredCity.read(folder, SimulatedFiles.CONTRACTS).current().values().stream()
        .map(Taken::new)
        .collect(
            Collectors.toMap(
                record ->
                    String.join(
                        "|",
                        record.text("area_code"),
                        record.text("period"),
                        record.text(first),
                        record.text(second)),
                record -> record));
  }

  private static Taken found(Map<String, Taken> records, String key) {
    return Objects.requireNonNull(records.get(key), key);
  }

  private static String key(String area, String period, String indicator) {
    return String.join("|", area, period, indicator, period);
  }

  private static BigDecimal level(String area, String period, String indicator) {
    return found(statistics, key(area, period, indicator)).number("level");
  }

  @Test
  void districtsSumToTheCity() {
    List<Taken> ofTheCity =
        statistics.values().stream()
            .filter(record -> record.text("area_code").equals(CITY))
            .filter(record -> !FISCAL.contains(record.text("indicator_code")))
            .filter(record -> !record.text("indicator_code").endsWith("price_index"))
            .toList();
    assertThat(ofTheCity).hasSizeGreaterThan(300);
    for (Taken record : ofTheCity) {
      String indicator = record.text("indicator_code");
      BigDecimal districts =
          Arrays.stream(District.values())
              .map(district -> level(district.code(), record.text("period"), indicator))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(record.number("level")).as("%s", record).isEqualByComparingTo(districts);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2019-01/2019-02", "2019-05", "2019-Q1", "2019-Q2"})
  void publishedGrowthIsThatOfThePublishedLevels(String period) {
    List<Taken> before =
        statistics.values().stream()
            .filter(record -> record.text("period").equals(period))
            .filter(record -> !record.text("indicator_code").endsWith("price_index"))
            .toList();
    int compared = 0;
    for (Taken record : before) {
      Taken now =
          found(
              statistics,
              key(
                  record.text("area_code"),
                  period.replace("2019", "2020"),
                  record.text("indicator_code")));
      if (!now.text("yoy_published").isEmpty()) {
        BigDecimal growth =
            now.number("level")
                .subtract(record.number("level"))
                .movePointRight(2)
                .divide(record.number("level"), 1, RoundingMode.HALF_UP);
        assertThat(now.number("yoy_published")).as("%s", now).isEqualByComparingTo(growth);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @ParameterizedTest(name = "{0} is {1}, {2} and {3}")
  @CsvSource({
    "gdp, gdp_primary, gdp_secondary, gdp_tertiary",
    "gdp_prices_2015, gdp_primary_prices_2015, gdp_secondary_prices_2015, gdp_tertiary_prices_2015",
  })
  void sectorsSumToTheProduct(String product, String primary, String secondary, String tertiary) {
    for (String area : List.of(CITY, "370202", "370285")) {
      BigDecimal sectors =
          level(area, "2020-Q1", primary)
              .add(level(area, "2020-Q1", secondary))
              .add(level(area, "2020-Q1", tertiary));
      assertThat(level(area, "2020-Q1", product)).isEqualByComparingTo(sectors);
    }
  }

  @ParameterizedTest(name = "{0} between {1} and {2} percent in January and February 2020")
  @CsvSource({
    "retail_sales, -25, -8",
    "online_retail_sales, 5, 45",
    "commercial_housing_sales, -60, -20",
  })
  void shockOf2020IsDeepByKind(String indicator, BigDecimal least, BigDecimal most) {
    Taken record = found(statistics, key(CITY, "2020-01/2020-02", indicator));
    assertThat(record.number("yoy_published")).isBetween(least, most);
  }

  @Test
  void itemsSumToTheBudgetAndBudgetsToTheWholeCity() {
    for (String scope : List.of("own_level", "whole_area")) {
      assertThat(amount(CITY, scope, "101").add(amount(CITY, scope, "103")))
          .isEqualByComparingTo(amount(CITY, scope, "R"));
    }
    BigDecimal districts =
        Arrays.stream(District.values())
            .map(district -> amount(district.code(), "whole_area", "E"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(amount(CITY, "own_level", "E").add(districts))
        .isEqualByComparingTo(amount(CITY, "whole_area", "E"));
  }

  private static BigDecimal amount(String area, String scope, String account) {
    return found(budget, String.join("|", area, "2020-05", scope, account))
        .number("cumulative_amount");
  }

  @Test
  void reallyPublishedFiguresOfTheCityAreNotSimulated() {
    assertThat(statistics.keySet())
        .contains(key("370202", "2020-05", "industrial_value_added"))
        .doesNotContain(
            key(CITY, "2020-05", "industrial_value_added"),
            key(CITY, "2020-05", "fixed_asset_investment"));
  }
}
