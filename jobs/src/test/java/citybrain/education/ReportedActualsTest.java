package citybrain.education;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionExtension.class)
final class ReportedActualsTest {
  private static final StructType REPORT =
      StructType.fromDDL(
          "indicator_code string, breakdown string, year int, value decimal(28,8), unit string,"
              + " indicator_name string, known_from date, known_to date, is_simulated boolean,"
              + " file_sha256 string, file string, sheet string, row int, cell string, batch_id"
              + " string");

  @Test
  void reportedCellBecomesAnActualWithItsPlace(SparkSession spark) {
    Row reported = report("secondary_school_count", new BigDecimal("51"), "F4");
    Row empty = report("college_count", null, "F9");

    List<Row> actuals =
        ReportedActuals.of(spark.createDataFrame(List.of(reported, empty), REPORT)).collectAsList();

    assertThat(actuals).hasSize(2);
    Row actual = actuals.get(0);
    assertThat(actual.<BigDecimal>getAs("value")).isEqualByComparingTo("51");
    assertThat(actual.<String>getAs("unit")).isEqualTo("school");
    assertThat(actual.<Boolean>getAs("is_simulated")).isTrue();
    assertThat(actual.<Row>getList(actual.fieldIndex("evidence")))
        .containsExactly(RowFactory.create("e1", "指标报表-模拟.xlsx", "2020年", 4, "F4"));
    // A cell that was reported empty is known to be empty.
    assertThat(actuals.get(1).<BigDecimal>getAs("value")).isNull();
  }

  private static Row report(String code, @Nullable BigDecimal value, String cell) {
    return RowFactory.create(
        code,
        "_T",
        2020,
        value,
        "school",
        code,
        LocalDate.of(2021, 2, 1),
        null,
        true,
        "e1",
        "指标报表-模拟.xlsx",
        "2020年",
        4,
        cell,
        "b1");
  }
}
