package citybrain.simulation.funds;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.District;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import citybrain.simulation.funds.HealthProgramme.Level;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;

/** Health programmes by district and year: what was needed, owed and spent; one sheet each. */
final class HealthProgrammes implements ExtractGenerator {
  @Override
  public String department() {
    return "市卫生健康委";
  }

  @Override
  public String extract() {
    return "health_programmes";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .flatMap(
            year ->
                Arrays.stream(HealthProgramme.values())
                    .map(programme -> delivery(city, programme, year)));
  }

  private static Delivery delivery(City city, HealthProgramme programme, int year) {
    return Delivery.of(Period.year(year))
        .named("卫生健康项目" + programme.number())
        .heading("programme_code", programme.code())
        .records(
            () ->
                Arrays.stream(District.values())
                    .map(district -> record(city, programme, district, year)));
  }

  private static ExtractRecord record(
      City city, HealthProgramme programme, District district, int year) {
    BigDecimal needed = programme.needed(city, district, year);
    ExtractRecord record =
        new ExtractRecord()
            .with("line", district.position())
            .with("area_code", district.code())
            .with("period", Period.year(year))
            .with("recipient_count", programme.recipients(city, district, year))
            .with("national_standard", programme.standard(year))
            .with("prior_standard", programme.standard(year - 1))
            .with("local_standard", programme.standard(year))
            .with("total_due", needed);
    BigDecimal spent = BigDecimal.ZERO;
    for (Level level : Level.values()) {
      BigDecimal owed = programme.owed(level, needed);
      BigDecimal paid = Yuan.share(owed, programme.paidShare(city, district, level, year));
      spent = spent.add(paid);
      record.with(level.code() + "_due", owed).with(level.code() + "_spent", paid);
    }
    return record.with("total_spent", spent);
  }
}
