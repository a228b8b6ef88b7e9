package citybrain.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import citybrain.SparkSessionExtension;
import citybrain.policy.Programme;
import citybrain.policy.Programme.Printed;
import citybrain.policy.Reference;
import citybrain.policy.Rule;
import citybrain.policy.Text;
import citybrain.problem.ProblemException;
import citybrain.serving.CockpitPage.Finding;
import citybrain.serving.CockpitPage.IndicatorProgress;
import citybrain.serving.CockpitPage.Point;
import citybrain.serving.CockpitPage.Signal;
import citybrain.serving.CockpitPage.Trend;
import citybrain.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The gold tables in, the page's data out. Rows are written as SQL values, in the table's order.
 */
@ExtendWith(SparkSessionExtension.class)
final class CockpitReaderTest {
  private static final LocalDate AS_OF = LocalDate.of(2020, 10, 20);

  private static final String METRIC_VALUES =
      "metric_id STRING, measure STRING, basis STRING, area_code STRING, industry_code STRING,"
          + " subject_id STRING, period STRING, period_type STRING, period_end DATE, value"
          + " DECIMAL(28,8), published_value DECIMAL(28,8), status STRING, reason_zh STRING,"
          + " is_simulated BOOLEAN";
  private static final String LIGHTS =
      "scope STRING, scope_id STRING, indicator_id STRING, period STRING, value DECIMAL(28,8), light"
          + " STRING, reference STRING, reason_zh STRING, is_simulated BOOLEAN";
  private static final String PROGRESS =
      "programme_id STRING, indicator_id STRING, area_code STRING, breakdown STRING, year INT,"
          + " is_primary BOOLEAN, actual DECIMAL(28,8), actual_period STRING, progress_ratio"
          + " DECIMAL(28,8), expected_ratio DECIMAL(28,8), verdict STRING, reason_zh STRING,"
          + " is_simulated BOOLEAN";
  private static final String FINDINGS =
      "finding_id STRING, rule_id STRING, reference STRING, verdict STRING, status STRING, subject_id"
          + " STRING, area_code STRING, department STRING, event_on DATE, due_on DATE,"
          + " due_earliest_on DATE, due_latest_on DATE, settled_on DATE, observed DECIMAL(28,8),"
          + " expected DECIMAL(28,8), unit STRING, amount DECIMAL(28,8), reason_zh STRING,"
          + " is_simulated BOOLEAN";
  private static final String DELIVERIES =
      "file STRING, file_sha256 STRING, delivered_at DATE, status STRING, is_simulated BOOLEAN";
  private static final String RECONCILIATION =
      "file STRING, file_sha256 STRING, rows_delivered BIGINT, rows_accepted BIGINT, rows_quarantined BIGINT,"
          + " rows_superseded BIGINT";

  @Test
  void latestLightOfEachIndicatorAndAreaIsShownInTheOrderOfTheNames(SparkSession spark) {
    Dataset<Row> lights =
        rows(
            spark,
            LIGHTS,
            "('area','370200','iva','2020-05',5.1,'green','r','',false)",
            "('area','370200','iva','2020-01/2020-05',-4.0,'blue','r','low',false)",
            "('area','370200','iva','2019-12',9.9,'red','r','',false)",
            "('area','000000','retail','2017-12',9.4,'light_blue','r','',true)",
            "('industry','C13','iva','2020-06',1.0,'red','r','',false)");

    List<Signal> signals = SignalReader.read(lights, names());

    assertThat(signals)
        .extracting(Signal::title, Signal::area, Signal::period, Signal::light, Signal::isSimulated)
        .containsExactly(
            tuple("社会消费品零售总额", "全国", "2017-12", Light.LIGHT_BLUE, true),
            tuple("工业增加值", "青岛市", "2020-01/2020-05", Light.BLUE, false));
    assertThat(signals.get(1).value()).hasToString("-4.0");
    assertThat(signals.get(1).explain())
        .isEqualTo("metric iva --area 370200 --period 2020-01/2020-05");
  }

  @Test
  void lightWithoutValueStaysUnlit(SparkSession spark) {
    Dataset<Row> lights =
        rows(spark, LIGHTS, "('area','370200','iva','2020-05',null,null,'r','缺基数',false)");

    Signal signal = SignalReader.read(lights, names()).get(0);

    assertThat(signal.value()).isNull();
    assertThat(signal.light()).isNull();
    assertThat(signal.reason()).isEqualTo("缺基数");
  }

  @Test
  void lightOfNoKnownColourIsRefused(SparkSession spark) {
    Dataset<Row> lights =
        rows(spark, LIGHTS, "('area','370200','iva','2020-05',1,'purple','r','',false)");

    assertThatThrownBy(() -> SignalReader.read(lights, names()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("CODE_UNKNOWN")
        .hasMessageContaining("purple");
  }

  @Test
  void computedAndPublishedGrowthOfAPeriodAreOnePoint(SparkSession spark) {
    // 57959.7 over 52910.3 (national retail sales, January and February 2017 and 2016); published
    // 9.5.
    Dataset<Row> values =
        rows(
            spark,
            METRIC_VALUES,
            value("2017-01/2017-02", "merged_months", "2017-02-28", "9.54332143, 9.5, 'ok', ''"),
            value("2017-03", "month", "2017-03-31", "12.4, 10.9, 'not_comparable', '口径调整'"),
            "('retail','yoy','published','000000','_T','_Z','2017-04','month',DATE'2017-04-30',"
                + "10.7, null, 'ok', null, false)");

    Trend trend = TrendReader.read(values, names()).get(0);

    assertThat(trend.title()).isEqualTo("社会消费品零售总额");
    assertThat(trend.points())
        .extracting(Point::period)
        .containsExactly("2017-01/2017-02", "2017-03", "2017-04");
    Point merged = trend.points().get(0);
    assertThat(merged.isMerged()).isTrue();
    assertThat(merged.computed()).isEqualByComparingTo("9.54332143");
    assertThat(merged.published()).isEqualByComparingTo("9.5");
    Point broken = trend.points().get(1);
    assertThat(broken.computed()).isEqualByComparingTo("12.4");
    assertThat(broken.isComparable()).isFalse();
    assertThat(broken.reason()).isEqualTo("口径调整");
    Point publishedOnly = trend.points().get(2);
    assertThat(publishedOnly.computed()).isNull();
    assertThat(publishedOnly.published()).isEqualByComparingTo("10.7");
  }

  @Test
  void sixYearsBeforeTheLastPeriodAreShownAndSumsFromJanuaryAreASeriesOfTheirOwn(
      SparkSession spark) {
    Dataset<Row> values =
        rows(
            spark,
            METRIC_VALUES,
            value("2011-12", "month", "2011-12-31", "1, null, 'ok', ''"),
            value("2012-01", "month", "2012-01-31", "2, null, 'ok', ''"),
            value("2017-12", "month", "2017-12-31", "3, null, 'ok', ''"),
            value("2017-01/2017-11", "cumulative", "2017-11-30", "4, null, 'ok', ''"),
            value("2017-01/2017-12", "cumulative", "2017-12-31", "4, null, 'ok', ''"),
            value("2017", "year", "2017-12-31", "5, null, 'ok', ''"));

    List<Trend> trends = TrendReader.read(values, names());

    assertThat(trends).as("the year stands alone: one period is no trend").hasSize(2);
    assertThat(trends.get(0).points())
        .extracting(Point::period)
        .containsExactly("2017-01/2017-11", "2017-01/2017-12");
    assertThat(trends.get(1).points())
        .extracting(Point::period)
        .containsExactly("2012-01", "2017-12");
  }

  @Test
  void lastReportedTargetYearIsShownAndEveryIndicatorOfTheAnnexIsThere(SparkSession spark) {
    Dataset<Row> progress =
        rows(
            spark,
            PROGRESS,
            progress("funding", "2020", "3916000000, '2020', 1, 1, 'achieved', ''"),
            progress("funding", "2021", "3916000000, '2020', 0.5, 1, 'behind', ''"),
            "('p','funding','370200','_T',2020,false,9,'2020',9,9,'behind','other method',true)");

    CockpitPage.ProgrammeProgress shown =
        ProgressReader.read(progress, names()).programmes().get(0);

    assertThat(shown.year()).isEqualTo(2020);
    assertThat(shown.indicators())
        .extracting(IndicatorProgress::title, IndicatorProgress::verdict)
        .containsExactly(
            tuple("经费总投入", TargetVerdict.ACHIEVED),
            tuple("高职院校在校生规模", TargetVerdict.NOT_ASSESSABLE));
    IndicatorProgress funding = shown.indicators().get(0);
    assertThat(funding.section()).isEqualTo("五、经费投入");
    // Stored in yuan, printed by the gazette in 万元.
    assertThat(funding.actual()).isEqualByComparingTo("391600");
    assertThat(funding.targets()).containsEntry(2020, "391600");
    assertThat(shown.indicators().get(1).actual()).isNull();
    assertThat(shown.indicators().get(1).targets()).containsEntry(2020, "/");
  }

  @Test
  void progressOfAnIndicatorThatNoTargetTableNamesIsRefused(SparkSession spark) {
    Dataset<Row> progress =
        rows(spark, PROGRESS, progress("stranger", "2020", "1, '2020', 1, 1, 'achieved', ''"));

    assertThatThrownBy(() -> ProgressReader.read(progress, names()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("INDICATOR_UNKNOWN: p/stranger/_T");
  }

  @Test
  void openFindingsComeGravestFirstAndSupersededOnesAreNotCounted(SparkSession spark) {
    Dataset<Row> findings =
        rows(
            spark,
            FINDINGS,
            finding("f1", "due", "open", "2020-10-23"),
            finding("f2", "overdue", "open", "2020-10-19"),
            finding("f3", "overdue", "open", "2020-09-25"),
            finding("f4", "met", "closed", "2020-09-01"),
            finding("f5", "overdue", "superseded", "2020-01-08"),
            finding("f6", "not_assessable", "open", "2020-09-01"),
            "('f7','relief.decision','r','breached','open','A1','370200','d',DATE'2020-09-01',null,"
                + "null,null,null,52000,48210.5,'yuan',52000,'',true)");

    CockpitPage.Funds funds = FindingReader.read(findings, names(), AS_OF);

    assertThat(funds.openCount()).isEqualTo(5);
    assertThat(funds.worst()).extracting(Finding::id).containsExactly("f3", "f2", "f7", "f6", "f1");
    assertThat(funds.worst().get(0).overBy())
        .as("2020-09-25 to 2020-10-20")
        .isEqualByComparingTo("25");
    assertThat(funds.worst().get(2).overBy()).isEqualByComparingTo("3789.5");
    assertThat(funds.worst().get(3).overBy()).as("not assessable").isNull();
    assertThat(funds.worst().get(4).overBy()).as("due").isNull();
    assertThat(funds.rules()).hasSize(1);
    CockpitPage.RuleCount rule = funds.rules().get(0);
    assertThat(rule.title()).isEqualTo("按时决定");
    assertThat(rule.count(FindingVerdict.OVERDUE)).isEqualTo(2);
    assertThat(rule.count(FindingVerdict.LATE)).isZero();
    assertThat(rule.total()).isEqualTo(6);
  }

  @Test
  void deadlineInAYearNotAnnouncedIsAnInterval(SparkSession spark) {
    Dataset<Row> findings =
        rows(
            spark,
            FINDINGS,
            "('f','relief.decision','r','due','open','A1','370202','d',DATE'2020-12-30',null,"
                + "DATE'2021-01-05',DATE'2021-01-08',null,2,5,'workday',100,'',true)");

    Finding finding = FindingReader.read(findings, names(), AS_OF).worst().get(0);

    assertThat(finding.dueEarliest()).isEqualTo(LocalDate.of(2021, 1, 5));
    assertThat(finding.dueLatest()).isEqualTo(LocalDate.of(2021, 1, 8));
    assertThat(finding.area()).isEqualTo("370202");
    assertThat(finding.unitZh()).isEqualTo("工作日");
  }

  @Test
  void noMoreFindingsAreCollectedThanThePageShows(SparkSession spark) {
    Dataset<Row> many =
        spark
            .range(2_000)
            .selectExpr(
                "concat('f', id) finding_id",
                "'relief.decision' rule_id",
                "'r' reference",
                "'overdue' verdict",
                "'open' status",
                "'A' subject_id",
                "'370200' area_code",
                "'d' department",
                "DATE'2020-01-01' event_on",
                "DATE'2020-01-08' due_on",
                "DATE'2020-01-08' due_earliest_on",
                "DATE'2020-01-08' due_latest_on",
                "CAST(NULL AS DATE) settled_on",
                "CAST(id AS DECIMAL(28,8)) observed",
                "CAST(5 AS DECIMAL(28,8)) expected",
                "'workday' unit",
                "CAST(NULL AS DECIMAL(28,8)) amount",
                "'' reason_zh",
                "true is_simulated");

    CockpitPage.Funds funds = FindingReader.read(many, names(), AS_OF);

    assertThat(funds.openCount()).isEqualTo(2_000);
    assertThat(funds.worst()).hasSize(50);
    assertThat(funds.worst().get(0).id()).isEqualTo("f1999");
  }

  @Test
  void rowsOfTheFilesKnownAtTheDayAreAddedUp(SparkSession spark) {
    Dataset<Row> deliveries =
        rows(
            spark,
            DELIVERIES,
            "('a.csv','1',DATE'2020-10-20','accepted',true)",
            "('b.csv','2',DATE'2020-10-19','accepted',false)",
            "('b.csv','2',DATE'2020-10-20','repeated',false)",
            "('c.csv','3',DATE'2020-10-19','refused',false)",
            "('d.csv','4',DATE'2020-10-21','accepted',true)");
    Dataset<Row> files =
        rows(
            spark,
            RECONCILIATION,
            "('a.csv','1',10,7,2,1)",
            "('b.csv','2',5,5,0,0)",
            "('d.csv','4',99,99,0,0)");

    CockpitPage.Quality quality = QualityReader.read(deliveries, files, AS_OF);

    assertThat(quality).isEqualTo(new CockpitPage.Quality(4, 1, 1, 1, 15, 12, 2, 1));
    assertThat(quality.isConserved()).isTrue();
  }

  @Test
  void emptyTablesGiveAPage(SparkSession spark) {
    CockpitPage page =
        CockpitReader.read(
            new CockpitTables(
                rows(spark, METRIC_VALUES),
                rows(spark, LIGHTS),
                rows(spark, PROGRESS),
                rows(spark, FINDINGS),
                rows(spark, DELIVERIES),
                rows(spark, RECONCILIATION)),
            names(),
            new ReleaseHeader("r", AS_OF, "0.1.0", 0));

    assertThat(page.economy().signals()).isEmpty();
    assertThat(page.education().programmes().get(0).year()).isNull();
    assertThat(page.education().programmes().get(0).indicators())
        .extracting(IndicatorProgress::verdict)
        .containsOnly(TargetVerdict.NOT_ASSESSABLE);
    assertThat(CockpitWriter.html(page)).contains("本次发布没有灯号。");
  }

  private static String value(String period, String type, String end, String values) {
    return "('retail','yoy','computed','000000','_T','_Z','%s','%s',DATE'%s',%s,false)"
        .formatted(period, type, end, values);
  }

  private static String progress(String indicator, String year, String values) {
    return "('p','%s','370200','_T',%s,true,%s,true)".formatted(indicator, year, values);
  }

  private static String finding(String id, String verdict, String status, String dueOn) {
    return ("('%s','relief.decision','r','%s','%s','A1','370200','d',DATE'2020-01-01',"
            + "DATE'%4$s',DATE'%4$s',DATE'%4$s',null,null,5,'workday',100,'',true)")
        .formatted(id, verdict, status, dueOn);
  }

  private static Dataset<Row> rows(SparkSession spark, String columns, String... values) {
    Dataset<Row> none = spark.createDataFrame(List.of(), StructType.fromDDL(columns));
    if (values.length == 0) {
      return none;
    }
    String[] names = none.columns();
    Dataset<Row> untyped =
        spark.sql("SELECT * FROM VALUES " + String.join(",", values)).toDF(names);
    return untyped.select(
        Arrays.stream(none.schema().fields())
            .map(field -> untyped.col(field.name()).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new));
  }

  private static CockpitNames names() {
    return new CockpitNames(
        List.of(
            new Programme(
                "p",
                "plan",
                new Text("行动计划", "Plan"),
                2019,
                "370200",
                List.of(
                    indicator("funding", "经费总投入", Unit.YUAN, "万元", "391600", "五", "经费投入"),
                    indicator("students", "高职院校在校生规模", Unit.PERSON, "人", "/", "一", "规模与布局")))),
        List.of(
            new Rule(
                "relief.decision",
                "relief",
                new Text("按时决定", "Decided in time"),
                "relief_case",
                Rule.Kind.DEADLINE,
                Rule.Severity.ERROR,
                "true",
                "received_on",
                "decided_on",
                null,
                null,
                null,
                null,
                null,
                "relief.limit",
                LocalDate.of(2020, 8, 1),
                null,
                List.of(),
                "d",
                Map.of(),
                "办理",
                new Reference("青政办发〔2020〕12号", "第十四条"))),
        metrics(),
        List.of(new CockpitNames.Headline("retail", "yoy")),
        Map.of("000000", "全国", "370200", "青岛市"));
  }

  private static Map<String, CockpitNames.Metric> metrics() {
    Map<String, CockpitNames.Metric> metrics = new LinkedHashMap<>();
    metrics.put("retail", new CockpitNames.Metric("社会消费品零售总额", Unit.PERCENT));
    metrics.put("iva", new CockpitNames.Metric("工业增加值", Unit.PERCENT));
    return metrics;
  }

  private static Programme.Indicator indicator(
      String id,
      String title,
      Unit unit,
      String printedUnit,
      String cell,
      String part,
      String partTitle) {
    Printed printed = new Printed(cell, cell.equals("/") ? null : new BigDecimal(cell));
    return new Programme.Indicator(
        id,
        "_T",
        new Text(title, id),
        unit,
        printedUnit,
        Programme.Direction.AT_LEAST,
        printed,
        new TreeMap<>(Map.of(2020, printed, 2021, printed)),
        "市教育局",
        null,
        new Reference("青政字〔2020〕16号", "附件3第" + part + "部分“" + partTitle + "”第1行"));
  }
}
