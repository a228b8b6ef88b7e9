package citybrain.serving;

import citybrain.serving.CockpitPage.Simulated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Writes the cockpit page: one HTML file that holds its styles, its script and the chart library,
 * opens from a disk without a network, and forbids itself by its content security policy to run or
 * load anything else. All figures are in the markup: without scripts only the charts are missing.
 */
public final class CockpitWriter {
  private static final String WEBJAR_VERSION = "/META-INF/maven/org.webjars/echarts/pom.properties";
  private static final String WEBJAR = "/META-INF/resources/webjars/echarts/";

  private CockpitWriter() {}

  /** The whole page; the same model gives the same bytes. */
  public static String html(CockpitPage page) {
    String style = ownSource("cockpit.css");
    List<String> scripts = List.of(chartLibrary(), ownSource("cockpit.js"));
    Markup html = new Markup();
    html.open("html", "lang", "zh-CN");
    head(html, page, style, scripts);
    html.open("body");
    html.element("a", "跳到正文", "class", "skip", "href", "#main");
    header(html, page.release());
    html.open("main", "id", "main");
    simulatedNotice(html, page);
    summary(html, page);
    EconomyView.write(html, page.economy());
    EducationView.write(html, page.education());
    FundsView.write(html, page.funds());
    QualityView.write(html, page.quality());
    html.close();
    footer(html, page.release());
    scripts.forEach(script -> html.source("script", script));
    html.close(2);
    return "<!DOCTYPE html>\n" + html.html() + "\n";
  }

  private static void head(Markup html, CockpitPage page, String style, List<String> scripts) {
    StringBuilder allowed = new StringBuilder();
    scripts.forEach(script -> allowed.append(' ').append(hash(script)));
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; script-src"
            + allowed
            + "; style-src "
            + hash(style)
            + "; base-uri 'none'; form-action 'none'");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", "城市大脑驾驶舱 · 数据截至 " + page.release().asOf());
    html.source("style", style).close();
  }

  private static void header(Markup html, ReleaseHeader release) {
    html.open("header").open("div", "class", "width");
    html.element("h1", "青岛市城市大脑驾驶舱");
    html.open("dl");
    fact(html, "数据截至", release.asOf().toString());
    fact(html, "发布编号", release.releaseId());
    fact(html, "数据来源", FigureText.count(release.sourceFiles()) + " 份文件");
    html.close();
    html.open("nav", "aria-label", "章节").open("ul");
    for (String[] link :
        new String[][] {
          {"economy", "经济监测"}, {"education", "职业教育"}, {"funds", "资金合规"}, {"quality", "数据质量"}
        }) {
      html.open("li").element("a", link[1], "href", "#" + link[0]).close();
    }
    html.close(4);
  }

  private static void fact(Markup html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }

  private static void simulatedNotice(Markup html, CockpitPage page) {
    Map<String, Simulated> parts = new LinkedHashMap<>();
    parts.put("经济监测", page.economy().simulated());
    parts.put("职业教育", page.education().simulated());
    parts.put("资金合规", page.funds().simulated());
    parts.put("数据质量", page.quality().simulated());
    if (parts.values().stream().allMatch(part -> part == Simulated.NONE)) {
      return;
    }
    html.open("div", "class", "notice", "role", "note");
    html.element("p", "本页含模拟数据，不得作为决策依据", "class", "warning");
    html.open("ul");
    parts.forEach(
        (name, part) -> {
          html.open("li").text(name + "：");
          html.element("strong", part.zh(), "class", part == Simulated.NONE ? "real" : "made-up");
          html.close();
        });
    html.close().open("p").text("凡模拟数字均带标记 ");
    PageParts.badge(html, true);
    html.close(2);
  }

  /** What a leader asks first, one tile for each part of the page. */
  private static void summary(Markup html, CockpitPage page) {
    html.open("ul", "class", "tiles");
    Map<Light, Long> lights = new EnumMap<>(Light.class);
    page.economy().signals().stream()
        .map(CockpitPage.Signal::light)
        .filter(Objects::nonNull)
        .forEach(light -> lights.merge(light, 1L, Long::sum));
    long unlit = page.economy().signals().stream().filter(s -> s.light() == null).count();
    String lightWords =
        lights.entrySet().stream()
                .map(entry -> entry.getKey().zh() + " " + entry.getValue())
                .collect(Collectors.joining("、"))
            + (unlit == 0 ? "" : "、不能判定 " + unlit);
    tile(
        html,
        "economy",
        "经济灯号",
        page.economy().simulated(),
        FigureText.count(lights.getOrDefault(Light.GREEN, 0L)),
        "盏绿灯，共 " + page.economy().signals().size() + " 盏",
        lightWords);

    List<CockpitPage.IndicatorProgress> indicators =
        page.education().programmes().stream().flatMap(p -> p.indicators().stream()).toList();
    long good =
        count(indicators, TargetVerdict.ACHIEVED) + count(indicators, TargetVerdict.ON_TRACK);
    long unknown = count(indicators, TargetVerdict.NOT_ASSESSABLE);
    tile(
        html,
        "education",
        "职业教育指标",
        page.education().simulated(),
        FigureText.count(good),
        "行达标或进度正常，共 " + indicators.size() + " 行",
        "滞后或不升反降 " + (indicators.size() - good - unknown) + "、无法评估 " + unknown);

    CockpitPage.Funds funds = page.funds();
    tile(
        html,
        "funds",
        "资金逾期未办",
        funds.simulated(),
        FigureText.count(count(funds, FindingVerdict.OVERDUE)),
        "件，待处理共 " + FigureText.count(funds.openCount()) + " 件",
        "超限 "
            + FigureText.count(count(funds, FindingVerdict.BREACHED))
            + "、逾期办结 "
            + FigureText.count(count(funds, FindingVerdict.LATE))
            + "、无法评估 "
            + FigureText.count(count(funds, FindingVerdict.NOT_ASSESSABLE)));

    CockpitPage.Quality quality = page.quality();
    tile(
        html,
        "quality",
        "隔离数据行",
        quality.simulated(),
        FigureText.count(quality.rowsQuarantined()),
        "行，送达共 " + FigureText.count(quality.rowsDelivered()) + " 行",
        "送达文件 "
            + FigureText.count(quality.files())
            + "、拒收 "
            + FigureText.count(quality.refusedFiles()));
    html.close();
  }

  private static void tile(
      Markup html,
      String section,
      String title,
      Simulated simulated,
      String figure,
      String unit,
      String more) {
    html.open("li");
    html.open("p", "class", "name").element("a", title, "href", "#" + section);
    PageParts.badge(html, simulated);
    html.close();
    html.open("p", "class", "figure").element("strong", figure).text(" " + unit).close();
    html.element("p", more, "class", "more").close();
  }

  private static long count(List<CockpitPage.IndicatorProgress> all, TargetVerdict verdict) {
    return all.stream().filter(indicator -> indicator.verdict() == verdict).count();
  }

  private static long count(CockpitPage.Funds funds, FindingVerdict verdict) {
    return funds.rules().stream().mapToLong(rule -> rule.count(verdict)).sum();
  }

  private static void footer(Markup html, ReleaseHeader release) {
    html.open("footer").open("div", "class", "width");
    html.element("p", "缺报不作零，也不作达标：没有数值的一律显示为“—”“未报送”或“无法评估”，并说明原因。");
    html.open("p").text("每个数字都可追溯到条款、公式和来源文件的行：");
    html.element("code", "bin/citybrain explain --lake <数据湖> …").text("，参数见各数字下方。").close();
    html.element(
        "p",
        "发布 "
            + release.releaseId()
            + " · 程序版本 "
            + release.codeVersion()
            + " · 图表 Apache ECharts（Apache License 2.0）");
    html.close(2);
  }

  /** The chart library of the web jar on the class path, in whatever version the build names. */
  private static String chartLibrary() {
    Properties properties = new Properties();
    try (InputStream in = open(WEBJAR_VERSION)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return embeddable(read(WEBJAR + properties.getProperty("version") + "/echarts.common.min.js"));
  }

  private static String ownSource(String name) {
    return embeddable(read(name));
  }

  private static String read(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(
        CockpitWriter.class.getResourceAsStream(resource), resource + " is not on the class path");
  }

  /** A browser ends a script or style at these signs and reads other line ends than LF as LF. */
  private static String embeddable(String source) {
    String unix = source.replace("\r\n", "\n").replace('\r', '\n');
    String lower = unix.toLowerCase(Locale.ROOT);
    if (lower.contains("</script") || lower.contains("</style") || lower.contains("<!--")) {
      throw new IllegalStateException("A source of the page cannot stand inside HTML");
    }
    return unix;
  }

  private static String hash(String source) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
