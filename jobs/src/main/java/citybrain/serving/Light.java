package citybrain.serving;

import citybrain.problem.Problem;
import citybrain.problem.ProblemException;
import java.util.Locale;

/**
 * The five lights of an early-warning system, hot to cold, in the words of the National Bureau of
 * Statistics' business-climate signals.
 */
public enum Light {
  RED("红灯", "过热"),
  YELLOW("黄灯", "偏热"),
  GREEN("绿灯", "稳定"),
  LIGHT_BLUE("浅蓝灯", "偏冷"),
  BLUE("蓝灯", "过冷");

  private final String zh;
  private final String meaningZh;

  Light(String zh, String meaningZh) {
    this.zh = zh;
    this.meaningZh = meaningZh;
  }

  /** The code in {@code gold/warning_light.light}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String zh() {
    return zh;
  }

  public String meaningZh() {
    return meaningZh;
  }

  /**
   * The light of a stored code.
   *
   * @throws ProblemException {@code CODE_UNKNOWN}
   */
  public static Light ofCode(String code) {
    for (Light light : values()) {
      if (light.code().equals(code)) {
        return light;
      }
    }
    throw new ProblemException(
        new Problem(
            "CODE_UNKNOWN",
            "gold/warning_light.light",
            "holds \"" + code + "\", which is none of red, yellow, green, light_blue, blue",
            "Rebuild the economy domain with this version of the project."));
  }
}
