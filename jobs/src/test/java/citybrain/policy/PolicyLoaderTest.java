package citybrain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault that can be written into a policy is told with its file, its item and what to do. */
final class PolicyLoaderTest {
  private static final String PARAMETERS = "policies/relief-fund/parameters.yaml";
  private static final String RULES = "policies/relief-fund/rules.yaml";
  private static final String TARGETS = "policies/vocational-education/targets.yaml";

  private final RegistryCopy copy;

  PolicyLoaderTest(@TempDir Path folder) {
    this.copy = RegistryCopy.in(folder);
  }

  @Test
  void numberWithoutReferenceFails() {
    copy.replaceFirst(
        PARAMETERS, "      reference: { document: 青政办发〔2020〕12号, place: 第十一条 }\n", "");

    assertThat(problems())
        .extracting(Problem::toString)
        .containsExactly(
            "POLICY_SCHEMA: policies/relief-fund/parameters.yaml#application-limit does not fit"
                + " schemas/meta/parameters.schema.json at values[0]: required property 'reference'"
                + " not found. Add the reference: no number stands without the document and the"
                + " place it is printed.");
  }

  @ParameterizedTest(name = "{0}: {1} -> {2} is {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "relief-fund/parameters | value: \"30\"     | value: 30            | POLICY_SCHEMA            | #application-limit | at values[0].value: integer found, [string, null] expected",
        "relief-fund/parameters | from: 2020-08-01  | from: 2020-02-30     | POLICY_SCHEMA            | #application-limit | at values[0].from: does not match the date pattern",
        "relief-fund/parameters | unit: workday     | unit: fortnight      | POLICY_UNIT_UNKNOWN      | #application-limit | has the unit fortnight, expected one of yuan,",
        "relief-fund/parameters | 12号, place: 第十一条 | 13号, place: 第十一条 | POLICY_REFERENCE_UNKNOWN | #application-limit | refers to 青政办发〔2020〕13号, which is no document of policies/",
        "relief-fund/parameters | from: 2025-08-01  | from: 2020-08-01     | POLICY_VALUE_ORDER       | #application-limit | has two values from 2020-08-01",
        "relief-fund/parameters | from: 2025-08-01  | from: 2020-07-01     | POLICY_VALUE_ORDER       | #application-limit | has the value from 2020-07-01 after the one from 2020-08-01",
        "relief-fund/parameters | value: \"30\"     | value: null          | POLICY_VALUE_ORDER       | #application-limit | starts with null on 2020-08-01, which ends nothing",
        "relief-fund/parameters | from: 2020-08-01  | from: 2020-07-31     | POLICY_DATES             | #application-limit | has a value from 2020-07-31, but 青政办发〔2020〕12号 is in force from 2020-08-01",
        "relief-fund/parameters | from: 2025-08-01  | from: 2025-08-02     | POLICY_DATES             | #application-limit | still has a value on 2025-08-01, but 青政办发〔2020〕12号 ends on 2025-07-31",
        "relief-fund/parameters | id: dunning-limit | id: payment-limit    | POLICY_ID_TWICE          | #payment-limit     | stands twice in the file",
        "relief-fund/parameters | unit: hour        | unit: hour\\n  unit: day | POLICY_UNREADABLE     | parameters.yaml    | Duplicate field 'unit'",
        "relief-fund/rules      | relief-fund.payment-limit | relief-fund.pay-limit | POLICY_PARAMETER_UNKNOWN | #payment-deadline | names the parameter relief-fund.pay-limit, which no parameters.yaml sets",
        "relief-fund/rules      | settled_on: decided_on | observed: decided_on | POLICY_SCHEMA         | #decision-deadline | required property 'settled_on' not found",
        "relief-fund/rules      | kind: DEADLINE    | kind: DEADLNE        | POLICY_SCHEMA            | #application-deadline | at kind: does not have a value in the enumeration",
        "relief-fund/rules      | id: decision-deadline | id: payment-deadline | POLICY_ID_TWICE      | #payment-deadline  | stands twice in the file",
        "relief-fund/document   | until: 2025-07-31 | until: 2020-07-31    | POLICY_DATES             | document.yaml      | ends on 2020-07-31, before its first day in force, 2020-08-01",
        "vocational-education/document | number: 青政字〔2020〕16号 | number: 青政办发〔2020〕12号 | POLICY_ID_TWICE | vocational-education/document.yaml | has the number 青政办发〔2020〕12号 of policies/relief-fund/document.yaml",
        "monitoring-method/parameters | place: 第二条 | place: 第九条        | POLICY_REFERENCE_UNKNOWN | #growth-gap-tolerance | refers to 本系统方法说明 2026-01 第九条, which that method statement does not hold",
        "vocational-education/targets | baseline: \"42.5%\" | baseline: \"42.5\"   | POLICY_TARGET_CELL  | #vocational_enrolment_share | has the cell \"42.5\" for baseline, expected a number in percent",
        "vocational-education/targets | 2021: \"53\"  | 2021: \"5З\"         | POLICY_TARGET_CELL       | #secondary_school_count | has the cell \"5З\" for 2021, expected a number in school",
        "vocational-education/targets | students: \"7591\" | students: \"—\"  | POLICY_TARGET_CELL       | #新一代信息技术       | has the cell \"—\" for 2019 students, expected a number in person",
        "vocational-education/targets | 2021: \"53\", | ``                   | POLICY_TARGET_YEARS      | #secondary_school_count | has cells for [2020, 2022], expected [2020, 2021, 2022]",
        "vocational-education/targets | id: college_count | id: secondary_school_count | POLICY_ID_TWICE | #secondary_school_count | stands twice in the file",
        "vocational-education/targets | unit: school      | unit: schools    | POLICY_UNIT_UNKNOWN      | #secondary_school_count | has the unit schools",
      })
  void faultIsToldWithItsItem(
      String file, String found, String replacement, String code, String item, String message) {
    copy.replaceFirst("policies/" + file + ".yaml", found, replacement.replace("\\n", "\n"));

    assertThat(problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.subject()).startsWith("policies/").endsWith(item);
              assertThat(problem.message()).contains(message);
            });
  }

  @Test
  void allProblemsOfAllFilesAreToldAtOnce() {
    copy.replaceFirst(PARAMETERS, "value: \"30\"", "value: thirty");
    copy.replaceFirst(PARAMETERS, "unit: hour", "unit: hours");
    copy.replaceFirst(RULES, "relief-fund.payment-limit", "relief-fund.pay-limit");
    copy.replaceFirst(TARGETS, "baseline: \"50\"", "baseline: \"fifty\"");
    copy.replaceFirst(TARGETS, "baseline: \"11.6\"", "baseline: \"11,6\"");
    copy.write("policies/relief-fund/rule.yaml", "[]");
    copy.delete("policies/monitoring-method/document.yaml");

    assertThat(problems())
        .extracting(problem -> problem.code() + " " + problem.subject())
        .containsExactlyInAnyOrder(
            "POLICY_SCHEMA policies/relief-fund/parameters.yaml#application-limit",
            "POLICY_UNIT_UNKNOWN policies/relief-fund/parameters.yaml#rescue-window",
            "POLICY_PARAMETER_UNKNOWN policies/relief-fund/rules.yaml#payment-deadline",
            "POLICY_TARGET_CELL policies/vocational-education/targets.yaml#secondary_school_count",
            "POLICY_TARGET_CELL"
                + " policies/vocational-education/targets.yaml#secondary_students_per_teacher",
            "POLICY_FILE_UNKNOWN policies/relief-fund/rule.yaml",
            "POLICY_DOCUMENT_MISSING policies/monitoring-method");
  }

  @Test
  void emptyFileIsNoEmptyPolicy() {
    copy.write(RULES, "# nothing yet\n");

    assertThat(problems()).extracting(Problem::subject).containsExactly(RULES);
  }

  @Test
  void listWhereADocumentBelongsIsTold() {
    copy.write("policies/relief-fund/document.yaml", "- a\n- b\n");

    assertThat(problems())
        .extracting(Problem::subject)
        .containsOnly("policies/relief-fund/document.yaml");
  }

  @Test
  void registryWithoutPoliciesIsRefused(@TempDir Path empty) {
    assertThat(problemsOf(empty))
        .extracting(Problem::code)
        .containsExactly("POLICY_FOLDER_MISSING");
  }

  @Test
  void registryWithoutSchemasIsRefused(@TempDir Path bare) {
    RegistryCopy.in(bare).rename("schemas", "schema");

    assertThat(problemsOf(bare))
        .extracting(Problem::code)
        .containsExactly("POLICY_SCHEMAS_MISSING");
  }

  private List<Problem> problems() {
    return problemsOf(copy.root());
  }

  private static List<Problem> problemsOf(Path root) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> PolicyRegistry.load(root));
    assertThat(thrown).as("the fault must be noticed").isNotNull();
    return thrown.problems();
  }
}
