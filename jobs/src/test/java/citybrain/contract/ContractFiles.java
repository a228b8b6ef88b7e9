package citybrain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The project's schemas, copied to a folder where a test may spoil them. */
final class ContractFiles {
  static final Path ROOT = Path.of("..");

  private ContractFiles() {}

  static void copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("schemas"))) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(ROOT.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** Replaces a text that must be there. */
  static void edit(Path root, String file, String old, String replacement) throws IOException {
    Path path = root.resolve("schemas").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, replacement));
  }
}
