package citybrain.services;

/** Grades of events, from the lowest to the highest; the names are the codes of the plans. */
public enum EventGrade {
  IV("一般（Ⅳ级）"),
  III("较大（Ⅲ级）"),
  II("重大（Ⅱ级）"),
  I("特别重大（Ⅰ级）");

  private final String zh;

  EventGrade(String zh) {
    this.zh = zh;
  }

  String zh() {
    return zh;
  }

  boolean isAbove(EventGrade other) {
    return compareTo(other) > 0;
  }
}
