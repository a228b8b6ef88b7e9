package citybrain.serving.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.contract.ContractRegistry;
import citybrain.intake.reading.RecordKeys;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionExtension.class)
final class ScorecardTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final LocalDate AS_OF = LocalDate.of(2020, 12, 31);
  private static final List<DueDelivery> DUE =
      List.of(
          due("2020-09", "2020-10-15"), due("2020-10", "2020-11-13"), due("2020-11", "2020-12-14"));

  private static DueDelivery due(String period, String dueOn) {
    return new DueDelivery("市统计局", "stat_monthly", period, LocalDate.parse(dueOn));
  }

  private static Dataset<Row> frame(SparkSession spark, String schema, Row... rows) {
    return spark.createDataFrame(List.of(rows), StructType.fromDDL(schema));
  }

  private static Row delivery(String name, String period, String day, String status) {
    return RowFactory.create(
        "市统计局", "stat_monthly", period, Date.valueOf(day), file(name, day), name, status);
  }

  private static String file(String name, String day) {
    return "市统计局/stat_monthly/" + day + "/" + name;
  }

  private static Row silver(String code, String name, String day) {
    return RowFactory.create(
        code, "370200", "2020-09", Date.valueOf(day), null, file(name, day), name);
  }

  private static Row held(@Nullable String key, int row, String name, String day) {
    return RowFactory.create(file(name, day), name, "", row, key);
  }

  private static String key(String code) {
    return code + "、370200、2020-09";
  }

  /**
   * September in time with two of four records held, one of them corrected in eight days; October
   * late, at first refused with ten rows; November missing.
   */
  private static FeedbackTables tables(SparkSession spark) {
    return new FeedbackTables(
        frame(spark, "file STRING"),
        frame(
            spark,
            "file STRING, file_sha256 STRING, sheet STRING, row INT, record_key STRING",
            held(key("c"), 4, "sep", "2020-10-12"),
            held(key("c"), 4, "sep", "2020-10-12"),
            held(null, 5, "sep", "2020-10-12"),
            held(null, 1, "oct-refused", "2020-11-12")),
        frame(spark, "file STRING"),
        frame(
            spark,
            "department STRING, extract STRING, period STRING, delivered_at DATE, file STRING, file_sha256 STRING, status STRING",
            delivery("sep", "2020-09", "2020-10-12", "loaded"),
            delivery("sep-corrected", "2020-09", "2020-10-20", "loaded"),
            delivery("oct-refused", "2020-10", "2020-11-12", "refused"),
            delivery("oct", "2020-10", "2020-11-16", "loaded"),
            delivery("after", "2020-11", "2021-01-10", "loaded")),
        frame(
            spark,
            "file STRING, file_sha256 STRING, rows_delivered BIGINT",
            RowFactory.create(file("oct-refused", "2020-11-12"), "oct-refused", 10L)),
        List.of(
            new FeedbackTables.SilverTable(
                CONTRACTS.table("silver", "statistical_observation").orElseThrow(),
                frame(
                    spark,
                    "indicator_code STRING, area_code STRING, period STRING, known_from DATE, known_to DATE, file STRING, file_sha256 STRING",
                    silver("a", "sep", "2020-10-12"),
                    silver("b", "sep", "2020-10-12"),
                    silver("a", "sep-corrected", "2020-10-20"),
                    silver("c", "sep-corrected", "2020-10-20"),
                    silver("d", "oct", "2020-11-16"),
                    silver("e", "after", "2021-01-10")))));
  }

  private static List<String> figures(Dataset<Row> scorecard) {
    return scorecard
        .select(
            "deliveries_due",
            "deliveries_received",
            "deliveries_on_time",
            "completeness",
            "on_time_share",
            "records_delivered",
            "records_first_pass",
            "first_pass_yield",
            "records_held",
            "records_corrected",
            "median_days_to_correct")
        .collectAsList()
        .stream()
        .map(row -> row.mkString(" "))
        .toList();
  }

  @Test
  void figuresAreThoseCountedByHand(SparkSession spark) {
    Dataset<Row> facts = Scorecard.facts(tables(spark), DUE, AS_OF);
    assertThat(figures(Scorecard.of(facts, Scorecard.BY_MONTH)))
        .containsExactly(
            "1 1 1 100.0000 100.0000 4 2 50.0000 2 1 8.0",
            "1 1 0 100.0000 0.0000 11 1 9.0909 0 0 null",
            "1 0 0 0.0000 0.0000 0 0 null 0 0 null");
    assertThat(figures(Scorecard.of(facts, Scorecard.BY_DEPARTMENT)))
        .containsExactly("3 2 1 66.6667 33.3333 15 3 20.0000 2 1 8.0");
  }

  @Test
  void whatIsKnownLaterDoesNotCountYet(SparkSession spark) {
    Dataset<Row> facts = Scorecard.facts(tables(spark), DUE, LocalDate.of(2020, 10, 14));
    assertThat(figures(Scorecard.of(facts, Scorecard.BY_MONTH)))
        .as("delivered, not yet due: completeness is unknown, not 100 %")
        .containsExactly("0 0 0 null null 4 2 50.0000 2 0 null");
  }

  @Test
  void withoutDueDaysTheMonthIsThatOfTheDelivery(SparkSession spark) {
    Dataset<Row> facts = Scorecard.facts(tables(spark), List.of(), AS_OF);
    assertThat(
            Scorecard.of(facts, Scorecard.BY_MONTH).select("month", "completeness").collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactly("2020-10 null", "2020-11 null");
  }

  @Test
  void keyIsTheOneThatIntakeWrites(SparkSession spark) {
    Dataset<Row> row =
        frame(
            spark,
            "a STRING, b DATE, c BIGINT",
            RowFactory.create("x", Date.valueOf("2020-01-02"), 5L));
    List<String> key = List.of("a", "b", "c");
    assertThat(row.select(AcceptedRecords.recordKey(key)).head().getString(0))
        .isEqualTo(RecordKeys.text(Map.of("a", "x", "b", "2020-01-02", "c", "5"), key));
  }
}
