package citybrain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import citybrain.SparkSessionExtension;
import citybrain.calendar.WorkdayCalendar;
import citybrain.policy.DatedValue;
import citybrain.policy.Parameter;
import citybrain.policy.Reference;
import citybrain.policy.Rule;
import citybrain.policy.Text;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of rule over a silver table itself, at the boundaries that the gazettes print. */
@ExtendWith(SparkSessionExtension.class)
final class RuleKindsTest {
  private static final LocalDate AS_OF = LocalDate.of(2021, 3, 1);
  private static final LocalDate IN_FORCE_FROM = LocalDate.of(2020, 6, 30);

  private static final StructType SILVER =
      StructType.fromDDL(
          "school_id STRING, period STRING, share DECIMAL(28,8), cost DECIMAL(28,8), monthly_wage DECIMAL(28,8),"
              + " happened_on DATE, done_on DATE, is_open BOOLEAN, known_from DATE, known_to DATE,"
              + " is_simulated BOOLEAN, file_sha256 STRING, file STRING, sheet STRING, row INT, cell STRING");

  /** 青政字〔2020〕16号 第四部分（三）: 中职学校参与率不低于50%. */
  private static final Parameter PARTICIPATION =
      parameter("participation", Unit.PERCENT, "50", "2020-06-30");

  /** 青政办发〔2020〕12号 第十二条: 丧葬费用不超过6个月平均工资. */
  private static final Parameter MULTIPLE = parameter("multiple", Unit.MONTH, "6", "2020-08-01");

  /** 青政发〔2020〕12号 (十) 15: 新增 … 15天内. */
  private static final Parameter DAYS = parameter("days", Unit.DAY, "15", "2020-09-20");

  private static final Rule FLOOR =
      rule("floor", Rule.Kind.FLOOR, "share", null, null, "test.participation", null);
  private static final Rule CAP =
      rule(
          "cap",
          Rule.Kind.CEILING,
          "cost",
          "parameter('test.multiple') * monthly_wage",
          null,
          null,
          null);
  private static final Rule DEADLINE =
      rule("deadline", Rule.Kind.DEADLINE, null, null, null, "test.days", "done_on");
  private static final Rule REQUIREMENT =
      rule("open", Rule.Kind.REQUIREMENT, null, null, "is_open", null, null);

  @ParameterizedTest(name = "a share of {0} % against at least 50 %: {1}")
  @CsvSource({"50, met", "49.99999999, breached", "100, met", ", not_assessable"})
  void floorItselfSuffices(@Nullable BigDecimal share, String verdict, SparkSession spark) {
    Row finding = only(spark, FLOOR, school().share(share));

    assertThat(finding.<String>getAs("verdict")).isEqualTo(verdict);
    assertThat(finding.<BigDecimal>getAs("expected")).isEqualByComparingTo("50");
    assertThat(finding.<String>getAs("unit")).isEqualTo("percent");
  }

  @ParameterizedTest(name = "a cost of {0} against six times {1}: {2}")
  @CsvSource({
    "36000,    6000, met,            36000",
    "36000.01, 6000, breached,       36000",
    "36000,    ,     not_assessable, ",
  })
  void limitMayBeComputedFromAParameterAndTheRow(
      BigDecimal cost,
      @Nullable BigDecimal wage,
      String verdict,
      @Nullable BigDecimal limit,
      SparkSession spark) {
    Row finding = only(spark, CAP, school().cost(cost).wage(wage));

    assertThat(finding.<String>getAs("verdict")).isEqualTo(verdict);
    assertThat(finding.<BigDecimal>getAs("expected"))
        .usingComparator((a, b) -> a == null ? (b == null ? 0 : 1) : a.compareTo(b))
        .isEqualTo(limit);
    assertThat(finding.<String>getAs("parameter_values"))
        .contains("test.multiple = 6 month from 2020-08-01");
  }

  @Test
  void parameterHasTheValueOfTheDayOfTheEvent(SparkSession spark) {
    Row before =
        only(spark, CAP, school().cost(BigDecimal.ONE).wage(BigDecimal.TEN).on("2020-07-31"));

    assertThat(before.<String>getAs("verdict")).isEqualTo("not_assessable");
    assertThat(before.<String>getAs("reason_zh")).contains("缺少计算限额所需的数据");
  }

  @ParameterizedTest(name = "an event on 20 September 2020, done on {0}: {1}")
  @CsvSource({
    // Fifteen natural days: the National Day holiday does not stretch them.
    "2020-10-05, met,     15",
    "2020-10-06, late,    16",
    ",           overdue, ",
  })
  void naturalDaysRunThroughHolidays(
      @Nullable LocalDate done, String verdict, @Nullable BigDecimal used, SparkSession spark) {
    Row finding = only(spark, DEADLINE, school().on("2020-09-20").done(done));

    assertThat(finding.<String>getAs("verdict")).isEqualTo(verdict);
    assertThat(finding.<Date>getAs("due_on").toLocalDate()).isEqualTo("2020-10-05");
    if (used != null) {
      assertThat(finding.<BigDecimal>getAs("observed")).isEqualByComparingTo(used);
    }
    assertThat(finding.<String>getAs("reason_zh")).contains("15日").doesNotContain("工作日");
  }

  @Test
  void requirementThatHoldsIsNoFinding(SparkSession spark) {
    assertThat(findings(spark, REQUIREMENT, school().open(true))).isEmpty();
  }

  @Test
  void requirementThatDoesNotHoldSaysWhatWasFound(SparkSession spark) {
    Row finding =
        only(spark, REQUIREMENT, school().open(false).share(new BigDecimal("12.50000000")));

    assertThat(finding.<String>getAs("verdict")).isEqualTo("breached");
    assertThat(finding.<String>getAs("reason_zh"))
        .isEqualTo("应当开放：2020-10-01，学校S1未开放，开放率12.5%，工资未填");
  }

  @Test
  void requirementThatCannotBeToldIsNotSilence(SparkSession spark) {
    Row finding = only(spark, REQUIREMENT, school().open(null));

    assertThat(finding.<String>getAs("verdict")).isEqualTo("not_assessable");
  }

  @Test
  void requirementHasNoHoldOnEventsBeforeTheDocument(SparkSession spark) {
    assertThat(findings(spark, REQUIREMENT, school().open(false).on("2020-06-29"))).isEmpty();
    assertThat(findings(spark, REQUIREMENT, school().open(false).on("2020-06-30"))).hasSize(1);
  }

  @Test
  void silverRowIsNamedByItsKeyAndKnowsItsCell(SparkSession spark) {
    Row finding = only(spark, FLOOR, school());

    assertThat(finding.<String>getAs("subject_id")).isEqualTo("S1|2020-Q3");
    assertThat(finding.<String>getAs("subject_type")).isEqualTo("silver/school_share");
    assertThat(finding.<String>getAs("area_code")).isNull();
    assertThat(finding.<Row>getList(finding.fieldIndex("evidence")).get(0).getString(1))
        .isEqualTo("f.csv");
    assertThat(finding.<Date>getAs("first_seen_on").toLocalDate()).isEqualTo("2020-10-20");
  }

  @ParameterizedTest(name = "{0} is from {1} to {2}")
  @CsvSource({
    "2020-09,         2020-09-01, 2020-09-30",
    "2020-02,         2020-02-01, 2020-02-29",
    "2020-01/2020-02, 2020-01-01, 2020-02-29",
    "2020-Q3,         2020-07-01, 2020-09-30",
    "2020-H2,         2020-07-01, 2020-12-31",
    "2020,            2020-01-01, 2020-12-31",
    "2020年,          ,           ",
  })
  void periodHasItsDays(
      String period, @Nullable LocalDate start, @Nullable LocalDate end, SparkSession spark) {
    Row row =
        SilverSubject.of(
                spark.createDataFrame(List.of(school().period(period).row()), SILVER),
                List.of("school_id", "period"))
            .select("period_start_on", "period_end_on")
            .head();

    assertThat(row.getDate(0)).isEqualTo(start == null ? null : Date.valueOf(start));
    assertThat(row.getDate(1)).isEqualTo(end == null ? null : Date.valueOf(end));
  }

  private static School school() {
    return new School();
  }

  /** One row of the silver table. */
  private static final class School {
    private String period = "2020-Q3";
    private @Nullable BigDecimal share = new BigDecimal(60);
    private @Nullable BigDecimal cost;
    private @Nullable BigDecimal wage;
    private LocalDate event = LocalDate.of(2020, 10, 1);
    private @Nullable LocalDate done;
    private @Nullable Boolean open = true;

    School period(String value) {
      period = value;
      return this;
    }

    School share(@Nullable BigDecimal value) {
      share = value;
      return this;
    }

    School cost(BigDecimal value) {
      cost = value;
      return this;
    }

    School wage(@Nullable BigDecimal value) {
      wage = value;
      return this;
    }

    School on(String day) {
      event = LocalDate.parse(day);
      return this;
    }

    School done(@Nullable LocalDate day) {
      done = day;
      return this;
    }

    School open(@Nullable Boolean value) {
      open = value;
      return this;
    }

    Row row() {
      return RowFactory.create(
          "S1",
          period,
          share,
          cost,
          wage,
          Date.valueOf(event),
          done == null ? null : Date.valueOf(done),
          open,
          Date.valueOf("2020-10-20"),
          null,
          true,
          "f00d",
          "f.csv",
          "",
          2,
          null);
    }
  }

  private static Row only(SparkSession spark, Rule rule, School school) {
    List<Row> findings = findings(spark, rule, school);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<Row> findings(SparkSession spark, Rule rule, School school) {
    return RulePass.of(
            SilverSubject.of(
                spark.createDataFrame(List.of(school.row()), SILVER),
                List.of("school_id", "period")),
            List.of(rule),
            Stream.of(PARTICIPATION, MULTIPLE, DAYS)
                .collect(Collectors.toMap(Parameter::id, Function.identity())),
            WorkdayCalendar.asOf(AS_OF),
            AS_OF)
        .collectAsList();
  }

  private static Parameter parameter(String name, Unit unit, String value, String from) {
    return new Parameter(
        "test." + name,
        new Text(name, name),
        unit,
        "学校",
        List.of(
            new DatedValue(
                LocalDate.parse(from), new BigDecimal(value), new Reference("test", "test"))));
  }

  private static Rule rule(
      String item,
      Rule.Kind kind,
      @Nullable String observed,
      @Nullable String limit,
      @Nullable String holds,
      @Nullable String parameter,
      @Nullable String settledOn) {
    return new Rule(
        "test." + item,
        "test",
        new Text("应当开放", "open"),
        "silver/school_share",
        kind,
        Rule.Severity.ERROR,
        "true",
        "happened_on",
        settledOn,
        observed,
        limit,
        holds,
        holds == null ? null : "学校{school_id}未开放，开放率{share}%，工资{monthly_wage}",
        null,
        parameter,
        IN_FORCE_FROM,
        null,
        List.of(),
        "市教育局",
        Map.of(),
        "改正",
        new Reference("test", "test"));
  }
}
