package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.SparkSessionExtension;
import citybrain.app.WhatIf.Change;
import citybrain.lake.Lake;
import citybrain.policy.Parameter;
import citybrain.problem.ProblemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be if a limit were another is what is once the document says so. */
@ExtendWith(SparkSessionExtension.class)
final class WhatIfTest {
  private static final LocalDate AS_OF = LocalDate.of(2021, 6, 30);
  private static final Registry REGISTRY = Registry.load(Path.of(".."));
  private static final Set<String> PROBLEMS = Set.of("breached", "overdue", "late");

  @TempDir private static Path folder;

  @BeforeAll
  static void takeInReliefCases() {
    Path whole = SmallCity.land(folder.resolve("whole"));
    SmallCity.copy(
        whole,
        folder.resolve("landing"),
        SmallCity.files(whole).stream()
            .filter(file -> file.getName(1).toString().startsWith("relief_"))
            .toList());
    CommandLineRun.of(
        "ingest",
        "--landing",
        folder.resolve("landing").toString(),
        "--lake",
        folder.resolve("lake").toString());
  }

  private static Lake lake(SparkSession spark) {
    return new Lake(spark, folder.resolve("lake").toString());
  }

  /** Verdict and amount by finding. */
  private static Map<String, String> findings(SparkSession spark, Registry registry) {
    Map<String, String> findings = new TreeMap<>();
    for (Row row : new GoldTables(lake(spark), registry, AS_OF).findings().collectAsList()) {
      findings.put(row.getAs("finding_id"), state(row, ""));
    }
    return findings;
  }

  private static String state(Row row, String side) {
    return row.<String>getAs(side + "verdict") + " " + row.<BigDecimal>getAs(side + "amount");
  }

  private static boolean isProblem(@Nullable String state) {
    return state != null && PROBLEMS.contains(state.substring(0, state.indexOf(' ')));
  }

  @ParameterizedTest(name = "{0} = {1} from {2}")
  @CsvSource({
    "relief-fund.decision-limit,      3,     , value: \"5\",      value: \"3\"",
    "relief-fund.payment-limit,       1,     , value: \"3\",      value: \"1\"",
    "relief-fund.rescue-cost-ceiling, 50000, , value: \"100000\", value: \"50000\"",
  })
  void isWhatComesOnceItIsEnacted(
      String parameter,
      BigDecimal value,
      @Nullable LocalDate from,
      String printed,
      String enacted,
      SparkSession spark)
      throws IOException {
    List<Row> effects =
        new WhatIf(lake(spark), REGISTRY, AS_OF)
            .effects(List.of(new Change(parameter, value, from)))
            .collectAsList();
    Map<String, String> before = findings(spark, REGISTRY);
    Map<String, String> after = findings(spark, enacted(parameter, printed, enacted));

    Map<String, String> expected = new TreeMap<>();
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String id : all) {
      String was = before.get(id);
      String is = after.get(id);
      if (!Objects.equals(was, is) && (isProblem(was) || isProblem(is))) {
        expected.put(id, was + " -> " + is);
      }
    }
    Map<String, String> shown = new TreeMap<>();
    effects.forEach(
        row ->
            shown.put(
                row.getAs("finding_id"), state(row, "before_") + " -> " + state(row, "after_")));
    assertThat(shown).isNotEmpty().isEqualTo(expected);
  }

  /** The project's registry with one number of one document changed, as an official would. */
  private static Registry enacted(String parameter, String printed, String enacted)
      throws IOException {
    Path root = Files.createTempDirectory(folder, "enacted");
    for (String part : List.of("schemas", "policies", "metrics")) {
      try (Stream<Path> files = Files.walk(Path.of("..", part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = root.resolve(Path.of("..").relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    Path file = root.resolve("policies/relief-fund/parameters.yaml");
    String text = Files.readString(file);
    String item = parameter.substring(parameter.indexOf('.') + 1);
    int at = text.indexOf("- id: " + item);
    int end = text.indexOf("\n- id: ", at);
    String block = text.substring(at, end);
    String changed = block.replace(printed, enacted).replaceFirst("  printed: .*\n", "");
    assertThat(changed).isNotEqualTo(block);
    Files.writeString(file, text.substring(0, at) + changed + text.substring(end));
    return Registry.load(root);
  }

  @Test
  void otherValueHoldsFromItsDayAndStillEndsWithTheDocument() {
    Map<String, Parameter> amended =
        WhatIf.amended(
            REGISTRY.parametersById(),
            List.of(
                new Change(
                    "relief-fund.decision-limit", BigDecimal.TEN, LocalDate.of(2021, 1, 1))));
    Parameter limit = Objects.requireNonNull(amended.get("relief-fund.decision-limit"));

    assertThat(limit.require(LocalDate.of(2020, 12, 31))).isEqualByComparingTo("5");
    assertThat(limit.require(LocalDate.of(2021, 1, 1))).isEqualByComparingTo("10");
    assertThat(limit.require(LocalDate.of(2025, 7, 31))).isEqualByComparingTo("10");
    assertThat(limit.on(LocalDate.of(2025, 8, 1))).isEmpty();
    assertThat(limit.on(LocalDate.of(2020, 7, 31))).isEmpty();
  }

  @Test
  void parameterThatLimitsNothingIsRefused(SparkSession spark) {
    assertThatThrownBy(
            () ->
                new WhatIf(lake(spark), REGISTRY, AS_OF)
                    .effects(
                        List.of(
                            new Change(
                                "monitoring-method.growth-gap-tolerance", BigDecimal.ONE, null))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("WHAT_IF_NOTHING");
  }

  @Test
  void commandSaysWhatChangesByDistrict() {
    CommandLineRun run =
        CommandLineRun.of(
            "what-if",
            "--lake",
            folder.resolve("lake").toString(),
            "--as-of",
            AS_OF.toString(),
            "--set",
            "relief-fund.decision-limit=1",
            "--list");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("新增", "relief-fund.decision-deadline", "3702", "met → late");
  }
}
