package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.contract.Contract;
import citybrain.contract.ContractColumn;
import citybrain.contract.ContractRegistry;
import citybrain.lake.Vintages;
import citybrain.simulation.CitySimulation;
import citybrain.simulation.SimulationRequest;
import citybrain.simulation.SimulationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every extract of a simulated city with faults of every kind, through the whole intake: what is
 * reported is what was planted, and after the corrections the lake is that of the city without
 * faults.
 *
 * <p>{@code -Dcitybrain.truth.scale=10} asks for a larger city, {@code
 * -Dcitybrain.truth.from=2018-01 -Dcitybrain.truth.to=2021-12} for all its years: with every run of
 * the tests it is one year at scale 1.
 */
@ExtendWith(SparkSessionExtension.class)
final class TruthTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(Path.of(".."));
  private static final double SCALE =
      Double.parseDouble(System.getProperty("citybrain.truth.scale", "1"));
  private static final YearMonth FROM =
      YearMonth.parse(System.getProperty("citybrain.truth.from", "2020-01"));
  private static final YearMonth TO =
      YearMonth.parse(System.getProperty("citybrain.truth.to", "2020-12"));

  /** After every correction has come. */
  private static final LocalDate AFTERWARDS = LocalDate.of(2024, 1, 1);

  private static final Set<String> EVIDENCE =
      Set.of(
          "known_from",
          "known_to",
          "is_simulated",
          "file_sha256",
          "file",
          "sheet",
          "row",
          "cell",
          "arrival",
          "batch_id");

  @TempDir private static Path folder;
  private static SimulationResult simulated = new SimulationResult(0, 0, 0, 0);
  private static CommandLineRun intake = new CommandLineRun(-1, "", "");

  @BeforeAll
  static void takeInTheCity() throws IOException {
    SimulationRequest faulty =
        new SimulationRequest(folder.resolve("faulty"), FROM, TO, SCALE, 20, 0.01)
            .withFileFaults(0.02, true);
    simulated = CitySimulation.run(faulty, CONTRACTS);
    CitySimulation.run(
        new SimulationRequest(folder.resolve("clean"), FROM, TO, SCALE, 20, 0), CONTRACTS);
    intake = ingest("faulty");
  }

  private static CommandLineRun ingest(String city) {
    return CommandLineRun.of(
        "ingest",
        "--landing",
        folder.resolve(city).toString(),
        "--lake",
        folder.resolve(city + "-lake").toString());
  }

  private static Dataset<Row> table(SparkSession spark, String city, String table) {
    return spark
        .read()
        .format("delta")
        .load(folder.resolve(city + "-lake").resolve(table).toString());
  }

  private static List<CSVRecord> truth(String name) throws IOException {
    String text =
        Files.readString(folder.resolve("faulty/truth").resolve(name), StandardCharsets.UTF_8);
    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new java.io.StringReader(text.replace("\uFEFF", "")))) {
      return parser.getRecords();
    }
  }

  @Test
  void everyExtractHasADelivery(SparkSession spark) {
    Set<String> delivered = new TreeSet<>();
    table(spark, "faulty", "quality/delivery")
        .select("department", "extract")
        .distinct()
        .collectAsList()
        .forEach(row -> delivered.add(row.getString(0) + "/" + row.getString(1)));
    Set<String> agreed = new TreeSet<>();
    CONTRACTS.extracts().forEach(c -> agreed.add(c.department() + "/" + c.name()));
    assertThat(delivered).containsAll(agreed);
  }

  @Test
  void plantedCellsAreExactlyWhatIsReported(SparkSession spark) throws IOException {
    Set<String> planted = new TreeSet<>();
    for (CSVRecord fault : truth("faults.csv")) {
      planted.add(
          String.join(
              "/",
              fault.get("department"),
              fault.get("extract"),
              fault.get("delivered_on"),
              fault.get("file"),
              fault.get("sheet"),
              fault.get("row"),
              fault.get("column")));
    }
    Set<String> refused = refused(spark);
    // A check of severity warning is told there; doubts about series are another matter.
    Set<String> rowChecks = new TreeSet<>();
    CONTRACTS
        .extracts()
        .forEach(
            extract ->
                extract
                    .layouts()
                    .forEach(l -> l.rowChecks().forEach(check -> rowChecks.add(check.name()))));
    Set<String> reported = new TreeSet<>();
    for (Row row :
        table(spark, "faulty", "quality/quarantined_row")
            .withColumn("kind", functions.lit("error"))
            .unionByName(
                table(spark, "faulty", "quality/warning")
                    .withColumn("kind", functions.lit("warning")))
            .collectAsList()) {
      String file = row.getAs("file");
      boolean isOfASeries =
          row.<String>getAs("kind").equals("warning")
              && !rowChecks.contains(row.<String>getAs("check_id"));
      if (!refused.contains(file) && !isOfASeries) {
        reported.add(
            String.join(
                "/",
                file,
                row.<String>getAs("sheet"),
                row.<Integer>getAs("row").toString(),
                row.<String>getAs("column")));
      }
    }
    assertThat(simulated.faults()).as("planted").isPositive();
    Set<String> untold = new TreeSet<>(planted);
    untold.removeAll(reported);
    assertThat(untold).as("planted and not reported").isEmpty();
    reported.removeAll(planted);
    assertThat(reported).as("reported and not planted").isEmpty();
  }

  private static Set<String> refused(SparkSession spark) {
    Set<String> refused = new TreeSet<>();
    table(spark, "faulty", "quality/delivery")
        .where("status = 'refused'")
        .select("file")
        .collectAsList()
        .forEach(row -> refused.add(row.getString(0)));
    return refused;
  }

  @Test
  void plantedFilesAreExactlyWhatIsRefused(SparkSession spark) throws IOException {
    Set<String> planted = new TreeSet<>();
    for (CSVRecord fault : truth("files.csv")) {
      if (!fault.get("fault_kind").equals("late")) {
        planted.add(
            String.join(
                "/",
                fault.get("landed_department"),
                fault.get("landed_extract"),
                fault.get("delivered_on"),
                fault.get("file")));
      }
    }
    assertThat(planted).isNotEmpty();
    assertThat(refused(spark)).isEqualTo(planted);
    assertThat(intake.out()).contains(planted.size() + " refused");
  }

  @Test
  void correctedCityIsTheCityWithoutFaults(SparkSession spark) {
    assertThat(ingest("clean").exitCode()).isZero();
    List<String> different = new ArrayList<>();
    for (Contract silver : CONTRACTS.layer("silver")) {
      String name = "silver/" + silver.name();
      if (!Files.exists(folder.resolve("clean-lake").resolve(name))) {
        continue;
      }
      Column[] columns =
          silver.columns().stream()
              .map(ContractColumn::name)
              .filter(column -> !EVIDENCE.contains(column))
              .map(functions::col)
              .toArray(Column[]::new);
      Dataset<Row> corrected =
          Vintages.asOf(table(spark, "faulty", name), AFTERWARDS).select(columns);
      Dataset<Row> clean = Vintages.asOf(table(spark, "clean", name), AFTERWARDS).select(columns);
      // Each row counts up in one city and down in the other: one query a table, not two.
      List<Row> unequal =
          clean
              .withColumn("surplus", functions.lit(1))
              .union(corrected.withColumn("surplus", functions.lit(-1)))
              .groupBy(columns)
              .agg(functions.sum("surplus").as("surplus"))
              .where("surplus <> 0")
              .select("surplus")
              .collectAsList();
      if (!unequal.isEmpty()) {
        long lost = unequal.stream().mapToLong(row -> Math.max(row.getLong(0), 0)).sum();
        long wrong = unequal.stream().mapToLong(row -> Math.max(-row.getLong(0), 0)).sum();
        different.add(name + ": " + lost + " lost, " + wrong + " wrong");
      }
    }
    assertThat(different).isEmpty();
  }
}
