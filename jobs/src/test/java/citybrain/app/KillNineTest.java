package citybrain.app;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.lake.PausingLogStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An intake in a process of its own, ended by {@code kill -9} before each of its commits and begun
 * again each time, leaves the lake of one clean intake.
 *
 * <p>With every run of the tests one file comes; {@code bin/test long} brings five and kills after
 * each commit too ({@code -Dcitybrain.kill.files=5 -Dcitybrain.kill.points=3,2}): more than twenty
 * kills.
 */
@ExtendWith(SparkSessionExtension.class)
final class KillNineTest {
  private static final int KILLED = 128 + 9;

  /** Point 3: one commit gets through and the next is about to be made. Point 2: one was made. */
  private static final List<Integer> POINTS =
      Stream.of(System.getProperty("citybrain.kill.points", "3").split(",", -1))
          .map(Integer::valueOf)
          .toList();

  private static final List<String> EXTRACTS =
      List.of(
          "relief_applications",
          "stat_annual",
          "indicator_report",
          "relief_payments",
          "relief_decisions");

  private static final int FILES = Integer.getInteger("citybrain.kill.files", 1);

  /** Bronze, each silver table, and what quality says of them. */
  private static final int FEWEST_KILLS_A_POINT = FILES + 4;

  @TempDir private Path folder;

  /** One file for each of so many silver tables. */
  private Path landing() {
    Path whole = SmallCity.land(folder.resolve("whole"));
    Path small = folder.resolve("small");
    List<Path> files = SmallCity.files(whole);
    for (String extract : EXTRACTS.subList(0, FILES)) {
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
  void killedAtEveryCommitAndBegunAgainGivesTheLakeOfOneIntake(SparkSession spark)
      throws IOException, InterruptedException {
    Path landing = landing();
    Path clean = folder.resolve("clean");
    assertThat(
            CommandLineRun.of("ingest", "--landing", landing.toString(), "--lake", clean.toString())
                .exitCode())
        .isZero();
    SortedMap<String, List<String>> expected = LakeDump.of(spark, clean);

    int kills = 0;
    for (int point : POINTS) {
      Path lake = folder.resolve("killed-at-" + point);
      while (isKilled(landing, lake, point)) {
        kills++;
      }
      assertThat(LakeDump.of(spark, lake)).as("point %d", point).isEqualTo(expected);
    }
    assertThat(kills).isGreaterThanOrEqualTo(FEWEST_KILLS_A_POINT * POINTS.size());
  }

  /** Runs an intake; true when it reached the point and was killed there, false when it ended. */
  private static boolean isKilled(Path landing, Path lake, int point)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> !option.startsWith("-Xmx") && !option.startsWith("-agent"))
            .toList());
    command.addAll(
        List.of(
            "-Xmx1g",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "-Dspark.delta.logStore.file.impl=" + PausingLogStore.class.getName(),
            "-D" + PausingLogStore.POINT + "=" + point,
            CityBrain.class.getName(),
            "ingest",
            "--landing",
            landing.toString(),
            "--lake",
            lake.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      boolean isReached = false;
      while (!isReached) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        output.append(line).append('\n');
        isReached = line.contains(PausingLogStore.REACHED);
      }
      if (isReached) {
        // On Linux this is SIGKILL: no hook runs, nothing is flushed.
        process.destroyForcibly();
      }
    }
    int exitCode = process.waitFor();
    assertThat(exitCode).as(output.toString()).isIn(KILLED, 0);
    return exitCode == KILLED;
  }
}
