package citybrain.serving;

import citybrain.serving.CockpitPage.Point;
import citybrain.serving.CockpitPage.Signal;
import citybrain.serving.CockpitPage.Trend;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warning lights and growth charts. The charts draw what the tables under them say. */
final class EconomyView {
  /** A line through fewer points shows no course. */
  private static final int FEWEST_POINTS_OF_A_CHART = 4;

  private EconomyView() {}

  static void write(Markup page, CockpitPage.Economy economy) {
    page.open("section", "id", "economy", "aria-labelledby", "economy-title");
    page.open("h2", "id", "economy-title").text("经济监测");
    PageParts.badge(page, economy.simulated());
    page.close();
    page.element("h3", "预警灯号");
    if (economy.signals().isEmpty()) {
      PageParts.nothing(page, "灯号");
    } else {
      page.element("p", "每项指标显示最近一期；灯号按显示的数值判定。红灯过热、黄灯偏热、绿灯稳定、浅蓝灯偏冷、蓝灯过冷。", "class", "hint");
      page.open("ul", "class", "signals");
      economy.signals().forEach(signal -> signal(page, signal));
      page.close();
    }
    page.element("h3", "增速走势：公布值与计算值");
    if (economy.trends().isEmpty()) {
      PageParts.nothing(page, "增速序列");
    } else {
      page.element(
          "p", "公布值为统计部门发布的增速；计算值由本期与上年同期的公布总量直接相除得出。基数经过修订的时期两者不同，差异照实列出。", "class", "hint");
      page.open("div", "class", "trends");
      economy.trends().forEach(trend -> trend(page, trend));
      page.close();
    }
    page.close();
  }

  private static void signal(Markup page, Signal signal) {
    @Nullable Light light = signal.light();
    String code = light == null ? "unlit" : light.code();
    page.open(
        "li", "class", "signal " + code, "data-simulated", String.valueOf(signal.isSimulated()));
    page.open("p", "class", "place").text(signal.area() + " · " + PeriodLabel.zh(signal.period()));
    PageParts.badge(page, signal.isSimulated());
    page.close();
    page.element("h4", signal.title());
    page.open("p", "class", "reading").open("span", "class", "value");
    if (signal.value() == null) {
      page.text(FigureText.UNKNOWN);
    } else {
      page.text(signal.value().toPlainString()).element("small", " " + signal.unitZh());
    }
    page.close().open("span", "class", "lamp");
    page.element("span", "", "class", "disc", "aria-hidden", "true");
    page.text(light == null ? "不能判定" : light.zh() + " · " + light.meaningZh()).close(2);
    if (!signal.reason().isEmpty()) {
      page.element("p", signal.reason(), "class", "reason");
    }
    PageParts.trace(page, signal.reference(), signal.explain());
    page.close();
  }

  private static void trend(Markup page, Trend trend) {
    List<Point> points = trend.points();
    String span =
        PeriodLabel.zh(points.get(0).period())
            + "至"
            + PeriodLabel.zh(points.get(points.size() - 1).period());
    String name = trend.area() + " " + trend.title() + " " + trend.measureZh();
    boolean isChart = points.size() >= FEWEST_POINTS_OF_A_CHART;
    page.open("figure", "class", "trend");
    page.open("figcaption");
    page.open("h4").text(trend.title());
    PageParts.badge(page, trend.isSimulated());
    page.close();
    page.element(
        "p",
        trend.area() + " · " + trend.measureZh() + "（" + trend.unitZh() + "）· " + span,
        "class",
        "place");
    page.close();
    if (isChart) {
      page.open(
              "div", "class", "plot", "role", "img", "aria-label", name + "折线图，" + span + "，数据见下表")
          .close();
    }
    long broken = points.stream().filter(point -> !point.isComparable()).count();
    long uncomputed =
        points.stream().filter(point -> point.isComparable() && point.computed() == null).count();
    if (broken + uncomputed > 0) {
      page.element(
          "p",
          (broken > 0 ? "不可比 " + broken + " 期，计算值以三角标出，不连线。" : "")
              + (uncomputed > 0 ? "未计算 " + uncomputed + " 期，原因见数据表。" : ""),
          "class",
          "hint");
    }
    page.open("details", isChart ? new String[0] : new String[] {"open", ""});
    page.element("summary", "数据表（" + points.size() + " 期）");
    page.open(
        "div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", name + "数据表");
    page.open("table", "class", "points");
    page.element("caption", name);
    page.open("thead").open("tr");
    for (String heading : List.of("时期", "公布", "计算", "相差", "说明")) {
      page.element("th", heading, "scope", "col");
    }
    page.close(2).open("tbody");
    points.forEach(point -> point(page, point));
    page.close(4);
    PageParts.trace(page, "", trend.explain());
    page.close();
  }

  private static void point(Markup page, Point point) {
    page.open(
        "tr",
        "data-end",
        point.periodEnd().toString(),
        "data-merged",
        String.valueOf(point.isMerged()),
        "data-comparable",
        String.valueOf(point.isComparable()),
        "data-simulated",
        String.valueOf(point.isSimulated()));
    page.open("th", "scope", "row").text(PeriodLabel.zh(point.period()));
    PageParts.badge(page, point.isSimulated());
    page.close();
    page.element("td", FigureText.rate(point.published()), "class", "number published");
    page.element("td", FigureText.rate(point.computed()), "class", "number computed");
    page.element("td", FigureText.gap(point.computed(), point.published()), "class", "number");
    String merged = point.isMerged() ? "合并月份。" : "";
    String broken = point.isComparable() ? "" : "不可比。";
    page.element("td", merged + broken + point.reason());
    page.close();
  }
}
