package citybrain.serving;

/** What was delivered and what became of every row of it. */
final class QualityView {
  private QualityView() {}

  static void write(Markup page, CockpitPage.Quality quality) {
    page.open("section", "id", "quality", "aria-labelledby", "quality-title");
    page.open("h2", "id", "quality-title").text("数据质量");
    PageParts.badge(page, quality.simulated());
    page.close();
    page.open("dl", "class", "strip");
    figure(page, "送达文件", quality.files(), "其中模拟 " + FigureText.count(quality.simulatedFiles()));
    figure(
        page,
        "拒收文件",
        quality.refusedFiles(),
        "整份退回，另有重复 " + FigureText.count(quality.repeatedFiles()));
    figure(page, "送达行数", quality.rowsDelivered(), "全部文件");
    figure(page, "入库行数", quality.rowsAccepted(), "通过检查");
    figure(page, "隔离行数", quality.rowsQuarantined(), "未通过检查");
    figure(page, "被替代行数", quality.rowsSuperseded(), "同文件内重复");
    page.close();
    page.element(
        "p",
        quality.isConserved()
            ? "核对一致：送达行数＝入库＋隔离＋被替代，没有行被无声丢弃。"
            : "核对不一致：送达行数不等于入库＋隔离＋被替代，请数据组立即核查。",
        "class",
        quality.isConserved() ? "balance" : "balance broken");
    page.close();
  }

  private static void figure(Markup page, String name, long count, String note) {
    page.open("div").element("dt", name).open("dd").text(FigureText.count(count));
    page.element("small", note).close(2);
  }
}
