package citybrain.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RowPredicateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "indicator_code = 'gdp'",
        "indicator_code IN ('gdp', 'exports') AND NOT area_code <=> '000000'",
        "indicator_code <> 'gdp' OR period_start >= DATE'2006-01-01'",
        "year(period_start) > 2005 AND startswith(area_code, '3702')",
        "indicator_code LIKE 'gdp%' AND unit IS NOT NULL",
      })
  void comparisonsOfOneRowAreAllowed(String filter) {
    assertThat(faults(filter)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "period_end < current_date()                     | current_date",
        "rand() < 0.5                                    | rand",
        "uuid() = unit                                   | uuid",
        "level > 100                                     | level",
        "yoy > 1                                         | yoy",
        "indicator_code IN (SELECT code FROM codes)      | compares columns",
        "EXISTS (SELECT 1 FROM codes)                    | compares columns",
        "row_number() OVER (ORDER BY area_code) = 1      | compares columns",
        "max(area_code) = '370200'                       | max",
        "java_method('java.lang.System', 'exit', 0) = '' | java_method",
        "indicator_code = = 'gdp'                        | not Spark SQL",
        "'gdp'                                           | asks nothing",
        "indicator_code                                  | asks nothing",
      })
  void everythingElseIsRefusedWithItsReason(String filter, String reason) {
    assertThat(faults(filter)).anySatisfy(fault -> assertThat(fault).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rand() < now() AND level > 1"})
  void allFaultsAreReportedAtOnce(String filter) {
    assertThat(faults(filter)).hasSize(3);
  }

  private static List<String> faults(String filter) {
    return RowPredicate.faults(filter, MetricSource.STATISTICAL_OBSERVATION.filterColumns());
  }
}
