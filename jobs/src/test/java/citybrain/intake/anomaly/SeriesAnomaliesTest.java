package citybrain.intake.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.contract.Contract;
import citybrain.contract.ContractRegistry;
import citybrain.lake.TableSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A silver table of three batches: which series are judged, and what stands in the warnings. */
@ExtendWith(SparkSessionExtension.class)
final class SeriesAnomaliesTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final Contract POWER = CONTRACTS.table("silver", "enterprise_power").orElseThrow();
  private static final StructType SCHEMA = TableSchema.of(POWER);
  private static final int FIRMS = 25;
  private static final String STOPPED =
      "electricity_unit_slip | sha3 | 11 | 用电量(千瓦时) | 0.1096 | a9、2020-03";

  /** Months of 2020: the first six in batch 1, the seventh in batch 2, the eighth in batch 3. */
  private static Row row(int firm, int month, String electricity, boolean isReplaced) {
    String batch = month <= 6 ? "1" : month == 7 ? "2" : "3";
    String file = "国网青岛供电公司/enterprise_power/2020-%02d-10/电量.csv".formatted(month + 1);
    Map<String, Object> values =
        Map.ofEntries(
            Map.entry("account_id", "a" + firm),
            Map.entry("period", "2020-%02d".formatted(month)),
            Map.entry("area_code", firm == 3 && month == 7 ? "370205" : "370203"),
            Map.entry("account_status", "active"),
            Map.entry("electricity", new BigDecimal(electricity)),
            Map.entry("known_from", Date.valueOf("2020-09-10")),
            Map.entry("is_simulated", true),
            Map.entry("file", file),
            Map.entry("file_sha256", "sha" + month),
            Map.entry("sheet", ""),
            Map.entry("row", firm + 2),
            Map.entry("batch_id", batch));
    List<Object> cells = new ArrayList<>();
    for (StructField field : SCHEMA.fields()) {
      Object value = values.get(field.name());
      if (field.name().equals("known_to") && isReplaced) {
        value = Date.valueOf("2020-10-10");
      }
      cells.add(
          value instanceof BigDecimal number && field.dataType() instanceof DecimalType
              ? number.setScale(8)
              : value);
    }
    return RowFactory.create(cells.toArray());
  }

  private static String electricity(int firm, int month) {
    if (firm == 1 && month == 4) {
      return "10310000";
    }
    if (firm == 9 && month == 3) {
      return "0.1096";
    }
    if (firm == 2 && month == 7) {
      return "0";
    }
    // The figures of August are those of July.
    int moved = month == 8 && firm != 2 ? 7 : month;
    return String.valueOf(1000 + firm * 7 + moved * 11);
  }

  private static Dataset<Row> table(SparkSession spark, int months) {
    List<Row> rows = new ArrayList<>();
    for (int month = 1; month <= months; month++) {
      for (int firm = 1; firm <= FIRMS; firm++) {
        // Firm 9 reports no longer: batch 3 does not touch its series.
        if (firm == 9 && month == 8) {
          continue;
        }
        rows.add(row(firm, month, electricity(firm, month), false));
      }
    }
    // A slip that was corrected: no longer known.
    rows.add(row(5, 4, "10400000", true));
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static List<String> told(Dataset<Row> warnings) {
    return warnings.collectAsList().stream()
        .map(
            row ->
                String.join(
                    " | ",
                    row.<String>getAs("check_id"),
                    row.<String>getAs("file_sha256"),
                    row.getAs("row").toString(),
                    row.<String>getAs("column"),
                    row.<String>getAs("value"),
                    row.<String>getAs("record_key")))
        .sorted()
        .toList();
  }

  @Test
  void aBatchTellsWhatIsDoubtfulInTheSeriesItTouches(SparkSession spark) {
    SeriesAnomalies anomalies = new SeriesAnomalies(CONTRACTS);
    Dataset<Row> second = anomalies.of(POWER, table(spark, 7), "2").cache();
    assertThat(told(second))
        .containsExactly(
            "area_abolished | sha7 | 5 | 用电地址所在区市 | 370205 | a3、2020-07",
            STOPPED,
            "electricity_unit_slip | sha4 | 3 | 用电量(千瓦时) | 10310000 | a1、2020-04",
            "electricity_zero_as_null | sha7 | 4 | 用电量(千瓦时) | 0 | a2、2020-07");

    Dataset<Row> third = anomalies.of(POWER, table(spark, 8), "3").cache();
    assertThat(told(SeriesAnomalies.untold(third, second, "3")))
        .containsExactly("last_period_copied | sha8 | 3 | 用电量(千瓦时) | 1084 | a1、2020-08");
    assertThat(told(third))
        .containsAll(told(second).stream().filter(row -> !row.equals(STOPPED)).toList())
        .doesNotContain(STOPPED);
    Row copied = SeriesAnomalies.untold(third, second, "3").head();
    assertThat(copied.<String>getAs("reason_zh")).isEqualTo("本文件可比的24条中有23条与2020年7月完全相同，疑似整栏照抄");
    assertThat(copied.<String>getAs("department")).isEqualTo("国网青岛供电公司");
    assertThat(copied.<String>getAs("extract")).isEqualTo("enterprise_power");
    assertThat(copied.<String>getAs("batch_id")).isEqualTo("3");
    assertThat(
            TableSchema.conform(third, CONTRACTS.table("quality", "warning").orElseThrow())
                .columns())
        .hasSameSizeAs(third.columns());
    second.unpersist();
    third.unpersist();
  }
}
