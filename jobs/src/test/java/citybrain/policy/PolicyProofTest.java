package citybrain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import citybrain.problem.ProblemException;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Gaps, overlaps, holes and slips planted into the documents are found, each with a value that
 * shows it. The documents themselves hold none that is not marked.
 */
final class PolicyProofTest {
  private final RegistryCopy copy;

  PolicyProofTest(@TempDir Path folder) {
    this.copy = RegistryCopy.in(folder);
  }

  @Test
  void documentsAsTheyAreHaveNoUnmarkedFault() {
    assertThat(PolicyRegistry.load(copy.root()).provisions().all()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // 59号 1.6: 较大 starts at 1000万元 where 一般 ends.
        "metro-emergency-plan/events | from: \"10000000\" | from: \"9999999\" | POLICY_EVENT_OVERLAP | direct_loss of 9999999 belongs to both grade IV",
        "metro-emergency-plan/events | from: \"10000000\" | from: \"10000001\" | POLICY_EVENT_GAP | direct_loss of 10000000 belongs to neither grade IV",
        // Both ends left out: the end itself is in no grade.
        "metro-emergency-plan/events | lower: included | lower: excluded | POLICY_EVENT_GAP | of 3 belongs to neither grade IV",
        // Both ends taken in: the end itself is in two.
        "metro-emergency-plan/events | upper: excluded | upper: included | POLICY_EVENT_OVERLAP | of 3 belongs to both grade IV",
        // A bound in 万元 that was not converted.
        "metro-emergency-plan/events | from: \"10000000\" | from: \"1000\" | POLICY_EVENT_OVERLAP | direct_loss of 1000 belongs to both",
        // 16号: 30 + 28 + 42.
        "health-fiscal-powers/splits | city: \"28\" | city: \"29\" | POLICY_SPLIT_SUM | has shares of 101 %",
        "health-fiscal-powers/splits | areas: [others] | areas: [\"370283\"] | POLICY_SPLIT_OVERLAP | shares the cost of area 370283 in two ways",
        // 12号 第十二条: 10万元.
        "relief-fund/parameters | value: \"100000\" | value: \"10\" | POLICY_PRINTED | has the value 10 yuan",
        "relief-fund/parameters | value: \"100000\" | value: \"10000\" | POLICY_PRINTED | has the value 10000 yuan",
        "relief-fund/parameters | value: \"30\" | value: \"3\" | POLICY_PRINTED | has the value 3 workday",
        // Holes in time: before the first value, and between an end and the next value.
        "relief-fund/parameters | from: 2020-08-01 | from: 2020-08-02 | POLICY_HOLE | has no value from 2020-08-01 until 2020-08-02",
        "legal-advisers/parameters | value: null | value: null\\n      reference: { document: 青政字〔2020〕23号, place: 正文 }\\n    - from: 2024-10-01\\n      value: \"3\" | POLICY_HOLE | has no value from 2023-10-01 until 2024-10-01",
        "relief-fund/parameters | from: 2025-08-01 | from: 2025-08-02 | POLICY_DATES | still has a value on 2025-08-01",
        // A doubt and a measure that lead nowhere.
        "traditional-industry/measures | rate: | rate: no-such- | POLICY_PARAMETER_UNKNOWN | names the parameter no-such-",
        "bay-bridge-emergency-plan/events | with: [event-grades] | with: [event-grade] | POLICY_ENTRY_UNKNOWN | is in conflict with event-grade",
        "legal-advisers/lists | name: place | name: placed | POLICY_LIST | has the header",
      })
  void plantedFaultIsProvenByAValue(
      String file, String found, String planted, String code, String message) {
    copy.replaceFirst("policies/" + file + ".yaml", found, planted.replace("\\n", "\n"));

    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> PolicyRegistry.load(copy.root()));

    assertThat(thrown).as("the fault is found").isNotNull();
    assertThat(thrown.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message()).contains(message);
            });
  }

  /** 61号 1.6: the grades overlap in print; without the marks that say so it is a fault. */
  @Test
  void overlapThatTheDocumentPrintsIsAFaultOnceItsMarkIsGone() {
    String events = "policies/bay-bridge-emergency-plan/events.yaml";
    copy.write(
        events,
        copy.read(events)
            .replaceAll(", with: \\[[^\\]]*]", "")
            .replace("kind: conflict", "kind: print"));

    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> PolicyRegistry.load(copy.root()));

    assertThat(thrown.problems())
        .anySatisfy(
            problem ->
                assertThat(problem.toString())
                    .startsWith("POLICY_EVENT_OVERLAP")
                    .contains("direct_loss of 1000000 belongs to both grade IV"));
  }

  @ParameterizedTest(name = "{0} can mean {1} {2}: {3}")
  @CsvSource({
    "不超过10万元,     100000,       yuan,          true",
    "不超过10万元,     10,           yuan,          false",
    "不超过10万元,     100,          yuan,          false",
    "1億元以上,        100000000,    yuan,          true",
    "千億級產業集群,   100000000000, yuan,          true",
    "聘期三年,         3,            year,          true",
    "減半征收,         50,           percent,       true",
    "下降0.5个百分点,  -0.5,         percentage_point, true",
    "37.3平方公里,     37300000,     square_metre,  true",
    "每人每月最高500元, 100,       yuan,          false",
    "5个工作日,        15,           workday,       false",
  })
  void wordsStandForTheirNumbers(String words, BigDecimal value, String unit, boolean expected) {
    assertThat(PrintedNumbers.canMean(words, value, Unit.ofCode(unit).orElseThrow()))
        .isEqualTo(expected);
  }
}
