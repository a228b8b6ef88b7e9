package citybrain.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.contract.ContractRegistry;
import citybrain.period.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeliveredPeriodTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));

  private static @Nullable String period(String extract, LocalDate deliveredOn, String records) {
    String[] place = extract.split("/", -1);
    var contract = CONTRACTS.extract(place[0], place[1]).orElseThrow();
    DeliveredPeriod period =
        DeliveredPeriod.of(
            contract, CONTRACTS.table("silver", contract.targetTable()).orElseThrow(), deliveredOn);
    for (String record : records.split(" ", -1)) {
      Map<String, String> values = new LinkedHashMap<>();
      for (String pair : record.split("&", -1)) {
        String[] nameAndValue = pair.split("=", -1);
        values.put(nameAndValue[0], nameAndValue[1]);
      }
      period.add(values);
    }
    return DeliveredPeriod.ended(period.latest(), deliveredOn).map(Period::code).orElse(null);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "latest month, 市统计局/stat_monthly, 2020-10-20,"
        + " period=2020-08&period_type=month period=2020-09&period_type=month, 2020-09",
    "year to date is of its last month, 市统计局/stat_monthly, 2020-10-20,"
        + " period=2020-01/2020-09&period_type=cumulative, 2020-09",
    "January and February in one, 市统计局/stat_monthly, 2020-03-20,"
        + " period=2020-01/2020-02&period_type=merged_months"
        + " period=2020-01/2020-02&period_type=cumulative, 2020-01/2020-02",
    "long series is of its last year, 市统计局/stat_annual, 2020-03-20,"
        + " period=2018&period_type=year period=2019&period_type=year, 2019",
    "an old month delivered late, 市统计局/stat_monthly, 2020-10-20,"
        + " period=2020-03&period_type=month, 2020-03",
    "report of a year, 市教育局/indicator_report, 2021-03-01, year=2020, 2020",
    "list of the month of its latest date, 市行政审批局/licences, 2020-10-12,"
        + " decided_on=2020-09-03 decided_on=2020-09-28, 2020-09",
    "dates after the delivery are no events, 市行政审批局/licences, 2020-10-12,"
        + " decided_on=2020-09-03 decided_on=2029-09-28, 2020-09",
    "list with a date of the month that is not over, 市行政审批局/licences, 2020-10-12,"
        + " decided_on=2020-09-03 decided_on=2020-10-02,",
    "daily list, 救助基金运行管理机构/relief_payments, 2020-10-12, paid_on=2020-10-09,",
    "month that is not over, 市统计局/stat_monthly, 2020-09-20," + " period=2020-09&period_type=month,",
  })
  void periodIsTheLatestOneToldThatHasEnded(
      String story,
      String extract,
      LocalDate deliveredOn,
      String records,
      @Nullable String period) {
    assertThat(period(extract, deliveredOn, records)).isEqualTo(period);
  }

  @ParameterizedTest(name = "the later of {0} and {1} is {2}")
  @CsvSource({
    "2020-01, 2020-09, 2020-09",
    "2020-01/2020-02, 2020-02, 2020-01/2020-02",
    "2020-Q3, 2020-Q1, 2020-Q3",
    "2020,, 2020",
    ",,",
  })
  void slicesOfAFileTellTheLaterPeriod(
      @Nullable String a, @Nullable String b, @Nullable String later) {
    assertThat(DeliveredPeriod.later(a, b)).isEqualTo(later);
    assertThat(DeliveredPeriod.later(b, a)).isEqualTo(later);
  }
}
