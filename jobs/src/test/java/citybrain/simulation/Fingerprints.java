package citybrain.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHA-256 of each file beneath a folder, by path relative to it. */
final class Fingerprints {
  private Fingerprints() {}

  static SortedMap<String, String> of(Path folder) throws IOException {
    SortedMap<String, String> fingerprints = new TreeMap<>();
    for (Path file : filesOf(folder)) {
      fingerprints.put(folder.relativize(file).toString(), sha256(Files.readAllBytes(file)));
    }
    return fingerprints;
  }

  static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }
}
