package citybrain.intake.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.ConformedRow;
import citybrain.intake.reading.ConformedRow.Outcome;
import citybrain.intake.reading.FileEvidence.FileFormat;
import citybrain.intake.reading.WholeFile.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four real files, which state no licence and so are no part of the project. Where the environment
 * variable CITYBRAIN_SAMPLES names their folder they are read; elsewhere these tests are skipped,
 * and {@link MadeUpTablesTest} reads tables with the same mess.
 *
 * <p>Expected figures were read off the files by eye and by a reader of another make; amounts in 亿元
 * and 万元 are stored in yuan, growth in percent. One sheet has a figure without its month, one has
 * two rows twice, and one ends in a column of figures whose header is blank. Nothing else may be
 * held back or warned of.
 */
class DeliveredSamplesTest {
  private static final String FOLDER = "CITYBRAIN_SAMPLES";

  @TempDir private static Path registry;
  private static ContractRegistry contracts;
  private static @Nullable Accepted elevenSheets;

  @BeforeAll
  static void loadContracts() {
    contracts = NationalTables.registry(registry);
  }

  /** Before each test, so that each is reported as skipped. */
  @BeforeEach
  void needSamples() {
    String folder = System.getenv(FOLDER);
    assumeTrue(
        folder != null && !folder.isBlank(),
        FOLDER + " names no folder: the real sample files are not read");
  }

  private static byte[] content(String file) throws IOException {
    return Files.readAllBytes(Path.of(System.getenv(FOLDER)).resolve(file));
  }

  private static Accepted read(String extract, String file) throws IOException {
    return NationalTables.read(extract, content(file), contracts);
  }

  private static Accepted elevenSheets() throws IOException {
    if (elevenSheets == null) {
      elevenSheets =
          NationalTables.readWithProblems(
              "macro_monthly", content("merged-headers.xlsx"), contracts);
    }
    return elevenSheets;
  }

  @Test
  void moneySupplyByMonth() throws IOException {
    Accepted accepted = read("money_supply", "national-monthly-gb18030.csv");

    assertThat(accepted.evidence().encoding()).isEqualTo("GB18030");
    assertThat(NationalTables.dispositions(accepted, ""))
        .isEqualTo("TITLE 1-2, HEADER 3, DATA 4-261, FOOTNOTE 262-263");
    // 258 months from 1999-12 to 2021-05, three aggregates, each with its stock and its growth.
    assertThat(accepted.records()).hasSize(258 * 6);
    assertThat(NationalTables.figures(accepted))
        .startsWith(
            "!4 m2 000000 2021-05 level _T = 227553807000000 yuan",
            "!4 m2 000000 2021-05 yoy _T = 8.3 percent",
            "!4 m1 000000 2021-05 level _T = 61682832000000 yuan",
            "!4 m1 000000 2021-05 yoy _T = 6.1 percent",
            "!4 m0 000000 2021-05 level _T = 8417772000000 yuan",
            "!4 m0 000000 2021-05 yoy _T = 5.6 percent")
        .contains(
            // Growth of nothing is a figure.
            "!20 m1 000000 2020-01 yoy _T = 0 percent",
            "!31 m0 000000 2019-02 yoy _T = -2.4 percent")
        .endsWith("!261 m0 000000 1999-12 yoy _T = 20.1 percent");
  }

  @Test
  void productOfCitiesByYear() throws IOException {
    Accepted accepted = read("cities_annual", "cities-annual.xls");

    assertThat(accepted.evidence().format()).isEqualTo(FileFormat.BIFF8);
    assertThat(NationalTables.dispositions(accepted, "主要城市年度数据"))
        .isEqualTo("TITLE 1-3, HEADER 4, DATA 5-40, FOOTNOTE 41");
    // 36 cities, four years each; of 2019 only the four municipalities are published.
    assertThat(accepted.records()).hasSize(36 * 4 + 4);
    assertThat(NationalTables.figures(accepted))
        .startsWith("主要城市年度数据!B5 gdp 110000 2019 level _T = 3537128000000 yuan")
        .contains(
            "主要城市年度数据!B31 gdp 500000 2019 level _T = 2360577000000 yuan",
            "主要城市年度数据!C23 gdp 370200 2018 level _T = 1200152000000 yuan",
            "主要城市年度数据!F40 gdp 650100 2015 level _T = 263164000000 yuan");
    // A blank cell states nothing: no record, and no zero.
    assertThat(accepted.records())
        .filteredOn(r -> "2019".equals(r.values().get("period")))
        .extracting(r -> r.values().get("area_code"))
        .containsExactly("110000", "120000", "310000", "500000");
  }

  @Test
  void growthOfIndustryByMonth() throws IOException {
    Accepted accepted = read("industrial_growth", "industrial-value-added-biff8.xls");

    assertThat(NationalTables.dispositions(accepted, "月度数据"))
        .isEqualTo("TITLE 1-2, HEADER 3, DATA 4-5, FOOTNOTE 6-9");
    // 33 months; the month of February alone is never published.
    assertThat(accepted.records()).hasSize(30 + 33);
    assertThat(NationalTables.figures(accepted))
        .startsWith(
            "月度数据!B4 industrial_value_added 000000 2020-04 yoy _T = 3.9 percent",
            "月度数据!C4 industrial_value_added 000000 2020-03 yoy _T = -1.1 percent",
            "月度数据!E4 industrial_value_added 000000 2019-12 yoy _T = 6.9 percent")
        .contains("月度数据!B5 industrial_value_added 000000 2020-04 ytd_yoy _T = -4.9 percent")
        .endsWith("月度数据!AH5 industrial_value_added 000000 2017-05 ytd_yoy _T = 6.7 percent");
    assertThat(NationalTables.figures(accepted))
        .filteredOn(f -> f.contains(" 2020-02 "))
        .containsExactly(
            "月度数据!D5 industrial_value_added 000000 2020-02 ytd_yoy _T = -13.5 percent");
  }

  @Test
  void elevenSheetsOfMergedHeaders() throws IOException {
    Accepted accepted = elevenSheets();

    assertThat(accepted.evidence().format()).isEqualTo(FileFormat.OOXML);
    assertThat(NationalTables.countBySheet(accepted))
        .containsExactly(
            Map.entry("社会融资规模增量统计", 130L * 8),
            Map.entry("固投月度增长", 5L * 31),
            Map.entry("USD-CNY", 121L * 5),
            Map.entry("消费（没有1-2月）", 69L * 7),
            Map.entry("M2", 120L * 9),
            // Two of its 99 rows repeat a month word for word.
            Map.entry("PMI", 97L * 6),
            Map.entry("工业品出厂价格指数(PPI)", 120L * 3),
            Map.entry("新增信贷数据（亿元）", 100L * 5),
            Map.entry("工业增加值增长（没有一月）", 100L * 2),
            Map.entry("出口", 7L * 18),
            Map.entry("新房价指数", 40L * 6));
    assertThat(NationalTables.figures(accepted))
        .contains(
            // Three header rows; 其中(亿元) gives its unit to the columns below.
            "社会融资规模增量统计!B5 social_financing 000000 2025-10 level _T = 816100000000 yuan",
            "社会融资规模增量统计!C5 yuan_loans 000000 2025-10 level _T = -15400000000 yuan",
            "社会融资规模增量统计!I134 equity_financing 000000 2015-01 level _T = 52600000000 yuan",
            // Months as date cells above, indicator and measure in the name of the row.
            "固投月度增长!B2 manufacturing_investment 000000 2025-11 ytd_yoy _T = 1.9 percent",
            "固投月度增长!AH6 electronics_investment 000000 2023-03 ytd_yoy _T = 14.5 percent",
            // A percentage cell holds a fraction: -0.0122 is -1.22 %.
            "USD-CNY!B2 usd_cny 000000 2025-12 close _T = 6.9888 yuan",
            "USD-CNY!F2 usd_cny 000000 2025-12 change _T = -1.22 percent",
            "消费（没有1-2月）!B2 retail_sales 000000 2025-09 level _T = 4197100000000 yuan",
            "消费（没有1-2月）!H2 services_production 000000 2025-09 yoy _T = 5.6 percent",
            "M2!B3 m2 000000 2025-11 level _T = 336989052000000 yuan",
            "M2!C3 m2 000000 2025-11 yoy _T = 8 percent",
            "M2!J120 m0 000000 2016-02 mom _T = -4.28 percent",
            // The column of months has no header.
            "PMI!B3 pmi 000000 2017-12 level _T = 51.6 index",
            "PMI!G101 pmi_delivery 000000 2025-12 level _T = 50.2 index",
            "工业品出厂价格指数(PPI)!B2 ppi 000000 2025-11 level _T = 97.8 index",
            "工业品出厂价格指数(PPI)!C2 ppi 000000 2025-11 yoy _T = -2.2 percent",
            "工业品出厂价格指数(PPI)!D121 ppi 000000 2015-12 cumulative _T = 94.8 index",
            // 同比增长 stands twice: the second is that of 累计; the sheet names the unit.
            "新增信贷数据（亿元）!B2 new_loans 000000 2025-11 level _T = 409600000000 yuan",
            "新增信贷数据（亿元）!C2 new_loans 000000 2025-11 yoy _T = -21.47 percent",
            "新增信贷数据（亿元）!D2 new_loans 000000 2025-11 mom _T = 2760 percent",
            "新增信贷数据（亿元）!E2 new_loans 000000 2025-11 cumulative _T = 14934300000000 yuan",
            "新增信贷数据（亿元）!F2 new_loans 000000 2025-11 ytd_yoy _T = -7.87 percent",
            // A dash states that there is no figure, which is no zero.
            "工业增加值增长（没有一月）!B11 industrial_value_added 000000 2025-02 yoy _T = - -",
            "工业增加值增长（没有一月）!C11 industrial_value_added 000000 2025-02 ytd_yoy _T = 5.9 percent",
            // Two years side by side, five header rows, 万元 in a corner; growth is that of 1至11月.
            "出口!B6 trade_total 000000 2025-11 level _T = 3898689890000 yuan",
            "出口!C6 trade_total 000000 2025-01/2025-11 level _T = 41207636350000 yuan",
            "出口!I7 exports 000000 2025-01/2025-11 ytd_yoy USA = -18.3 percent",
            "出口!K8 trade_total 000000 2024-11 level ASEAN = 621126040000 yuan",
            "出口!S9 imports 000000 2024-01/2024-11 ytd_yoy EU = -3.3 percent",
            "出口!L12 trade_total 000000 2024-01/2024-11 level BRI = - -",
            // Months as bare serial numbers, written once for two cities.
            "新房价指数!C3 new_home_prices 110000 2025-11 mom _T = 99.5 index",
            "新房价指数!G4 second_hand_prices 310000 2025-11 yoy _T = 95.4 index",
            "新房价指数!E4 new_home_prices 310000 2025-11 fixed_base _T = - -");
    assertThat(accepted.records())
        .filteredOn(r -> r.values().get("value") == null)
        .extracting(ConformedRow::sheet)
        .containsOnly("工业增加值增长（没有一月）", "出口", "新房价指数")
        .hasSize(9 + 18 + 80);
  }

  @Test
  void whatIsWrongInTheFileIsSaidAndNothingElse() throws IOException {
    Accepted accepted = elevenSheets();

    assertThat(accepted.warnings())
        .extracting(p -> p.sheet() + "!" + p.cell() + " " + p.value() + " " + p.checkId())
        .containsExactly("固投月度增长!AI2 8.1 header.unknown");
    assertThat(accepted.cellProblems())
        .extracting(p -> p.sheet() + "!" + p.cell() + " " + p.checkId())
        .containsExactly("消费（没有1-2月）!A71 required");
    assertThat(accepted.records())
        .filteredOn(r -> r.outcome() == Outcome.QUARANTINED)
        .extracting(ConformedRow::cell, r -> r.values().get("value"))
        .containsExactly(tuple("H71", "7.2"));
    assertThat(accepted.records())
        .filteredOn(r -> r.outcome() == Outcome.SUPERSEDED)
        .extracting(r -> r.sheet() + " " + r.row() + " " + r.values().get("period"))
        .hasSize(2 * 6)
        .containsOnly("PMI 39 2020-12", "PMI 40 2021-01");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      社会融资规模增量统计 | TITLE 1, HEADER 2-4, DATA 5-134
      固投月度增长 | HEADER 1, DATA 2-6
      USD-CNY | HEADER 1, DATA 2-122
      消费（没有1-2月） | HEADER 1, DATA 2-71, BLANK 72-90
      M2 | HEADER 1-2, DATA 3-122
      PMI | HEADER 1-2, DATA 3-101
      工业品出厂价格指数(PPI) | HEADER 1, DATA 2-121
      新增信贷数据（亿元） | HEADER 1, DATA 2-101
      工业增加值增长（没有一月） | HEADER 1, DATA 2-101
      出口 | HEADER 1-5, DATA 6-12
      新房价指数 | HEADER 1-2, DATA 3-42
      """)
  void titlesHeadersAndBlankRowsAreNoRecords(String sheet, String dispositions) throws IOException {
    Accepted accepted = elevenSheets();

    assertThat(NationalTables.dispositions(accepted, sheet)).isEqualTo(dispositions);
  }
}
