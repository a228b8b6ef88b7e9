package citybrain.serving.feedback;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the copies of one publication lie: {@code <department>/<extract>/<delivery date>/<original
 * name>.更正.xlsx} below one folder, and never outside it whatever a file is called.
 */
final class CopyPaths {
  /** How the name of a copy ends. */
  static final String ENDING = ".更正.xlsx";

  /** File systems take 255 bytes; the rest is for the ending and a number. */
  private static final int MAX_NAME_BYTES = 200;

  private static final int HASH_CHARACTERS = 8;
  private static final String NOT_IN_NAMES = "\\/:*?\"<>|";

  /** Names of devices in the systems of most offices. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private final Path root;
  private final Set<String> used = new HashSet<>();

  CopyPaths(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * The folder of one department; one whose name had to be changed does not share the folder of
   * another.
   */
  Path department(String department) {
    return below(root, folder(department));
  }

  private static String folder(String name) {
    String safe = safe(name);
    return safe.equals(name) ? safe : safe + "-" + hash(name);
  }

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /**
   * The place of a delivery's copy. Two deliveries never share one: the later asked for has a part
   * of its content's hash in its name.
   */
  Path copy(Delivery delivery) {
    Path folder =
        below(
            below(department(delivery.department()), folder(delivery.extract())),
            delivery.deliveredOn().toString());
    String stem = stem(delivery.fileName());
    Path copy = below(folder, stem + ENDING);
    if (!used.add(copy.toString().toLowerCase(Locale.ROOT))) {
      String hash = delivery.fileSha256();
      copy =
          below(
              folder,
              stem + "-" + hash.substring(0, Math.min(HASH_CHARACTERS, hash.length())) + ENDING);
      used.add(copy.toString().toLowerCase(Locale.ROOT));
    }
    return copy;
  }

  /** What the copy of a file of this name is called; a copy of a copy keeps its name. */
  static String nameOfCopy(String fileName) {
    return stem(fileName) + ENDING;
  }

  private static String stem(String fileName) {
    return safe(
        fileName.endsWith(ENDING)
            ? fileName.substring(0, fileName.length() - ENDING.length())
            : fileName);
  }

  private static Path below(Path folder, String name) {
    Path path = folder.resolve(name).normalize();
    if (!folder.equals(path.getParent())) {
      throw new IllegalStateException("A copy would leave its folder: " + name);
    }
    return path;
  }

  /** One name without what a file system or a reader's eye may take for something else. */
  private static String safe(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> {}
                default -> safe.appendCodePoint(NOT_IN_NAMES.indexOf(c) >= 0 ? '_' : c);
              }
            });
    String whole = safe.toString().strip().replaceAll("^\\.+|[. ]+$", "_");
    String cut = cut(whole);
    if (cut.isEmpty()) {
      return "_";
    }
    return DEVICE.matcher(cut).matches() ? "_" + cut : cut;
  }

  private static String cut(String name) {
    StringBuilder cut = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_NAME_BYTES) {
        break;
      }
      cut.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return cut.toString();
  }
}
