package citybrain.simulation.education;

import citybrain.period.Period;
import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Firm;
import citybrain.simulation.city.Shares;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The yearly list of training bases. Places grow by 8 percent a year, as 青政字〔2020〕16号 plans; in
 * 2020 bases served others less.
 */
final class TrainingBases implements ExtractGenerator {
  private static final double GROWTH = 1.08;
  private static final Shares LEVELS =
      Shares.of("national", 3).and("provincial", 12).and("municipal", 45).and("district", 40);

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "training_bases";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.years()
        .map(
            year ->
                Delivery.of(Period.year(year))
                    .records(
                        () ->
                            TrainingBase.all(city)
                                .filter(base -> base.isListed(year))
                                .map(base -> record(city, base, year))));
  }

  private static ExtractRecord record(City city, TrainingBase base, int year) {
    RandomGenerator random = city.random("training_bases", base.index());
    double growth = Math.pow(GROWTH, year - 2018);
    double closure = year == 2020 ? 0.7 : 1;
    Firm firm = base.firm();
    boolean isShared = random.nextDouble() < 0.3 + 0.08 * (year - 2018);
    long places = Math.round((30 + random.nextInt(120)) * growth);
    double value = places * (0.8 + random.nextDouble());
    ExtractRecord record =
        new ExtractRecord()
            .with("base_code", base.code())
            .with("period", Period.year(year))
            .with("base_name", name(base))
            .with("kind", base.kind())
            .with("level", LEVELS.drawn(random))
            .with("school_code", base.school().code())
            .with("area_code", (firm == null ? base.school().district() : firm.district()).code())
            .with("workstations", places)
            .with("equipment_value", value, 2)
            .with("is_shared", isShared);
    if (firm != null) {
      record.with("firm_credit_code", firm.creditCode()).with("firm_name", firm.name());
    }
    if (!base.isOpen(year)) {
      return record;
    }
    long trained = Math.round((10 + random.nextInt(70)) * growth * closure);
    double served = places * 40 * closure * Dynamics.noise(random, 0.3);
    record
        .with("opened_on", base.openedOn())
        .with("is_apprentice_standard", random.nextDouble() < 0.3 + 0.1 * (year - 2018))
        .with("shared_person_days", isShared ? Math.round(served) : 0);
    if (firm != null) {
      record.with("trained_students", trained).with("subsidy", trained * 800);
    } else if (base.kind().equals("teacher_training")) {
      record.with("trained_teachers", trained).with("courses", 1 + trained / 30);
    }
    return record;
  }

  private static String name(TrainingBase base) {
    Firm firm = base.firm();
    return switch (base.kind()) {
      case "campus" -> base.school().name() + "校内实训基地" + (base.index() + 1);
      case "firm" -> (firm == null ? base.school().name() : firm.name()) + "实训基地";
      default -> "青岛模拟公共实训基地" + (base.index() + 1);
    };
  }
}
