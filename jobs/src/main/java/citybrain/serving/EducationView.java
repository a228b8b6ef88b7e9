package citybrain.serving;

import citybrain.serving.CockpitPage.IndicatorProgress;
import citybrain.serving.CockpitPage.ProgrammeProgress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Programmes of yearly targets: every row of the gazette's tables, in its order. */
final class EducationView {
  /** A bar ends here on both sides; the figure beside it says the whole ratio. */
  private static final double LOWEST_RATIO = -0.2;

  private static final double HIGHEST_RATIO = 1.2;

  private static final String[] OPEN_PART = {"class", "part", "open", ""};
  private static final String[] CLOSED_PART = {"class", "part"};

  private EducationView() {}

  static void write(Markup page, CockpitPage.Education education) {
    page.open("section", "id", "education", "aria-labelledby", "education-title");
    page.open("h2", "id", "education-title").text("职业教育进展");
    PageParts.badge(page, education.simulated());
    page.close();
    if (education.programmes().isEmpty()) {
      PageParts.nothing(page, "目标进展");
    }
    education.programmes().forEach(programme -> programme(page, programme));
    page.close();
  }

  private static void programme(Markup page, ProgrammeProgress programme) {
    page.element("h3", programme.title());
    page.element(
        "p",
        programme.year() == null
            ? "尚无年度实际值，各项目标均不能评估。"
            : "按 " + programme.year() + " 年目标评估，共 " + programme.indicators().size() + " 行指标。",
        "class",
        "hint");
    Map<TargetVerdict, Long> counts = ProgrammeProgress.counts(programme.indicators());
    PageParts.stackedBar(
        page,
        counts.entrySet().stream()
            .map(entry -> new PageParts.Share(entry.getKey().code(), entry.getValue()))
            .toList());
    page.open("ul", "class", "counts");
    counts.forEach(
        (verdict, count) -> {
          page.open("li");
          PageParts.chip(page, verdict.code(), verdict.zh());
          page.element("strong", FigureText.count(count)).close();
        });
    page.close();
    Map<String, List<IndicatorProgress>> sections =
        programme.indicators().stream()
            .collect(
                Collectors.groupingBy(
                    IndicatorProgress::section, LinkedHashMap::new, Collectors.toList()));
    sections.forEach((section, indicators) -> section(page, programme, section, indicators));
  }

  private static void section(
      Markup page, ProgrammeProgress programme, String title, List<IndicatorProgress> indicators) {
    TreeSet<Integer> years = new TreeSet<>();
    indicators.forEach(indicator -> years.addAll(indicator.targets().keySet()));
    // A table by industry is long: it opens on demand, and its line says how it stands.
    boolean isLong = indicators.stream().anyMatch(one -> !one.breakdown().isEmpty());
    page.open("details", isLong ? CLOSED_PART : OPEN_PART);
    page.open("summary").element("span", title).element("small", indicators.size() + " 行");
    page.open("span", "class", "counts small");
    ProgrammeProgress.counts(indicators)
        .forEach(
            (verdict, count) -> {
              if (count > 0) {
                page.element("small", verdict.zh() + " " + count);
              }
            });
    page.close(2);
    String actual = programme.year() == null ? "实际" : programme.year() + "年实际";
    List<String> headings = new ArrayList<>(List.of("指标", "基础"));
    years.forEach(year -> headings.add(year + "年目标"));
    headings.addAll(Arrays.asList(actual, "进度", "结论"));
    PageParts.openTable(
        page, "cards indicators", title + "：目标与实际", headings.toArray(String[]::new));
    for (IndicatorProgress indicator : indicators) {
      page.open("tr", "role", "row", "data-simulated", String.valueOf(indicator.isSimulated()));
      PageParts.openRowHeading(page)
          .text(
              indicator.breakdown().isEmpty()
                  ? indicator.title()
                  : indicator.breakdown() + " · " + indicator.title())
          .element("small", "（" + indicator.unitZh() + "）");
      PageParts.trace(page, indicator.reference(), indicator.explain());
      page.close();
      PageParts.openCell(page, "基础", "number");
      printed(page, indicator.baseline(), "无基数");
      page.close();
      for (Integer year : years) {
        String cssClass =
            year.equals(programme.year()) ? "number target assessed" : "number target";
        PageParts.openCell(page, year + "年目标", cssClass);
        printed(page, indicator.targets().getOrDefault(year, ""), "未设目标");
        page.close();
      }
      PageParts.openCell(page, actual, "number actual")
          .text(indicator.actual() == null ? "未报送" : indicator.actual().toPlainString());
      PageParts.badge(page, indicator.isSimulated());
      page.close();
      PageParts.openCell(page, "进度", "progress");
      bullet(page, indicator);
      page.close();
      PageParts.openCell(page, "结论", "verdict");
      PageParts.chip(page, indicator.verdict().code(), indicator.verdict().zh());
      if (!indicator.reason().isEmpty()) {
        page.element("p", indicator.reason(), "class", "reason");
      }
      page.close(2);
    }
    PageParts.closeTable(page);
    page.close();
  }

  /** A cell of the gazette; "/" and blank mean that it sets nothing, which is not zero. */
  private static void printed(Markup page, String verbatim, String unset) {
    switch (verbatim.strip()) {
      case "/" -> page.text(unset).element("small", "原文“/”", "class", "unset");
      case "" -> page.text(unset).element("small", "原文空白", "class", "unset");
      default -> page.text(verbatim);
    }
  }

  private static void bullet(Markup page, IndicatorProgress indicator) {
    @Nullable BigDecimal ratio = indicator.progressRatio();
    if (ratio == null) {
      page.text(FigureText.UNKNOWN);
      return;
    }
    double shown = Math.min(HIGHEST_RATIO, Math.max(LOWEST_RATIO, ratio.doubleValue()));
    page.open(
        "svg",
        "class",
        "bullet",
        "viewBox",
        "-20 0 140 14",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    PageParts.rectangle(page, "track", 0, 3, 100, 8);
    PageParts.rectangle(
        page,
        "fill-" + indicator.verdict().code(),
        Math.min(0, shown * 100),
        3,
        Math.abs(shown * 100),
        8);
    PageParts.rectangle(page, "mark", 99.2, 0, 1.6, 14);
    @Nullable BigDecimal expected = indicator.expectedRatio();
    if (expected != null && expected.compareTo(BigDecimal.ONE) < 0) {
      PageParts.rectangle(page, "expected", expected.doubleValue() * 100 - 0.8, 0, 1.6, 14);
    }
    page.close();
    page.element("span", FigureText.percent(ratio), "class", "ratio");
    if (expected != null && expected.compareTo(BigDecimal.ONE) < 0) {
      page.element("small", "应达 " + FigureText.percent(expected));
    }
  }
}
