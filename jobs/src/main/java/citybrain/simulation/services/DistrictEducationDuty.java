package citybrain.simulation.services;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The yearly table of points: 20 items down, the districts across. */
final class DistrictEducationDuty implements ExtractGenerator {
  private static final int ITEMS = 20;

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "district_education_duty";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years().map(year -> delivery(city, year));
  }

  private static Delivery delivery(City city, int year) {
    Delivery table = Delivery.of(Period.year(year));
    for (District district : District.values()) {
      table = table.across(district.code());
    }
    return table.records(
        () ->
            IntStream.rangeClosed(1, ITEMS)
                .boxed()
                .flatMap(
                    item ->
                        Arrays.stream(District.values())
                            .map(district -> record(city, district, item, year))));
  }

  private static ExtractRecord record(City city, District district, int item, int year) {
    DutyScores scores = DutyScores.of(city, district, year);
    return new ExtractRecord()
        .with("line", item)
        .with("section", section(item))
        .with("item", String.format(Locale.ROOT, "%02d", item))
        .with("area_code", district.code())
        .with("period", Period.year(year))
        .with("full_score", item < ITEMS ? DutyScores.FULL.get(item - 1) : null)
        .with("self_score", scores.own().get(item - 1))
        .with("verified_score", scores.verified().get(item - 1));
  }

  private static String section(int item) {
    if (item <= 4) {
      return "领导职责";
    }
    if (item <= 9) {
      return "教育发展";
    }
    return item <= 16 ? "条件保障" : "规范办学";
  }
}
