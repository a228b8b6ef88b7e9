package citybrain.simulation.economy;

import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Firm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key project of the city and the course it takes; money in 万元.
 *
 * @param plannedStart first month of work as planned
 * @param plannedMonths of work
 * @param delay months by which work began late
 */
record KeyProject(
    City city,
    long index,
    District district,
    @Nullable String park,
    String level,
    Category category,
    Firm owner,
    BigDecimal total,
    YearMonth plannedStart,
    int plannedMonths,
    int delay) {
  private static final double PROJECTS = 40;
  private static final int LISTED_BEFORE = 8;
  private static final int LISTED_AFTER = 4;
  private static final List<String> LEVELS =
      List.of("provincial_major", "provincial_reserve", "municipal", "municipal", "district");

  /** Kind of project, its words and the department in charge. */
  enum Category {
    MANUFACTURING("manufacturing", "智能制造产业园", "市工业和信息化局"),
    SERVICES("services", "现代商贸中心", "市商务局"),
    INFRASTRUCTURE("infrastructure", "快速路工程", "市交通运输局"),
    LIVELIHOOD("livelihood", "人才公寓", "市住房城乡建设局"),
    TECHNOLOGY("technology", "科技创新中心", "市科技局"),
    ECOLOGY("ecology", "河道综合整治", "市生态环境局");

    private final String code;
    private final String word;
    private final String department;

    Category(String code, String word, String department) {
      this.code = code;
      this.word = word;
      this.department = department;
    }

    String code() {
      return code;
    }

    String word() {
      return word;
    }

    String department() {
      return department;
    }
  }

  /** All projects, by number. */
  static Stream<KeyProject> of(City city) {
    return LongStream.range(0, city.scaled(PROJECTS)).mapToObj(index -> of(city, index));
  }

  private static KeyProject of(City city, long index) {
    SplittableRandom random = city.random("key_project", index);
    District district = District.drawn(random);
    double total = 12_000 * Math.exp(1.2 * Math.abs(random.nextGaussian()));
    return new KeyProject(
        city,
        index,
        district,
        Parks.drawn(district, random, 0.4),
        LEVELS.get(random.nextInt(LEVELS.size())),
        Category.values()[random.nextInt(Category.values().length)],
        city.firm(index * 3 % city.firmCount()),
        BigDecimal.valueOf(Math.round(total / 100) * 100),
        YearMonth.of(2016, 10).plusMonths(random.nextInt(60)),
        12 + random.nextInt(25),
        random.nextDouble() < 0.7 ? 0 : 1 + random.nextInt(5));
  }

  YearMonth startMonth() {
    return plannedStart.plusMonths(delay);
  }

  LocalDate startedOn() {
    return startMonth().atDay(1 + Math.toIntExact(index % 25));
  }

  /** Whether it stands on the list of a month. */
  boolean isListedIn(YearMonth month) {
    return !month.isBefore(plannedStart.minusMonths(LISTED_BEFORE))
        && !month.isAfter(completionMonth().plusMonths(LISTED_AFTER));
  }

  /** Invested in a month: nothing before work began, never more than is left. */
  BigDecimal investedIn(YearMonth month) {
    if (month.isBefore(startMonth())) {
      return BigDecimal.ZERO;
    }
    return doneBy(month).subtract(doneBy(month.minusMonths(1)));
  }

  /** Invested from the beginning to the end of a month. */
  BigDecimal doneBy(YearMonth last) {
    BigDecimal done = BigDecimal.ZERO;
    for (YearMonth month = startMonth(); !month.isAfter(last); month = month.plusMonths(1)) {
      done = done.add(wanted(month)).min(total);
    }
    return done;
  }

  /** Invested from January to the end of a month. */
  BigDecimal doneInYearBy(YearMonth last) {
    return doneBy(last).subtract(doneBy(YearMonth.of(last.getYear() - 1, 12)));
  }

  private BigDecimal wanted(YearMonth month) {
    SplittableRandom random =
        city.random(
            "key_project/month", index * 10_000 + month.getYear() * 12L + month.getMonthValue());
    double invested =
        total.doubleValue()
            / plannedMonths
            * Dynamics.season(month, 0.15, 9)
            * Dynamics.springFestival(month, 0.9)
            * Dynamics.shock2020(month, 0.75)
            * Dynamics.noise(random, 0.25);
    return BigDecimal.valueOf(invested).setScale(2, RoundingMode.HALF_UP);
  }

  /** The month in which all is invested. */
  YearMonth completionMonth() {
    BigDecimal done = BigDecimal.ZERO;
    YearMonth month = startMonth();
    while (done.add(wanted(month)).compareTo(total) < 0) {
      done = done.add(wanted(month));
      month = month.plusMonths(1);
    }
    return month;
  }

  /** What the plan has for a year. */
  BigDecimal plannedIn(int year) {
    YearMonth end = plannedStart.plusMonths(plannedMonths);
    YearMonth from = max(plannedStart, YearMonth.of(year, 1));
    YearMonth to = end.isBefore(YearMonth.of(year + 1, 1)) ? end : YearMonth.of(year + 1, 1);
    long months = Math.max(0, ChronoUnit.MONTHS.between(from, to));
    return total
        .multiply(BigDecimal.valueOf(months))
        .divide(BigDecimal.valueOf(plannedMonths), 0, RoundingMode.HALF_UP);
  }

  private static YearMonth max(YearMonth one, YearMonth other) {
    return one.isAfter(other) ? one : other;
  }
}
