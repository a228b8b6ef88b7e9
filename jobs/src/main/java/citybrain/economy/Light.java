package citybrain.economy;

/** The five lights of economic monitoring, from overheated to cold. */
public enum Light {
  RED("red", 5, "红灯（过热）"),
  YELLOW("yellow", 4, "黄灯（偏热）"),
  GREEN("green", 3, "绿灯（稳定）"),
  LIGHT_BLUE("light_blue", 2, "浅蓝灯（偏冷）"),
  BLUE("blue", 1, "蓝灯（过冷）");

  private final String code;
  private final int score;
  private final String zh;

  Light(String code, int score, String zh) {
    this.code = code;
    this.score = score;
    this.zh = zh;
  }

  /** The code stored in tables. */
  public String code() {
    return code;
  }

  /** 5 = overheated, 3 = stable, 1 = cold. */
  public int score() {
    return score;
  }

  /** The name shown to readers. */
  public String zh() {
    return zh;
  }
}
