package citybrain.simulation.city;

import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up Chinese names. Firms, schools and institutions carry a word that says so: 模拟. */
final class Names {
  private static final List<String> SURNAMES =
      List.of(
          "王", "李", "张", "刘", "陈", "杨", "赵", "孙", "于", "姜", "宋", "徐", "高", "曲", "逄", "薛", "栾", "纪",
          "江", "林");
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰萍鹏辉建国红志海峰欣怡宇轩浩然梓涵";
  private static final String FIRM_SIGNS = "海岛金崂胶青蓝鑫瑞恒泰康德诚信联创新盛华宏远达嘉润";
  private static final List<String> NUMBERS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九");
  private static final List<String> FORMS = List.of("有限公司", "有限责任公司", "股份有限公司");

  private Names() {}

  static String person(RandomGenerator random) {
    StringBuilder name = new StringBuilder(oneOf(random, SURNAMES));
    int length = random.nextDouble() < 0.25 ? 1 : 2;
    for (int i = 0; i < length; i++) {
      name.append(sign(random, GIVEN));
    }
    return name.toString();
  }

  static String firm(RandomGenerator random, long index, Industry industry) {
    String trade = industry.zh().replaceAll("[、，及和与].*", "").replaceAll("(制造|经营|服务|活动)$", "");
    return "青岛模拟"
        + sign(random, FIRM_SIGNS)
        + sign(random, FIRM_SIGNS)
        + (index + 1)
        + "号"
        + trade
        + oneOf(random, FORMS);
  }

  static String school(RandomGenerator random, long index, District district, boolean isCollege) {
    return isCollege
        ? "青岛模拟" + sign(random, FIRM_SIGNS) + (index + 1) + "职业技术学院"
        : district.zh() + "模拟第" + (index + 1) + "职业中等专业学校";
  }

  static String institution(long index, District district, String level) {
    String kind = level.equals("一级") ? "社区卫生服务中心" : "医院";
    return district.zh() + "模拟第" + (index + 1) + kind;
  }

  static String project(RandomGenerator random, long index, District district) {
    List<String> kinds = List.of("安置房", "小学", "污水处理厂", "产业园厂房", "市政道路", "商住楼", "医院病房楼");
    return district.zh()
        + "模拟"
        + oneOf(random, kinds)
        + "工程"
        + oneOf(random, NUMBERS)
        + "标段（"
        + (index + 1)
        + "）";
  }

  private static char sign(RandomGenerator random, String signs) {
    return signs.charAt(random.nextInt(signs.length()));
  }

  private static String oneOf(RandomGenerator random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
