package citybrain.simulation.education;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The finance bureau's table of funding: budget and actual of the reported year and of the year
 * before it, 万元. Sums of 2019 and their growth are those of 青政字〔2020〕16号 Annex 3 where it prints
 * them, else assumed.
 */
final class EducationFunding implements ExtractGenerator {
  private static final String SECTION_PUBLIC = "财政投入";
  private static final String SECTION_OTHER = "社会投入和补助";
  private static final int BASE_YEAR = 2019;

  private static final Item SECONDARY =
      new Item(SECTION_PUBLIC, "fiscal_input", "secondary", 323_971, 0.005);
  private static final Item COLLEGE =
      new Item(SECTION_PUBLIC, "fiscal_input", "college", 56_260, 0.16);

  private static final List<Item> ITEMS =
      List.of(
          SECONDARY,
          COLLEGE,
          new Item(SECTION_PUBLIC, "municipal_special", "vocational", 44_616, -0.03),
          new Item(SECTION_PUBLIC, "county_special", "vocational", 14_689, 0.01),
          new Item(SECTION_PUBLIC, "province_city_college", "college", 8_400, 0.05),
          new Item(SECTION_PUBLIC, "per_student", "secondary", 0.41, 0.02),
          new Item(SECTION_PUBLIC, "per_student", "college", 1.2, 0.03),
          new Item(SECTION_PUBLIC, "education_total", "all", 2_760_000, 0.045),
          new Item(SECTION_PUBLIC, "special_bond", "college", 30_000, 0.4),
          new Item(SECTION_PUBLIC, "debt_reduction", "vocational", 6_200, 0.1),
          new Item(SECTION_PUBLIC, "part_time_teacher", "vocational", 2_150, 0.15),
          new Item(SECTION_OTHER, "private_funding", "secondary", 21_348, 0.16),
          new Item(SECTION_OTHER, "private_funding", "college", 25_254, 0.6),
          new Item(SECTION_OTHER, "firm_base_subsidy", "vocational", 960, 0.2));

  /** One row; {@code sum} is that of 2019. */
  private record Item(String section, String code, String stage, double sum, double growth) {
    double budget(int year) {
      return sum * Math.pow(1 + growth, year - BASE_YEAR);
    }

    double actual(City city, int year) {
      RandomGenerator random = city.random("education_funding/" + code + "/" + stage, year);
      return budget(year) * (0.95 + 0.06 * random.nextDouble());
    }
  }

  @Override
  public String department() {
    return "市财政局";
  }

  @Override
  public String extract() {
    return "education_funding";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .across(Period.year(year - 1))
                    .across(Period.year(year))
                    .records(() -> records(city, year)));
  }

  private static Stream<ExtractRecord> records(City city, int year) {
    Stream<ExtractRecord> sum =
        IntStream.of(year - 1, year)
            .mapToObj(
                stated ->
                    new ExtractRecord()
                        .with("line", 1)
                        .with("section", SECTION_PUBLIC)
                        .with("item", "public_funding")
                        .with("stage", "vocational")
                        .with("period", Period.year(stated))
                        .with("budget", SECONDARY.budget(stated) + COLLEGE.budget(stated), 2)
                        .with(
                            "actual",
                            SECONDARY.actual(city, stated) + COLLEGE.actual(city, stated),
                            2));
    Stream<ExtractRecord> items =
        IntStream.range(0, ITEMS.size())
            .boxed()
            .flatMap(
                at ->
                    IntStream.of(year - 1, year)
                        .mapToObj(stated -> record(city, ITEMS.get(at), at + 2, stated)));
    return Stream.concat(sum, items);
  }

  private static ExtractRecord record(City city, Item item, int line, int year) {
    return new ExtractRecord()
        .with("line", line)
        .with("section", item.section())
        .with("item", item.code())
        .with("stage", item.stage())
        .with("period", Period.year(year))
        .with("budget", item.budget(year), 2)
        .with("actual", item.actual(city, year), 2);
  }
}
