package citybrain.serving.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CopyPathsTest {
  private static final Path ROOT = Path.of("/out/feedback");

  private static Delivery delivery(String department, String extract, String name) {
    return new Delivery(
        department,
        extract,
        null,
        LocalDate.of(2020, 10, 20),
        department + "/" + extract + "/2020-10-20/" + name,
        "0123456789abcdef",
        "loaded",
        null);
  }

  private static Path copy(String name) {
    return new CopyPaths(ROOT).copy(delivery("市统计局", "stat_monthly", name));
  }

  private static Stream<Arguments> hostileNames() {
    return Stream.of(
        arguments("月报.csv", "月报.csv.更正.xlsx"),
        arguments("月报.csv.更正.xlsx", "月报.csv.更正.xlsx"),
        arguments("..", "_.更正.xlsx"),
        arguments("...x", "_x.更正.xlsx"),
        arguments("..\\..\\etc\\passwd", "__.._etc_passwd.更正.xlsx"),
        arguments("C:evil.csv", "C_evil.csv.更正.xlsx"),
        arguments("CON.csv", "_CON.csv.更正.xlsx"),
        arguments("a" + (char) 0x202E + "xcod.csv", "axcod.csv.更正.xlsx"),
        arguments("a" + (char) 0 + "b" + (char) 7 + ".csv", "ab.csv.更正.xlsx"),
        arguments("a\nb\r.csv", "ab.csv.更正.xlsx"),
        arguments("" + (char) 0x200F, "_.更正.xlsx"),
        arguments("x. .", "x_.更正.xlsx"));
  }

  @ParameterizedTest(name = "becomes {1}")
  @MethodSource("hostileNames")
  void nameIsMadeSafe(String name, String expected) {
    assertThat(copy(name))
        .isEqualTo(ROOT.resolve("市统计局/stat_monthly/2020-10-20").resolve(expected));
  }

  @Test
  void departmentAndExtractCannotLeaveTheFolderEither() {
    assertThat(new CopyPaths(ROOT).copy(delivery("..", "..", "a.csv")))
        .isEqualTo(ROOT.resolve("_-5ec1f7e7/_-5ec1f7e7/2020-10-20/a.csv.更正.xlsx"));
  }

  @Test
  void departmentThatLooksLikeAnotherHasAFolderOfItsOwn() {
    CopyPaths paths = new CopyPaths(ROOT);
    assertThat(paths.department("市统计局")).isEqualTo(ROOT.resolve("市统计局"));
    assertThat(paths.department("市统计局" + (char) 0x200F))
        .isNotEqualTo(paths.department("市统计局"))
        .satisfies(path -> assertThat(path.getParent()).isEqualTo(ROOT));
  }

  @Test
  void twoNamesThatLookTheSameGetTwoCopies() {
    CopyPaths paths = new CopyPaths(ROOT);
    Path first = paths.copy(delivery("d", "e", "A.csv"));
    Path second = paths.copy(delivery("d", "e", "a.csv"));
    assertThat(second).isNotEqualTo(first);
    assertThat(second.getFileName().toString()).isEqualTo("a.csv-01234567.更正.xlsx");
  }

  @Test
  void longNameIsCutBetweenCharacters() {
    String name = copy("统".repeat(300)).getFileName().toString();
    assertThat(name).isEqualTo("统".repeat(66) + ".更正.xlsx");
  }

  @Property
  void noNameLeavesItsFolderOrBreaksTheFileSystem(@ForAll String name) {
    Path copy = copy(name.replace('/', '|'));
    assertThat(copy.getParent()).isEqualTo(ROOT.resolve("市统计局/stat_monthly/2020-10-20"));
    assertThat(copy.normalize()).isEqualTo(copy);
    assertThat(copy.getFileName().toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(255);
    Set<Integer> types = new HashSet<>();
    copy.toString().codePoints().map(Character::getType).forEach(types::add);
    assertThat(types)
        .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE);
  }
}
