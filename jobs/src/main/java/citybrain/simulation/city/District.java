package citybrain.simulation.city;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The districts of the city as of 2018–2021, each with its share of people and events in percent:
 * assumed, not published.
 */
public enum District {
  SHINAN("370202", "市南区", 5),
  SHIBEI("370203", "市北区", 9),
  HUANGDAO("370211", "黄岛区", 20),
  LAOSHAN("370212", "崂山区", 5),
  LICANG("370213", "李沧区", 7),
  CHENGYANG("370214", "城阳区", 12),
  JIMO("370215", "即墨区", 14),
  JIAOZHOU("370281", "胶州市", 11),
  PINGDU("370283", "平度市", 10),
  LAIXI("370285", "莱西市", 7);

  /** The whole city, GB/T 2260. */
  public static final String CITY_CODE = "370200";

  private final String code;
  private final String zh;
  private final int share;
  private final int number;

  District(String code, String zh, int share) {
    this.code = code;
    this.zh = zh;
    this.share = share;
    this.number = Integer.parseInt(code.substring(code.length() - 2));
  }

  /** GB/T 2260 code. */
  public String code() {
    return code;
  }

  /** The last two digits of the code, 2 to 85: tells the districts apart in random streams. */
  public int number() {
    return number;
  }

  /** Position among the districts by code, from 1: for running numbers on paper. */
  public int position() {
    return List.of(values()).indexOf(this) + 1;
  }

  /** Chinese name. */
  public String zh() {
    return zh;
  }

  /** Percent of the city; all sum to 100. */
  public int share() {
    return share;
  }

  /** One drawn by {@link #share}. */
  public static District drawn(RandomGenerator random) {
    int left = random.nextInt(100);
    for (District district : values()) {
      left -= district.share;
      if (left < 0) {
        return district;
      }
    }
    throw new IllegalStateException("The districts' shares sum to less than 100");
  }
}
