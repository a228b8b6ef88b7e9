package citybrain.serving;

import citybrain.serving.CockpitPage.Finding;
import citybrain.serving.CockpitPage.IndicatorProgress;
import citybrain.serving.CockpitPage.Point;
import citybrain.serving.CockpitPage.RuleCount;
import citybrain.serving.CockpitPage.Signal;
import citybrain.serving.CockpitPage.Trend;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A page as full as a real one, for tests only. Retail sales are the published national figures of
 * 2016 and 2017 (100 million yuan); targets are those of 青政字〔2020〕16号 annex 3; everything else,
 * cases and actuals above all, is invented for the test and marked as simulated.
 */
final class SampleCockpit {
  private static final String PLAN = "青政字〔2020〕16号 附件3";
  private static final String RELIEF = "青政办发〔2020〕12号 ";

  /** January and February as one, then March to December: published level and growth. */
  private static final String RETAIL_2016 =
      "52910.3 10.2 25114.1 10.5 24645.8 10.1 26610.7 10.0 26857.4 10.6 26827.4 10.2 27539.6 10.6"
          + " 27976.4 10.7 31119.2 10.0 30958.5 10.8 31757.0 10.9";

  private static final String RETAIL_2017 =
      "57959.7 9.5 27863.7 10.9 27278.5 10.7 29459.2 10.7 29807.6 11.0 29609.8 10.4 30329.7 10.1"
          + " 30870.3 10.3 34240.9 10.0 34108.2 10.2 34734.1 9.4";

  private SampleCockpit() {}

  static CockpitPage page() {
    return new CockpitPage(
        new ReleaseHeader("2020-10-20-3fa94c21d0", LocalDate.of(2020, 10, 20), "0.1.0", 148),
        new CockpitPage.Economy(
            signals(), List.of(retail(), broken(), publishedOnly(), fewPoints())),
        new CockpitPage.Education(
            List.of(
                new CockpitPage.ProgrammeProgress(
                    "青岛市职业教育提质培优高质量发展三年行动计划（2020—2022年）", 2020, indicators()))),
        new CockpitPage.Funds(rules(), findings(), 1_284),
        new CockpitPage.Quality(148, 2, 1, 97, 41_207, 40_958, 213, 36));
  }

  /** A page of a release that holds nothing yet. */
  static CockpitPage emptyPage() {
    return new CockpitPage(
        new ReleaseHeader("2020-01-01-0000000000", LocalDate.of(2020, 1, 1), "0.1.0", 0),
        new CockpitPage.Economy(List.of(), List.of()),
        new CockpitPage.Education(List.of()),
        new CockpitPage.Funds(List.of(), List.of(), 0),
        new CockpitPage.Quality(0, 0, 0, 0, 0, 0, 0, 0));
  }

  /** The sample with this text wherever a table could bring one in. */
  static CockpitPage pageSaying(String text) {
    return new CockpitPage(
        new ReleaseHeader(text, LocalDate.of(2020, 10, 20), text, 1),
        new CockpitPage.Economy(
            List.of(
                new Signal(
                    text, text, text, BigDecimal.ONE, text, Light.RED, text, text, text, true)),
            List.of(
                new Trend(
                    text,
                    text,
                    text,
                    text,
                    List.of(
                        point("2020-01", "2020-01-31", "1", "1", text),
                        point("2020-02", "2020-02-29", "2", "1", text),
                        point("2020-03", "2020-03-31", "3", "1", text),
                        point(text, "2020-04-30", "4", "1", text)),
                    text))),
        new CockpitPage.Education(
            List.of(
                new CockpitPage.ProgrammeProgress(
                    text,
                    2020,
                    List.of(
                        new IndicatorProgress(
                            text,
                            text,
                            text,
                            text,
                            text,
                            new TreeMap<>(Map.of(2020, text)),
                            BigDecimal.ONE,
                            BigDecimal.ONE,
                            BigDecimal.ONE,
                            TargetVerdict.ACHIEVED,
                            text,
                            text,
                            text,
                            true))))),
        new CockpitPage.Funds(
            List.of(new RuleCount(text, text, Map.of(FindingVerdict.OVERDUE, 1L), true)),
            List.of(
                new Finding(
                    text,
                    text,
                    text,
                    text,
                    text,
                    null,
                    null,
                    null,
                    null,
                    FindingVerdict.OVERDUE,
                    null,
                    null,
                    null,
                    text,
                    null,
                    text,
                    text,
                    text,
                    true)),
            1),
        new CockpitPage.Quality(1, 0, 0, 1, 1, 1, 0, 0));
  }

  private static Point point(
      String period, String end, String computed, String published, String reason) {
    return new Point(
        period,
        LocalDate.parse(end),
        new BigDecimal(computed),
        new BigDecimal(published),
        false,
        true,
        reason,
        true);
  }

  private static List<Signal> signals() {
    return List.of(
        signal("社会消费品零售总额增速", "全国", "2017-12", "9.4", Light.LIGHT_BLUE, "9.4% 在 8%—10% 之间", false),
        signal("工业增加值增速", "青岛市", "2020-01/2020-05", "-4.0", Light.BLUE, "-4.0% 低于 0", false),
        signal(
            "固定资产投资增速", "青岛市", "2020-01/2020-05", "0.8", Light.LIGHT_BLUE, "0.8% 在 0—4% 之间", false),
        signal("地区生产总值增速", "青岛市", "2020-H1", "0.1", Light.LIGHT_BLUE, "0.1% 在 0—4% 之间", false),
        signal("出口增速", "全国", "2013-12", "4.3", Light.GREEN, "4.3% 在 4%—12% 之间", false),
        signal("用电量增速", "青岛市", "2020-09", "8.7", Light.YELLOW, "8.7% 在 8%—11% 之间", true),
        signal("商品房销售额增速", "青岛市", "2020-09", "16.2", Light.RED, "16.2% 高于 15%", true),
        new Signal(
            "一般公共预算收入增速",
            "青岛市",
            "2020-09",
            null,
            "%",
            null,
            "2019年9月没有基数，增速不能计算。",
            "监测办法 第三条",
            "metric budget_revenue --area 370200 --period 2020-09",
            false));
  }

  private static Signal signal(
      String title,
      String area,
      String period,
      String value,
      Light light,
      String reason,
      boolean simulated) {
    return new Signal(
        title,
        area,
        period,
        new BigDecimal(value),
        "%",
        light,
        reason,
        "监测办法 第三条",
        "metric sample --area 370200 --period " + period,
        simulated);
  }

  private static Trend retail() {
    String[] before = RETAIL_2016.split(" ", -1);
    String[] after = RETAIL_2017.split(" ", -1);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < after.length; i += 2) {
      int month = i / 2 + 2;
      boolean merged = i == 0;
      BigDecimal base = new BigDecimal(before[i]);
      BigDecimal computed =
          new BigDecimal(after[i])
              .divide(base, MathContext.DECIMAL64)
              .subtract(BigDecimal.ONE)
              .movePointRight(2);
      points.add(
          new Point(
              merged ? "2017-01/2017-02" : String.format("2017-%02d", month),
              YearMonth.of(2017, month).atEndOfMonth(),
              computed,
              new BigDecimal(after[i + 1]),
              merged,
              true,
              "",
              false));
      points.add(
          i / 2,
          new Point(
              merged ? "2016-01/2016-02" : String.format("2016-%02d", month),
              YearMonth.of(2016, month).atEndOfMonth(),
              null,
              new BigDecimal(before[i + 1]),
              merged,
              true,
              "测试数据不含2015年基数。",
              false));
    }
    return new Trend(
        "社会消费品零售总额",
        "全国",
        "当期同比增速",
        "%",
        points,
        "metric retail_sales --area 000000 --period 2017-12");
  }

  /** Invented: a series whose base was replaced in 2018. */
  private static Trend broken() {
    List<Point> points = new ArrayList<>();
    for (int year = 2012; year <= 2019; year++) {
      boolean comparable = year != 2018;
      points.add(
          new Point(
              String.valueOf(year),
              LocalDate.of(year, 12, 31),
              BigDecimal.valueOf(year == 2018 ? -21.4 : 12.5 - (year - 2012)),
              year == 2018 ? null : BigDecimal.valueOf(12.1 - (year - 2012)),
              false,
              comparable,
              comparable ? "" : "2018年起口径调整，与2017年不可比。",
              true));
    }
    return new Trend(
        "地方一般公共预算收入",
        "青岛市",
        "当期同比增速",
        "%",
        points,
        "metric budget_revenue --area 370200 --period 2019");
  }

  private static Trend publishedOnly() {
    List<Point> points = new ArrayList<>();
    String[] published = {
      "6.3", "7.6", "6.5", "6.5", "7.6", "6.4", "6.0", "6.6", "6.2", "6.1", "6.2"
    };
    for (int i = 0; i < published.length; i++) {
      boolean merged = i == 0;
      points.add(
          new Point(
              merged ? "2017-01/2017-02" : String.format("2017-%02d", i + 2),
              YearMonth.of(2017, i + 2).atEndOfMonth(),
              null,
              new BigDecimal(published[i]),
              merged,
              true,
              "只公布增速，没有总量，不能自行计算。",
              false));
    }
    return new Trend(
        "规模以上工业增加值",
        "全国",
        "当期同比增速",
        "%",
        points,
        "metric industrial_value_added --area 000000 --period 2017-12");
  }

  private static Trend fewPoints() {
    return new Trend(
        "地区生产总值",
        "青岛市",
        "累计同比增速",
        "%",
        List.of(
            new Point(
                "2018-H1",
                LocalDate.of(2018, 6, 30),
                null,
                new BigDecimal("7.6"),
                false,
                true,
                "",
                false),
            new Point(
                "2020-H1",
                LocalDate.of(2020, 6, 30),
                null,
                new BigDecimal("0.1"),
                false,
                true,
                "没有2019年上半年总量。",
                false)),
        "metric gdp --area 370200 --period 2020-H1");
  }

  private static List<IndicatorProgress> indicators() {
    List<IndicatorProgress> indicators = new ArrayList<>();
    String scale = "一、规模与布局";
    add(
        indicators,
        scale,
        "高中阶段招生职普比",
        "%",
        "42.5% 42% 42% 42%",
        "41.6",
        null,
        TargetVerdict.OFF_TRACK);
    add(indicators, scale, "中职学校数量", "所", "50 52 53 53", "52", "1", TargetVerdict.ACHIEVED);
    add(indicators, scale, "其中，综合性中职学校数量", "所", "11 11 11 11", "11", null, TargetVerdict.ACHIEVED);
    add(
        indicators,
        scale,
        "中职学校校均在校生规模",
        "人",
        "1604 1700 1650 1700",
        "1672",
        "0.708",
        TargetVerdict.BEHIND);
    add(
        indicators,
        scale,
        "高职院校在校生规模",
        "人",
        "/ / / /",
        "81200",
        null,
        TargetVerdict.NOT_ASSESSABLE);
    add(
        indicators,
        scale,
        "高职院校接收中职毕业生数",
        "人",
        "14346 17000 15400 19000",
        "13980",
        "-0.138",
        TargetVerdict.WORSENING);
    String layout = "二、专业布局";
    for (String industry : List.of("新一代信息技术", "高端装备", "新能源新材料", "现代海洋")) {
      indicators.add(
          indicator(
              layout, "专业点数", industry, "个", "28 30 31 33", "29", "0.5", TargetVerdict.ON_TRACK));
    }
    String teachers = "三、师资队伍";
    add(
        indicators,
        teachers,
        "中职学校师生比（在校生数/专任教师数）",
        "比值",
        "11.6 11.5 11.5 11.2",
        "11.4",
        "1.5",
        TargetVerdict.ACHIEVED);
    add(
        indicators,
        teachers,
        "高职院校师生比（在校生数/专任教师数）",
        "比值",
        "/ / / /",
        null,
        null,
        TargetVerdict.NOT_ASSESSABLE);
    String money = "五、经费投入";
    add(
        indicators,
        money,
        "财政性职业教育经费总投入",
        "万元",
        "380231 391600 403300 415400",
        "390120.5",
        "0.87",
        TargetVerdict.ON_TRACK);
    add(
        indicators,
        money,
        "中职生均拨款",
        "万元",
        "0.41 0.41 0.41 0.45",
        "0.41",
        null,
        TargetVerdict.ACHIEVED);
    String training = "六、社会培训";
    add(
        indicators,
        training,
        "退役军人、下岗失业人员、去产能分流职工、农民工、建档立卡贫困劳动力、残疾人等培训规模",
        "人日",
        "41923 38540 64270 80370",
        null,
        null,
        TargetVerdict.NOT_ASSESSABLE);
    return indicators;
  }

  private static void add(
      List<IndicatorProgress> indicators,
      String section,
      String title,
      String unit,
      String printed,
      @Nullable String actual,
      @Nullable String ratio,
      TargetVerdict verdict) {
    indicators.add(indicator(section, title, "", unit, printed, actual, ratio, verdict));
  }

  private static IndicatorProgress indicator(
      String section,
      String title,
      String breakdown,
      String unit,
      String printed,
      @Nullable String actual,
      @Nullable String ratio,
      TargetVerdict verdict) {
    String[] cells = printed.split(" ", -1);
    TreeMap<Integer, String> targets = new TreeMap<>();
    for (int i = 1; i < cells.length; i++) {
      targets.put(2019 + i, cells[i]);
    }
    String reason =
        switch (verdict) {
          case NOT_ASSESSABLE -> actual == null ? "2020年没有报送实际值。" : "附件3未设目标（“/”）。";
          case WORSENING -> "实际值低于2019年基础，与目标方向相反。";
          default -> "";
        };
    return new IndicatorProgress(
        section,
        title,
        breakdown,
        unit,
        cells[0],
        targets,
        actual == null ? null : new BigDecimal(actual),
        ratio == null ? null : new BigDecimal(ratio),
        ratio == null ? null : BigDecimal.ONE,
        verdict,
        reason,
        PLAN + section.charAt(0) + "第1行",
        "target three-year-action-plan/sample"
            + (breakdown.isEmpty() ? "" : " --breakdown " + breakdown),
        actual != null);
  }

  private static List<RuleCount> rules() {
    return List.of(
        new RuleCount(
            "垫付申请应在时限内作出决定",
            RELIEF + "第十四条第一款",
            Map.of(
                FindingVerdict.OVERDUE, 87L,
                FindingVerdict.LATE, 214L,
                FindingVerdict.DUE, 41L,
                FindingVerdict.MET, 1_862L),
            true),
        new RuleCount(
            "同意垫付的应在时限内划款",
            RELIEF + "第十四条第二款",
            Map.of(
                FindingVerdict.OVERDUE, 52L,
                FindingVerdict.NOT_ASSESSABLE, 9L,
                FindingVerdict.MET, 1_203L),
            true),
        new RuleCount(
            "丧葬费垫付不超过最高限额",
            RELIEF + "第十三条",
            Map.of(FindingVerdict.BREACHED, 12L, FindingVerdict.MET, 330L),
            true));
  }

  private static List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < FindingReader.SHOWN; i++) {
      if (i < 40) {
        findings.add(deadline(i));
      } else if (i < 46) {
        findings.add(ceiling(i));
      } else {
        findings.add(due(i));
      }
    }
    return findings;
  }

  private static Finding deadline(int i) {
    return new Finding(
        "f-" + (1000 + i),
        "垫付申请应在时限内作出决定",
        "JZ2020" + (1000 + i),
        "市南区",
        "救助基金运行管理机构",
        LocalDate.of(2020, 8, 3),
        LocalDate.of(2020, 8, 10),
        LocalDate.of(2020, 8, 10),
        null,
        FindingVerdict.OVERDUE,
        null,
        BigDecimal.valueOf(5),
        BigDecimal.valueOf(71),
        "工作日",
        new BigDecimal("48250.75"),
        "自2020-08-03起算（当日不计）5个工作日，应不晚于2020-08-10，截至2020-10-20尚未完成，已逾期45个工作日",
        RELIEF + "第十四条第一款",
        "finding f-" + (1000 + i),
        true);
  }

  private static Finding ceiling(int i) {
    return new Finding(
        "f-" + (1000 + i),
        "丧葬费垫付不超过最高限额",
        "JZ2020" + (1000 + i),
        "西海岸新区",
        "救助基金运行管理机构",
        LocalDate.of(2020, 9, 1),
        null,
        null,
        null,
        FindingVerdict.BREACHED,
        new BigDecimal("52000"),
        new BigDecimal("48210.5"),
        new BigDecimal("3789.5"),
        "元",
        new BigDecimal("52000"),
        "垫付丧葬费52,000.00元，限额48,210.50元。",
        RELIEF + "第十三条",
        "finding f-" + (1000 + i),
        true);
  }

  private static Finding due(int i) {
    return new Finding(
        "f-" + (1000 + i),
        "同意垫付的应在时限内划款",
        "JZ2020" + (1000 + i),
        "即墨区",
        "",
        LocalDate.of(2020, 12, 30),
        LocalDate.of(2021, 1, 5),
        LocalDate.of(2021, 1, 8),
        null,
        FindingVerdict.DUE,
        BigDecimal.valueOf(2),
        BigDecimal.valueOf(5),
        null,
        "工作日",
        null,
        "",
        RELIEF + "第十四条第二款",
        "finding f-" + (1000 + i),
        true);
  }
}
