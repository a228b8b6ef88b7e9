package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.lake.KillableLogStore;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run killed between any two of its commits, again and again, ends in the lake of one clean run.
 */
@ExtendWith(SparkSessionExtension.class)
final class KillAndRepeatTest {
  @TempDir private Path folder;

  /**
   * Two files for two silver tables: every kind of commit is there, and the test runs once for each
   * of them.
   */
  private Path landing() {
    Path whole = SmallCity.land(folder.resolve("whole"));
    Path small = folder.resolve("small");
    List<Path> files = SmallCity.files(whole);
    List<String> extracts = List.of("stat_annual", "relief_payments");
    for (String extract : extracts) {
      SmallCity.copy(
          whole,
          small,
          files.stream()
              .filter(file -> file.getName(1).toString().equals(extract))
              .limit(1)
              .toList());
    }
    return small;
  }

  @Test
  void killedBetweenAnyTwoCommitsAndRepeatedGivesTheLakeOfOneRun(SparkSession spark) {
    Path landing = landing();
    Path clean = folder.resolve("clean");
    assertThat(CommandLineRun.run(landing, clean, SmallCity.AS_OF).exitCode()).isZero();
    SortedMap<String, List<String>> expected = LakeDump.of(spark, clean);
    int commits = expected.size();
    assertThat(commits).as("tables, each with one commit").isGreaterThan(10);

    Path lake = folder.resolve("killed");
    int kills = 0;
    while (true) {
      // One commit gets through; the next one has its data files written and is killed before it
      // counts.
      KillableLogStore.killAt(2, false);
      CommandLineRun attempt = CommandLineRun.run(landing, lake, SmallCity.AS_OF);
      if (!KillableLogStore.disarm()) {
        assertThat(attempt.exitCode()).as(attempt.err()).isZero();
        break;
      }
      assertThat(attempt.exitCode()).isEqualTo(ExitCode.FAILED);
      kills++;
    }

    assertThat(kills).as("one kill between any two commits").isEqualTo(commits - 1);
    assertThat(LakeDump.of(spark, lake)).isEqualTo(expected);
  }
}
