package citybrain.intake.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Every hostile file is refused with its reason or read right, within 128 MB of heap and a few
 * seconds; none reaches the network, a file outside or a place to write.
 */
class HostileFilesTest {
  private static final String HEAP = "-Xmx128m";

  /** Far above what any case takes on an idle machine; what explodes takes minutes. */
  private static final long MOST_MILLIS = 10_000;

  private static final long MOST_ALLOCATED = 2L << 30;
  private static final int LONGEST_MESSAGE = 1_500;

  @TempDir private static Path box;

  private static final AtomicInteger connections = new AtomicInteger();
  private static ServerSocket server;
  private static List<HostileFile> files;
  private static final Map<String, Told> toldByTitle = new HashMap<>();
  private static String errors = "";

  /** What the reader told of one file. */
  private record Told(long millis, long allocated, String outcome) {}

  @BeforeAll
  static void readAllInAJvmOfItsOwn() throws IOException, InterruptedException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread counter = new Thread(HostileFilesTest::countConnections);
    counter.setDaemon(true);
    counter.start();
    Path secret = Files.writeString(box.resolve("secret"), Lure.SECRET);
    Lure lure = new Lure("http://127.0.0.1:" + server.getLocalPort(), secret.toString());
    files = HostileFiles.all();
    Path delivered = Files.createDirectories(box.resolve("delivered"));
    HostileFiles.write(files, delivered, lure);
    Path told = box.resolve("told");
    Path said = box.resolve("said");
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + Files.createDirectories(box.resolve("temporary")),
                "-cp",
                System.getProperty("java.class.path"),
                HostileFileReader.class.getName(),
                Path.of("..").toAbsolutePath().normalize().toString(),
                delivered.toString())
            .directory(Files.createDirectories(box.resolve("a/b/c/work")).toFile())
            .redirectOutput(told.toFile())
            .redirectError(said.toFile())
            .start();
    assertThat(reader.waitFor(5, TimeUnit.MINUTES)).as("the reader ends").isTrue();
    errors = Files.readString(said);
    for (String line : Files.readAllLines(told)) {
      String[] cells = line.split("\t", 4);
      toldByTitle.put(
          files.get(Integer.parseInt(cells[0])).title(),
          new Told(Long.parseLong(cells[1]), Long.parseLong(cells[2]), cells[3]));
    }
  }

  private static void countConnections() {
    while (!server.isClosed()) {
      try {
        server.accept().close();
        connections.incrementAndGet();
      } catch (IOException e) {
        // The server was closed.
      }
    }
  }

  @AfterAll
  static void closeServer() throws IOException {
    server.close();
  }

  static Stream<HostileFile> files() throws IOException {
    return HostileFiles.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isRefusedWithItsReasonOrReadRight(HostileFile file) {
    assertThat(toldByTitle).as("read; the reader said: " + errors).containsKey(file.title());
    Told told = Objects.requireNonNull(toldByTitle.get(file.title()));

    assertThat(told.outcome()).startsWith(file.expected().outcome());
    file.expected().said().forEach(said -> assertThat(told.outcome()).contains(said));
    assertThat(told.outcome()).doesNotContain(Lure.SECRET);
    assertThat(told.millis()).as("milliseconds").isLessThan(MOST_MILLIS);
    assertThat(told.allocated()).as("bytes allocated").isLessThan(MOST_ALLOCATED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void refusalIsOneShortLineThatNamesTheFileAndWhatToDo(HostileFile file) {
    Told told = toldByTitle.get(file.title());
    if (told == null || !told.outcome().startsWith("REFUSED ")) {
      return;
    }
    String message = told.outcome().substring("REFUSED ".length());
    assertThat(message)
        .hasSizeLessThan(LONGEST_MESSAGE)
        .contains(Payments.DEPARTMENT + "/" + Payments.EXTRACT + "/2020-08-03/")
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
        .matches("[A-Z_]+: .+ [^.]+\\. .+\\..*");
  }

  @Test
  void thereAreAtLeastTwoHundredCasesOfDifferentTitles() {
    assertThat(files.stream().map(HostileFile::title)).doesNotHaveDuplicates();
    assertThat(files).hasSizeGreaterThan(400);
  }

  @Test
  void nothingConnects() {
    int before = connections.get();
    // The server does count: a parser that was left open reaches it.
    assertThatThrownBy(
            () ->
                SAXParserFactory.newInstance()
                    .newSAXParser()
                    .parse(
                        new ByteArrayInputStream(
                            ("<!DOCTYPE a SYSTEM 'http://127.0.0.1:"
                                    + server.getLocalPort()
                                    + "/'><a/>")
                                .getBytes(StandardCharsets.UTF_8)),
                        new DefaultHandler()))
        .isInstanceOf(IOException.class);
    assertThat(connections.get()).isPositive();
    assertThat(before).isZero();
  }

  @Test
  void nothingIsWrittenOutside() throws IOException {
    try (Stream<Path> all = Files.walk(box)) {
      assertThat(all.filter(Files::isRegularFile).map(p -> box.relativize(p).toString()))
          .allMatch(
              name ->
                  List.of("secret", "told", "said").contains(name)
                      || name.startsWith("delivered/")
                      || name.startsWith("temporary/"));
    }
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws IOException {
    try (Stream<Path> all = Files.walk(box.resolve("temporary"))) {
      assertThat(all.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
