package citybrain.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.SparkSessionExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionExtension.class)
final class ReleaseLogTest {
  private static final TableName FIGURES = new TableName("gold", "figures");

  @TempDir private Path folder;

  private Release build(Lake lake, String id, LocalDate asOf, int rows) {
    lake.table(FIGURES).replace(lake.spark().range(rows).toDF(), id);
    long version = lake.table(FIGURES).version();
    return new Release(
        id,
        asOf,
        "test",
        "hash",
        List.of(new Release.PinnedTable(FIGURES.toString(), FIGURES.toString(), version)),
        List.of(new Release.SourceFile("市统计局/x/2020-01-01/a.csv", "ab")));
  }

  @Test
  void readersSeeWhatWasPublishedUntilTheNextReleaseIsPublished(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    ReleaseLog log = new ReleaseLog(lake);
    Release first = build(lake, "one", LocalDate.of(2020, 9, 30), 3);
    log.append(ReleaseLog.Act.PUBLISH, first);

    Release second = build(lake, "two", LocalDate.of(2020, 10, 31), 5);
    log.append(ReleaseLog.Act.BUILD, second);

    assertThat(log.current()).contains(first);
    assertThat(log.read(log.requireCurrent(), FIGURES).count()).isEqualTo(3);

    log.append(ReleaseLog.Act.PUBLISH, second);
    assertThat(log.read(log.requireCurrent(), FIGURES).count()).isEqualTo(5);
    assertThat(log.read(first, FIGURES).count()).isEqualTo(3);
  }

  @Test
  void rollingBackRestoresTheHeadAndKeepsEveryRelease(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    ReleaseLog log = new ReleaseLog(lake);
    Release first = build(lake, "one", LocalDate.of(2020, 9, 30), 3);
    log.append(ReleaseLog.Act.PUBLISH, first);
    Release second = build(lake, "two", LocalDate.of(2020, 10, 31), 5);
    log.append(ReleaseLog.Act.PUBLISH, second);

    log.rollBackTo(first);

    assertThat(log.current()).contains(first);
    assertThat(lake.table(FIGURES).read().count()).isEqualTo(3);
    assertThat(log.read(second, FIGURES).count()).isEqualTo(5);
    assertThat(log.entries())
        .extracting(ReleaseLog.Entry::act)
        .containsExactly(ReleaseLog.Act.PUBLISH, ReleaseLog.Act.PUBLISH, ReleaseLog.Act.ROLLBACK);
  }

  @Test
  void archiveOfAPastDateNeverBecomesCurrent(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    ReleaseLog log = new ReleaseLog(lake);
    Release current = build(lake, "one", LocalDate.of(2020, 9, 30), 3);
    log.append(ReleaseLog.Act.PUBLISH, current);

    log.append(ReleaseLog.Act.ARCHIVE, build(lake, "past", LocalDate.of(2020, 1, 31), 1));

    assertThat(log.current()).isEqualTo(Optional.of(current));
    assertThat(log.require("past").asOf()).isEqualTo(LocalDate.of(2020, 1, 31));
  }

  @Test
  void repeatingAnActChangesNothing(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString());
    ReleaseLog log = new ReleaseLog(lake);
    Release release = build(lake, "one", LocalDate.of(2020, 9, 30), 3);

    log.append(ReleaseLog.Act.PUBLISH, release);
    log.append(ReleaseLog.Act.PUBLISH, release);

    assertThat(log.entries()).hasSize(1);
  }

  @Test
  void vacuumKeepsWhatReleasesPin(SparkSession spark) {
    Lake lake = new Lake(LakeSession.open(), folder.toString());
    ReleaseLog log = new ReleaseLog(lake);
    Release first = build(lake, "one", LocalDate.of(2020, 9, 30), 3);
    build(lake, "two", LocalDate.of(2020, 10, 31), 5);

    spark.sql("VACUUM delta.`" + folder + "/gold/figures`");

    assertThat(log.read(first, FIGURES).count()).isEqualTo(3);
    assertThat(
            lake.table(FIGURES)
                .delta()
                .detail()
                .select("properties")
                .head()
                .<String, String>getJavaMap(0))
        .containsEntry("delta.deletedFileRetentionDuration", "interval 5200 weeks")
        .containsEntry("delta.logRetentionDuration", "interval 5200 weeks");
  }

  @Test
  void unknownReleaseIsNamedWithWhatToDo(SparkSession spark) {
    ReleaseLog log = new ReleaseLog(new Lake(spark, folder.toString()));

    assertThatThrownBy(() -> log.require("2020-01-01-nothing"))
        .hasMessageStartingWith("RELEASE_UNKNOWN: 2020-01-01-nothing")
        .hasMessageContaining("--list");
    assertThatThrownBy(log::requireCurrent).hasMessageStartingWith("NO_RELEASE");
  }
}
