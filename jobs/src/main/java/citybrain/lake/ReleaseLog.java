package citybrain.lake;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The release manifest, table {@code release/manifest}: an append-only log, one row per act.
 *
 * <p>The current release is the one named by the last {@code publish} or {@code rollback}. A {@code
 * build} is computed and not yet shown to readers; an {@code archive} answers for a past as-of date
 * and never becomes current.
 */
public final class ReleaseLog {
  /** What a row of the log records. */
  public enum Act {
    BUILD,
    PUBLISH,
    ARCHIVE,
    ROLLBACK;

    /** As stored. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One row of the log. */
  public record Entry(long sequence, Act act, Release release) {}

  private static final TableName MANIFEST = new TableName("release", "manifest");
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "sequence BIGINT, action STRING, release_id STRING, as_of DATE, code_version STRING, registry_hash STRING,"
              + " tables ARRAY<STRUCT<name: STRING, path: STRING, version: BIGINT>>,"
              + " sources ARRAY<STRUCT<file: STRING, file_sha256: STRING>>");

  private final Lake lake;

  public ReleaseLog(Lake lake) {
    this.lake = lake;
  }

  /** All acts, oldest first. */
  public List<Entry> entries() {
    LakeTable manifest = lake.table(MANIFEST);
    if (!manifest.exists()) {
      return List.of();
    }
    return manifest.read().collectAsList().stream()
        .map(ReleaseLog::entry)
        .sorted(Comparator.comparingLong(Entry::sequence))
        .toList();
  }

  public Optional<Release> current() {
    return current(entries());
  }

  /** The current release of a log already read. */
  public static Optional<Release> current(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.act() == Act.PUBLISH || entry.act() == Act.ROLLBACK)
        .reduce((a, b) -> b)
        .map(Entry::release);
  }

  /**
   * The current release, for a reader.
   *
   * @throws ProblemException {@code NO_RELEASE} when the lake has none
   */
  public Release requireCurrent() {
    return current()
        .orElseThrow(
            () ->
                new ProblemException(
                    new Problem(
                        "NO_RELEASE",
                        lake.root(),
                        "holds no published release",
                        "Run `citybrain run`, or `citybrain release` after a build.")));
  }

  /**
   * A release by its id, whether current or not.
   *
   * @throws ProblemException {@code RELEASE_UNKNOWN}
   */
  public Release require(String releaseId) {
    return entries().stream()
        .map(Entry::release)
        .filter(release -> release.releaseId().equals(releaseId))
        .reduce((a, b) -> b)
        .orElseThrow(
            () ->
                new ProblemException(
                    new Problem(
                        "RELEASE_UNKNOWN",
                        releaseId,
                        "is not in the release manifest of " + lake.root(),
                        "List the releases with `citybrain release --lake L --list`.")));
  }

  /** Whether readers can see this release: as the current one, or archived under its id. */
  public boolean isShown(Release release) {
    List<Entry> entries = entries();
    return current(entries).equals(Optional.of(release))
        || entries.stream().anyMatch(e -> e.act() == Act.ARCHIVE && e.release().equals(release));
  }

  /**
   * A release that was current once.
   *
   * @throws ProblemException {@code RELEASE_UNKNOWN}, or {@code RELEASE_NEVER_CURRENT} for a build
   *     that was not published and for an answer about a past date
   */
  public Release requirePublished(String releaseId) {
    Release release = require(releaseId);
    boolean wasCurrent =
        entries().stream()
            .anyMatch(e -> e.release().releaseId().equals(releaseId) && e.act() == Act.PUBLISH);
    if (!wasCurrent) {
      throw new ProblemException(
          new Problem(
              "RELEASE_NEVER_CURRENT",
              releaseId,
              "was built but never published as current",
              "Choose a release that `citybrain release --list` shows as publish."));
    }
    return release;
  }

  /** Appends an act; repeating the last act of the log changes nothing. */
  public void append(Act act, Release release) {
    List<Entry> entries = entries();
    Optional<Entry> last = entries.stream().reduce((a, b) -> b);
    if (last.filter(e -> e.act() == act && e.release().equals(release)).isPresent()) {
      return;
    }
    long sequence = last.map(Entry::sequence).orElse(0L) + 1;
    Dataset<Row> row =
        lake.spark()
            .createDataFrame(
                List.of(
                    RowFactory.create(
                        sequence,
                        act.code(),
                        release.releaseId(),
                        java.sql.Date.valueOf(release.asOf()),
                        release.codeVersion(),
                        release.registryHash(),
                        release.tables().stream()
                            .map(t -> RowFactory.create(t.name(), t.path(), t.version()))
                            .toArray(),
                        release.sources().stream()
                            .map(s -> RowFactory.create(s.file(), s.fileSha256()))
                            .toArray())),
                SCHEMA)
            .coalesce(1);
    lake.table(MANIFEST)
        .appendOnce(row, "act-" + sequence + "-" + act.code() + "-" + release.releaseId());
  }

  /** A table as a release shows it. */
  public Dataset<Row> read(Release release, TableName name) {
    Release.PinnedTable pinned =
        release
            .table(name)
            .orElseThrow(
                () ->
                    new ProblemException(
                        new Problem(
                            "TABLE_NOT_IN_RELEASE",
                            name.toString(),
                            "is not part of release " + release.releaseId(),
                            "Choose another release, or build the table's domain and release again.")));
    return lake.tableAt(name, pinned.path()).readVersion(pinned.version());
  }

  /** Makes an earlier release current again: heads are restored, then the log says so. */
  public void rollBackTo(Release release) {
    for (Release.PinnedTable pinned : release.tables()) {
      TableName name = TableName.parse(pinned.name());
      // Silver and quality only grow: taking them back would forget deliveries.
      if (!name.layer().equals("gold")) {
        continue;
      }
      LakeTable head = lake.tableAt(name, pinned.path());
      if (!head.lastBuild().equals(Optional.of(release.releaseId()))) {
        head.restore(pinned.version(), release.releaseId());
      }
    }
    append(Act.ROLLBACK, release);
  }

  private static Entry entry(Row row) {
    List<Row> tables = row.getList(row.fieldIndex("tables"));
    List<Row> sources = row.getList(row.fieldIndex("sources"));
    java.sql.Date asOf = row.getAs("as_of");
    LocalDate day = asOf.toLocalDate();
    return new Entry(
        row.<Long>getAs("sequence"),
        Act.valueOf(row.<String>getAs("action").toUpperCase(java.util.Locale.ROOT)),
        new Release(
            row.getAs("release_id"),
            day,
            row.getAs("code_version"),
            row.getAs("registry_hash"),
            tables.stream()
                .map(t -> new Release.PinnedTable(t.getString(0), t.getString(1), t.getLong(2)))
                .toList(),
            sources.stream()
                .map(s -> new Release.SourceFile(s.getString(0), s.getString(1)))
                .toList()));
  }
}
