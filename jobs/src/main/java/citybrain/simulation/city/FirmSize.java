package citybrain.simulation.city;

/** Size of a firm as statistics group it, with the employees it has here. */
public enum FirmSize {
  LARGE("大型", 1_000, 4_000),
  MEDIUM("中型", 300, 999),
  SMALL("小型", 20, 299),
  MICRO("微型", 3, 19);

  private final String zh;
  private final int fewest;
  private final int most;

  FirmSize(String zh, int fewest, int most) {
    this.zh = zh;
    this.fewest = fewest;
    this.most = most;
  }

  /** Chinese name. */
  public String zh() {
    return zh;
  }

  int fewest() {
    return fewest;
  }

  int most() {
    return most;
  }
}
