package citybrain.programme;

import java.util.Locale;

/** How an indicator stands against a target of its programme. */
public enum TargetVerdict {
  /** The newest actual meets the target, be it ahead of its year. */
  ACHIEVED("已达到目标"),
  ON_TRACK("按期推进"),
  BEHIND("进度滞后"),
  OFF_TRACK("明显偏离"),
  /** Further from the target than the baseline was. */
  WORSENING("较基数倒退"),
  /** No verdict can be given; the reason says why. */
  NOT_ASSESSABLE("无法评定");

  private final String zh;

  TargetVerdict(String zh) {
    this.zh = zh;
  }

  /** As stored in {@code gold/target_progress.verdict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String zh() {
    return zh;
  }
}
