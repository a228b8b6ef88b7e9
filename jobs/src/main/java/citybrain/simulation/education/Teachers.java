package citybrain.simulation.education;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import citybrain.simulation.city.School;
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
 * The yearly list of teachers: a sample of those the schools count, {@value TEACHERS} who come and
 * retire at scale 1. From 2020 on schools recruit more people with years in firms. Nobody is
 * trained abroad in 2020 and 2021.
 */
final class Teachers implements ExtractGenerator {
  private static final int TEACHERS = 260;
  private static final int RETIRES_AT = 60;
  private static final Shares POSTS =
      Shares.of("general", 35).and("professional", 53).and("practice", 12);
  private static final Shares WAYS = Shares.of("open", 80).and("direct", 12).and("transfer", 8);
  private static final Shares PART_TIMERS = Shares.of("part_time", 9).and("industry_professor", 1);

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "teachers";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(
                        () ->
                            LongStream.range(0, city.scaled(TEACHERS))
                                .mapToObj(index -> Employment.of(city, index))
                                .filter(employment -> employment.isListed(year))
                                .map(employment -> record(city, employment, year))));
  }

  private record Employment(Person person, School school, LocalDate recruitedOn) {
    static Employment of(City city, long index) {
      RandomGenerator random = city.random("teachers/employment", index);
      Person person = city.person(Population.TEACHER, index);
      School school = city.school(random.nextLong(city.schoolCount()));
      int year = person.bornOn().getYear() + 23 + random.nextInt(14);
      int recruitedIn = Math.max(year, school.foundedOn().getYear());
      return new Employment(person, school, LocalDate.of(recruitedIn, 8, 1 + random.nextInt(28)));
    }

    boolean isListed(int year) {
      return recruitedOn.getYear() <= year && person.bornOn().getYear() + RETIRES_AT > year;
    }
  }

  private static ExtractRecord record(City city, Employment employment, int year) {
    Person person = employment.person();
    RandomGenerator random = city.random("teachers", person.index());
    String post = POSTS.drawn(random);
    boolean isPartTime = random.nextDouble() < 0.08;
    String partTime = PART_TIMERS.drawn(random);
    boolean isEstablished = employment.school().isPublic() && random.nextDouble() < 0.85;
    boolean isNew = employment.recruitedOn().getYear() >= 2020;
    double firmYears = Math.max(0, (isNew ? 3 : 1) + 3 * random.nextGaussian());
    boolean isDual = !post.equals("general") && random.nextDouble() < 0.64 + 0.02 * (year - 2018);
    ExtractRecord record =
        new ExtractRecord()
            .with("teacher_id", String.format(Locale.ROOT, "JS%06d", person.index() + 1))
            .with("period", Period.year(year))
            .with("teacher_name", person.name())
            .with("resident_id", person.residentId())
            .with("school_code", employment.school().code())
            .with("post", post)
            .with("is_full_time", !isPartTime)
            .with("employment", isPartTime ? partTime : isEstablished ? "established" : "contract")
            .with("title", title(year - person.bornOn().getYear(), random.nextDouble()))
            .with("is_dual_qualified", isDual)
            .with("firm_years", firmYears, 1)
            .with("has_qualification", isDual || random.nextDouble() < 0.3)
            .with("recruited_on", employment.recruitedOn())
            .with("recruited_by", WAYS.drawn(random))
            .with("is_high_level_talent", random.nextDouble() < 0.01 + 0.01 * (year - 2018))
            .with("is_young_master", year >= 2020 && random.nextDouble() < 0.015 * (year - 2019))
            .with("is_double_post", isDual && random.nextDouble() < 0.05 + 0.02 * (year - 2018));
    return withTrainingAbroad(record, city, person, year);
  }

  private static String title(int age, double rank) {
    int level = (int) ((age - 22) / 9.0 + 2 * rank - 1);
    return switch (Math.max(0, Math.min(4, level))) {
      case 0 -> "none";
      case 1 -> "junior";
      case 2 -> "middle";
      case 3 -> "senior";
      default -> rank > 0.85 ? "full_senior" : "senior";
    };
  }

  private static ExtractRecord withTrainingAbroad(
      ExtractRecord record, City city, Person person, int year) {
    RandomGenerator random = city.random("teachers/abroad", person.index() * 10_000 + year);
    if (year >= 2020 || random.nextDouble() >= 0.02) {
      return record;
    }
    LocalDate from = LocalDate.of(year, 6 + random.nextInt(4), 1 + random.nextInt(28));
    return record
        .with("abroad_country", random.nextDouble() < 0.7 ? "德国" : "新加坡")
        .with("abroad_from", from)
        .with("abroad_until", from.plusDays(20 + random.nextInt(70)));
  }
}
