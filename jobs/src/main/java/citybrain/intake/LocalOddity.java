package citybrain.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * What stands on a local disk where a file should be: a link, a pipe, a device, a socket. Opening a
 * pipe would wait for ever, and a link may lead out of the landing area. Other file systems have
 * none of these.
 */
final class LocalOddity {
  private LocalOddity() {}

  /**
   * What it is, for a sentence; empty for a plain file or folder and for a link to a plain file
   * within the landing area.
   */
  static Optional<String> of(
      FileSystem files, org.apache.hadoop.fs.Path root, org.apache.hadoop.fs.Path path) {
    if (!files.getScheme().equals("file")) {
      return Optional.empty();
    }
    Path local;
    try {
      local = Path.of(path.toUri().getPath());
    } catch (InvalidPathException e) {
      return Optional.of("a file whose name is in no known encoding");
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(local, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return link(local, Path.of(root.toUri().getPath()));
      }
      return attributes.isOther() ? Optional.of("a pipe, a device or a socket") : Optional.empty();
    } catch (IOException e) {
      return Optional.of("a file that cannot be looked at (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** What the file system leaves out of a listing because it cannot look at it. */
  static List<org.apache.hadoop.fs.Path> unlisted(
      FileSystem files, org.apache.hadoop.fs.Path folder, FileStatus[] listed) {
    String[] names =
        files.getScheme().equals("file") ? new File(folder.toUri().getPath()).list() : null;
    if (names == null || names.length == listed.length) {
      return List.of();
    }
    Set<String> known = new HashSet<>();
    for (FileStatus status : listed) {
      known.add(status.getPath().getName());
    }
    return Arrays.stream(names)
        .filter(name -> !known.contains(name))
        .map(
            name ->
                new org.apache.hadoop.fs.Path(
                    folder, new org.apache.hadoop.fs.Path(null, null, name)))
        .toList();
  }

  private static Optional<String> link(Path link, Path root) {
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(root.toRealPath())) {
        return Optional.of("a symbolic link to a place outside the landing area");
      }
      return Files.isRegularFile(target)
          ? Optional.empty()
          : Optional.of("a symbolic link to what is no plain file");
    } catch (IOException e) {
      return Optional.of("a symbolic link that leads nowhere");
    }
  }
}
