package citybrain.intake;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where departments put their files: {@code <department>/<extract>/<delivery date>/<file>}. Nothing
 * is ever changed or removed here. The top-level folder {@code truth} belongs to the simulation and
 * is not read; names that start with a dot or an underscore are not deliveries.
 *
 * <p>Only plain files are opened: a symbolic link is followed to a plain file within the landing
 * area and nowhere else, and pipes, devices and sockets are named and left alone. A file that
 * cannot be read does not stop the others.
 */
public final class LandingArea {
  private static final String TRUTH = "truth";
  private static final String MISPLACED = "FILE_MISPLACED";
  private static final int DEPTH = 4;

  private final Configuration configuration;
  private final Path root;

  /**
   * @throws ProblemException {@code LANDING_NOT_FOUND} when there is no such folder
   */
  public LandingArea(String root, Configuration configuration) {
    this.configuration = configuration;
    try {
      Path path = new Path(root);
      FileSystem files = path.getFileSystem(configuration);
      this.root = files.makeQualified(path);
      if (!files.exists(path) || !files.getFileStatus(path).isDirectory()) {
        throw new ProblemException(
            new Problem("LANDING_NOT_FOUND", root, "is no folder", "Check --landing."));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Full path of a file named as below the landing area. */
  String location(String file) {
    return root + "/" + file;
  }

  /** What lies in the landing area, sorted by path. */
  Listing list(Optional<String> department, Optional<String> extract) {
    List<LandedFile> landed = new ArrayList<>();
    List<Problem> misplaced = new ArrayList<>();
    List<String> unfinished = new ArrayList<>();
    try {
      FileSystem files = root.getFileSystem(configuration);
      for (FileStatus status : filesBelow(files, root, misplaced)) {
        String file = below(status.getPath());
        String[] parts = file.split("/", -1);
        if (parts[0].equals(TRUTH)) {
          continue;
        }
        if (UnfinishedFiles.isOne(parts[parts.length - 1])) {
          unfinished.add(file);
          continue;
        }
        if (isHidden(parts)) {
          continue;
        }
        Optional<LocalDate> day = parts.length == DEPTH ? day(parts[2]) : Optional.empty();
        if (day.isEmpty()) {
          misplaced.add(
              new Problem(
                  MISPLACED,
                  file,
                  "does not lie at <department>/<extract>/<delivery date>/<file> with a date such as 2020-10-20",
                  "Move the file; it was not read."));
          continue;
        }
        if (department.filter(d -> !d.equals(parts[0])).isPresent()
            || extract.filter(e -> !e.equals(parts[1])).isPresent()) {
          continue;
        }
        try {
          landed.add(
              new LandedFile(
                  file,
                  parts[0],
                  parts[1],
                  day.get(),
                  parts[3].contains("模拟"),
                  sha256(files, status.getPath()),
                  status.getLen()));
        } catch (IOException e) {
          misplaced.add(unreadable(file, e));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    landed.sort(Comparator.comparing(LandedFile::file));
    misplaced.sort(Comparator.comparing(Problem::subject));
    unfinished.sort(Comparator.naturalOrder());
    return new Listing(landed, misplaced, unfinished);
  }

  private String below(Path path) {
    return root.toUri().relativize(path.toUri()).getPath();
  }

  private static Problem unreadable(String file, IOException e) {
    return new Problem(
        "FILE_UNREADABLE",
        file,
        "cannot be opened (" + e.getClass().getSimpleName() + "); it was not read",
        "Give the intake the right to read it, or deliver it again under a plain name.");
  }

  /**
   * Not FileSystem.listFiles: it asks for each file's owner and rights, for which the local file
   * system starts a process per file.
   */
  private List<FileStatus> filesBelow(FileSystem files, Path folder, List<Problem> problems)
      throws IOException {
    List<FileStatus> found = new ArrayList<>();
    FileStatus[] listed;
    try {
      listed = files.listStatus(folder);
    } catch (IOException e) {
      if (folder.equals(root)) {
        throw e;
      }
      problems.add(unreadable(below(folder), e));
      return found;
    }
    LocalOddity.unlisted(files, folder, listed)
        .forEach(
            path ->
                LocalOddity.of(files, root, path)
                    .ifPresent(oddity -> notPlain(path, oddity, problems)));
    for (FileStatus status : listed) {
      Optional<String> oddity = LocalOddity.of(files, root, status.getPath());
      if (oddity.isPresent()) {
        notPlain(status.getPath(), oddity.get(), problems);
      } else if (status.isDirectory()) {
        found.addAll(filesBelow(files, status.getPath(), problems));
      } else {
        found.add(status);
      }
    }
    return found;
  }

  private void notPlain(Path path, String oddity, List<Problem> problems) {
    String file = below(path);
    String[] parts = file.split("/", -1);
    // Editors mark a file they hold by a link that leads nowhere.
    if (!parts[0].equals(TRUTH) && !isHidden(parts)) {
      problems.add(
          new Problem(
              "FILE_NOT_PLAIN",
              file,
              "is " + oddity + "; it was not read",
              "Put the file itself in its place, under a plain name."));
    }
  }

  /**
   * What lies in the landing area.
   *
   * @param files deliveries
   * @param misplaced files that lie where no delivery can, or cannot be read
   * @param unfinished files still being written, which are no deliveries yet
   */
  record Listing(List<LandedFile> files, List<Problem> misplaced, List<String> unfinished) {}

  private static boolean isHidden(String[] parts) {
    for (String part : parts) {
      if (part.startsWith(".") || part.startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String sha256(FileSystem files, Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return sha256(in);
    }
  }

  static String sha256(InputStream in) throws IOException {
    MessageDigest digest = newSha256();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
