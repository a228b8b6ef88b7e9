package citybrain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The words that every entry says are printed stand in the scanned gazettes, letter by letter. The
 * scans are no part of the project: where the environment variable CITYBRAIN_GAZETTES names their
 * folder they are read; elsewhere this test is skipped, and says so.
 */
final class GazetteTextTest {
  private static final String FOLDER = "CITYBRAIN_GAZETTES";

  /** White space and the marks of table cells: a line may break anywhere. */
  private static final Pattern LAYOUT = Pattern.compile("\\s+|<[^>]+>");

  @Test
  void printedWordsStandInTheGazettes() throws IOException {
    String folder = System.getenv().getOrDefault(FOLDER, "");
    assumeThat(folder).as("%s names no folder: not held against the scans", FOLDER).isNotEmpty();
    StringBuilder gazettes = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.sorted().toList()) {
        gazettes.append(LAYOUT.matcher(Files.readString(file)).replaceAll(""));
      }
    }

    Provisions provisions = PolicyRegistry.load(Path.of("..")).provisions();
    List<String> untrue = new ArrayList<>();
    int words = 0;
    for (Provision provision : provisions.all()) {
      if (provision.printed() != null) {
        words++;
        if (gazettes.indexOf(LAYOUT.matcher(provision.printed()).replaceAll("")) < 0) {
          untrue.add(provision.id() + ": " + provision.printed());
        }
      }
    }

    assertThat(untrue).as("not printed so").isEmpty();
    assertThat(words).as("entries with printed words").isGreaterThan(2000);
  }
}
