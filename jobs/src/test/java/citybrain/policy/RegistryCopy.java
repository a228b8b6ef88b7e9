package citybrain.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the project's policies and schemas that a test may spoil. */
final class RegistryCopy {
  /** The project, seen from the module that Maven runs the tests in. */
  static final Path PROJECT = Path.of("..");

  /** Documents of every shape; reading all of them for each spoilt copy takes too long. */
  private static final List<String> FOLDERS =
      List.of(
          "schemas/meta",
          "policies/monitoring-method",
          "policies/relief-fund",
          "policies/vocational-education",
          "policies/metro-emergency-plan",
          "policies/bay-bridge-emergency-plan",
          "policies/health-fiscal-powers",
          "policies/traditional-industry",
          "policies/legal-advisers");

  private final Path root;

  private RegistryCopy(Path root) {
    this.root = root;
  }

  static RegistryCopy in(Path root) {
    FOLDERS.forEach(folder -> copy(PROJECT.resolve(folder), root.resolve(folder)));
    return new RegistryCopy(root);
  }

  Path root() {
    return root;
  }

  String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String file, String content) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String file) {
    try {
      Files.delete(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void rename(String from, String to) {
    try {
      Files.move(root.resolve(from), root.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the first occurrence; a text that is not there is a mistake of the test. */
  void replaceFirst(String file, String found, String replacement) {
    String content = read(file);
    int at = content.indexOf(found);
    if (at < 0) {
      throw new IllegalArgumentException(file + " does not hold: " + found);
    }
    write(file, content.substring(0, at) + replacement + content.substring(at + found.length()));
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      Files.createDirectories(to);
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
