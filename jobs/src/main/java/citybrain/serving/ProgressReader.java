package citybrain.serving;

import static org.apache.spark.sql.functions.col;

import citybrain.policy.Programme;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Every indicator row of the target tables and how it stands, from {@code gold/target_progress}.
 *
 * <p>The page shows one target year: the last whose own figures were reported. An indicator of the
 * target table that has no stored row is shown all the same, as not assessed.
 */
final class ProgressReader {
  private static final String PROGRAMME_ID = "programme_id";
  private static final String INDICATOR_ID = "indicator_id";
  private static final String BREAKDOWN = "breakdown";
  private static final String AREA_CODE = "area_code";
  private static final String YEAR = "year";
  private static final String IS_PRIMARY = "is_primary";
  private static final String ACTUAL = "actual";
  private static final String ACTUAL_PERIOD = "actual_period";
  private static final String PROGRESS_RATIO = "progress_ratio";
  private static final String EXPECTED_RATIO = "expected_ratio";
  private static final String VERDICT = "verdict";
  private static final String REASON_ZH = "reason_zh";
  private static final String IS_SIMULATED = "is_simulated";

  private static final String WHOLE = "_T";

  /** A reference names the part of the annex: 附件3第一部分“规模与布局”第1行. */
  private static final Pattern ANNEX_PART = Pattern.compile("第([一二三四五六七八九十]+)部分“([^”]+)”");

  private ProgressReader() {}

  static CockpitPage.Education read(Dataset<Row> progress, CockpitNames names) {
    List<Row> rows =
        progress
            .where(col(IS_PRIMARY))
            .select(
                PROGRAMME_ID,
                INDICATOR_ID,
                BREAKDOWN,
                AREA_CODE,
                YEAR,
                ACTUAL,
                ACTUAL_PERIOD,
                PROGRESS_RATIO,
                EXPECTED_RATIO,
                VERDICT,
                REASON_ZH,
                IS_SIMULATED)
            .collectAsList();
    Map<String, List<Row>> byProgramme =
        rows.stream().collect(Collectors.groupingBy(row -> row.<String>getAs(PROGRAMME_ID)));
    requireKnown(byProgramme, names.programmes());
    return new CockpitPage.Education(
        names.programmes().stream()
            .map(
                programme ->
                    programme(programme, byProgramme.getOrDefault(programme.id(), List.of())))
            .toList());
  }

  private static void requireKnown(Map<String, List<Row>> byProgramme, List<Programme> programmes) {
    List<Key> known =
        programmes.stream()
            .flatMap(p -> p.indicators().stream().map(i -> new Key(p.id(), i.id(), i.breakdown())))
            .toList();
    List<Problem> unknown =
        byProgramme.values().stream()
            .flatMap(List::stream)
            .map(Key::of)
            .distinct()
            .filter(key -> !known.contains(key))
            .sorted(Comparator.comparing(Key::toString))
            .map(
                key ->
                    new Problem(
                        "INDICATOR_UNKNOWN",
                        key.toString(),
                        "has rows in gold/target_progress, but no target table names it",
                        "Publish with the registry that built the release, or rebuild."))
            .toList();
    if (!unknown.isEmpty()) {
      throw new ProblemException(unknown);
    }
  }

  private record Key(String programmeId, String indicatorId, String breakdown) {
    static Key of(Row row) {
      return new Key(row.getAs(PROGRAMME_ID), row.getAs(INDICATOR_ID), row.getAs(BREAKDOWN));
    }

    @Override
    public String toString() {
      return programmeId + "/" + indicatorId + "/" + breakdown;
    }
  }

  private static CockpitPage.ProgrammeProgress programme(Programme programme, List<Row> rows) {
    Optional<Integer> year = reportedYear(rows);
    Map<Key, Row> ofYear =
        rows.stream()
            .filter(row -> year.equals(Optional.of(row.<Integer>getAs(YEAR))))
            .collect(Collectors.toMap(Key::of, Function.identity()));
    return new CockpitPage.ProgrammeProgress(
        programme.title().zh(),
        year.orElse(null),
        programme.indicators().stream()
            .map(
                indicator ->
                    indicator(
                        indicator,
                        ofYear.get(new Key(programme.id(), indicator.id(), indicator.breakdown()))))
            .toList());
  }

  /** The last target year whose own figures are known; else the last with any figure. */
  private static Optional<Integer> reportedYear(List<Row> rows) {
    List<Row> reported = rows.stream().filter(row -> row.getAs(ACTUAL) != null).toList();
    Optional<Integer> own =
        reported.stream()
            .filter(row -> Rows.text(row, ACTUAL_PERIOD).equals(row.getAs(YEAR).toString()))
            .map(row -> row.<Integer>getAs(YEAR))
            .max(Comparator.naturalOrder());
    return own.or(
        () ->
            reported.stream().map(row -> row.<Integer>getAs(YEAR)).max(Comparator.naturalOrder()));
  }

  private static CockpitPage.IndicatorProgress indicator(
      Programme.Indicator indicator, @Nullable Row row) {
    SortedMap<Integer, String> targets = new TreeMap<>();
    indicator.targets().forEach((year, printed) -> targets.put(year, printed.verbatim()));
    String breakdown = indicator.breakdown().equals(WHOLE) ? "" : indicator.breakdown();
    String explain =
        "target " + indicator.id() + (breakdown.isEmpty() ? "" : " --breakdown " + breakdown);
    @Nullable BigDecimal actual = row == null ? null : row.getAs(ACTUAL);
    return new CockpitPage.IndicatorProgress(
        section(indicator),
        indicator.title().zh(),
        breakdown,
        indicator.printedUnit(),
        indicator.baseline().verbatim(),
        targets,
        actual == null ? null : asPrinted(actual, indicator.printedUnit()),
        row == null ? null : row.getAs(PROGRESS_RATIO),
        row == null ? null : row.getAs(EXPECTED_RATIO),
        row == null
            ? TargetVerdict.NOT_ASSESSABLE
            : TargetVerdict.ofCode(Objects.requireNonNull(row.<String>getAs(VERDICT))),
        row == null ? "本次发布没有该指标的评估结果。" : Rows.text(row, REASON_ZH),
        indicator.reference().toString(),
        explain,
        row != null && row.<Boolean>getAs(IS_SIMULATED));
  }

  private static String section(Programme.Indicator indicator) {
    Matcher part = ANNEX_PART.matcher(indicator.reference().place());
    return part.find() ? part.group(1) + "、" + part.group(2) : indicator.reference().place();
  }

  /** A stored value in the unit that the gazette prints: yuan in 万元. */
  private static BigDecimal asPrinted(BigDecimal value, String printedUnit) {
    int places = printedUnit.startsWith("万") ? 4 : printedUnit.startsWith("亿") ? 8 : 0;
    return value.movePointLeft(places).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
