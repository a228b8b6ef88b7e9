package citybrain.expression;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.expression.ExpressionCheck.Result;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No session is started here: expressions are checked wherever the registry is. */
final class ExpressionCheckTest {
  private static final ExpressionCheck CHECK =
      new ExpressionCheck(
          StructType.fromDDL(
              "kind string, event_on date, settled_on date, approved decimal(28,8), note string,"
                  + " is_simulated boolean, evidence array<struct<file:string,row:int>>"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind = 'gdp'",
        "kind <=> 'rescue' AND approved IS NOT NULL",
        "kind IN ('rescue', 'funeral') OR NOT (event_on >= DATE '2020-08-01')",
        "kind <> 'gdp' OR event_on >= DATE'2006-01-01'",
        "kind LIKE 'gdp%' AND note NOT LIKE '%revised' AND note IS NOT NULL",
        "CASE WHEN kind = 'rescue' THEN approved > 1 ELSE FALSE END",
        "approved BETWEEN 1 AND 2",
        "year(event_on) > 2005 AND startswith(kind, '3702') AND substring(kind, 1, 2) = '37'",
        "coalesce(settled_on, event_on) < date_add(event_on, 3)",
        "try_divide(approved, 3) * 2 - abs(approved) <= greatest(approved, 1)",
        "is_simulated",
      })
  void plainConditionOverOneRowIsAllowed(String condition) {
    assertThat(CHECK.faults(condition, Result.CONDITION)).isEmpty();
    assertThat(CHECK.faults(condition, Result.FILTER)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "kind = = 'a'                                    | is no Spark SQL expression",
        "no_such_column = 'a'                            | names column no_such_column",
        "KIND = 'a'                                      | names column KIND",
        "evidence.file = 'a'                             | names column evidence.file",
        "event_on < current_date                         | names column current_date",
        "event_on < current_date()                       | calls current_date",
        "rand() < 0.5                                    | calls rand",
        "uuid() = kind                                   | calls uuid",
        "sum(approved) > 1                               | calls sum",
        "max(kind) = '370200'                            | calls max",
        "java_method('java.lang.System', 'exit', 0) = '' | calls java_method",
        "transform(evidence, x -> x) IS NULL             | calls transform",
        "EXISTS (SELECT 1 FROM codes)                    | uses exists",
        "kind IN (SELECT code FROM codes)                | uses insubquery",
        "approved > (SELECT 1)                           | uses scalarsubquery",
        "row_number() OVER (ORDER BY kind) = 1           | uses windowexpression",
        "approved / 2 > 1                                | uses divide",
        "CAST(note AS DATE) = event_on                   | uses cast",
        "kind LIKE note                                  | uses like with a pattern",
        "kind LIKE 'gdp/' ESCAPE '/'                     | uses like with a pattern",
        "note > 3                                        | reads text as a number or a date",
        "abs(approved, 1) > 1                            | does not fit the columns",
        "approved                                        | gives decimal(28,8), expected a condition",
      })
  void conditionThatIsNotOneValueOfOneRowIsRefused(String condition, String words) {
    assertThat(CHECK.faults(condition, Result.CONDITION))
        .singleElement()
        .satisfies(fault -> assertThat(fault).startsWith(words));
  }

  @Test
  void allFaultsAreReportedAtOnce() {
    assertThat(CHECK.faults("rand() < now() AND level > 1", Result.CONDITION)).hasSize(3);
  }

  @Test
  void columnsOfAnExpressionAreNamedOnce() {
    assertThat(
            CHECK.columnsOf(
                "CASE WHEN kind = 'approved' THEN approved END > months_between(settled_on, event_on) AND kind <> ''"))
        .containsExactly("kind", "approved", "settled_on", "event_on");
  }

  @Test
  void functionsThatAreAllowedAreNamed() {
    assertThat(CHECK.faults("rand() < 1", Result.CONDITION).get(0))
        .contains("allowed are abs, add_months, between");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "event_on                        | DAY",
        "date_add(event_on, 3)           | DAY",
        "approved                        | NUMBER",
        "abs(approved) - length(kind)    | NUMBER",
      })
  void resultIsOfTheTypeThatIsExpected(String text, Result expected) {
    assertThat(CHECK.faults(text, expected)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Result.class)
  void textIsNoResult(Result expected) {
    assertThat(CHECK.faults("kind", expected))
        .singleElement()
        .satisfies(fault -> assertThat(fault).startsWith("gives string, expected a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "1 = 1"})
  void onlyAFilterMustAskAboutAColumn(String condition) {
    assertThat(CHECK.faults(condition, Result.CONDITION)).isEmpty();
    assertThat(CHECK.faults(condition, Result.FILTER))
        .singleElement()
        .satisfies(fault -> assertThat(fault).startsWith("asks nothing"));
  }
}
