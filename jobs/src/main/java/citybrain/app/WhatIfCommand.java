package citybrain.app;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import citybrain.app.WhatIf.Change;
import citybrain.app.WhatIf.Effect;
import citybrain.lake.Lake;
import citybrain.lake.ReleaseLog;
import citybrain.policy.Rule;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code what-if}: findings that would appear, vanish or change if a parameter had another value.
 */
@Command(
    name = "what-if",
    description = "Show which findings appear, vanish or change if a parameter had another value.",
    mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Option(
      names = "--set",
      required = true,
      paramLabel = "PARAMETER=VALUE",
      description = "for example relief-fund.decision-limit=3; may be repeated")
  private Map<String, String> values = Map.of();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "first day of the other value; without it every day on which there is one")
  private @Nullable LocalDate from;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "what was known then; without it the day of the current release")
  private @Nullable LocalDate asOf;

  @Option(names = "--list", description = "Print every finding, not only the sums by district.")
  private boolean isList;

  WhatIfCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = Registry.load();
    Lake lake = lakeOption.open();
    LocalDate day = asOf == null ? new ReleaseLog(lake).requireCurrent().asOf() : asOf;
    List<Change> changes =
        values.entrySet().stream()
            .map(
                entry -> new Change(entry.getKey(), number(entry.getKey(), entry.getValue()), from))
            .toList();
    WhatIf whatIf = new WhatIf(lake, registry, day);
    Dataset<Row> effects = whatIf.effects(changes).persist();
    try {
      say(effects, whatIf.touched(changes), day);
    } finally {
      effects.unpersist();
    }
    return ExitCode.DONE;
  }

  private void say(Dataset<Row> effects, List<Rule> rules, LocalDate day) {
    console.say(
        "What if, as known on "
            + day
            + ": "
            + rules.stream().map(rule -> rule.title().zh()).collect(Collectors.joining("、")));
    List<Row> sums =
        effects
            .groupBy("effect", "rule_id", "area_code")
            .agg(
                count(lit(1)).as("findings"),
                sum(col("before_amount")).as("before_amount"),
                sum(col("after_amount")).as("after_amount"))
            .orderBy("effect", "rule_id", "area_code")
            .collectAsList();
    if (sums.isEmpty()) {
      console.say("No finding appears, vanishes or changes.");
      return;
    }
    for (Row row : sums) {
      console.say(
          Effect.valueOf(row.getString(0)).zh()
              + " "
              + row.getLong(3)
              + "　"
              + row.getString(1)
              + "　"
              + (row.getString(2).isEmpty() ? "—" : row.getString(2))
              + "　"
              + yuan(row.getDecimal(4))
              + " → "
              + yuan(row.getDecimal(5)));
    }
    if (isList) {
      effects
          .orderBy("effect", "rule_id", "finding_id")
          .collectAsList()
          .forEach(row -> console.say(line(row)));
    }
  }

  private static String line(Row row) {
    return row.<String>getAs("finding_id")
        + "　"
        + Effect.valueOf(row.<String>getAs("effect")).zh()
        + "　"
        + row.<String>getAs("rule_id")
        + "　"
        + row.<String>getAs("subject_id")
        + "　"
        + row.<String>getAs("before_verdict")
        + " → "
        + row.<String>getAs("after_verdict");
  }

  private static String yuan(@Nullable BigDecimal amount) {
    return amount == null ? "—" : amount.stripTrailingZeros().toPlainString() + "元";
  }

  private static BigDecimal number(String parameter, String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw new ProblemException(
          new Problem(
              "OPTION_VALUE",
              "--set " + parameter,
              "has " + value + ", expected a number",
              "Give a decimal, for example 3 or 0.5."));
    }
  }
}
