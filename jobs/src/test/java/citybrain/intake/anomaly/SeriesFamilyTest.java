package citybrain.intake.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.Contract;
import citybrain.contract.ContractRegistry;
import citybrain.contract.SeriesCheck;
import citybrain.intake.anomaly.Found.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks as the silver contracts declare them, over records that belong together. */
final class SeriesFamilyTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final List<String> DISTRICTS =
      List.of(
          "370202", "370203", "370211", "370212", "370213", "370214", "370215", "370281", "370283",
          "370285");

  private static Contract table(String name) {
    return CONTRACTS.table("silver", name).orElseThrow();
  }

  private static SeriesRecord record(int row, Map<String, String> values) {
    return new SeriesRecord(
        values, "key" + row, "部门/报表/2021-01-20/f.csv", "sha", "", row, null, true, true);
  }

  /** Pairs of column and value. */
  private static Map<String, String> values(String... pairs) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return values;
  }

  private static List<SeriesCheck> checks(Contract table, SeriesCheck.Kind... kinds) {
    return table.seriesChecks().stream()
        .filter(check -> List.of(kinds).contains(check.kind()))
        .toList();
  }

  private static List<String> judge(
      Contract table, List<SeriesRecord> records, List<SeriesCheck> checks) {
    return new SeriesFamily(table, records, new CopiedColumn())
        .judge(checks).stream()
            .map(found -> found.check().name() + " " + found.column() + " " + found.record().row())
            .sorted()
            .toList();
  }

  private static List<SeriesRecord> retailSales(int slipAt) {
    List<SeriesRecord> records = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      int level = 1000 + (i % 12) * 10 + (i / 12) * 50;
      records.add(
          record(
              i + 2,
              values(
                  "indicator_code",
                  "retail_sales",
                  "area_code",
                  "370200",
                  "period",
                  "%d-%02d".formatted(2018 + i / 12, i % 12 + 1),
                  "period_type",
                  "month",
                  "level",
                  level + (i == slipAt ? "0000" : ""),
                  "yoy_published",
                  i < 12 ? "5.0" : "%.1f".formatted(5000.0 / (level - 50)))));
    }
    return records;
  }

  private static List<SeriesCheck> ofSeries(Contract table) {
    return table.seriesChecks().stream()
        .filter(check -> check.kind() != SeriesCheck.Kind.HIERARCHY_SUM)
        .toList();
  }

  @Test
  void aSeriesWithoutFaultGivesNothing() {
    Contract table = table("statistical_observation");
    assertThat(judge(table, retailSales(-1), ofSeries(table))).isEmpty();
  }

  /** The slip is in a base month too: neither its own growth nor next year's is doubted besides. */
  @ParameterizedTest
  @ValueSource(ints = {5, 17})
  void oneFaultIsToldOnce(int slipAt) {
    Contract table = table("statistical_observation");
    assertThat(judge(table, retailSales(slipAt), ofSeries(table)))
        .containsExactly("level_unit_slip level " + (slipAt + 2));
  }

  @Test
  void orderOfRecordsDoesNotMatter() {
    Contract table = table("statistical_observation");
    List<SeriesRecord> reversed = new ArrayList<>(retailSales(17));
    java.util.Collections.reverse(reversed);
    assertThat(judge(table, reversed, ofSeries(table))).containsExactly("level_unit_slip level 19");
  }

  private static List<SeriesRecord> areas(String city, int districts, String indicator) {
    List<SeriesRecord> records = new ArrayList<>();
    records.add(
        record(
            2,
            values(
                "indicator_code",
                indicator,
                "area_code",
                "370200",
                "period",
                "2020-09",
                "period_type",
                "month",
                "level",
                city)));
    for (int i = 0; i < districts; i++) {
      records.add(
          record(
              i + 3,
              values(
                  "indicator_code",
                  indicator,
                  "area_code",
                  DISTRICTS.get(i),
                  "period",
                  "2020-09",
                  "period_type",
                  "month",
                  "level",
                  "100")));
    }
    return records;
  }

  @ParameterizedTest(name = "{0} against {1} districts of {2}: {3}")
  @CsvSource({
    "1001, 10, retail_sales,                  ",
    "1100, 10, retail_sales,                  districts_add_up level 2",
    "1100, 9,  retail_sales,                  ",
    "1100, 10, general_public_budget_revenue, ",
  })
  void districtsAddUpWhereAllAreThere(String city, int districts, String indicator, String found) {
    Contract table = table("statistical_observation");
    assertThat(
            judge(
                table,
                areas(city, districts, indicator),
                checks(table, SeriesCheck.Kind.HIERARCHY_SUM)))
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  @Test
  void theCitysBudgetIsItsOwnLevelAndItsDistricts() {
    Contract table = table("budget_execution");
    List<SeriesRecord> records = new ArrayList<>();
    records.add(budget(2, "370200", "whole_area", "1500.5"));
    records.add(budget(3, "370200", "own_level", "400"));
    for (int i = 0; i < DISTRICTS.size(); i++) {
      records.add(budget(i + 4, DISTRICTS.get(i), "whole_area", "100.05"));
    }
    List<SeriesCheck> sums = checks(table, SeriesCheck.Kind.HIERARCHY_SUM);
    assertThat(judge(table, records, sums)).containsExactly("areas_add_up month_amount 2");
    records.set(1, budget(3, "370200", "own_level", "500.01"));
    assertThat(judge(table, records, sums)).isEmpty();
  }

  private static SeriesRecord budget(int row, String area, String scope, String amount) {
    return record(
        row,
        values(
            "budget_book",
            "general",
            "area_code",
            area,
            "budget_scope",
            scope,
            "account_code",
            "R",
            "period",
            "2020-09",
            "month_amount",
            amount));
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "370205, 2013-01, true",
    "370205, 2012-11, false",
    "370282, 2017-10, true",
    "370282, 2017-09, false",
    "370215, 2010-01, false",
    "370203, 2013-01, false",
  })
  void abolishedAreas(String area, String period, boolean isDoubted) {
    Contract table = table("enterprise_power");
    SeriesRecord record = record(2, values("account_id", "1", "area_code", area, "period", period));
    assertThat(judge(table, List.of(record), checks(table, SeriesCheck.Kind.ABOLISHED_CODE)))
        .isEqualTo(isDoubted ? List.of("area_abolished area_code 2") : List.of());
  }

  @Test
  void anAbolishedAreaIsNamedWithItsSuccessor() {
    Contract table = table("enterprise_power");
    SeriesRecord record =
        record(2, values("account_id", "1", "area_code", "370205", "period", "2020-09"));
    assertThat(
            new SeriesFamily(table, List.of(record), new CopiedColumn())
                .judge(checks(table, SeriesCheck.Kind.ABOLISHED_CODE)))
        .extracting(Found::reasonZh)
        .containsExactly("四方区（370205）自2012-12-01起已撤销，数据时期始于2020-09-01，当时相应的是市北区");
  }

  @ParameterizedTest(name = "zero with status {0}: {1}")
  @CsvSource({"active, 9", "suspended, "})
  void onlyAccountsInUseAreExpectedToUsePower(String status, Integer row) {
    Contract table = table("enterprise_power");
    List<SeriesRecord> records =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    record(
                        i + 2,
                        values(
                            "account_id",
                            "1",
                            "account_status",
                            i == 7 ? status : "active",
                            "period",
                            "2020-%02d".formatted(i + 1),
                            "electricity",
                            i == 7 ? "0E-8" : "100" + i)))
            .toList();
    assertThat(judge(table, records, checks(table, SeriesCheck.Kind.ZERO_AS_NULL)))
        .isEqualTo(
            row == null ? List.of() : List.of("electricity_zero_as_null electricity " + row));
  }

  @Test
  void copiesAreCountedByFileAndNotTold() {
    Contract table = table("enterprise_power");
    CopiedColumn copies = new CopiedColumn();
    for (int firm = 0; firm < 30; firm++) {
      String same = String.valueOf(1000 + firm);
      List<SeriesRecord> records =
          List.of(
              record(firm * 3 + 2, power(firm, "2020-08", same)),
              record(firm * 3 + 3, power(firm, "2020-09", firm == 0 ? "777" : same)),
              record(firm * 3 + 4, power(firm, "2020-11", same)));
      assertThat(
              new SeriesFamily(table, records, copies)
                  .judge(checks(table, SeriesCheck.Kind.COPIED_COLUMN)))
          .isEmpty();
    }
    assertThat(copies.counts())
        .extracting(Found::column, found -> found.record().row(), Found::reasonZh, Found::tally)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("electricity", 3, "2020年8月", new Tally(29, 30)));
  }

  private static Map<String, String> power(int firm, String period, String electricity) {
    return values(
        "account_id",
        "a" + firm,
        "period",
        period,
        "electricity",
        electricity,
        "account_status",
        "active");
  }

  @ParameterizedTest(name = "insurer paid {0}: {1}")
  @CsvSource({"300.00, ", "300.01, insurer_within_bill insurer_paid 2"})
  void theInsurerPaysNoMoreThanTheBill(String paid, String found) {
    Contract table = table("rescue_bill");
    List<SeriesRecord> lines =
        List.of(
            record(2, values("amount", "100.00", "insurer_paid", paid)),
            record(3, values("amount", "200.00", "insurer_paid", paid)));
    assertThat(judge(table, lines, checks(table, SeriesCheck.Kind.SUM_LIMIT)))
        .isEqualTo(found == null ? List.of() : List.of(found));
  }
}
