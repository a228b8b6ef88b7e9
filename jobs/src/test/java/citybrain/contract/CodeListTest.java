package citybrain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import citybrain.contract.CodeList.CodeEntry;
import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListTest {
  private static final ContractRegistry CONTRACTS = ContractRegistry.load(ContractFiles.ROOT);
  private static final CodeList AREA = CONTRACTS.codeList("area").orElseThrow();
  private static final CodeList INDUSTRY = CONTRACTS.codeList("industry").orElseThrow();

  @ParameterizedTest(name = "{0} is read as {1}, the code of its time")
  @CsvSource({
    "四方区, 370205",
    "四方, 370205",
    "370205, 370205",
    "胶南市, 370284",
    "即墨市, 370282",
    "370282, 370282",
    "即墨区, 370215",
    "即墨, 370215",
    "市北区, 370203",
    "青岛西海岸新区, 370211",
    "沧口区, 370206",
    "胶县, 370224",
  })
  void formerNameIsReadAsTheCodeOfItsTime(String written, String code) {
    assertThat(AREA.code(written)).contains(code);
  }

  @ParameterizedTest(name = "{0} on {1}: valid {2}, abolished {3} ({4})")
  @CsvSource({
    "370205, 2012-11-30, true, false, announced on 2012-12-01",
    "370205, 2012-12-01, false, true, announced on 2012-12-01",
    "370284, 2012-11-30, true, false, announced on 2012-12-01",
    "370284, 2012-12-01, false, true, announced on 2012-12-01",
    "370282, 2017-09-19, true, false, published on 2017-09-20",
    "370282, 2017-10-31, false, true, published on 2017-09-20",
    "370215, 2017-09-19, false, false, not yet there is not abolished",
    "370215, 2017-09-20, true, false, published on 2017-09-20",
    "370203, 1990-01-01, true, false, the code stayed",
    "370203, 2020-01-01, true, false, the code stayed",
    "370206, 1993-12-31, true, false, in the list of 1993-12",
    "370206, 1995-01-01, false, true, not in the list of 1994-12",
    "310115, 2020-01-01, false, false, no code of the list",
  })
  void codeHoldsOnTheDaysOfItsTime(
      String code, LocalDate day, boolean isValid, boolean isAbolished, String source) {
    assertThat(AREA.validOn(code, day)).as(source).isEqualTo(isValid);
    assertThat(AREA.abolishedOn(code, day)).as(source).isEqualTo(isAbolished);
  }

  @ParameterizedTest(name = "{0} is {2} on {1}")
  @CsvSource({
    "370205, 2020-01-01, 370203",
    "370284, 2020-01-01, 370211",
    "370282, 2020-01-01, 370215",
    "370222, 2000-01-01, 370282",
    "370222, 2020-01-01, 370215",
    "370222, 1985-01-01, 370222",
    "370202, 2020-01-01, 370202",
  })
  void successorIsTheCodeThatHoldsOnTheDay(String code, LocalDate day, String successor) {
    assertThat(AREA.successorOn(code, day)).contains(successor);
  }

  @Test
  void codeThatHoldsHasNoSuccessor() {
    assertThat(AREA.successor("370203")).isEmpty();
    assertThat(AREA.successor("370282")).contains("370215");
    assertThat(AREA.successorOn("310115", LocalDate.of(2020, 1, 1))).isEmpty();
  }

  @Test
  void everyAreaOfTodayHoldsAndThereAreTen() {
    LocalDate day = LocalDate.of(2020, 9, 30);
    assertThat(AREA.entries().stream().map(CodeEntry::code))
        .filteredOn(code -> !code.endsWith("00") && AREA.validOn(code, day))
        .containsExactlyInAnyOrder(
            "370202", "370203", "370211", "370212", "370213", "370214", "370215", "370281",
            "370283", "370285");
  }

  @Test
  void industriesAreAllOfTheStandard() {
    Map<Integer, Long> byLength =
        INDUSTRY.entries().stream()
            .collect(
                Collectors.groupingBy(e -> e.code().length(), TreeMap::new, Collectors.counting()));
    // GB/T 4754-2017: 20 sections, 97 divisions, 473 groups.
    assertThat(byLength).isEqualTo(Map.of(1, 20L, 3, 97L, 4, 473L, 5, 1381L));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "制造业, C",
    "汽车制造业, C36",
    "36, C36",
    "C36, C36",
    "3611, C3611",
    "计算机、通信和其他电子设备制造业, C39",
    "'计算机、通信和其他电子设备制造业 ', C39",
    "软件和信息技术服务业, I65",
    "01, A01",
  })
  void industryIsReadByNameAndByCodeWithAndWithoutItsLetter(String written, String code) {
    assertThat(INDUSTRY.code(written)).contains(code);
  }

  @ParameterizedTest(name = "{0}, the name of {2} too, is {1}")
  @CsvSource({"教育, P, P83", "房地产业, K, K70", "其他采矿业, B12, B1200", "建筑业, E, E"})
  void nameOfSeveralLevelsIsTheWidest(String written, String code, String narrower) {
    assertThat(INDUSTRY.code(written)).contains(code);
    assertThat(INDUSTRY.zh(narrower)).contains(written);
  }

  @Test
  void everyIndustryLiesInTheOneAboveIt() {
    for (CodeEntry entry : INDUSTRY.entries()) {
      String code = entry.code();
      if (code.length() > 1) {
        String above = code.substring(0, code.length() == 3 ? 1 : code.length() - 1);
        assertThat(INDUSTRY.entry(above)).as(code).isPresent();
      }
    }
  }

  @ParameterizedTest(name = "{1} instead of {0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`successor: \"370215\"` | `successor: \"370216\"` | names successor 370216, which is no code of the list",
        "`successor: \"370215\"` | `successor: \"370222\"` | leads from 370282 back to 370282",
        "`valid_from: 2017-09-20`  | `valid_from: 2017-09-31`  | has valid_from 2017-09-31 for 370215, no date",
        "`valid_from: 2017-09-20`  | `valid_from: 2017-9-20`   | breaks its JSON Schema",
        "`valid_to: 2017-09-20`    | `valid_from: 2017-09-20`  | gives 370282 a successor without a valid_to",
        "`    valid_to: 1988-01-01` | `    valid_from: 1988-01-01\n    valid_to: 1988-01-01` | has 370224 valid from 1988-01-01 and no longer from 1988-01-01",
        "`zh: 胶县`                | `zh: 胶州`                | gives the name 胶州 to 370224 and to 370281",
      })
  void slipInTheTimesOfACodeIsReported(
      String old, String replacement, String message, @TempDir Path root) throws IOException {
    ContractFiles.copyTo(root);
    ContractFiles.edit(root, "codes/area.yaml", old, replacement.replace("\\n", "\n"));
    assertReported(root, "schemas/codes/area.yaml", message);
  }

  @ParameterizedTest(name = "{1} instead of {0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "code,zh,other_names | code,name,other_names | names a table with columns [code, name, other_names]",
        "C36,汽车制造业,36      | C37,汽车制造业,36        | lists code C37 twice",
        "C36,汽车制造业,36      | C36,,36                  | names a table without code or name in record",
        "C36,汽车制造业,36      | C36,汽车制造业,37        | gives the name 37 to C36 and to C37",
        "C36,汽车制造业,36      | C36,采矿业,36            | gives the name 采矿业 to B and to C36",
      })
  void slipInTheTableOfAListIsReported(
      String old, String replacement, String message, @TempDir Path root) throws IOException {
    ContractFiles.copyTo(root);
    ContractFiles.edit(root, "codes/industry.csv", old, replacement);
    assertReported(root, "schemas/codes/industry.yaml", message);
  }

  @Test
  void missingTableIsReportedAndAChangedOneChangesTheHash(@TempDir Path root) throws IOException {
    ContractFiles.copyTo(root);
    ContractFiles.edit(root, "codes/industry.csv", "C36,汽车制造业,36", "C36,汽车制造,36");
    assertThat(ContractRegistry.load(root).hash()).isNotEqualTo(CONTRACTS.hash());
    Files.delete(root.resolve("schemas/codes/industry.csv"));
    assertReported(
        root,
        "schemas/codes/industry.yaml",
        "names the table industry.csv, which is not beside it");
  }

  private static void assertReported(Path root, String file, String message) {
    assertThatThrownBy(() -> ContractRegistry.load(root))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().stream().map(Problem::toString))
                    .anySatisfy(p -> assertThat(p).contains(file).contains(message)));
  }
}
