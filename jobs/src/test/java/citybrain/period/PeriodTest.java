package citybrain.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import citybrain.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  @ParameterizedTest(name = "{0} ({1}) lasts from {2} to {3}")
  @CsvSource({
    "2020-09, MONTH, 2020-09-01, 2020-09-30, 1, 2019-09",
    "2020-02, MONTH, 2020-02-01, 2020-02-29, 1, 2019-02",
    "2020-01/2020-02, MERGED_MONTHS, 2020-01-01, 2020-02-29, 2, 2019-01/2019-02",
    "2020-01/2020-02, CUMULATIVE, 2020-01-01, 2020-02-29, 2, 2019-01/2019-02",
    "2020-01/2020-05, CUMULATIVE, 2020-01-01, 2020-05-31, 5, 2019-01/2019-05",
    "2020-01/2020-12, CUMULATIVE, 2020-01-01, 2020-12-31, 12, 2019-01/2019-12",
    "2020-Q1, QUARTER, 2020-01-01, 2020-03-31, 3, 2019-Q1",
    "2020-Q4, QUARTER, 2020-10-01, 2020-12-31, 3, 2019-Q4",
    "2020-H1, HALF_YEAR, 2020-01-01, 2020-06-30, 6, 2019-H1",
    "2020-H2, HALF_YEAR, 2020-07-01, 2020-12-31, 6, 2019-H2",
    "2020, YEAR, 2020-01-01, 2020-12-31, 12, 2019",
  })
  void codeReadsToItsDaysAndWritesBack(
      String code, PeriodType type, LocalDate start, LocalDate end, int months, String yearBefore) {
    Period period = Period.parse(code, type);
    assertThat(period.type()).isEqualTo(type);
    assertThat(period.start()).isEqualTo(start);
    assertThat(period.end()).isEqualTo(end);
    assertThat(period.months()).isEqualTo(months);
    assertThat(period.code()).isEqualTo(code);
    assertThat(period.previousYear()).isEqualTo(Period.parse(yearBefore, type));
  }

  @Test
  void mergedAndCumulativeMonthsShareACodeAndAreNotEqual() {
    Period merged = Period.mergedMonths(2020, 1, 2);
    Period cumulative = Period.cumulative(2020, 2);
    assertThat(merged.code()).isEqualTo(cumulative.code());
    assertThat(merged).isNotEqualTo(cumulative);
  }

  @ParameterizedTest(name = "\"{0}\" is no {1}")
  @CsvSource({
    "2020-13, MONTH, 2020-09",
    "2020-9, MONTH, 2020-09",
    "2020-Q3, MONTH, 2020-09",
    "2020-02/2020-05, CUMULATIVE, 2020-01/2020-05",
    "2020-01/2020-01, CUMULATIVE, 2020-01/2020-05",
    "2020-05/2020-01, MERGED_MONTHS, 2020-01/2020-02",
    "2019-12/2020-01, MERGED_MONTHS, 2020-01/2020-02",
    "2020-Q5, QUARTER, 2020-Q3",
    "2020-H3, HALF_YEAR, 2020-H1",
    "20200, YEAR, 2020",
    "'', YEAR, 2020",
  })
  void malformedCodeIsAProblemThatShowsTheForm(String code, PeriodType type, String form) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Period.parse(code, type))
        .withMessage(
            "PERIOD_MALFORMED: \"%s\" is no period of type %s. Write it as %s.",
            code, type.code(), form);
  }

  @ParameterizedTest(name = "{0} to {1} is no {2}")
  @CsvSource({
    "2020-01, 2020-02, MONTH",
    "2020-01, 2020-01, MERGED_MONTHS",
    "2020-02, 2020-04, QUARTER",
    "2020-04, 2020-09, HALF_YEAR",
    "2020-02, 2020-12, YEAR",
    "2019-12, 2020-02, QUARTER",
    "0999-01, 0999-12, YEAR",
  })
  void monthsThatDoNotFitTheTypeAreRefused(YearMonth first, YearMonth last, PeriodType type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Period(type, first, last))
        .withMessage("%s to %s is no %s", first, last, type.code());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "MONTH, month",
    "MERGED_MONTHS, merged_months",
    "CUMULATIVE, cumulative",
    "QUARTER, quarter",
    "HALF_YEAR, half_year",
    "YEAR, year",
  })
  void typeHasTheCodeOfTheTables(PeriodType type, String code) {
    assertThat(type.code()).isEqualTo(code);
    assertThat(PeriodType.ofCode(code)).contains(type);
  }

  @Test
  void unknownTypeCodeIsNoType() {
    assertThat(PeriodType.ofCode("week")).isEmpty();
  }

  @Test
  void periodTravelsBetweenMachines() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Period.cumulative(2020, 5));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(Period.cumulative(2020, 5));
    }
  }
}
