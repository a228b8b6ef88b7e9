package citybrain.app;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import citybrain.lake.IndependentWrites;
import citybrain.lake.Lake;
import citybrain.lake.LakeTable;
import citybrain.lake.Release;
import citybrain.lake.ReleaseLog;
import citybrain.lake.TableName;
import citybrain.lake.TableSchema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computes gold for an as-of date.
 *
 * <p>A build is named by what goes into it, so the same work has the same name and is done once.
 * The as-of date last built, published or rolled back to owns the heads of the gold tables; a build
 * for an earlier date is written beside them, under {@code archive/<as-of>/}, and never touches the
 * current figures.
 */
final class BuildJob {
  private static final int HASH_LENGTH = 10;
  private static final TableName DELIVERY = new TableName("quality", "delivery");

  private final Lake lake;
  private final Registry registry;
  private final Consumer<String> progress;

  BuildJob(Lake lake, Registry registry, Consumer<String> progress) {
    this.lake = lake;
    this.registry = registry;
    this.progress = progress;
  }

  /**
   * What a build gave.
   *
   * @param isPast computed for an earlier date than the newest: readable by its id, never current
   * @param wroteTables false when the same build stood there already
   */
  record Result(Release release, boolean isPast, boolean wroteTables) {}

  /**
   * @param domains parts to compute; tables of the others stay as they are
   * @param only one gold table of the domains, or all
   * @param isFull compute even if the same build stands there
   */
  Result run(LocalDate asOf, Set<Domain> domains, Optional<String> only, boolean isFull) {
    List<ReleaseLog.Entry> log = new ReleaseLog(lake).entries();
    boolean isPast =
        log.stream()
            .filter(entry -> entry.act() != ReleaseLog.Act.ARCHIVE)
            .reduce((a, b) -> b)
            .filter(newest -> newest.release().asOf().isAfter(asOf))
            .isPresent();
    List<Release.SourceFile> sources = sources(asOf);
    String codeVersion = CodeVersion.current();
    String buildId = asOf + "-" + hash(codeVersion, sources);
    Optional<Release> same =
        log.stream()
            .map(ReleaseLog.Entry::release)
            .filter(r -> r.releaseId().equals(buildId))
            .reduce((a, b) -> b);
    if (!isFull && same.isPresent() && isStanding(same.get())) {
      return new Result(same.get(), isPast, false);
    }
    String folder = isPast ? "archive/" + asOf + "/" : "";
    IndependentWrites.run(
        domains.stream()
            .<Runnable>map(
                domain ->
                    () ->
                        write(
                            new GoldTables(lake, registry, asOf).of(domain),
                            only,
                            folder,
                            asOf,
                            buildId,
                            isFull))
            .toList());
    Release release =
        new Release(buildId, asOf, codeVersion, registry.hash(), pins(folder), sources);
    return new Result(release, isPast, true);
  }

  private boolean isStanding(Release release) {
    return release.tables().stream()
        .filter(table -> table.name().startsWith("gold/"))
        .allMatch(
            table ->
                lake.tableAt(TableName.parse(table.name()), table.path())
                    .lastBuild()
                    .equals(Optional.of(release.releaseId())));
  }

  private void write(
      Map<TableName, Dataset<Row>> tables,
      Optional<String> only,
      String folder,
      LocalDate asOf,
      String buildId,
      boolean isFull) {
    try {
      tables.forEach(
          (name, rows) -> {
            if (only.filter(job -> !job.equals(name.name())).isPresent()) {
              return;
            }
            LakeTable table = lake.tableAt(name, folder + name);
            if (isFull || !table.lastBuild().equals(Optional.of(buildId))) {
              progress.accept("Computing " + name);
              table.replace(stamped(rows, name, asOf, buildId), buildId);
            }
          });
    } finally {
      tables.values().forEach(Dataset::unpersist);
    }
  }

  private Dataset<Row> stamped(Dataset<Row> rows, TableName name, LocalDate asOf, String buildId) {
    return TableSchema.conform(
        rows.withColumn("as_of", lit(java.sql.Date.valueOf(asOf)))
            .withColumn("release_id", lit(buildId)),
        GoldTables.contract(registry, name));
  }

  /** Every table a reader of the release may want, at the version it has now. */
  private List<Release.PinnedTable> pins(String goldFolder) {
    List<Release.PinnedTable> pins = new ArrayList<>();
    Stream<TableName> gold =
        Arrays.stream(Domain.values()).flatMap(domain -> domain.tables().stream());
    Stream<TableName> inputs =
        Stream.of("silver", "quality")
            .flatMap(layer -> registry.contracts().layer(layer).stream())
            .map(contract -> new TableName(contract.layer(), contract.name()));
    gold.forEach(name -> pin(lake.tableAt(name, goldFolder + name)).ifPresent(pins::add));
    inputs.forEach(name -> pin(lake.table(name)).ifPresent(pins::add));
    pin(lake.table("bronze", "delivered_row")).ifPresent(pins::add);
    pins.sort(Comparator.comparing(Release.PinnedTable::name));
    return pins;
  }

  private static Optional<Release.PinnedTable> pin(LakeTable table) {
    return table.exists()
        ? Optional.of(
            new Release.PinnedTable(table.name().toString(), table.relativePath(), table.version()))
        : Optional.empty();
  }

  /** Files of which something was known on the day. */
  private List<Release.SourceFile> sources(LocalDate asOf) {
    LakeTable delivery = lake.table(DELIVERY);
    if (!delivery.exists()) {
      return List.of();
    }
    return delivery
        .read()
        .where(
            col("delivered_at")
                .leq(lit(java.sql.Date.valueOf(asOf)))
                .and(col("status").notEqual("refused")))
        .select("file", "file_sha256")
        .collectAsList()
        .stream()
        .map(row -> new Release.SourceFile(row.getString(0), row.getString(1)))
        .sorted(
            Comparator.comparing(Release.SourceFile::file)
                .thenComparing(Release.SourceFile::fileSha256))
        .toList();
  }

  private String hash(String codeVersion, List<Release.SourceFile> sources) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Set<String> parts = new TreeSet<>();
      sources.forEach(source -> parts.add(source.file() + "\n" + source.fileSha256()));
      for (String part : parts) {
        digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
      }
      digest.update((codeVersion + "\n" + registry.hash()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
