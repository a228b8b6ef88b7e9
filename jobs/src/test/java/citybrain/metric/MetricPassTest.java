package citybrain.metric;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import citybrain.SparkSessionExtension;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.debug.package$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkSessionExtension.class)
final class MetricPassTest {
  private static final List<MetricDefinition> METRICS =
      MetricRegistry.load(Path.of("..")).definitions();

  /** HotSpot compiles no method beyond this. */
  private static final int HUGE_METHOD = 8000;

  @Test
  void rowsAreTheFiguresOfThePlainArithmetic(SparkSession spark) {
    Dataset<Row> rows = pass(ObservationRows.of(spark, PublishedRetailSales.observations()));
    List<Figure> figures =
        MetricSeries.figures(
            SeriesFixture.flowAtCurrentPrices(),
            SeriesFixture.NATION,
            PublishedRetailSales.observations());

    assertThat(rows.count()).isEqualTo(figures.size());
    Row growth =
        rows.where("measure = 'yoy' AND basis = 'computed' AND period = '2012-01/2012-02'").first();
    Figure figure = SeriesFixture.require(figures, Measure.YOY, Basis.COMPUTED, "2012-01/2012-02");
    assertThat(growth.getDecimal(growth.fieldIndex("value"))).isEqualTo(figure.value());
    assertThat(growth.getDecimal(growth.fieldIndex("published_gap")))
        .isEqualTo(figure.publishedGap());
    assertThat(growth.<String>getAs("reason_zh")).isEqualTo(figure.reasonZh());
    assertThat(growth.getList(growth.fieldIndex("evidence"))).hasSize(3);
    assertThat(growth.getAs("known_at").toString()).isEqualTo("2018-01-20");
    assertThat(growth.getAs("period_end").toString()).isEqualTo("2012-02-29");
  }

  @Test
  void everyKeyOccursOnce(SparkSession spark) {
    Dataset<Row> rows = pass(ObservationRows.of(spark, PublishedRetailSales.observations()));

    long keys =
        rows.select(MetricValues.KEY.stream().map(name -> col(name)).toArray(Column[]::new))
            .distinct()
            .count();
    assertThat(keys).isEqualTo(rows.count());
  }

  @Test
  void columnsAreThoseOfTheContractBeforeTheBuildAddsItsOwn(SparkSession spark) throws IOException {
    List<String> contract = new ArrayList<>();
    JsonNode yaml =
        new YAMLMapper().readTree(Files.readAllBytes(Path.of("../schemas/gold/metric_value.yaml")));
    yaml.path("schema")
        .path(0)
        .path("properties")
        .forEach(
            column ->
                contract.add(
                    column.path("name").asText()
                        + " "
                        + column.path("physicalType").asText().replaceAll("[ :]+", ":")));
    contract.removeIf(column -> column.startsWith("as_of ") || column.startsWith("release_id "));

    Dataset<Row> rows = pass(ObservationRows.of(spark, List.of()));
    assertThat(
            CollectionConverters.asJava(rows.schema().toSeq()).stream()
                .map(field -> field.name() + " " + field.dataType().sql().replaceAll("[ :]+", ":")))
        .containsExactlyInAnyOrderElementsOf(
            contract.stream()
                .map(column -> column.replace(",:", ", ").replace(", ", ",:"))
                .toList());
  }

  @Test
  void allMetricsTakeOneScanAndOneShuffle(SparkSession spark, @TempDir Path directory) {
    String table = directory.resolve("observations").toString();
    ObservationRows.of(spark, PublishedRetailSales.observations()).write().parquet(table);

    String plan = pass(spark.read().parquet(table)).queryExecution().executedPlan().toString();

    assertThat(METRICS).hasSizeGreaterThan(10);
    assertThat(occurrences(plan, "FileScan")).isOne();
    assertThat(occurrences(plan, "Exchange ")).isOne();
    assertThat(occurrences(plan, "Join")).isZero();
  }

  @Test
  void generatedCodeIsSmallEnoughToBeCompiled(SparkSession spark, @TempDir Path directory) {
    String table = directory.resolve("observations").toString();
    ObservationRows.of(spark, PublishedRetailSales.observations()).write().parquet(table);
    Dataset<Row> rows = pass(spark.read().parquet(table));
    assertThat(rows.collectAsList()).isNotEmpty(); // the plan is final only when it has run

    var stages =
        CollectionConverters.asJava(
            package$.MODULE$.codegenStringSeq(rows.queryExecution().executedPlan()));
    assertThat(stages)
        .isNotEmpty()
        .allSatisfy(stage -> assertThat(stage._3().maxMethodCodeSize()).isBetween(1, HUGE_METHOD));
  }

  @ParameterizedTest(name = "{0} partitions")
  @ValueSource(ints = {1, 3, 7})
  void orderAndPartitioningOfTheInputChangeNothing(int partitions, SparkSession spark) {
    List<Observation> shuffled = new ArrayList<>(PublishedRetailSales.observations());
    Collections.shuffle(shuffled, new Random(partitions));
    Dataset<Row> once = pass(ObservationRows.of(spark, PublishedRetailSales.observations()));
    Dataset<Row> again = pass(ObservationRows.of(spark, shuffled).repartition(partitions));

    assertThat(again.collectAsList()).containsExactlyInAnyOrderElementsOf(once.collectAsList());
  }

  @Test
  void areasAndIndicatorsKeepApart(SparkSession spark) {
    Dataset<Row> nation = ObservationRows.of(spark, PublishedRetailSales.observations());
    Dataset<Row> both =
        nation
            .union(nation.withColumn("area_code", lit("370200")))
            .union(nation.withColumn("indicator_code", lit("steel")));

    Dataset<Row> rows = pass(both);
    long one = pass(nation).count();
    assertThat(rows.where("area_code = '370200'").count()).isEqualTo(one);
    assertThat(rows.count()).isEqualTo(2 * one);
  }

  @Test
  void passWithoutMetricsIsRefused(SparkSession spark) {
    Dataset<Row> rows = ObservationRows.of(spark, List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricPass.of(rows, List.of(), SeriesFixture.TOLERANCE));
  }

  private static Dataset<Row> pass(Dataset<Row> observations) {
    return MetricPass.of(observations, METRICS, SeriesFixture.TOLERANCE);
  }

  private static long occurrences(String text, String word) {
    return text.lines().filter(line -> line.contains(word)).count();
  }
}
