package citybrain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.policy.Programme.Direction;
import citybrain.policy.Programme.Indicator;
import citybrain.policy.Programme.Printed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The target tables of 青政字〔2020〕16号, annex 3, against their print. */
final class VocationalTargetsTest {
  private static final PolicyRegistry REGISTRY = PolicyRegistry.load(RegistryCopy.PROJECT);
  private static final Programme PLAN = plan();

  @ParameterizedTest(name = "annex 3 part {0} “{1}” has {2} rows")
  @CsvSource({"一, 规模与布局, 9", "三, 师资队伍, 8", "四, 实训基地, 6", "五, 经费投入, 10", "六, 社会培训, 5"})
  void everyRowOfAPartIsAnIndicatorAndKnowsItsRow(String part, String title, int rows) {
    List<String> places =
        whole()
            .map(indicator -> indicator.reference().place())
            .filter(place -> place.startsWith("附件3第" + part + "部分"))
            .toList();

    assertThat(places)
        .containsExactly(
            Stream.iterate(1, row -> row + 1)
                .limit(rows)
                .map(row -> "附件3第" + part + "部分“" + title + "”第" + row + "行")
                .toArray(String[]::new));
  }

  @Test
  void annexHasThirtyEightIndicatorsAndNineteenIndustriesWithTwoMeasures() {
    assertThat(whole()).hasSize(38);
    assertThat(PLAN.indicators()).hasSize(38 + 19 * 2);
    assertThat(PLAN.baselineYear()).isEqualTo(2019);
    assertThat(PLAN.indicators())
        .allSatisfy(row -> assertThat(row.targets().keySet()).containsExactly(2020, 2021, 2022));
  }

  @ParameterizedTest(name = "{0}: {1} {2} {3} {4} {5}")
  @CsvSource({
    "第一部分第1行, vocational_enrolment_share,               percent, 42.5,       42,         42,         42",
    "第一部分第2行, secondary_school_count,                   school,  50,         52,         53,         53",
    "第一部分第9行, college_intake_from_secondary,            person,  14346,      17000,      15400,      19000",
    "第三部分第4行, secondary_students_per_teacher,           ratio,   11.6,       11.5,       11.5,       11.2",
    "第三部分第6行, secondary_dual_qualified_teacher_share,   percent, 68,         70,         72,         75",
    "第四部分第4行, training_workstations_per_student,        count,   25.1,       27.7,       30.5,       33.7",
    "第四部分第6行, training_equipment_value_per_student,     yuan,    418000,     445000,     442000,     457000",
    "第五部分第1行, public_funding_total,                     yuan,    3802310000, 3916000000, 4033000000, 4154000000",
    "第五部分第9行, secondary_funding_per_student,            yuan,    4100,       4100,       4100,       4500",
    "第六部分第2行, training_volume_per_student,              ratio,   4.4,        2.9,        4.6,        4.8",
    "第六部分第5行, target_group_training_volume,             person_day, 41923,   38540,      64270,      80370",
  })
  void rowHasThePrintedNumbersInItsUnit(
      String row,
      String id,
      String unit,
      BigDecimal in2019,
      BigDecimal in2020,
      BigDecimal in2021,
      BigDecimal in2022) {
    Indicator indicator = whole(id);

    assertThat(indicator.unit().code()).isEqualTo(unit);
    assertThat(indicator.baseline().value()).isEqualByComparingTo(in2019);
    assertThat(value(indicator, 2020)).isEqualByComparingTo(in2020);
    assertThat(value(indicator, 2021)).isEqualByComparingTo(in2021);
    assertThat(value(indicator, 2022)).isEqualByComparingTo(in2022);
  }

  @Test
  void cellKeepsItsPrintAndTheUnitItIsPrintedIn() {
    assertThat(whole("public_funding_total").baseline().verbatim()).isEqualTo("380231");
    assertThat(whole("public_funding_total").printedUnit()).isEqualTo("万元");
    assertThat(whole("vocational_enrolment_share").baseline().verbatim()).isEqualTo("42.5%");
    assertThat(whole("vocational_enrolment_share").printedUnit()).isEqualTo("%");
  }

  @Test
  void onlyTheFourRowsPrintedWithSlashesHaveNoNumber() {
    assertThat(whole().filter(row -> row.baseline().value() == null).map(Indicator::id))
        .containsExactly(
            "college_student_count",
            "college_students_per_teacher",
            "college_dual_qualified_teacher_share",
            "province_city_college_funding");
    assertThat(
            whole()
                .filter(row -> row.baseline().value() == null)
                .flatMap(
                    row ->
                        Stream.concat(Stream.of(row.baseline()), row.targets().values().stream())))
        .containsOnly(new Printed("/", null));
  }

  @Test
  void blankCellsOfTheIndustryTableStayBlank() {
    Indicator points = industry("industry_major_point_count", "新能源新材料");

    assertThat(points.baseline()).isEqualTo(new Printed("", null));
    assertThat(points.targets().get(2020)).isEqualTo(new Printed("", null));
    assertThat(points.targets().get(2021)).isEqualTo(new Printed("1", BigDecimal.ONE));
    assertThat(majors("新能源新材料", 2019)).isEmpty();
    assertThat(majors("新能源新材料", 2022)).containsExactly("光伏工程技术与应用", "光电技术应用");
  }

  @ParameterizedTest(
      name = "annex 3 part 二, {0}: {1} students in 2019, {2} in 2022, {3} majors in 2022")
  @CsvSource({"高端装备, 13158, 17181, 18", "现代海洋, 806, 1200, 14", "轨道交通, 220, 370, 5"})
  void industryHasItsStudentsAndMajors(
      String name, BigDecimal in2019, BigDecimal in2022, int majorsIn2022) {
    Indicator students = industry("industry_student_count", name);

    assertThat(students.baseline().value()).isEqualByComparingTo(in2019);
    assertThat(value(students, 2022)).isEqualByComparingTo(in2022);
    assertThat(majors(name, 2022)).hasSize(majorsIn2022);
  }

  /** The annex foots: a misread digit in any of these cells would break the sum. */
  @ParameterizedTest(name = "{0} = {1} + {2}")
  @CsvSource({
    "public_funding_total, secondary_public_funding, college_public_funding",
    "secondary_school_count, comprehensive_secondary_school_count, specialised_secondary_school_count",
  })
  void totalIsTheSumOfItsPartsInEveryYear(String total, String first, String second) {
    assertThat(whole(total).baseline().value())
        .isEqualByComparingTo(
            required(whole(first).baseline().value())
                .add(required(whole(second).baseline().value())));
    for (int year : PLAN.indicators().get(0).targets().keySet()) {
      assertThat(value(whole(total), year))
          .isEqualByComparingTo(value(whole(first), year).add(value(whole(second), year)));
    }
  }

  @Test
  void fewerStudentsPerTeacherIsSuccessAndTheNoteSaysThatTheDirectionIsOurs() {
    assertThat(whole().filter(row -> row.direction() == Direction.AT_MOST).map(Indicator::id))
        .containsExactly("secondary_students_per_teacher", "college_students_per_teacher");
    assertThat(PLAN.indicators())
        .allSatisfy(row -> assertThat(row.noteZh()).contains("附件3未印目标方向，本系统按"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secondary_students_per_school",
        "training_workstations_per_student",
        "training_equipment_value_per_student",
        "training_volume_per_student"
      })
  void doubtfulPrintIsKeptAndMarked(String id) {
    assertThat(whole(id).noteZh()).contains("疑");
  }

  @Test
  void departmentsReportUnderTheIdsOfTheAnnex() throws IOException {
    JsonNode list =
        new YAMLMapper()
            .readTree(
                RegistryCopy.PROJECT.resolve("schemas/codes/vocational_indicator.yaml").toFile());

    assertThat(list.get("codes").findValuesAsText("code"))
        .containsExactlyInAnyOrderElementsOf(ids());
  }

  private static Set<String> ids() {
    return PLAN.indicators().stream().map(Indicator::id).collect(Collectors.toSet());
  }

  private static Programme plan() {
    assertThat(REGISTRY.programmes())
        .extracting(Programme::id)
        .containsExactly("vocational-education.three-year-action-plan");
    return REGISTRY.programmes().get(0);
  }

  private static Stream<Indicator> whole() {
    return PLAN.indicators().stream().filter(indicator -> indicator.breakdown().equals("_T"));
  }

  private static Indicator whole(String id) {
    return industry(id, "_T");
  }

  private static Indicator industry(String id, String breakdown) {
    return PLAN.indicators().stream()
        .filter(row -> row.id().equals(id) && row.breakdown().equals(breakdown))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> majors(String industry, int year) {
    return REGISTRY.majorOffers().stream()
        .filter(offer -> offer.industry().equals(industry) && offer.year() == year)
        .findFirst()
        .orElseThrow()
        .majors();
  }

  private static BigDecimal value(Indicator indicator, int year) {
    return required(required(indicator.targets().get(year)).value());
  }

  private static <T> T required(@Nullable T value) {
    assertThat(value).isNotNull();
    return value;
  }
}
