package citybrain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.problem.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the landing area and is no plain file, or is none yet. */
class LandingAreaTest {
  private static final String DAY = "部门/extract/2020-08-03/";

  @TempDir private Path box;
  private Path landing;
  private Path day;

  @BeforeEach
  void landOneGoodFile() throws IOException {
    landing = box.resolve("landing");
    day = Files.createDirectories(landing.resolve(DAY));
    Files.writeString(day.resolve("good.csv"), "a");
  }

  private LandingArea.Listing list() {
    return list(new Configuration(), landing.toString());
  }

  private static LandingArea.Listing list(Configuration configuration, String root) {
    return org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> new LandingArea(root, configuration).list(Optional.empty(), Optional.empty()));
  }

  private static void assertOnlyTheGoodFileIsTaken(LandingArea.Listing listing) {
    assertThat(listing.files()).extracting(LandedFile::file).containsExactly(DAY + "good.csv");
  }

  @ParameterizedTest(name = "link to {0}: {1}")
  @CsvSource({
    "/etc/passwd, outside the landing area",
    "/dev/zero, outside the landing area",
    "/etc, outside the landing area",
    "../../../../outside.csv, outside the landing area",
    "nowhere.csv, leads nowhere",
    "link, leads nowhere",
    ".., no plain file",
    "../../.., no plain file",
  })
  void linkIsNotFollowedOutOfTheLandingAreaNorIntoAFolder(String target, String said)
      throws IOException {
    Files.writeString(box.resolve("outside.csv"), "secret");
    Files.createSymbolicLink(day.resolve("link"), Path.of(target));

    LandingArea.Listing listing = list();

    assertOnlyTheGoodFileIsTaken(listing);
    assertThat(listing.misplaced())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith("FILE_NOT_PLAIN: " + DAY + "link is a symbolic link")
        .contains(said);
  }

  @Test
  void linkedFolderOfAnExtractIsNotFollowedOutside() throws IOException {
    Path outside = Files.createDirectories(box.resolve("outside/2020-08-03"));
    Files.writeString(outside.resolve("a.csv"), "secret");
    Files.createSymbolicLink(landing.resolve("部门/linked"), box.resolve("outside"));

    LandingArea.Listing listing = list();

    assertOnlyTheGoodFileIsTaken(listing);
    assertThat(listing.misplaced()).extracting(Problem::code).containsExactly("FILE_NOT_PLAIN");
  }

  @Test
  void linkToAPlainFileWithinIsAFile() throws IOException {
    Files.createSymbolicLink(day.resolve("same.csv"), Path.of("good.csv"));
    assertThat(list().files())
        .extracting(LandedFile::fileSha256)
        .hasSize(2)
        .containsOnly(list().files().get(0).fileSha256());
  }

  @Test
  void landingAreaMayItselfBeALink() throws IOException {
    Path link = Files.createSymbolicLink(box.resolve("link"), landing);
    assertOnlyTheGoodFileIsTaken(list(new Configuration(), link.toString()));
  }

  @Test
  void pipeIsNamedAndNeverOpened() throws IOException, InterruptedException {
    Process made = new ProcessBuilder("mkfifo", day.resolve("pipe.csv").toString()).start();
    assertThat(made.waitFor()).isZero();

    LandingArea.Listing listing = list();

    assertOnlyTheGoodFileIsTaken(listing);
    assertThat(listing.misplaced())
        .extracting(Problem::toString)
        .containsExactly(
            "FILE_NOT_PLAIN: "
                + DAY
                + "pipe.csv is a pipe, a device or a socket; it was not read."
                + " Put the file itself in its place, under a plain name.");
  }

  @Test
  void socketIsNamedAndNeverOpened() throws IOException {
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      Path made = Path.of("/tmp", "citybrain-" + ProcessHandle.current().pid() + ".socket");
      socket.bind(UnixDomainSocketAddress.of(made));
      Files.move(made, day.resolve("socket.csv"));

      LandingArea.Listing listing = list();

      assertOnlyTheGoodFileIsTaken(listing);
      assertThat(listing.misplaced()).extracting(Problem::code).containsExactly("FILE_NOT_PLAIN");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "~$拨付.xlsx",
        ".~lock.拨付.xlsx#",
        "拨付.csv.part",
        "拨付.csv.PART",
        "拨付.tmp",
        "拨付.xlsx.crdownload",
        "拨付.zip.partial",
        ".~拨付.xls",
        "拨付.csv.filepart",
        "拨付.csv._COPYING_",
        ".拨付.csv.swp"
      })
  void fileStillBeingWrittenIsNamedAndNoDeliveryYet(String name) throws IOException {
    Files.writeString(day.resolve(name), "half");

    LandingArea.Listing listing = list();

    assertOnlyTheGoodFileIsTaken(listing);
    assertThat(listing.misplaced()).isEmpty();
    assertThat(listing.unfinished()).containsExactly(DAY + name);
  }

  @ParameterizedTest(name = "[{index}]")
  @ValueSource(
      strings = {
        "a b.csv",
        "a%20b.csv",
        "a#b.csv",
        "a?b.csv",
        "a+b&c.csv",
        "a'b\"c.csv",
        "{a}[b]*.csv",
        "a\\b.csv",
        "a\nb.csv",
        "a\u001Bb.csv",
        "a\u202Evsc.exe",
        "\u200B.csv",
        "-rf.csv",
        "$(calc).csv",
        "拨付😀.csv",
        "CON",
        "a.csv.",
        " "
      })
  void strangeNameIsReadOrNamedAndStopsNothing(String name) throws IOException {
    Files.writeString(day.resolve(name), "strange");

    LandingArea.Listing listing = list();

    assertThat(listing.files()).extracting(LandedFile::file).contains(DAY + "good.csv");
    assertThat(listing.files().size() + listing.misplaced().size()).isEqualTo(2);
    assertThat(listing.misplaced()).allSatisfy(p -> assertThat(p.toString()).doesNotContain("\n"));
  }

  @Test
  void nameOf255BytesIsRead() throws IOException {
    String name = "拨".repeat(83) + "12.csv";
    Files.writeString(day.resolve(name), "long");
    assertThat(list().files()).extracting(LandedFile::file).contains(DAY + name);
  }

  @Test
  void namesThatLookTheSameAreTwoFiles() throws IOException {
    Files.writeString(day.resolve("\u00E9.csv"), "1");
    Files.writeString(day.resolve("e\u0301.csv"), "2");
    assertThat(list().files())
        .extracting(LandedFile::file)
        .containsExactlyInAnyOrder(DAY + "good.csv", DAY + "\u00E9.csv", DAY + "e\u0301.csv");
  }

  @Test
  void nameInNoEncodingIsNamedAndStopsNothing() throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder("sh", "-c", "printf x > \"$(printf '\\377\\376.csv')\"")
            .directory(day.toFile())
            .start();
    assertThat(made.waitFor()).isZero();

    LandingArea.Listing listing = list();

    assertOnlyTheGoodFileIsTaken(listing);
    assertThat(listing.misplaced()).hasSize(1);
  }

  @Test
  void folderNamedLikeAFileHoldsNoDelivery() throws IOException {
    Files.createDirectories(day.resolve("a.csv"));
    Files.writeString(day.resolve("a.csv/b.csv"), "deep");

    LandingArea.Listing listing = list();

    assertOnlyTheGoodFileIsTaken(listing);
    assertThat(listing.misplaced())
        .extracting(Problem::code, Problem::subject)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("FILE_MISPLACED", DAY + "a.csv/b.csv"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2020-02-30", "20200803", "2020-8-3", "昨天", "2020-08-03 "})
  void folderThatIsNoDateHoldsNoDelivery(String folder) throws IOException {
    Path other = Files.createDirectories(landing.resolve("部门/extract/" + folder));
    Files.writeString(other.resolve("a.csv"), "a");
    assertOnlyTheGoodFileIsTaken(list());
    assertThat(list().misplaced()).extracting(Problem::code).containsExactly("FILE_MISPLACED");
  }

  @Test
  void unreadableFileAndFolderAreNamedAndStopNothing() throws IOException {
    Files.writeString(day.resolve("secret.csv"), "a");
    Files.createDirectories(landing.resolve("部门/locked/2020-08-03"));
    Configuration configuration = new Configuration();
    configuration.set("fs.locked.impl", LockedFiles.class.getName());

    LandingArea.Listing listing = list(configuration, "locked://" + landing);

    assertOnlyTheGoodFileIsTaken(listing);
    assertThat(listing.misplaced())
        .extracting(Problem::toString)
        .containsExactly(
            "FILE_UNREADABLE: "
                + DAY
                + "secret.csv cannot be opened (FileNotFoundException); it was not read."
                + " Give the intake the right to read it, or deliver it again under a plain name.",
            "FILE_UNREADABLE: 部门/locked cannot be opened (AccessControlException); it was not read."
                + " Give the intake the right to read it, or deliver it again under a plain name.");
  }

  /** The local disk with rights withheld; root, as whom tests may run, would have them all. */
  public static final class LockedFiles extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("locked:///");
    }

    @Override
    public String getScheme() {
      return "locked";
    }

    @Override
    public FileStatus[] listStatus(org.apache.hadoop.fs.Path folder) throws IOException {
      if (folder.getName().equals("locked")) {
        throw new AccessControlException(folder + " (Permission denied)");
      }
      return super.listStatus(folder);
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferSize)
        throws IOException {
      if (file.getName().equals("secret.csv")) {
        throw new FileNotFoundException(file + " (Permission denied)");
      }
      return super.open(file, bufferSize);
    }
  }
}
