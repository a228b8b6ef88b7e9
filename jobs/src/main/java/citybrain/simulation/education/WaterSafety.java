package citybrain.simulation.education;

import citybrain.simulation.city.City;
import citybrain.simulation.city.Dynamics;
import citybrain.simulation.city.Person;
import citybrain.simulation.city.Person.Population;
import citybrain.simulation.delivery.Delivery;
import citybrain.simulation.delivery.ExtractGenerator;
import citybrain.simulation.delivery.ExtractRecord;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The monthly ledger of water bodies: signs, cameras and plans spread over the years, patrols peak
 * in July, drills are held in May and June.
 */
final class WaterSafety implements ExtractGenerator {
  private static final YearMonth FIRST = YearMonth.of(2018, 1);

  @Override
  public String department() {
    return "市教育局";
  }

  @Override
  public String extract() {
    return "water_safety";
  }

  @Override
  public Stream<Delivery> deliveries(City city) {
    return city.months()
        .map(
            month ->
                Delivery.of(month)
                    .records(() -> WaterBody.all(city).map(body -> record(city, body, month))));
  }

  private static ExtractRecord record(City city, WaterBody body, YearMonth month) {
    RandomGenerator fixed = city.random("water_safety", body.index());
    RandomGenerator random =
        city.random(
            "water_safety/month",
            body.index() * 100_000 + month.getYear() * 12L + month.getMonthValue());
    double years = ChronoUnit.MONTHS.between(FIRST, month) / 12.0;
    boolean isManaged = fixed.nextDouble() < 0.75;
    Person responsible = city.person(Population.INSURED, body.index());
    String village = body.district().zh() + "模拟第" + (1 + fixed.nextInt(60)) + "村";
    double patrols =
        (3 + fixed.nextInt(6)) * Dynamics.season(month, 0.8, 7) * Dynamics.noise(random, 0.2);
    long patrolled = Math.round(patrols);
    int found = random.nextInt(4) / 3 + (month.getMonthValue() == 6 ? 1 : 0);
    int drillsHeld = month.getMonthValue() < 5 ? 0 : month.getMonthValue() < 6 ? 1 : 2;
    return new ExtractRecord()
        .with("water_code", body.code())
        .with("period", month)
        .with("water_name", body.name())
        .with("water_kind", body.kind())
        .with("area_code", body.district().code())
        .with("street", body.street())
        .with("village", village)
        .with("manager", isManaged ? body.street() + "水域管理站" : null)
        .with("duty_village", isManaged ? null : village)
        .with("responsible_person", responsible.name())
        .with("supervisor", body.supervisor())
        .with("max_depth", 0.8 + 9 * fixed.nextDouble(), 1)
        .with("is_key", fixed.nextDouble() < 0.6)
        .with("is_crowded", body.kind().equals("bathing_beach") || fixed.nextDouble() < 0.1)
        .with("has_sign", fixed.nextDouble() < 0.70 + 0.08 * years)
        .with("has_barrier", fixed.nextDouble() < 0.45 + 0.08 * years)
        .with("guards", isManaged ? 1 + fixed.nextInt(3) : fixed.nextInt(2))
        .with("has_camera", fixed.nextDouble() < 0.25 + 0.12 * years)
        .with("has_broadcast", fixed.nextDouble() < 0.15 + 0.12 * years)
        .with("has_plan", fixed.nextDouble() < 0.60 + 0.10 * years)
        .with("has_rescue_supplies", fixed.nextDouble() < 0.60 + 0.10 * years)
        .with("drills_ytd", isManaged ? drillsHeld : 0)
        .with("patrols", patrolled)
        .with("weekend_patrols", Math.round(patrolled * (0.2 + 0.2 * random.nextDouble())))
        .with("hazards_found", found)
        .with("hazards_fixed", random.nextDouble() < 0.9 ? found : 0)
        .with("checked_on", month.atDay(1 + random.nextInt(28)));
  }
}
