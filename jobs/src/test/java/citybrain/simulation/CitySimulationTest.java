package citybrain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.calendar.WorkdayCalendar;
import citybrain.problem.ProblemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitySimulationTest {
  private static final YearMonth FROM = YearMonth.of(2020, 1);
  private static final YearMonth TO = YearMonth.of(2021, 12);
  private static final String APPLICATIONS = "relief_applications";
  private static final String DECISIONS = "relief_decisions";
  private static final String REPORT_SHEET = "职业教育指标完成情况";
  private static final String PAYMENTS = "relief_payments";

  private static Path clean;
  private static SimulationResult result;

  private static SimulationResult run(SimulationRequest request) throws IOException {
    return CitySimulation.run(
        request.ofExtracts(Set.of(APPLICATIONS, DECISIONS, PAYMENTS, "indicator_report")),
        SimulatedFiles.CONTRACTS);
  }

  @BeforeAll
  static void simulateTwoYears(@TempDir Path folder) throws IOException {
    clean = folder;
    result = run(new SimulationRequest(clean, FROM, TO, 1, 42, 0));
  }

  @Test
  void equalRequestsGiveEqualBytes(@TempDir Path second) throws IOException {
    run(new SimulationRequest(second, FROM, TO, 1, 42, 0));
    assertThat(Fingerprints.of(second)).isEqualTo(Fingerprints.of(clean));
  }

  @Test
  void anotherSeedGivesAnotherCity(@TempDir Path second) throws IOException {
    run(new SimulationRequest(second, FROM, TO, 1, 43, 0));
    Set<String> hashes = new HashSet<>(Fingerprints.of(clean).values());
    hashes.retainAll(Fingerprints.of(second).values());
    // The empty truth is the same in both.
    assertThat(hashes).hasSize(2);
  }

  @Test
  void longerSpanKeepsEarlierDeliveries(@TempDir Path shorter) throws IOException {
    run(new SimulationRequest(shorter, FROM, YearMonth.of(2021, 1), 1, 42, 0));
    assertThat(Fingerprints.of(shorter)).hasSizeGreaterThan(100);
    assertThat(Fingerprints.of(clean)).containsAllEntriesOf(Fingerprints.of(shorter));
  }

  @Test
  void resultCountsWhatLiesOnDisk() throws IOException {
    List<Path> files =
        Fingerprints.filesOf(clean).stream()
            .filter(file -> !file.startsWith(clean.resolve("truth")))
            .toList();
    int reliefRows = rows(APPLICATIONS).size() + rows(DECISIONS).size() + rows(PAYMENTS).size();
    int indicatorRows = 2 * (38 + 2 * 19);
    assertThat(result)
        .isEqualTo(new SimulationResult(files.size(), reliefRows + indicatorRows, 0, 0));
  }

  @Test
  void everyDeliveredFileSaysThatItIsSimulatedAndTheTruthIsApart() throws IOException {
    for (String file : Fingerprints.of(clean).keySet()) {
      if (!file.startsWith("truth/")) {
        assertThat(file)
            .matches("(救助基金运行管理机构|市教育局)/[a-z_]+/\\d{4}-\\d{2}-\\d{2}/[^/]*模拟[^/]*\\.(csv|xlsx)");
      }
    }
  }

  @Test
  void deliveriesComeOnWorkingDays() throws IOException {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(LocalDate.of(2022, 12, 31));
    for (Path file : Fingerprints.filesOf(clean)) {
      if (!file.startsWith(clean.resolve("truth"))) {
        LocalDate day = LocalDate.parse(String.valueOf(clean.relativize(file).getName(2)));
        assertThat(calendar.isWorkday(day)).as("%s", file).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "Monday {0} is {1}: delivered on {2}")
  @CsvSource({
    "2020-01-27, in the prolonged Spring Festival (国办发明电〔2020〕1号), 2020-02-03",
    "2020-10-05, in the National Day holiday (国办发明电〔2019〕16号),       2020-10-09",
  })
  void deliveryWaitsForTheEndOfAHoliday(LocalDate monday, String why, LocalDate delivered) {
    Path folder = clean.resolve("救助基金运行管理机构").resolve(DECISIONS);
    assertThat(folder.resolve(monday.toString())).doesNotExist();
    assertThat(folder.resolve(delivered.toString())).isDirectory();
  }

  @Test
  void nothingIsDeliveredBeforeItHappened() throws IOException {
    for (Map.Entry<LocalDate, CSVRecord> row : rows(APPLICATIONS)) {
      assertAscending(row, "事故发生日期", "申请日期");
    }
    for (Map.Entry<LocalDate, CSVRecord> row : rows(DECISIONS)) {
      assertAscending(row, "收到材料日期", "决定日期", "书面告知日期");
    }
    for (Map.Entry<LocalDate, CSVRecord> row : rows(PAYMENTS)) {
      assertAscending(row, "拨付日期");
    }
  }

  @Test
  void paymentsAndDecisionsBelongToApplicationsDeliveredNoLater() throws IOException {
    Map<String, LocalDate> applications = firstDelivery(APPLICATIONS, "申请编号");
    Map<String, LocalDate> decisions = firstDelivery(DECISIONS, "申请编号");
    decisions.forEach((id, day) -> assertThat(applications.get(id)).isBeforeOrEqualTo(day));
    firstDelivery(PAYMENTS, "申请编号")
        .forEach((id, day) -> assertThat(decisions.get(id)).isBeforeOrEqualTo(day));
  }

  @Test
  void someSixtyApplicationsAMonthAndMoreInWinter() throws IOException {
    Map<String, CSVRecord> applications = last(APPLICATIONS, "申请编号");
    assertThat(applications.size()).isBetween(24 * 50, 24 * 70);
    assertThat(accidentsIn(applications, 12) + accidentsIn(applications, 1))
        .isGreaterThan(accidentsIn(applications, 5) + accidentsIn(applications, 6));
  }

  @Test
  void dutiesAreMostlyKeptSometimesLateAndSometimesOpen() throws IOException {
    WorkdayCalendar calendar = WorkdayCalendar.asOf(LocalDate.of(2022, 12, 31));
    int kept = 0;
    int late = 0;
    int open = 0;
    for (CSVRecord row : last(DECISIONS, "申请编号").values()) {
      LocalDate due = calendar.addWorkdays(LocalDate.parse(row.get("收到材料日期")), 5).latest();
      if (row.get("决定日期").isEmpty()) {
        open++;
      } else if (LocalDate.parse(row.get("决定日期")).isAfter(due)) {
        late++;
      } else {
        kept++;
      }
    }
    assertThat(kept).isGreaterThan(1_000);
    assertThat(late).isBetween(40, 200);
    assertThat(open).isBetween(10, 80);
  }

  @Test
  void refusalsGiveAReasonAndApprovalsAnAmount() throws IOException {
    for (CSVRecord row : last(DECISIONS, "申请编号").values()) {
      boolean isRefused = row.get("决定结果").equals("不予垫付");
      boolean isApproved = row.get("决定结果").equals("同意垫付");
      assertThat(isRefused || isApproved).isEqualTo(!row.get("决定日期").isEmpty());
      assertThat(row.get("不予垫付理由").isEmpty()).isEqualTo(!isRefused);
      assertThat(row.get("决定垫付金额(元)").isEmpty()).isEqualTo(!isApproved);
    }
  }

  @Test
  void rescueSumsLieOnBothSidesOfAHundredThousandYuan() throws IOException {
    Map<String, CSVRecord> applications = last(APPLICATIONS, "申请编号");
    BigDecimal ceiling = new BigDecimal("100000");
    List<BigDecimal> approved = new ArrayList<>();
    for (CSVRecord row : last(DECISIONS, "申请编号").values()) {
      CSVRecord application = applications.get(row.get("申请编号"));
      boolean isRescue = application != null && application.get("费用类型").equals("抢救费用");
      if (isRescue && !row.get("决定垫付金额(元)").isEmpty()) {
        approved.add(new BigDecimal(row.get("决定垫付金额(元)")));
      }
    }
    assertThat(approved).anySatisfy(amount -> assertThat(amount).isGreaterThan(ceiling));
    long within = approved.stream().filter(amount -> amount.compareTo(ceiling) <= 0).count();
    assertThat(within).isGreaterThan(approved.size() * 9L / 10);
  }

  @Test
  void someApplicationsComeAgainWithAnotherAmount() throws IOException {
    Map<String, Set<String>> amounts = new HashMap<>();
    for (Map.Entry<LocalDate, CSVRecord> row : rows(APPLICATIONS)) {
      amounts
          .computeIfAbsent(row.getValue().get("申请编号"), unused -> new HashSet<>())
          .add(row.getValue().get("申请金额(元)"));
    }
    assertThat(amounts.values().stream().filter(values -> values.size() == 2).count())
        .isBetween(5L, 50L);
    assertThat(rows(APPLICATIONS)).hasSize(amounts.values().stream().mapToInt(Set::size).sum());
  }

  @ParameterizedTest(name = "report of {0}, {1}: {2}")
  @CsvSource({
    "2020, A1, 青岛市职业教育指标完成情况（模拟数据）",
    "2020, F3, 2020年",
    "2020, A4, 一、规模与布局",
    "2020, C5, 高中阶段招生职普比",
    "2020, A14, 二、专业布局",
    "2020, D15, 新一代信息技术",
    "2020, A53, 三、师资队伍",
    "2020, F73, —",
    "2020, C85, 特殊群体培训规模",
    "2021, G3, 2021年",
    "2021, F6, 51",
  })
  void indicatorReportHasTheBureausForm(int year, String cell, String shown) throws IOException {
    assertThat(WorkbookCells.shown(report(clean, year), REPORT_SHEET, cell)).isEqualTo(shown);
  }

  @ParameterizedTest(name = "--from {0} --to {1} --scale {2} --faults {3}: {4} problems")
  @CsvSource({
    "2007-12, 2020-01, 1,    0,    1",
    "2020-02, 2020-01, 1,    0,    1",
    "2020-01, 2020-02, 0,    0,    1",
    "2020-01, 2020-02, NaN,  NaN,  2",
    "2020-02, 2020-01, 1001, -0.1, 3",
  })
  void requestOutOfBoundsNamesAllProblems(
      YearMonth from, YearMonth to, double scale, double faults, int problems) {
    assertThatThrownBy(() -> new SimulationRequest(Path.of("out"), from, to, scale, 1, faults))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problems()).hasSize(problems));
  }

  private static long accidentsIn(Map<String, CSVRecord> applications, int month) {
    return applications.values().stream()
        .filter(row -> LocalDate.parse(row.get("事故发生日期")).getMonthValue() == month)
        .count();
  }

  private static void assertAscending(Map.Entry<LocalDate, CSVRecord> row, String... columns) {
    LocalDate earlier = LocalDate.MIN;
    for (String column : columns) {
      String text = row.getValue().get(column);
      if (!text.isEmpty()) {
        LocalDate day = LocalDate.parse(text);
        assertThat(day).isAfterOrEqualTo(earlier).isBefore(row.getKey());
        earlier = day;
      }
    }
  }

  private static Map<String, LocalDate> firstDelivery(String extract, String key)
      throws IOException {
    Map<String, LocalDate> first = new HashMap<>();
    for (Map.Entry<LocalDate, CSVRecord> row : rows(extract)) {
      first.putIfAbsent(row.getValue().get(key), row.getKey());
    }
    return first;
  }

  private static Map<String, CSVRecord> last(String extract, String key) throws IOException {
    Map<String, CSVRecord> last = new HashMap<>();
    for (Map.Entry<LocalDate, CSVRecord> row : rows(extract)) {
      last.put(row.getValue().get(key), row.getValue());
    }
    return last;
  }

  /** Rows of all deliveries in order of delivery, each with its delivery date. */
  private static List<Map.Entry<LocalDate, CSVRecord>> rows(String extract) throws IOException {
    List<Map.Entry<LocalDate, CSVRecord>> rows = new ArrayList<>();
    Path folder = clean.resolve("救助基金运行管理机构").resolve(extract);
    for (Path file : Fingerprints.filesOf(folder)) {
      LocalDate deliveredOn = LocalDate.parse(String.valueOf(folder.relativize(file).getName(0)));
      for (CSVRecord row : DeliveredCells.records(file)) {
        rows.add(Map.entry(deliveredOn, row));
      }
    }
    return rows;
  }

  private static Path report(Path landing, int year) throws IOException {
    return Fingerprints.filesOf(landing.resolve("市教育局")).stream()
        .filter(file -> String.valueOf(file).endsWith(year + "年.xlsx"))
        .findFirst()
        .orElseThrow();
  }
}
