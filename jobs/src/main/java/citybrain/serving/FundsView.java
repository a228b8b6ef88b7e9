package citybrain.serving;

import citybrain.serving.CockpitPage.Finding;
import citybrain.serving.CockpitPage.RuleCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Cases by rule and verdict, and the gravest open findings. */
final class FundsView {
  /** The rest of the list opens on demand. */
  private static final int SHOWN_AT_ONCE = 10;

  private FundsView() {}

  static void write(Markup page, CockpitPage.Funds funds) {
    page.open("section", "id", "funds", "aria-labelledby", "funds-title");
    page.open("h2", "id", "funds-title").text("资金合规");
    PageParts.badge(page, funds.simulated());
    page.close();
    page.element("h3", "按规则统计");
    if (funds.rules().isEmpty()) {
      PageParts.nothing(page, "规则核查结果");
    } else {
      rules(page, funds.rules());
    }
    page.element("h3", "待处理事项");
    if (funds.worst().isEmpty()) {
      page.element("p", "没有待处理事项。", "class", "nothing");
    } else {
      page.element(
          "p",
          "待处理 "
              + FigureText.count(funds.openCount())
              + " 件"
              + (funds.openCount() > funds.worst().size()
                  ? "，以下列出最重的 " + funds.worst().size() + " 件。"
                  : "，全部列出。")
              + "次序：逾期未办、超限、逾期办结、无法评估、办理中；同类中期限早的、超出多的在前。",
          "class",
          "hint");
      int open = Math.min(SHOWN_AT_ONCE, funds.worst().size());
      findings(page, funds.worst().subList(0, open));
      if (open < funds.worst().size()) {
        page.open("details", "class", "part").open("summary");
        page.element("span", "再列 " + (funds.worst().size() - open) + " 件").close();
        findings(page, funds.worst().subList(open, funds.worst().size()));
        page.close();
      }
    }
    page.close();
  }

  private static void rules(Markup page, List<RuleCount> rules) {
    List<FindingVerdict> verdicts = List.of(FindingVerdict.values());
    List<String> headings = new ArrayList<>(List.of("规则", "件数", "构成"));
    verdicts.forEach(verdict -> headings.add(verdict.zh()));
    PageParts.openTable(page, "cards rules", "各规则核查件数", headings.toArray(String[]::new));
    for (RuleCount rule : rules) {
      page.open("tr", "role", "row", "data-simulated", String.valueOf(rule.isSimulated()));
      PageParts.openRowHeading(page).text(rule.title());
      PageParts.badge(page, rule.isSimulated());
      page.element("p", "依据：" + rule.reference(), "class", "trace").close();
      PageParts.openCell(page, "件数", "number").text(FigureText.count(rule.total())).close();
      PageParts.openCell(page, "构成", "composition");
      PageParts.stackedBar(
          page,
          verdicts.stream()
              .map(verdict -> new PageParts.Share(verdict.code(), rule.count(verdict)))
              .toList());
      page.close();
      for (FindingVerdict verdict : verdicts) {
        long count = rule.count(verdict);
        PageParts.openCell(
                page, verdict.zh(), count == 0 ? "number none" : "number " + verdict.code())
            .text(FigureText.count(count))
            .close();
      }
      page.close();
    }
    PageParts.closeTable(page);
  }

  private static void findings(Markup page, List<Finding> findings) {
    PageParts.openTable(
        page, "cards findings", "待处理事项", "事项", "结论", "发生日", "期限", "办结日", "实际 / 限定", "涉及金额", "说明");
    for (Finding finding : findings) {
      page.open("tr", "role", "row", "data-simulated", String.valueOf(finding.isSimulated()));
      PageParts.openRowHeading(page).text(finding.subject());
      PageParts.badge(page, finding.isSimulated());
      page.element("p", finding.ruleTitle() + place(finding), "class", "place").close();
      PageParts.openCell(page, "结论", "verdict");
      PageParts.chip(page, finding.verdict().code(), finding.verdict().zh());
      page.close();
      PageParts.openCell(page, "发生日", "date").text(FigureText.day(finding.eventOn())).close();
      PageParts.openCell(page, "期限", "date");
      due(page, finding);
      page.close();
      PageParts.openCell(page, "办结日", "date").text(FigureText.day(finding.settledOn())).close();
      PageParts.openCell(page, "实际 / 限定", "number");
      page.text(FigureText.number(finding.observed()) + " / " + FigureText.number(finding.limit()));
      page.element("small", " " + finding.unitZh());
      if (finding.overBy() != null) {
        page.element("p", over(finding), "class", "over");
      }
      page.close();
      PageParts.openCell(page, "涉及金额", "number").text(FigureText.yuan(finding.amount())).close();
      PageParts.openCell(page, "说明", "account");
      if (!finding.reason().isEmpty()) {
        page.element("p", finding.reason(), "class", "reason");
      }
      PageParts.trace(page, finding.reference(), finding.explain());
      page.close(2);
    }
    PageParts.closeTable(page);
  }

  private static String over(Finding finding) {
    return finding.dueLatest() == null
        ? "超出 " + FigureText.number(finding.overBy()) + " " + finding.unitZh()
        : "逾期 " + FigureText.number(finding.overBy()) + " 天";
  }

  private static String place(Finding finding) {
    StringBuilder place = new StringBuilder();
    for (String part : List.of(finding.area(), finding.department())) {
      if (!part.isEmpty()) {
        place.append(" · ").append(part);
      }
    }
    return place.toString();
  }

  /** One day, or the days between which it falls while a year's holidays are not announced. */
  private static void due(Markup page, Finding finding) {
    LocalDate earliest = finding.dueEarliest();
    LocalDate latest = finding.dueLatest();
    page.text(FigureText.day(earliest == null ? latest : earliest));
    if (earliest != null && latest != null && !earliest.equals(latest)) {
      page.text(" 至 " + latest).element("small", "放假安排未公布");
    }
  }
}
