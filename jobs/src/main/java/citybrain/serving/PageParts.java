package citybrain.serving;

import java.util.Locale;

/** Small parts that several sections of the page share. */
final class PageParts {
  private PageParts() {}

  /** The mark that every simulated figure carries; nothing for a published one. */
  static void badge(Markup page, boolean isSimulated) {
    if (isSimulated) {
      page.element("span", "模拟", "class", "simulated");
    }
  }

  /** The part of the page's figures that is simulated, after a heading. */
  static void badge(Markup page, CockpitPage.Simulated simulated) {
    switch (simulated) {
      case NONE -> {}
      case SOME -> page.element("span", "部分模拟", "class", "simulated");
      case ALL -> page.element("span", "模拟", "class", "simulated");
    }
  }

  /** A verdict: its word carries the meaning, the colour only repeats it. */
  static void chip(Markup page, String code, String zh) {
    page.element("span", zh, "class", "chip " + code);
  }

  /** The clause a figure is judged by, and the command that walks back to its source rows. */
  static void trace(Markup page, String reference, String explain) {
    page.open("p", "class", "trace");
    if (!reference.isEmpty()) {
      page.text("依据：" + reference + "　");
    }
    page.text("追溯：").element("code", "explain " + explain).close();
  }

  /** Opens a table that a narrow screen shows as cards; the caller closes it. */
  static void openTable(Markup page, String cssClass, String caption, String... headings) {
    // The roles are said again because the cards' display style takes them away.
    page.open("table", "class", cssClass, "role", "table");
    page.element("caption", caption);
    page.open("thead", "role", "rowgroup").open("tr", "role", "row");
    for (String heading : headings) {
      page.element("th", heading, "scope", "col", "role", "columnheader");
    }
    page.close(2).open("tbody", "role", "rowgroup");
  }

  static void closeTable(Markup page) {
    page.close(2);
  }

  /** Opens a cell; {@code label} is its heading on a narrow screen. */
  static Markup openCell(Markup page, String label, String cssClass) {
    return page.open("td", "role", "cell", "data-label", label, "class", cssClass);
  }

  /** Opens the cell that names its row. */
  static Markup openRowHeading(Markup page) {
    return page.open("th", "role", "rowheader", "scope", "row");
  }

  /** What a section says when a release has nothing for it. */
  static void nothing(Markup page, String what) {
    page.element("p", "本次发布没有" + what + "。", "class", "nothing");
  }

  /** A bar of stacked counts; hidden from screen readers, because the counts stand beside it. */
  static void stackedBar(Markup page, Iterable<Share> shares) {
    long total = 0;
    for (Share share : shares) {
      total += share.count();
    }
    page.open(
        "svg",
        "class",
        "stacked",
        "viewBox",
        "0 0 1000 10",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    double x = 0;
    for (Share share : shares) {
      if (share.count() > 0) {
        double width = 1000.0 * share.count() / total;
        rectangle(page, "fill-" + share.code(), x, 0, width, 10);
        x += width;
      }
    }
    page.close();
  }

  /** How many of a verdict. */
  record Share(String code, long count) {}

  static void rectangle(
      Markup page, String cssClass, double x, double y, double width, double height) {
    page.open(
            "rect",
            "class",
            cssClass,
            "x",
            length(x),
            "y",
            length(y),
            "width",
            length(width),
            "height",
            length(height))
        .close();
  }

  private static String length(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
