package citybrain.simulation.education;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Shares;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The yearly list of trainings that schools gave to the public. The volume moves as 青政字〔2020〕16号
 * reports for 2019 and plans for 2020 and 2021; in 2020 nothing began before June. A training earns
 * about 97 yuan a person and day, as in 2019.
 */
final class SocialTraining implements ExtractGenerator {
  private static final double TRAININGS = 45;
  private static final double TEN_THOUSAND_YUAN_A_DAY = 0.0097;

  private static final Shares GROUPS =
      Shares.of("employee", 40)
          .and("migrant_worker", 10)
          .and("veteran", 8)
          .and("laid_off", 7)
          .and("capacity_cut", 2)
          .and("poor_labour", 5)
          .and("disabled", 4)
          .and("graduate", 8)
          .and("partner_region", 6)
          .and("foreign", 1)
          .and("other", 9);
  private static final Shares TRADES =
      Shares.equal("电工", "焊工", "养老护理", "中式烹饪", "电子商务", "汽车维修", "数控加工", "育婴");
  private static final Shares REGIONS = Shares.equal("菏泽", "安顺", "陇南");

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "social_training";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(
                        () ->
                            LongStream.range(0, city.scaled(TRAININGS * volume(year)))
                                .mapToObj(number -> record(city, number, year))));
  }

  private static double volume(int year) {
    return switch (year) {
      case 2018 -> 0.93;
      case 2019 -> 1;
      case 2020 -> 0.71;
      default -> 1.1;
    };
  }

  private static ExtractRecord record(City city, long number, int year) {
    RandomGenerator random = city.random("social_training", number * 10_000 + year);
    int firstMonth = year == 2020 ? 6 : 3;
    int month = firstMonth + random.nextInt(12 - firstMonth);
    LocalDate startedOn = LocalDate.of(year, month, 1 + random.nextInt(28));
    int days = 3 + random.nextInt(18);
    int trainees = 20 + random.nextInt(100);
    String group = GROUPS.drawn(random);
    double income = trainees * days * TEN_THOUSAND_YUAN_A_DAY * Dynamics.noise(random, 0.2);
    boolean isSubsidised = !group.equals("employee") && random.nextDouble() < 0.35;
    return new ExtractRecord()
        .with("training_id", String.format(Locale.ROOT, "PX%d-%05d", year, number + 1))
        .with("trainee_group", group)
        .with("period", Period.year(year))
        .with("school_code", city.school(random.nextLong(city.schoolCount())).code())
        .with("training_name", TRADES.drawn(random) + "技能培训")
        .with("partner_region", group.equals("partner_region") ? REGIONS.drawn(random) : null)
        .with("started_on", startedOn)
        .with("ended_on", startedOn.plusDays(days - 1))
        .with("trainees", trainees)
        .with("person_days", trainees * days)
        .with("is_subsidised", isSubsidised)
        .with("income", income, 2)
        .with("bonus_paid", year >= 2020 ? income * 0.2 : 0, 2);
  }
}
